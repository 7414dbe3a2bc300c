import { exact } from '@quancheng/kernel';
import type { FormFacts, LineFacts } from '../facts.ts';
import { atRow, type FormFinding, finding, gathered, type RowFinding, rowsInWords } from '../finding.ts';
import { isNumeric } from '../../target-value/index.ts';

/** 其中 rows: a breakdown, never scored; their sum is checked, their units are compared. */
export function partFindings({ lines }: FormFacts): FormFinding[] {
  const parts = lines.filter(({ partOf }) => partOf !== null);
  const groups = Map.groupBy(parts, ({ partOf }) => partOf);
  const checked = [...groups].flatMap(([row, group]) => {
    const parent = lines.find((line) => line.row === row);
    return parent === undefined ? [] : checkParts(parent, group);
  });
  const breakdown =
    parts.length === 0
      ? []
      : [
          finding(
            'SUB_ROWS',
            rowsInWords(parts.map(({ row }) => row)),
            '“其中”行是分解，不单独计分',
            'breakdown rows: shown, never scored',
          ),
        ];
  return [...breakdown, ...gathered(checked), ...duplicates(lines)];
}

function checkParts(parent: LineFacts, parts: readonly LineFacts[]): RowFinding[] {
  const values = [parent, ...parts].map(({ target }) => target);
  if (!values.every((reading) => reading !== null && isNumeric(reading))) return [];
  const [whole, ...shares] = values.map((reading) => exact(reading?.value ?? '0'));
  const sum = shares.reduce((total, share) => total.plus(share), exact('0'));
  const units = new Set(values.map((reading) => reading?.unit));
  if (whole === undefined || !sum.eq(whole))
    return [
      atRow(
        parent.row,
        'SUB_ROWS_NE_PARENT',
        `“其中”合计${sum}，本行为${whole}`,
        `the parts sum to ${sum}, the row says ${whole}`,
      ),
    ];
  return units.size > 1
    ? [
        atRow(
          parent.row,
          'UNIT_MIX',
          `合计由不同单位相加（${[...units].join('、')}）`,
          `the sum adds different units (${[...units].join(', ')})`,
        ),
      ]
    : [];
}

/** The same indicator twice under one class with the same target. */
function duplicates(lines: readonly LineFacts[]): FormFinding[] {
  const named = lines.filter(({ name, isEmpty, notApplicable }) => name !== '' && !isEmpty && !notApplicable);
  const groups = Map.groupBy(named, ({ printed, name, target }) =>
    [printed.goal, printed.level2, name, target?.text].join(' '),
  );
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) =>
      finding(
        'DUPLICATE_ROWS',
        rowsInWords(group.map(({ row }) => row)),
        `“${group[0]?.name}”重复`,
        `"${group[0]?.name}" is there more than once`,
      ),
    );
}
