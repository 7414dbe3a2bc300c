import type { FieldFault, Refusal } from '@quancheng/kernel';
import type { CaseDays, Rulebook } from '@quancheng/rulebook';
import { faultyPaper } from '../../core/refusals.ts';
import type { Corrections, ScoredSheet } from '../shapes.ts';
import { rescore } from './sheet.ts';

/** The sheet with what was found instead, scored again by the same rules. Refuses rows that the sheet does not score. */
export function corrected(
  sheet: ScoredSheet,
  { lines, executed }: Corrections,
  by: { rules: Rulebook; on: CaseDays },
): ScoredSheet | Refusal {
  const rows = lines.map(({ row }) => row);
  const faults: FieldFault[] = lines.flatMap(({ row }, index) => {
    const known = sheet.lines.some(
      (line) => line.row === row && line.partOf === null && line.notApplicable === null,
    );
    if (known && rows.indexOf(row) === index) return [];
    const because = known
      ? { zh: `序号${row}重复`, en: `row ${row} is there twice` }
      : { zh: `自评表没有计分的序号${row}`, en: `the sheet scores no row ${row}` };
    return [{ field: `lines.${index}.row`, code: known ? 'ROW_TWICE' : 'ROW_UNKNOWN', because }];
  });
  if (faults.length > 0) return faultyPaper(faults);
  return rescore(sheet, { lines, executedFen: executed?.executedFen }, by);
}
