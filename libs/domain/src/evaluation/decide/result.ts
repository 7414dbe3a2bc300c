import { strict, textSchema } from '@quancheng/forms';
import { exact, type FieldFault, isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import { askOutcome, NOT_DEMONSTRATED } from '@quancheng/rulebook';
import { z } from 'zod';
import type { World } from '../../core/aggregate.ts';
import { faultyPaper, ruled } from '../../core/refusals.ts';
import { rollUpOf } from '../queries.ts';
import {
  adviceSchema,
  givenCorrectionsSchema,
  type Result,
  type ScoredSheet,
  type Unproven,
  unprovenSchema,
} from '../shapes.ts';
import type { OpenEvaluation, Report } from '../state.ts';
import { corrected } from './corrections.ts';
import { act, fact, caseDays } from './act.ts';
import { missedGoals } from './sheet.ts';

const confirmData = strict({
  opinion: textSchema,
  advice: adviceSchema.nullable().optional(),
  /** Rows for which finance found no evidence, or nothing to compare with. */
  unproven: z.array(unprovenSchema).max(200).default([]),
});
type Advice = z.output<typeof adviceSchema> | null;

export const ConfirmResult = act({
  title: { zh: '确认评价结果', en: 'confirm the result' },
  roles: ['finance-performance', 'section-chief'],
  data: confirmData,
  decide(state, { opinion, advice = null, unproven }, world) {
    const wrongAdvice = refuseAdvice(state, advice);
    if (wrongAdvice !== null) return wrongAdvice;
    if (state.stage !== 'reported') throw new Error('only a reported evaluation is confirmed');
    const result = resultOf(state, state.report, { version: 1, advice, unproven }, world);
    if (isRefusal(result)) return result;
    const rollUp = state.object.kind === 'policy' ? rollUpOf(state.recipients) : null;
    return [fact('ResultConfirmed', { object: state.object, opinion, result, rollUp }, result.gradeClause)];
  },
});

const reviseData = givenCorrectionsSchema.extend({
  reason: textSchema,
  advice: adviceSchema.nullable().optional(),
  /** Left out, what was not proven stays so; an empty list says that the evidence is there now. */
  unproven: z.array(unprovenSchema).max(200).optional(),
});

export const ReviseResult = act({
  title: { zh: '更正评价结果', en: 'revise the result' },
  roles: ['finance-performance', 'section-chief'],
  data: reviseData,
  decide(state, { reason, advice, unproven: given, ...corrections }, world) {
    if (state.stage !== 'confirmed') throw new Error('only a confirmed result is revised');
    const kept = advice === undefined ? state.result.advice : advice;
    const unproven = given ?? state.result.unproven ?? [];
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
      { version: state.result.version + 1, advice: kept, unproven },
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
  given: { version: number; advice: Advice; unproven: readonly Unproven[] },
  world: World,
): Result | Refusal {
  const graded = outcomeOf(state, report, given.unproven, world);
  if (isRefusal(graded)) return graded;
  return {
    version: given.version,
    score: report.sheet.total,
    grade: graded.grade,
    gradeClause: graded.clause,
    edition: graded.edition,
    road: state.road?.road ?? 'self-with-spot-check',
    missedGoals: missedGoals(report.sheet),
    ...(given.unproven.length > 0 ? { unproven: [...given.unproven] } : {}),
    problems: [...report.problems, ...given.unproven.map((one) => asProblem(one, report.sheet))],
    advice: given.advice,
    selfTotal: state.selfEvaluation?.selfTotal ?? null,
    selfEvaluationMissing: state.duty !== null,
  };
}

/** The grade of the score; or, where too much of it is not proven, that results are not demonstrated. */
function outcomeOf(state: OpenEvaluation, { sheet }: Report, unproven: readonly Unproven[], world: World) {
  const faults = unproven.flatMap(({ row }, index) =>
    sheet.lines.some((line) => line.row === row && line.points !== null) ? [] : [notScored(row, index)],
  );
  if (faults.length > 0) return faultyPaper(faults);
  const rows = new Set(unproven.map(({ row }) => row));
  const unprovenWeight = sheet.lines
    .filter(({ row }) => rows.has(row))
    .reduce((sum, { effectiveWeight, weight }) => sum.plus(effectiveWeight ?? weight ?? '0'), exact('0'))
    .toFixed();
  const asked = { score: sheet.total, unprovenWeight };
  const outcome = ruled(askOutcome(world.rules, asked, caseDays(state, world)));
  const provesEnough = !isRefusal(outcome) && outcome.grade !== NOT_DEMONSTRATED && unproven.length > 0;
  return provesEnough ? correctInstead(unprovenWeight) : outcome;
}

/** What is not proven is a problem like any other: the unit answers it by its date. */
function asProblem({ row, missing, note }: Unproven, { lines }: ScoredSheet): string {
  const name = lines.find((line) => line.row === row)?.name ?? row;
  return `“${name}”${missing === 'evidence' ? '缺少佐证材料' : '缺少可比的基期值'}：${note}`;
}

const notScored = (row: string, index: number): FieldFault => ({
  field: `unproven.${index}.row`,
  code: 'ROW_UNKNOWN',
  because: { zh: `评价表没有计分的序号${row}`, en: `the sheet scores no row ${row}` },
});

/** A few rows without proof leave a result that can be judged: each is corrected to what is proven. */
const correctInstead = (weight: string): Refusal =>
  refuse({
    code: 'UNPROVEN_TOO_LITTLE',
    because: {
      zh: `未能证明的指标合计${weight}分，不足以不评等级`,
      en: `the rows without proof weigh ${weight}, too little to give no grade`,
    },
    remedy: {
      zh: '请在抽检或退回中把这些行更正为能证明的值，再确认',
      en: 'correct these rows to what is proven, by a spot check or a return, and confirm then',
    },
  });

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
  const told = ({ score, grade, missedGoals: missed, advice, unproven = [] }: Result) =>
    JSON.stringify([score, grade, missed, advice, unproven]);
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
