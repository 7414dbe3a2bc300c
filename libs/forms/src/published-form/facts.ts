import { type Decimal, exact, type Fen, isExactText, isRefusal, parseMoney } from '@quancheng/kernel';
import { readTargetValue, saysNotApplicable, type TargetReading } from '../target-value/index.ts';
import { isBlankCell, readAmountCell } from './cell.ts';
import type { PrintedIndicator, PrintedMoney, PublishedForm } from './form.ts';

/** First level of an indicator. `decision` and `process` belong to local templates; they carry no target. */
export type IndicatorClass =
  | 'decision'
  | 'process'
  | 'output'
  | 'cost'
  | 'benefit'
  | 'satisfaction'
  | 'other';

/** One indicator row with its cells read. */
export type LineFacts = {
  /** Counted from 1 as the rows stand. */
  readonly row: number;
  readonly printed: PrintedIndicator;
  /** Without 指标1:, ★ and template hints; blank where nothing is left. */
  readonly name: string;
  readonly class: IndicatorClass;
  /** The second level without 指标 and its points: 数量, 进度. */
  readonly level2: string;
  /** Null where the cell is blank. */
  readonly target: TargetReading | null;
  readonly actual: TargetReading | null;
  readonly weight: Decimal | null;
  readonly score: Decimal | null;
  /** A row that breaks another down (其中): shown, never scored. Its parent's row. */
  readonly partOf: number | null;
  readonly isEmpty: boolean;
  readonly notApplicable: boolean;
};

export type MoneyFacts = {
  readonly printed: PrintedMoney;
  readonly name: string;
  readonly beginFen: Fen | null;
  readonly fullYearFen: Fen | null;
  readonly executedFen: Fen | null;
  readonly weight: Decimal | null;
  readonly score: Decimal | null;
};

export type FormFacts = {
  readonly form: PublishedForm;
  readonly isSelfEvaluation: boolean;
  /** False where the file says that rows of the form are missing: then sums prove nothing. */
  readonly isWhole: boolean;
  readonly fiscalYear: number | null;
  readonly lines: readonly LineFacts[];
  readonly money: readonly MoneyFacts[];
  /** The row of the year's money: neither a part of it nor the sum of several years. */
  readonly total: MoneyFacts | null;
};

export function factsOf(form: PublishedForm): FormFacts {
  const fiscalYear = Number(/(?:19|20)\d{2}/.exec(form.year ?? '')?.[0] ?? Number.NaN);
  const year = Number.isNaN(fiscalYear) ? null : fiscalYear;
  const money = form.money.map((row) => moneyFacts(row, form.money_unit));
  const total = totalMoneyRow(form.money);
  return {
    form,
    isSelfEvaluation: !/goal|目标申报/.test(form.form_type ?? ''),
    isWhole: form.extent === null || /^(?:whole|all)\b/.test(form.extent),
    fiscalYear: year,
    lines: linesOf(form, year),
    money,
    total: total === undefined ? null : (money[form.money.indexOf(total)] ?? null),
  };
}

const TOTAL = /总额|合计|总计|预算金额|资金总量/;
const SEVERAL_YEARS = /中期|实施期|三年|总投资/;
const PART = /^其中|结转|其他资金|单位资金|专户|自筹|上级资金/;
const isPartName = (name: string): boolean => PART.test(name) || SEVERAL_YEARS.test(name);

/** The row of the year's money: neither a part of it (其中) nor the sum of several years (中期). */
export function totalMoneyRow(rows: readonly PrintedMoney[]): PrintedMoney | undefined {
  const wholes = rows.filter(({ row }) => !isPartName((row ?? '').trim()));
  return wholes.find(({ row }) => TOTAL.test(row ?? '')) ?? wholes[0];
}

