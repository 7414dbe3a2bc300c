import { executionBase } from '@quancheng/forms';
import { exact, type Fen, roundHalfUp } from '@quancheng/kernel';
import type { CellField } from '../layout.ts';
import { columnOf, type Row } from './columns.ts';
import type { Html } from './html.ts';
import { type Column, table } from './table.ts';

/** The one row of figures of a self-evaluation's money. The rate is nobody's to fill in: it is computed, and says on what. */
export function moneyTable(fields: readonly CellField[], values: Row): Html {
  const own = fields.map(columnOf);
  const at = fields.findIndex(({ name }) => name === 'executionWeight');
  return table({ columns: own.toSpliced(at, 0, rateColumn(values)), rows: [values] });
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
function rateText(executedFen: Fen | undefined, budgetFen: Fen | undefined): string {
  if (executedFen === undefined || budgetFen === undefined || budgetFen === 0n) return '';
  return roundHalfUp(exact(executedFen).times(100).div(exact(budgetFen)), 2);
}
