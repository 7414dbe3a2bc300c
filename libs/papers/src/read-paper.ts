import { isRefusal, type MoneyUnit, type Refusal, type Words } from '@quancheng/kernel';
import { notesOf } from './changes.ts';
import { FORMS } from './layout.ts';
import { type OpenedPaper, openPaper } from './open-paper.ts';
import type { PaperHead, PaperName } from './paper.ts';
import type { PaperFault } from './paper-fault.ts';
import { firstRowOf, readBody } from './read-body.ts';
import { headOf, moneyUnitOf } from './read-head.ts';
import { cellOf, draftOf, schemaFaults } from './schema-faults.ts';

export interface ReadPaper {
  readonly paper: PaperName;
  readonly head: PaperHead;
  /** The unit that the file states; undefined for a paper without money. */
  readonly moneyUnit?: MoneyUnit;
  /** A draft that the paper's form accepts, money in fen. What was faulty is not in it. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly PaperFault[];
  /** What was understood otherwise than it stood there, or was not read. */
  readonly notes: readonly Words[];
  /** Where a path of the form stands in the file: its cell, or that of the nearest thing around it. */
  readonly at: (field: string) => Pick<PaperFault, 'sheet' | 'cell'>;
}

/**
 * A filled-in paper from its xlsx, found by its title and labels. Whatever the form refuses is a fault at its cell; whatever
 * was understood otherwise than it stood there is a note. Refuses a file that is no honest xlsx, holds no paper or several,
 * does not say whose paper it is, or states no unit of money or two.
 */
export async function readPaper(bytes: Uint8Array): Promise<ReadPaper | Refusal> {
  const opened = await openPaper(bytes);
  return isRefusal(opened) ? opened : readOpened(opened);
}

export function readOpened(opened: OpenedPaper): ReadPaper | Refusal {
  const { paper, grid, title } = opened;
  const { fields } = FORMS[paper];
  const firstRow = firstRowOf(grid, fields, title.row);
  const head = headOf(opened, firstRow);
  if (isRefusal(head)) return head;
  const unit = moneyUnitOf(opened);
  if (isRefusal(unit)) return unit;
  const body = readBody(grid, fields, unit, firstRow);
  const at = (field: string) => ({
    sheet: grid.sheet,
    cell: cellOf(body.cells, field) ?? title.address,
  });
  return {
    paper,
    head,
    ...(unit !== undefined && { moneyUnit: unit }),
    values: draftOf(FORMS[paper], body.values),
    faults: [...body.faults, ...schemaFaults(FORMS[paper], body, at)],
    notes: [...opened.notes, ...notesOf(body.changes), ...body.notes],
    at,
  };
}
