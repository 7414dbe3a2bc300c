import { type Decimal, exact, isExactText } from '@quancheng/kernel';
import type { ClauseOf, ScoreLine } from '@quancheng/rulebook';
import { directionOf, isNumeric, startsWithOperator, type TargetReading } from '../target-value/index.ts';
import type { LineFacts } from './facts.ts';
import { atRow, type RowFinding } from './finding.ts';

export type Tiers = Extract<ClauseOf<'scoring'>['value'], { formula: 'qualitative' }>['tiers'];

/** What a row gives the rulebook to score, and what is wrong with it. Null: the row is none of the sheet's. */
export type LineInput = { readonly line: ScoreLine | null; readonly findings: readonly RowFinding[] };

/** Reads one row for the rulebook: numbers as numbers, a judged row by its printed points within its tier. */
export function lineInput(facts: LineFacts, tiers: Tiers): LineInput {
  const { weight, printed, row, name, target } = facts;
  if (facts.isEmpty || facts.partOf !== null || weight === null) return { line: null, findings: [] };
  const head = { name: name || `${row}`, weight: weight.toFixed() };
  if (facts.notApplicable)
    return {
      line: { ...head, kind: 'qualitative', target: '/', actual: null, ...reasonOf(printed.reason) },
      findings: [],
    };
  if (target === null) return unscored(head, []);
  if (target.kind === 'unreadable') return unscored(head, [unreadableTarget(row, target)]);
  if (target.kind === 'placeholder')
    return unscored(head, [
      atRow(row, 'PLACEHOLDER_LEFT', '目标值是模板的提示文字', 'the target is a hint of the template'),
    ]);
  return isNumeric(target) ? numbers(facts, target, head) : judged(facts, tiers, head);
}

type Head = { readonly name: string; readonly weight: string };

const unscored = (head: Head, findings: readonly RowFinding[]): LineInput => ({
  line: { ...head, kind: 'qualitative', target: '', actual: null },
  findings,
});

/** 不适用 spreads its points over the others only with a reason; 0 and a dash are none. */
const reasonOf = (reason: string | null) =>
  reason === null || /^[\s0/—-]*$/.test(reason) ? {} : { notApplicable: reason };

function numbers(facts: LineFacts, target: TargetReading, head: Head): LineInput {
  const actual = plainActual(facts, target);
  const line = { ...head, kind: directionOf(target), target: target.value ?? '' };
  return { line: { ...line, actual: actual.value }, findings: actual.findings };
}

type Actual = { readonly value: string | null; readonly findings: readonly RowFinding[] };

function plainActual({ actual, row, printed }: LineFacts, target: TargetReading): Actual {
  if (actual === null || actual.kind === 'not_applicable') return { value: null, findings: [] };
  const copied =
    actual.kind === 'unreadable' && startsWithOperator(actual.text) ? actual.suggestion : undefined;
  if (copied?.operator === '=') return { value: copied.value, findings: [hasOperator(row)] };
  const refuse = (code: string, zh: string, en: string): Actual => ({
    value: null,
    findings: [atRow(row, code, zh, en)],
  });
  if (actual.kind === 'unreadable') return { value: null, findings: [unreadableActual(row, actual)] };
  if (!isNumeric(actual))
    return refuse(
      'ACTUAL_NOT_A_NUMBER',
      `目标值是数字，完成值填的是“${printed.actual}”`,
      `the target is a number, the actual says "${printed.actual}"`,
    );
  if (target.kind === 'compound' && actual.kind !== 'compound')
    return refuse(
      'ACTUAL_NOT_EACH',
      `目标是“${target.text}”，完成值未逐项填写`,
      `the target counts each of several ("${target.text}"), the actual does not`,
    );
  if (actual.unit !== null && target.unit !== null && actual.unit !== target.unit)
    return refuse(
      'UNIT_DIFFERS',
      `目标的单位是${target.unit}，完成值的单位是${actual.unit}`,
      `the target is in ${target.unit}, the actual in ${actual.unit}`,
    );
  return { value: actual.value, findings: [] };
}

const hasOperator = (row: number): RowFinding =>
  atRow(
    row,
    'ACTUAL_HAS_OPERATOR',
    '完成值带有比较符，像是照抄目标值，应退回填写实际值',
    'the actual carries an operator, as if copied from the target: return the row for its plain value',
  );

