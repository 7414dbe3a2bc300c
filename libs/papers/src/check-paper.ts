import { checkEvaluationSheet, checkNarrative, selfEvaluationForm } from '@quancheng/forms';
import { isRefusal, type FieldFault, type Refusal } from '@quancheng/kernel';
import { type ReadPaper, readPaper } from './read-paper.ts';

/**
 * Everything that can be said of a paper without a server: what its form refuses, and what its figures are to each other,
 * by cell. Refuses what `readPaper` refuses.
 */
export async function checkPaper(
  bytes: Uint8Array,
): Promise<Pick<ReadPaper, 'paper' | 'head' | 'faults' | 'notes'> | Refusal> {
  const read = await readPaper(bytes);
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
