import { exact } from '@quancheng/kernel';
import { atRow, type RowFinding } from '../finding.ts';
import { isNumeric } from '../../target-value/index.ts';
import { scoringClause } from '../rules.ts';
import type { FormResult, LineResult } from '../score.ts';

/** Printed points against the rule's, and an actual against its target. */
export function pointFindings(line: LineResult, result: FormResult): RowFinding[] {
  if (!result.facts.isSelfEvaluation) return [];
  return [
    ...printedPoints(line),
    ...withoutWeight(line),
    ...onTheBound(line),
    ...missed(line, result),
    ...reached(line, result),
  ];
}

function printedPoints({ facts: { row, score, weight }, scored }: LineResult): RowFinding[] {
  const found: RowFinding[] = [];
  const add = (code: string, zh: string, en: string) => found.push(atRow(row, code, zh, en));
  if (score?.isNegative()) add('SCORE_NEGATIVE', `得分${score}为负`, `${score} points are less than none`);
  if (score !== null && weight !== null && score.gt(weight))
    add(
      'SCORE_OVER_WEIGHT',
      `得分${score}超过分值${weight}，或为合并单元格`,
      `${score} points out of ${weight}: too many, or a merged cell`,
    );
  const points = scored?.points ?? null;
  if (points === null || score === null || score.eq(points)) return found;
  add(
    'SCORE_NE_RULE',
    `按规则得${points}分，表上为${score}分，应说明原因`,
    `the rule gives ${points}, ${score} is printed: give the reason`,
  );
  return found;
}

/** Without a weight the rule gives no points; but a met target whose points are its own percentage of a round figure shows. */
function withoutWeight({ facts }: LineResult): RowFinding[] {
  const { row, target, actual, score, weight } = facts;
  if (weight !== null || score === null || target === null || actual === null) return [];
  if (!isNumeric(target) || !isNumeric(actual) || target.unit !== '%' || Number(actual.value) <= 0) return [];
  const factor = score.times(100).div(actual.value ?? '100');
  const asFactor =
    exact(actual.value ?? '0').gte(target.value ?? '0') &&
    exact(actual.value ?? '0').lt(100) &&
    factor.isInteger() &&
    !score.isInteger();
  return asFactor
    ? [
        atRow(
          row,
          'SCORE_NE_RULE',
          `目标已达到，却按完成值${actual.value}%×${factor}计为${score}分`,
          `the target is met, yet ${actual.value}% × ${factor} = ${score} is printed`,
        ),
      ]
    : [];
}

/** The bound of ＞ and ＜ is not passed by reaching it; the rulebook says so of the row. */
function onTheBound({ facts: { row }, scored }: LineResult): RowFinding[] {
  const said = scored?.findings.filter(({ code }) => code === 'BOUND_NOT_PASSED') ?? [];
  return said.map(({ code, zh, en }) => atRow(row, code, zh, en));
}

/** A missed target owes its reason, on a form that has the column. */
function missed({ facts, scored }: LineResult, { facts: { form } }: FormResult): RowFinding[] {
  const { row, weight, printed } = facts;
  const hasColumn = form.indicators.some(({ reason }) => reason !== null);
  const isShort = scored?.points != null && weight !== null && exact(scored.points).lt(weight);
  return hasColumn && isShort && /^[\s0/—-]*$/.test(printed.reason ?? '')
    ? [
        atRow(
          row,
          'REASON_MISSING',
          '未达到目标值而没有说明原因',
          'the target is missed and no reason is given',
        ),
      ]
    : [];
}

function reached({ facts, input }: LineResult, { rules }: FormResult): RowFinding[] {
  const { row, target, actual } = facts;
  if (target === null || actual === null || !isNumeric(target) || !isNumeric(actual)) return [];
  if (target.unit !== null && actual.unit !== null && target.unit !== actual.unit) return [];
  const [aim, value] = [exact(target.value ?? '0'), exact(actual.value ?? '0')];
  const isLess = input.line?.kind === 'lower' || input.line?.kind === 'below';
  if (isLess || aim.lte(0) || value.lte(aim)) return [];
  const found: RowFinding[] = [];
  if (target.implied_operator === true)
    found.push(
      atRow(
        row,
        'EQ_EXCEEDED',
        `没有写比较符，完成值${value}超过目标值${aim}，按≥读`,
        `no operator, and ${value} is above ${aim}: read as at least`,
      ),
    );
  const higher = scoringClause(rules, 'higher').value;
  if (higher.formula === 'higher-is-better' && value.times(100).gt(aim.times(higher.askReasonAbovePercent)))
    found.push(
      atRow(
        row,
        'OVER_120',
        `完成值超过目标值的${higher.askReasonAbovePercent}%，请说明原因，目标是否偏低`,
        `above ${higher.askReasonAbovePercent}% of the target: explain; was it set too low?`,
      ),
    );
  return found;
}