function unreadableTarget(row: number, { unreadable, suggestion, unit, text }: TargetReading): RowFinding {
  const offered =
    suggestion === undefined
      ? ''
      : `，可能是${suggestion.operator}${suggestion.value}${suggestion.unit ?? ''}`;
  const code =
    suggestion !== undefined && /^\D?2/.test(text)
      ? 'FIGURE_SPOILT'
      : unit === '%'
        ? 'SHARE_ABOVE_100'
        : 'TARGET_UNREADABLE';
  return atRow(
    row,
    code,
    `目标值“${text}”：${unreadable?.zh ?? ''}${offered}`,
    `target "${text}": ${unreadable?.en ?? ''}`,
  );
}

function unreadableActual(row: number, { unreadable, text, unit }: TargetReading): RowFinding {
  return atRow(
    row,
    unit === '%' ? 'SHARE_ABOVE_100' : 'ACTUAL_NOT_A_NUMBER',
    `完成值“${text}”：${unreadable?.zh ?? ''}`,
    `actual "${text}": ${unreadable?.en ?? ''}`,
  );
}

/** A row judged in words: the printed points stand where they lie within the range of the tier that the actual names. */
function judged(facts: LineFacts, tiers: Tiers, head: Head): LineInput {
  const { row, score, weight, actual, target } = facts;
  if (actual === null || actual.kind === 'not_applicable') return unscored(head, []);
  const tier = tierOf(actual, target, tiers);
  if (tier === null)
    return unscored(head, [
      atRow(
        row,
        'TIER_NOT_STATED',
        `完成值“${actual.text}”看不出属于哪一档`,
        `the actual "${actual.text}" names no tier`,
      ),
    ]);
  if (score === null || weight === null || weight.isZero())
    return unscored(head, [atRow(row, 'SCORE_MISSING', '定性指标没有打分', 'a judged row without points')]);
  const percent = score.times(100).div(weight);
  if (!isWithin(percent, tier))
    return unscored(head, [
      atRow(
        row,
        'SCORE_OUT_OF_TIER',
        `“${actual.text}”应得分值的${tier.from}%—${tier.to}%，表上得${score}分`,
        `"${actual.text}" earns ${tier.from}–${tier.to}% of the weight; ${score} is printed`,
      ),
    ]);
  return {
    line: {
      ...head,
      kind: 'qualitative',
      target: target?.text ?? '',
      actual: percent.toDecimalPlaces(30).toFixed(),
    },
    findings: [],
  };
}

type Range = { readonly from: string; readonly to: string; readonly isTop: boolean };

const isWithin = (percent: Decimal, { from, to, isTop }: Range): boolean =>
  percent.gte(from) && (isTop ? percent.lte(to) : percent.lt(to));

/** The tier an actual names: by its word, by repeating the target's words, or by a date or an answer that meets it. */
function tierOf(actual: TargetReading, target: TargetReading | null, tiers: Tiers): Range | null {
  const index = tierIndex(actual, target, tiers);
  const tier = index === null ? undefined : tiers[index];
  if (index === null || tier === undefined) return null;
  return {
    from: tier.fromPercent,
    to: tiers[index - 1]?.fromPercent ?? exact('100').toFixed(),
    isTop: index === 0,
  };
}

function tierIndex(actual: TargetReading, target: TargetReading | null, tiers: Tiers): number | null {
  const exactly = tiers.findIndex(({ word }) => word === actual.value || word === actual.text);
  if (exactly >= 0) return exactly;
  if (actual.kind === 'tier') return tierByWord(actual.value ?? '', tiers.length);
  if (/^已?(?:按时|按期|及时|如期|按计划)(?:全部)?完成$/.test(actual.text)) return 0;
  if (target === null) return null;
  if (actual.text === target.text) return 0;
  if (target.operator === 'by' && actual.date !== undefined && target.date?.length === actual.date.length)
    return actual.date <= target.date ? 0 : null;
  if (target.operator === 'between' && isNumeric(actual) && isExactText(target.from ?? ''))
    return exact(actual.value ?? '0').gte(target.from ?? '0') &&
      exact(actual.value ?? '0').lte(target.to ?? '0')
      ? 0
      : null;
  return null;
}

/** 完成 and 达成 are the top tier, 部分达成 the middle one, 未达成 the last; 基本达成 lies between two and stays open. */
function tierByWord(word: string, count: number): number | null {
  if (/^(?:达成|完成)$/.test(word)) return 0;
  if (/^部分/.test(word)) return count > 2 ? 1 : null;
  return /^未/.test(word) ? count - 1 : null;
}
