import { lineSchema, strict } from '@quancheng/forms';
import { type FieldFault, type Refusal, refuse } from '@quancheng/kernel';
import { z } from 'zod';
import { CLAUSE } from '../../core/clauses.ts';
import { plainDateSchema } from '../../core/legal-date.ts';
import { faultyPaper, firstRefusal, onField } from '../../core/refusals.ts';
import { roundSchema } from '../../core/shapes.ts';
import { tracked } from '../entries.ts';
import { totalsOf } from '../plan.ts';
import { givenPlanItemSchema } from '../shapes.ts';
import type { BegunYear } from '../state.ts';
import { act, fact } from './act.ts';
import { badRound } from './calendar.ts';

const roundData = strict({
  round: roundSchema,
  asOf: plainDateSchema,
  /** Only these; all that are tracked where absent. Who was approved after the round went out gets it afterwards. */
  projectYearIds: z.array(lineSchema).min(1).max(5000).optional(),
});

export const SendTrackingRound = act({
  title: { zh: '布置跟踪轮次', en: 'send a tracking round' },
  roles: ['finance-performance'],
  data: roundData,
  decide(year, { round, asOf, projectYearIds: chosen }) {
    const faults = (chosen ?? []).flatMap((id, index) => notTracked(year, id, index));
    const projectYearIds = tracked(year)
      .filter((entry) => !entry.rounds.includes(round))
      .map(({ projectYearId }) => projectYearId)
      .filter((id) => chosen === undefined || chosen.includes(id));
    const refusal = firstRefusal(
      badRound('round', round, year.fiscalYear),
      asOf.startsWith(round) ? null : otherMonth(round),
      faults.length === 0 ? null : faultyPaper(faults),
      projectYearIds.length > 0 ? null : year.rounds.includes(round) ? sentBefore() : nothingToTrack(),
    );
    return refusal ?? [fact('TrackingRoundSent', { round, asOf, projectYearIds }, CLAUSE.tracking)];
  },
});

function notTracked(year: BegunYear, id: string, index: number): FieldFault[] {
  const isTracked = tracked(year).some(({ projectYearId }) => projectYearId === id);
  const because = { zh: `${id} 尚未批复，不需跟踪`, en: `${id} is not approved and not tracked` };
  return isTracked ? [] : [{ field: `projectYearIds.${index}`, code: 'NOT_TRACKED', because }];
}

const planData = strict({
  paperNo: lineSchema,
  items: z
    .array(givenPlanItemSchema)
    .min(1, { error: '至少一项 / at least one item' })
    .max(500, { error: '每份文件至多500项 / at most 500 items a paper' }),
});

/** The plan of the year; a later paper adds to it. Policies stand on top of the projects, with totals of their own. */
export const AdoptEvaluationPlan = act({
  title: { zh: '确定年度评价计划', en: 'adopt the evaluation plan' },
  roles: ['finance-performance', 'section-chief', 'bureau-leader'],
  data: planData,
  decide(year, { paperNo, items }) {
    const refusal = firstRefusal(
      year.planPapers.includes(paperNo) ? adoptedBefore() : null,
      ...items.map((_item, index) => badPlanItem(year, items, index)),
    );
    if (refusal !== null) return refusal;
    const policies = items.filter(({ object }) => object.kind === 'policy');
    const projects = items.filter(({ object }) => object.kind !== 'policy');
    return [
      fact(
        'EvaluationPlanAdopted',
        { paperNo, items, projects: totalsOf(projects), policies: totalsOf(policies) },
        CLAUSE.keyEvaluation,
      ),
    ];
  },
});

function badPlanItem(
  year: BegunYear,
  items: z.output<typeof planData>['items'],
  index: number,
): Refusal | null {
  const item = items[index];
  if (item === undefined) return null;
  const { evaluationId, amountFen, road, mode } = item;
  if (road !== 'finance-key' && mode !== 'own') {
    return onField(`items.${index}.mode`, 'MODE_NOT_OF_ROAD', {
      because: {
        zh: '单位自评不委托中介；只有财政重点评价可以委托',
        en: 'only a key evaluation of finance can be commissioned',
      },
      remedy: {
        zh: '请改为自行评价，或改列为财政重点评价',
        en: 'let it be own work, or list it as a key evaluation',
      },
    });
  }
  const known =
    year.plan.some((one) => one.evaluationId === evaluationId) ||
    items.findIndex((one) => one.evaluationId === evaluationId) !== index;
  if (known) {
    return onField(`items.${index}.evaluationId`, 'ALREADY_PLANNED', {
      because: { zh: `${evaluationId} 已在评价计划中`, en: `${evaluationId} is in the plan already` },
      remedy: { zh: '每项评价列一次', en: 'list each evaluation once' },
    });
  }
  if (amountFen === null || amountFen > 0n) return null;
  return onField(`items.${index}.amountFen`, 'AMOUNT_NOT_POSITIVE', {
    because: {
      zh: '金额须大于零，不明的不填',
      en: 'an amount is above zero; leave it out where nobody knows it',
    },
    remedy: { zh: '请核对金额', en: 'check the amount' },
  });
}

const sentBefore = (): Refusal =>
  onField('round', 'ALREADY_DONE', {
    because: { zh: '该轮跟踪已经布置', en: 'this round has been sent' },
    remedy: { zh: '无需重复布置', en: 'nothing more is needed' },
  });

const otherMonth = (round: string): Refusal =>
  onField('asOf', 'AS_OF_OTHER_MONTH', {
    because: {
      zh: `截止日不在轮次 ${round} 的月份内`,
      en: `the cut-off day is not in the month of round ${round}`,
    },
    remedy: { zh: '请填写该月内的日期', en: 'give a day of that month' },
  });

const nothingToTrack = (): Refusal =>
  refuse({
    code: 'NOTHING_TO_TRACK',
    clause: CLAUSE.tracking,
    because: {
      zh: '本年度还没有已批复或接管的项目',
      en: 'no project of this year is approved or taken over yet',
    },
    remedy: { zh: '请在批复后布置', en: 'send it after the approval' },
  });

const adoptedBefore = (): Refusal =>
  onField('paperNo', 'ALREADY_DONE', {
    because: { zh: '该文件的评价计划已经登记', en: 'the plan of this paper is on record' },
    remedy: { zh: '补充计划须有新的文件', en: 'a supplement needs a paper of its own' },
  });
