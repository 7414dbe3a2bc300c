import { executionBase } from '@quancheng/forms';
import { type Fen, percentOf } from '@quancheng/kernel';
import type { CellField } from '../layout.ts';
import type { FilledPaper } from '../paper.ts';
import { columnOf, type Row } from './columns.ts';
import type { Html } from './html.ts';
import { type Column, table } from './table.ts';
import { amountText } from './value.ts';

/** The one row of figures of a self-evaluation's money. The rate is nobody's to fill in: it is computed, and says on what. */
export function moneyTable(fields: readonly CellField[], values: Row): Html {
  const own = fields.map(columnOf);
  const at = fields.findIndex(({ name }) => name === 'executionWeight');
  return table({ columns: own.toSpliced(at, 0, rateColumn(values)), rows: [values] });
}

/** What was approved and paid, of a tracking report: the treasury's figures, which nobody is asked for. */
export function spendingTable({ budgetFen, paidFen }: NonNullable<FilledPaper['spending']>): Html {
  const cell = (title: string, text: string, look: 'amount' | 'middle'): Column<null> => ({
    title,
    share: 1,
    look,
    text: () => text,
  });
  const columns = [
    cell('全年预算数', amountText(budgetFen), 'amount'),
    cell('国库支付数', amountText(paidFen), 'amount'),
    cell('执行率（%）', rateText(paidFen, budgetFen), 'middle'),
  ];
  return table({ columns, rows: [null] });
}

function rateColumn(values: Row): Column<Row> {
  const base = executionBase(values);
  const on = base?.base === 'year-start' ? '年初预算数' : '全年预算数';
  return {
    title: `执行率（%，按${on}）`,
    share: 13,
    look: 'middle',
    text: ({ executedFen }) => rateText(executedFen as Fen | undefined, base?.budgetFen),
  };
}

/** Blank where there is nothing to divide, or nothing to divide by. */
const rateText = (executedFen: Fen | undefined, budgetFen = 0n): string =>
  executedFen === undefined ? '' : (percentOf(executedFen, budgetFen) ?? '');
