import { strict, textSchema } from '@quancheng/forms';
import { exact, isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import { askLimit } from '@quancheng/rulebook';
import type { z } from 'zod';
import type { World } from '../../core/aggregate.ts';
import { legalDate } from '../../core/legal-date.ts';
import { ruled } from '../../core/refusals.ts';
import { givenCorrectionsSchema, type ScoredSheet } from '../shapes.ts';
import type { OpenEvaluation } from '../state.ts';
import { corrected } from './corrections.ts';
import { act, type Fact, fact, caseDays } from './act.ts';

const drawData = strict({ basis: textSchema });

export const DrawForSpotCheck = act({
  title: { zh: '抽取抽检', en: 'draw for a spot check' },
  roles: ['finance-performance'],
  data: drawData,
  decide(state, { basis }, world) {
    const otherRoad = refuseKeyRoad(state);
    if (otherRoad !== null) return otherRoad;
    const recordBy = legalDate(world, 'deadline/spot-check', world.happenedOn);
    return isRefusal(recordBy) ? recordBy : [fact('DrawnForSpotCheck', { basis, recordBy }, recordBy.clause)];
  },
});

export const AcceptWithoutCheck = act({
  title: { zh: '未抽中，采用自评', en: 'accept without a check' },
  roles: ['finance-performance'],
  data: drawData,
  decide(state, { basis }, world) {
    const otherRoad = refuseKeyRoad(state);
    if (otherRoad !== null) return otherRoad;
    const confirmBy = legalDate(world, 'deadline/result-confirmation', world.happenedOn);
    return isRefusal(confirmBy)
      ? confirmBy
      : [fact('AcceptedWithoutCheck', { basis, confirmBy }, confirmBy.clause)];
  },
});

const checkData = givenCorrectionsSchema.extend({ opinion: textSchema });

export const RecordSpotCheck = act({
  title: { zh: '登记抽检结果', en: 'record the spot check' },
  roles: ['finance-performance'],
  data: checkData,
  decide(state, { opinion, ...corrections }, world) {
    const before = state.selfEvaluation;
    if (before === null) throw new Error('a spot check without a self-evaluation');
    const after = corrected(before.sheet, corrections, { rules: world.rules, on: caseDays(state, world) });
    if (isRefusal(after)) return after;
    return judgeGap(
      { opinion, corrections: corrections.lines, sheet: after },
      { own: before.selfTotal ?? before.sheet.total, round: before.round, state },
      world,
    );
  },
});

type Check = { opinion: string; corrections: z.output<typeof checkData>['lines']; sheet: ScoredSheet };
type Before = { own: string; round: number; state: OpenEvaluation };

/** The gap is taken to what the unit claimed for itself; a gap beyond the limit sends it back to evaluate anew. */
function judgeGap(check: Check, { own, round, state }: Before, world: World): Fact[] | Refusal {
  const gap = exact(check.sheet.total).minus(own).abs().toString();
  const limit = ruled(askLimit(world.rules, 'spot-check/gap', gap, caseDays(state, world)));
  if (isRefusal(limit)) return limit;
  const judged = { ...check, gap, limit: limit.limit, limitClause: limit.clause };
  if (limit.within) {
    const confirmBy = legalDate(world, 'deadline/result-confirmation', world.happenedOn);
    return isRefusal(confirmBy)
      ? confirmBy
      : [fact('SpotCheckRecorded', { ...judged, confirmBy }, limit.clause)];
  }
  const due = legalDate(world, 'deadline/rectification', world.happenedOn);
  return isRefusal(due)
    ? due
    : [fact('SelfEvaluationReopened', { ...judged, round: round + 1, due }, limit.clause)];
}

function refuseKeyRoad({ road }: OpenEvaluation): Refusal | null {
  if (road?.road !== 'finance-key') return null;
  return refuse({
    code: 'ROAD_IS_KEY',
    because: {
      zh: '评价计划已列为财政重点评价，不走抽检',
      en: 'the plan made it a key evaluation of finance, without a spot check',
    },
    remedy: {
      zh: '请布置重点评价，或先调整评价计划',
      en: 'prepare the key evaluation, or change the plan first',
    },
  });
}
