import { strict } from '@quancheng/forms';
import { exact, isRefusal, type Refusal } from '@quancheng/kernel';
import { askLimit } from '@quancheng/rulebook';
import type { z } from 'zod';
import { command, type NewEvent, type World } from '../../core/aggregate.ts';
import { givenCorrectionsSchema, type ScoredSheet, textSchema } from '../shapes.ts';
import type { EvaluationState, OpenEvaluation } from '../state.ts';
import { corrected } from './corrections.ts';
import { begun, dueAfter, fact, no, ruled } from './fact.ts';

const drawing = strict({ basis: textSchema });

export const drawForSpotCheck = command<EvaluationState, typeof drawing>({
  title: { zh: '抽取抽检', en: 'draw for a spot check' },
  roles: ['finance-performance'],
  data: drawing,
  decide(given, { basis }, world) {
    const otherRoad = refuseKeyRoad(begun(given));
    if (otherRoad !== null) return otherRoad;
    const recordBy = dueAfter(world, 'spot-check');
    return isRefusal(recordBy) ? recordBy : [fact('DrawnForSpotCheck', { basis, recordBy }, recordBy.clause)];
  },
});

export const acceptWithoutCheck = command<EvaluationState, typeof drawing>({
  title: { zh: '未抽中，采用自评', en: 'accept without a check' },
  roles: ['finance-performance'],
  data: drawing,
  decide(given, { basis }, world) {
    const otherRoad = refuseKeyRoad(begun(given));
    if (otherRoad !== null) return otherRoad;
    const confirmBy = dueAfter(world, 'result-confirmation');
    return isRefusal(confirmBy)
      ? confirmBy
      : [fact('AcceptedWithoutCheck', { basis, confirmBy }, confirmBy.clause)];
  },
});

const spotCheck = givenCorrectionsSchema.extend({ opinion: textSchema });

export const recordSpotCheck = command<EvaluationState, typeof spotCheck>({
  title: { zh: '登记抽检结果', en: 'record the spot check' },
  roles: ['finance-performance'],
  data: spotCheck,
  decide(given, { opinion, ...corrections }, world) {
    const state = begun(given);
    const before = state.selfEvaluation;
    if (before === null) throw new Error('a spot check without a self-evaluation');
    const after = corrected(before.sheet, corrections, { rules: world.rules, ruledOn: state.ruledOn });
    if (isRefusal(after)) return after;
    return judgeGap(
      { opinion, corrections: corrections.lines, sheet: after },
      { own: before.selfTotal ?? before.sheet.total, round: before.round, state },
      world,
    );
  },
});

type Check = { opinion: string; corrections: z.output<typeof spotCheck>['lines']; sheet: ScoredSheet };
type Before = { own: string; round: number; state: OpenEvaluation };

/** The gap is taken to what the unit claimed for itself; a gap beyond the limit sends it back to evaluate anew. */
function judgeGap(check: Check, { own, round, state }: Before, world: World): NewEvent[] | Refusal {
  const gap = exact(check.sheet.total).minus(own).abs().toString();
  const limit = ruled(askLimit(world.rules, 'spot-check/gap', gap, state.ruledOn));
  if (isRefusal(limit)) return limit;
  const judged = { ...check, gap, limit: limit.limit, limitClause: limit.clause };
  if (limit.within) {
    const confirmBy = dueAfter(world, 'result-confirmation');
    return isRefusal(confirmBy)
      ? confirmBy
      : [fact('SpotCheckRecorded', { ...judged, confirmBy }, limit.clause)];
  }
  const due = dueAfter(world, 'rectification');
  return isRefusal(due)
    ? due
    : [fact('SelfEvaluationReopened', { ...judged, round: round + 1, due }, limit.clause)];
}

function refuseKeyRoad({ road }: OpenEvaluation): Refusal | null {
  if (road?.road !== 'finance-key') return null;
  return no(
    'ROAD_IS_KEY',
    {
      zh: '评价计划已列为财政重点评价，不走抽检',
      en: 'the plan made it a key evaluation of finance, without a spot check',
    },
    { zh: '请布置重点评价，或先调整评价计划', en: 'prepare the key evaluation, or change the plan first' },
  );
}
