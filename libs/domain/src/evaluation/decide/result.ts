import { strict, textSchema } from '@quancheng/forms';
import { isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import { askGrade } from '@quancheng/rulebook';
import type { z } from 'zod';
import type { World } from '../../core/aggregate.ts';
import { faultyPaper, ruled } from '../../core/refusals.ts';
import { rollUpOf } from '../queries.ts';
import { adviceSchema, givenCorrectionsSchema, type Result, type ScoredSheet } from '../shapes.ts';
import type { OpenEvaluation, Report } from '../state.ts';
import { corrected } from './corrections.ts';
import { act, fact, caseDays } from './act.ts';
import { missedGoals } from './sheet.ts';

const confirmData = strict({ opinion: textSchema, advice: adviceSchema.nullable().optional() });
type Advice = z.output<typeof adviceSchema> | null;

export const ConfirmResult = act({
  title: { zh: '确认评价结果', en: 'confirm the result' },
  roles: ['finance-performance', 'section-chief'],
  data: confirmData,
  decide(state, { opinion, advice = null }, world) {
    const wrongAdvice = refuseAdvice(state, advice);
    if (wrongAdvice !== null) return wrongAdvice;
    if (state.stage !== 'reported') throw new Error('only a reported evaluation is confirmed');
    const result = resultOf(state, state.report, { version: 1, advice }, world);
    if (isRefusal(result)) return result;
    const rollUp = state.object.kind === 'policy' ? rollUpOf(state.recipients) : null;
    return [fact('ResultConfirmed', { object: state.object, opinion, result, rollUp }, result.gradeClause)];
  },
});

const reviseData = givenCorrectionsSchema.extend({
  reason: textSchema,
  advice: adviceSchema.nullable().optional(),
});

export const ReviseResult = act({
  title: { zh: '更正评价结果', en: 'revise the result' },
  roles: ['finance-performance', 'section-chief'],
  data: reviseData,
  decide(state, { reason, advice, ...corrections }, world) {
    if (state.stage !== 'confirmed') throw new Error('only a confirmed result is revised');
    const kept = advice === undefined ? state.result.advice : advice;
    const wrongAdvice = refuseAdvice(state, kept);
    if (wrongAdvice !== null) return wrongAdvice;
    const sheet = corrected(state.report.sheet, corrections, {
      rules: world.rules,
      on: caseDays(state, world),
    });
    if (isRefusal(sheet)) return sheet;
    const result = resultOf(
      state,
      { ...state.report, sheet },
      { version: state.result.version + 1, advice: kept },
      world,
    );
    if (isRefusal(result)) return result;
    if (saysTheSame(state.result, result, state.report.sheet, sheet)) return nothingChanges(state.result);
    // Whether the unit had reported by then was settled with the first version.
    const { selfEvaluationMissing } = state.result;
    return [
      fact(
        'ResultRevised',
        {
          object: state.object,
          reason,
          corrections: corrections.lines,
          sheet,
          result: { ...result, selfEvaluationMissing },
        },
        result.gradeClause,
      ),
    ];
  },
});

/** Score and grade come from the scored sheet and the rules alone; what the unit gave itself is only shown beside them. */
function resultOf(
  state: OpenEvaluation,
  report: Report,
  given: { version: number; advice: Advice },
  world: World,
): Result | Refusal {
  const graded = ruled(askGrade(world.rules, report.sheet.total, caseDays(state, world)));
  if (isRefusal(graded)) return graded;
  return {
    version: given.version,
    score: report.sheet.total,
    grade: graded.grade,
    gradeClause: graded.clause,
    edition: graded.edition,
    road: state.road?.road ?? 'self-with-spot-check',
    missedGoals: missedGoals(report.sheet),
    problems: [...report.problems],
    advice: given.advice,
    selfTotal: state.selfEvaluation?.selfTotal ?? null,
    selfEvaluationMissing: state.duty !== null,
  };
}

/** A policy is judged to be kept, adjusted or stopped; a project is not. */
function refuseAdvice({ object }: OpenEvaluation, advice: Advice): Refusal | null {
  const isPolicy = object.kind === 'policy';
  if (isPolicy === (advice !== null)) return null;
  const because = isPolicy
    ? {
        zh: '政策性资金评价须提出调整、保留或取消的建议',
        en: 'a policy evaluation says adjust, keep or stop',
      }
    : { zh: '项目评价不提政策建议', en: 'only a policy gets such advice' };
  return faultyPaper([
    { field: 'advice', code: isPolicy ? 'ADVICE_MISSING' : 'ADVICE_NOT_FOR_PROJECTS', because },
  ]);
}

function saysTheSame(
  before: Result,
  after: Result,
  sheetBefore: ScoredSheet,
  sheetAfter: ScoredSheet,
): boolean {
  const told = ({ score, grade, missedGoals: missed, advice }: Result) =>
    JSON.stringify([score, grade, missed, advice]);
  const actuals = (sheet: ScoredSheet) =>
    JSON.stringify([sheet.lines.map(({ actual }) => actual), String(sheet.execution.executedFen)]);
  return told(before) === told(after) && actuals(sheetBefore) === actuals(sheetAfter);
}

const nothingChanges = ({ version }: Result) =>
  refuse({
    code: 'NOTHING_CHANGES',
    because: { zh: `更正后与第${version}版相同`, en: `it would say the same as version ${version}` },
    remedy: { zh: '请写明更正的行和实际值', en: 'name the rows and what they really are' },
  });
