import { DIRECTIONS, indicatorFromText } from '@quancheng/forms';
import { isExactText } from '@quancheng/kernel';
import type { GridCell } from '@quancheng/sheets';
import type { Reading } from './read-body.ts';
import { textOf } from './read-head.ts';

type Row = Record<string, unknown>;
type Cells = ReadonlyMap<string, GridCell>;

/** An indicator's row, whose cells say more together than each alone. Other rows are as they are. */
export function settled(reading: Reading, row: Row, cells: Cells): Row {
  return withTargetTold(reading, withoutPercentTwice(row, cells), cells);
}

/** 95 % that the office program keeps as a share is 95 where the unit's own cell says %. */
function withoutPercentTwice(row: Row, cells: Cells): Row {
  if (row.unit !== '%') return row;
  const twice = [...cells].filter(
    ([name, { found }]) => isShare(row[name]) && 'shownAs' in found && found.shownAs === 'percent',
  );
  return { ...row, ...Object.fromEntries(twice.map(([name]) => [name, String(row[name]).slice(0, -1)])) };
}

const isShare = (value: unknown): boolean =>
  typeof value === 'string' && value.endsWith('%') && isExactText(value.slice(0, -1));

/** "≥50个" in one cell, where direction and unit are blank, is understood where the forms have no doubt about it. */
function withTargetTold(reading: Reading, row: Row, cells: Cells): Row {
  const cell = cells.get('target');
  const { target, direction, unit, name } = row;
  if (cell === undefined || typeof target !== 'string' || direction !== undefined || unit !== undefined)
    return row;
  const offer = indicatorFromText(target, typeof name === 'string' ? { name } : {});
  if (offer === null || offer.asks !== null || offer.direction === 'qualitative') return row;
  const told = {
    direction: offer.direction,
    target: offer.target,
    ...(offer.unit !== null && { unit: offer.unit }),
  };
  reading.changes.push({
    kind: 'target',
    cell: cell.address,
    from: textOf(cell),
    to: `${signOf(offer.direction)} ${offer.target} ${offer.unit ?? ''}`.trim(),
  });
  return { ...row, ...told };
}

const signOf = (direction: string): string =>
  DIRECTIONS.find(({ value }) => value === direction)?.label.zh ?? direction;
