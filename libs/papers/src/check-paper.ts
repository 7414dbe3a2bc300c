import {
  checkEvaluationSheet,
  checkNarrative,
  type ScoredForm,
  scorePublishedForm,
  selfEvaluationForm,
} from '@quancheng/forms';
import { type FieldFault, isRefusal, type Refusal, type Words } from '@quancheng/kernel';
import { type OpenedPaper, openPaper } from './open-paper.ts';
import type { PaperHead, PaperName } from './paper.ts';
import type { PaperFault } from './paper-fault.ts';
import { cellsOf } from './published/places.ts';
import { isPublished, readPublished } from './published/read-published.ts';
import { type ReadPaper, readOpened } from './read-paper.ts';

export interface CheckedPaper {
  readonly paper: PaperName;
  /** Of a published form only what is printed on it. */
  readonly head: PaperHead | Readonly<Record<'project' | 'department' | 'unit' | 'year', string | null>>;
  readonly faults: readonly PaperFault[];
  readonly notes: readonly Words[];
  /** A published self-evaluation, scored again by the rule. */
  readonly scored?: ScoredForm;
}

/**
 * Everything that can be said of a paper without a server, by cell: what its form refuses, and what its figures are to each
 * other. A self-evaluation as bureaus lay it out is taken too, and scored again. Refuses what `readPaper` refuses.
 */
export async function checkPaper(bytes: Uint8Array): Promise<CheckedPaper | Refusal> {
  const opened = await openPaper(bytes);
  if (isRefusal(opened)) return opened;
  if (isPublished(opened)) return checkPublished(opened);
  const read = readOpened(opened);
  if (isRefusal(read)) return read;
  const { paper, head, notes } = read;
  const more = read.faults.length > 0 ? [] : sheetFaults(read);
  return {
    paper,
    head,
    faults: [...read.faults, ...more.map((fault) => ({ ...read.at(fault.field), ...fault }))],
    notes,
  };
}

/** Only a complete paper has figures that can be held against each other. */
function sheetFaults({ paper, values }: ReadPaper): FieldFault[] {
  if (paper !== 'self-evaluation') return [];
  const sheet = selfEvaluationForm.schema.parse(values);
  return [...checkEvaluationSheet(sheet), ...checkNarrative(sheet, false)];
}

function checkPublished(opened: OpenedPaper): CheckedPaper | Refusal {
  const sheet = readPublished(opened);
  const scored = scorePublishedForm(sheet.form);
  if (isRefusal(scored)) return scored;
  const faults = scored.findings.flatMap((finding) =>
    cellsOf(finding, sheet).map((cell) => ({
      sheet: opened.grid.sheet,
      cell,
      field: finding.where,
      code: finding.code,
      because: finding.detail,
    })),
  );
  const { project, department, unit, year } = sheet.form;
  return {
    paper: 'self-evaluation',
    head: { project, department, unit, year },
    faults,
    notes: opened.notes,
    scored,
  };
}
