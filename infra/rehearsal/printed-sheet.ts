import { type Direction, isBlank, kindOf, readActual, readAmount, readTarget } from './printed-cell.ts';
import type { PrintedIndicator, PrintedMoney, PublishedForm } from './published-form.ts';
import type { SideLists } from './side-lists.ts';

export interface SheetLine {
  readonly row: string;
  readonly kind: string;
  readonly name: string;
  readonly direction: Direction;
  readonly target: string;
  readonly unit?: string;
  readonly actual?: string;
  readonly weight?: string;
  readonly selfScore?: string;
  readonly reason?: string;
  readonly partOf?: string;
  readonly notApplicable?: string;
}

export type Amount = { readonly amount: string; readonly unit: '元' | '万元' };
export interface Money {
  readonly beginBudgetFen?: Amount;
  readonly fullYearBudgetFen?: Amount;
  readonly executedFen?: Amount;
}

export interface Sheet {
  readonly indicators: readonly SheetLine[];
  readonly money: Money;
  readonly executionWeight: string;
  readonly executionSelfScore?: string;
  readonly executionReason?: string;
  readonly selfTotal?: string;
}

export const FORM_PATH = 'selfEvaluation.form';
export const linePath = (index: number, field: string) => `${FORM_PATH}.indicators.${index}.${field}`;

/** The scored part of a form with nothing added: what a clerk would get who typed it in as it stands. */
export function printedSheet(form: PublishedForm, side: SideLists): Sheet {
  const total = totalRow(form.money);
  const lines: SheetLine[] = [];
  for (const printed of form.indicators.filter(({ level3 }) => level3 !== null)) {
    const parent = lines.findLast(({ partOf }) => partOf === undefined);
    lines.push(printedLine(printed, { index: lines.length, parent, side }));
  }
  return {
    indicators: lines,
    money: moneyOf(total, form.money_unit),
    executionWeight: isBlank(total?.weight) ? '0' : (total?.weight as string),
    ...text('executionSelfScore', total?.score),
    ...text('selfTotal', form.total?.score),
  };
}

/** The row of the year's money: neither a part of it (其中) nor the sum of several years (中期). */
export function totalRow(rows: readonly PrintedMoney[]): PrintedMoney | undefined {
  return rows.find(({ row }) => /总额|合计|预算金额/.test(row) && !/其中|中期/.test(row));
}

export function moneyOf(row: PrintedMoney | undefined, unit: '元' | '万元'): Money {
  const amount = (name: keyof Money, cell: string | null | undefined) =>
    isBlank(cell) ? {} : { [name]: readAmount(cell as string, unit) };
  return {
    ...amount('beginBudgetFen', row?.begin_budget),
    ...amount('fullYearBudgetFen', row?.full_year_budget),
    ...amount('executedFen', row?.executed),
  };
}

interface Place {
  readonly index: number;
  readonly parent: SheetLine | undefined;
  readonly side: SideLists;
}

function printedLine(printed: PrintedIndicator, { index, parent, side }: Place): SheetLine {
  const kind = kindOf(printed.level1, printed.level2);
  const printedName = printed.level3 ?? '';
  const bare = cleanName(printedName);
  const name = isBlank(bare) ? (printed.level2 ?? printed.level1) : bare;
  side.read(linePath(index, 'name'), { printed: printedName, read: name, why: '去掉编号、★和模板提示' });
  const head = { row: String(index + 1), kind, name };
  if (isBlank(bare))
    return {
      ...head,
      direction: 'qualitative',
      target: '不适用',
      weight: '0',
      notApplicable: `原表填“${printedName}”`,
    };

  const target = isBlank(printed.target) ? null : readTarget(printed.target as string, kind);
  if (target?.operatorImplied === true) {
    const read = `${target.direction === 'lower' ? '≤' : '＝'}${target.target}`;
    side.read(linePath(index, 'direction'), {
      printed: printed.target as string,
      read,
      why: '原表没有写运算符',
    });
  }
  const isPart = printedName.startsWith('其中') && parent !== undefined;
  return {
    ...head,
    direction: target?.direction ?? 'qualitative',
    target: target?.target ?? '',
    ...(target?.unit ? { unit: target.unit } : {}),
    ...actualOf(printed, { index, side, target }),
    ...text('weight', printed.weight),
    ...text('selfScore', printed.score),
    ...(isBlank(printed.reason) ? {} : { reason: printed.reason as string }),
    ...(isPart ? { partOf: parent.row } : {}),
  };
}

function actualOf(
  printed: PrintedIndicator,
  { index, side, target }: { index: number; side: SideLists; target: ReturnType<typeof readTarget> | null },
): { actual?: string } {
  if (isBlank(printed.actual)) return {};
  const cell = printed.actual as string;
  const reading = target === null ? null : readActual(cell, target);
  // An operator in an actual cell is a copied target: the clerk has to say what was reached.
  if (reading === null || reading.changed === 'operator-dropped') return { actual: cell };
  const why = reading.changed === 'tier' ? '与目标相同或为档次用语，读作“达成”' : '单位另列';
  return { actual: side.read(linePath(index, 'actual'), { printed: cell, read: reading.actual, why }) };
}

/** 指标1:, ★ and hints such as (≥**%) are the template's, not the indicator's. */
function cleanName(printed: string): string {
  return printed
    .replace(/^★/, '')
    .replace(/^指标\d+[:：]?/, '')
    .replace(/[(（][≤≥]\*+[^)）]*[)）]/g, '')
    .trim();
}

/** A cell under its name; 0 in a reason cell or a dash is no content. */
function text<K extends string>(name: K, cell: string | null | undefined): { [key in K]?: string } {
  return isBlank(cell) ? {} : ({ [name]: cell as string } as { [key in K]: string });
}
