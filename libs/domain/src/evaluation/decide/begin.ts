import { lineSchema, moneySchema, strict, textSchema } from '@quancheng/forms';
import { isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import { z } from 'zod';
import { idOf } from '../../core/act.ts';
import { command, type World } from '../../core/aggregate.ts';
import { CLAUSE } from '../../core/clauses.ts';
import { legalDate, plainDateSchema } from '../../core/legal-date.ts';
import { faultyPaper } from '../../core/refusals.ts';
import {
  type EvaluationObject,
  modeSchema,
  objectSchema,
  proofSchema,
  roadSchema,
} from '../../core/shapes.ts';
import { treasurySchema } from '../shapes.ts';
import type { EvaluationState } from '../state.ts';
import { act, type Fact, fact } from './act.ts';

const roadData = strict({
  road: roadSchema,
  mode: modeSchema,
  object: objectSchema,
  planPaper: lineSchema,
  field: lineSchema,
  amountFen: moneySchema.nullable(),
  reason: textSchema,
});

export const AssignRoad = command<EvaluationState, typeof roadData>({
  title: { zh: '列入评价计划', en: 'assign the road' },
  roles: ['system', 'finance-performance'],
  data: roadData,
  decide(state, data, world) {
    if (state.stage !== 'none') {
      const other = refuseOtherObject(state.object, data.object);
      if (other !== null) return other;
      if (state.road?.road === data.road && state.road.mode === data.mode) return [];
    }
    const mismatch = refuseMode(data);
    if (mismatch !== null) return mismatch;
    const keyReportBy =
      data.road === 'finance-key' ? legalDate(world, 'deadline/key-evaluation', world.happenedOn) : null;
    if (isRefusal(keyReportBy)) return keyReportBy;
    return [
      fact(
        'RoadAssigned',
        { ...data, ...identity(world), ruledOn: world.happenedOn, keyReportBy },
        keyReportBy?.clause,
      ),
    ];
  },
});

const startData = strict({
  object: objectSchema,
  completedOn: plainDateSchema,
  proof: proofSchema,
  treasury: treasurySchema.nullable().optional(),
});

export const StartSelfEvaluation = command<EvaluationState, typeof startData>({
  title: { zh: '开始自评', en: 'start the self-evaluation' },
  roles: ['system', 'finance-performance'],
  data: startData,
  decide: (state, data, world) => {
    if (state.stage !== 'none') {
      const other = refuseOtherObject(state.object, data.object);
      if (other !== null) return other;
      // Completion is told by the project, and again by whoever asks: the first telling counts.
      if (state.completedOn !== null || state.stage === 'confirmed') return [];
    }
    return startedOrRefused(data, world);
  },
});

function startedOrRefused(data: z.output<typeof startData>, world: World): Fact[] | Refusal {
  if (data.completedOn > world.today) {
    const because = {
      zh: `完成日期 ${data.completedOn} 晚于今天 ${world.today}`,
      en: `${data.completedOn} is later than today, ${world.today}`,
    };
    return faultyPaper([{ field: 'completedOn', code: 'FUTURE_DATE', because }]);
  }
  const due = legalDate(world, 'deadline/self-evaluation', data.completedOn);
  if (isRefusal(due)) return due;
  const started = {
    ...data,
    treasury: data.treasury ?? null,
    ...identity(world),
    ruledOn: world.happenedOn,
    due,
  };
  return [fact('SelfEvaluationStarted', started, due.clause)];
}

/** The id by which results cite this evaluation: the last part of its stream. */
const identity = (world: World) => ({ division: world.division, evaluationId: idOf(world) });

const treasuryData = z.object({ projectYearId: lineSchema, budgetFen: moneySchema, paidFen: moneySchema });

export const NoteTreasury = act({
  title: { zh: '更新国库支付数', en: "renew the treasury's figure" },
  roles: ['system'],
  data: treasuryData,
  decide(state, { projectYearId, budgetFen, paidFen }) {
    const known = state.spending[projectYearId];
    const isKnown = known?.budgetFen === budgetFen && known.paidFen === paidFen;
    if (isKnown || state.stage === 'confirmed' || !state.object.projectYears.includes(projectYearId))
      return [];
    return [fact('TreasuryNoted', { projectYearId, budgetFen, paidFen }, CLAUSE.selfEvaluation)];
  },
});

const cancelData = strict({ reason: textSchema });

export const Cancel = act({
  title: { zh: '取消评价', en: 'cancel' },
  roles: ['finance-performance', 'section-chief'],
  data: cancelData,
  decide: (_state, { reason }) => [fact('EvaluationCancelled', { reason })],
});

function refuseOtherObject(known: EvaluationObject, given: EvaluationObject): Refusal | null {
  // The unit may have been merged or moved in between: the project itself is what must be the same.
  if (known.kind === given.kind && known.projectId === given.projectId) return null;
  return refuse({
    code: 'OBJECT_DIFFERS',
    because: {
      zh: `本评价的对象是“${known.projectName}”，与所报对象不同`,
      en: `this evaluation is about "${known.projectName}", another object`,
    },
    remedy: {
      zh: '请核对评价编号，或为该对象另立评价',
      en: 'check the id, or open an evaluation of its own',
    },
  });
}

/** A unit's own evaluation is the unit's work: only a key evaluation can be commissioned. */
function refuseMode({ road, mode }: { road: string; mode: string }): Refusal | null {
  if (road === 'finance-key' || mode === 'own') return null;
  const because = {
    zh: '单位自评不委托中介；只有财政重点评价可以委托',
    en: 'only a key evaluation of finance can be commissioned',
  };
  return faultyPaper([{ field: 'mode', code: 'MODE_NOT_OF_ROAD', because }]);
}
