import {
  bareName,
  type Direction,
  indicatorFromText,
  isBlankCell,
  isNumeric,
  kindOfLevels,
  type PrintedIndicator,
  type PrintedMoney,
  readAmountCell,
  readTargetValue,
  totalMoneyRow,
} from '@quancheng/forms';
import type { PublishedForm } from './published-form.ts';
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
  const total = totalMoneyRow(form.money);
  const lines: SheetLine[] = [];
  for (const printed of form.indicators.filter(({ level3 }) => level3 !== null)) {
    const parent = lines.findLast(({ partOf }) => partOf === undefined);
    lines.push(printedLine(printed, { index: lines.length, parent, side }));
  }
  return {
    indicators: lines,
    money: moneyOf(total, form.money_unit),
    executionWeight: isBlankCell(total?.weight) ? '0' : (total?.weight as string),
    ...text('executionSelfScore', total?.score),
    ...text('selfTotal', form.total?.score),
  };
}

export function moneyOf(row: PrintedMoney | undefined, unit: '元' | '万元'): Money {
  const amount = (name: keyof Money, cell: string | null | undefined) =>
    isBlankCell(cell) ? {} : { [name]: amountOf(cell, unit) };
  return {
    ...amount('beginBudgetFen', row?.begin_budget),
    ...amount('fullYearBudgetFen', row?.full_year_budget),
    ...amount('executedFen', row?.executed),
  };
}

/** An amount in the unit of its cell, else of the form. Throws on what is no amount. */
export function amountOf(cell: string | null | undefined, unit: '元' | '万元'): Amount {
  const amount = readAmountCell(cell ?? '', unit);
  if (amount === null) throw new RangeError(`not an amount: ${cell}`);
  return amount;
}

interface Place {
  readonly index: number;
  readonly parent: SheetLine | undefined;
  readonly side: SideLists;
}

function printedLine(printed: PrintedIndicator, { index, parent, side }: Place): SheetLine {
  const kind = kindOfLevels(printed.level1, printed.level2) ?? 'quantity';
  const printedName = printed.level3 ?? '';
  const bare = bareName(printedName);
  const name = isBlankCell(bare) ? (printed.level2 ?? printed.level1 ?? '') : bare;
  side.read(linePath(index, 'name'), { printed: printedName, read: name, why: '去掉编号、★和模板提示' });
  const head = { row: String(index + 1), kind, name };
  if (isBlankCell(bare))
    return {
      ...head,
      direction: 'qualitative',
      target: '不适用',
      weight: '0',
      notApplicable: `原表填“${printedName}”`,
    };

  const target = isBlankCell(printed.target)
    ? null
    : indicatorFromText(printed.target as string, { level1: printed.level1, level2: printed.level2, name });
  if (target !== null && target.asks !== null) {
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
    ...(isBlankCell(printed.reason) ? {} : { reason: printed.reason as string }),
    ...(isPart ? { partOf: parent.row } : {}),
  };
}

function actualOf(
  printed: PrintedIndicator,
  { index, side, target }: { index: number; side: SideLists; target: Aim | null },
): { actual?: string } {
  if (isBlankCell(printed.actual)) return {};
  const cell = printed.actual as string;
  const read = target === null ? null : plainActual(cell, target);
  if (read === null) return { actual: cell };
  const why = target?.direction === 'qualitative' ? '与目标相同或为档次用语，读作“达成”' : '单位另列';
  return { actual: side.read(linePath(index, 'actual'), { printed: cell, read, why }) };
}

type Aim = Pick<SheetLine, 'direction' | 'target'> & { readonly unit?: string | null };

/**
 * The plain value in an actual cell, where it is in the target's unit; null where a person must say: an operator there is
 * a copied target.
 */
export function plainActual(cell: string, { direction, target, unit = null }: Aim): string | null {
  const reading = readTargetValue(cell, { column: 'actual' });
  if (direction === 'qualitative') {
    const isReached = ['达成', '完成'].includes(reading.value ?? '') || cell.trim() === target;
    return isReached ? '达成' : null;
  }
  return isNumeric(reading) && (reading.unit === null || reading.unit === unit) ? reading.value : null;
}

/** A cell under its name; 0 in a reason cell or a dash is no content. */
function text<K extends string>(name: K, cell: string | null | undefined): { [key in K]?: string } {
  return isBlankCell(cell) ? {} : ({ [name]: cell as string } as { [key in K]: string });
}