function moneyFacts(printed: PrintedMoney, unit: string | null): MoneyFacts {
  const name = (printed.row ?? '').trim();
  const fen = (text: string | null) => amountFen(text, unit);
  return {
    printed,
    name,
    beginFen: fen(printed.begin_budget),
    fullYearFen: fen(printed.full_year_budget),
    executedFen: fen(printed.executed),
    weight: decimalOf(printed.weight),
    score: decimalOf(printed.score),
  };
}

/** An amount with its own unit (250万) or the form's; null where it is blank or cannot be told. */
export function amountFen(text: string | null, formUnit: string | null): Fen | null {
  const read = isBlankCell(text) ? null : readAmountCell(text ?? '', formUnit);
  const fen = read === null ? null : parseMoney(read);
  return fen === null || isRefusal(fen) ? null : fen;
}

/** Points as printed: '12.5', '10分'. Null for a blank, a dash or words. */
export function decimalOf(text: string | null | undefined): Decimal | null {
  const bare = (text ?? '').trim().replace(/分$/, '');
  return isExactText(bare) ? exact(bare) : null;
}

function linesOf(form: PublishedForm, fiscalYear: number | null): LineFacts[] {
  const lines: LineFacts[] = [];
  form.indicators.forEach((printed, index) => {
    const parent = lines.findLast(({ partOf, isEmpty }) => partOf === null && !isEmpty) ?? null;
    lines.push(lineFacts({ printed, row: index + 1, parent, form, fiscalYear }));
  });
  return lines;
}

function lineFacts(given: {
  printed: PrintedIndicator;
  row: number;
  parent: LineFacts | null;
  form: PublishedForm;
  fiscalYear: number | null;
}): LineFacts {
  const { printed, row, parent, form, fiscalYear } = given;
  const name = bareName(printed.level3 ?? '');
  const place = {
    level1: printed.level1,
    level2: printed.level2,
    name,
    moneyUnit: form.money_unit,
    ...(fiscalYear !== null && { fiscalYear }),
  };
  const read = (text: string | null, beside: string | null, column: 'target' | 'actual') =>
    text === null ? null : readTargetValue(text, { ...place, column, beside });
  const weight = decimalOf(printed.weight);
  const blankName = printed.level3 === null || isBlankCell(name);
  const values = [printed.target, printed.actual, printed.weight, printed.score];
  return {
    row,
    printed,
    name,
    class: classOf(printed.level1 ?? '', printed.level2 ?? ''),
    level2: (printed.level2 ?? '')
      .replace(/[（(].*$/, '')
      .replace(/指标$/, '')
      .trim(),
    target: read(printed.target, printed.actual, 'target'),
    actual: read(printed.actual, printed.target, 'actual'),
    weight,
    score: decimalOf(printed.score),
    partOf: weight === null && /^其中/.test(name) && parent !== null ? parent.row : null,
    isEmpty: blankName && values.every((value) => value === null),
    notApplicable: isNotApplicable(printed, name),
  };
}

/** A stroke or 无 for the name or the target: this class does not apply. */
function isNotApplicable({ level3, target }: PrintedIndicator, name: string): boolean {
  return (level3 !== null && saysNotApplicable(name)) || (target !== null && saysNotApplicable(target));
}

/** 指标1:, ★ and hints such as (≥**%) are the template's, not the indicator's. */
export function bareName(printed: string): string {
  return printed
    .replace(/^[★☆▲*]+/, '')
    .replace(/^指标\d*[:：]?/, '')
    .replace(/[（(][^（()）]*(?:\*{2,}|[Xx]{2,})[^（()）]*[)）]/g, '')
    .trim();
}

const CLASSES: readonly (readonly [RegExp, IndicatorClass])[] = [
  [/满意/, 'satisfaction'],
  [/产出/, 'output'],
  [/成本/, 'cost'],
  [/效益|效果|影响/, 'benefit'],
  [/决策|投入/, 'decision'],
  [/过程|管理/, 'process'],
];

function classOf(level1: string, level2: string): IndicatorClass {
  if (/满意/.test(level2)) return 'satisfaction';
  return CLASSES.find(([words]) => words.test(level1))?.[1] ?? 'other';
}
