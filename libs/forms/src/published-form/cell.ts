import type { MoneyUnit } from '@quancheng/kernel';

/** Blank, a dash or a stroke: nothing was filled in. Never zero. */
export const isBlankCell = (text: string | null | undefined): boolean =>
  text === null || text === undefined || /^[\s/／—–-]*$/.test(text);

const AMOUNT = /^[¥￥]?\s*(\d[\d,]*(?:\.\d+)?)\s*(万元?|元)?$/;

/** An amount and its unit as printed; a unit inside the cell (250万, 20万元) goes before the form's own. Null for another text. */
export function readAmountCell(
  cell: string,
  formUnit: string | null,
): { amount: string; unit: MoneyUnit } | null {
  const [, amount, inside] = AMOUNT.exec(cell.trim().replaceAll('，', ',')) ?? [];
  const unit = inside ?? (formUnit ?? '').trim();
  if (amount === undefined || !/^(?:万元?|元)$/.test(unit)) return null;
  return { amount, unit: unit === '元' ? '元' : '万元' };
}
