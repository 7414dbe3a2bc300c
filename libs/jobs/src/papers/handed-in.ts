import type { Recorded } from '@quancheng/domain';
import { type Fen, isRefusal, type Refusal } from '@quancheng/kernel';
import type { FilledPaper, PaperName } from '@quancheng/papers';
import type { PaperValues } from './begun.ts';
import { filledPaper, type PaperLook } from './filled.ts';

/**
 * A paper as the event says that it was handed in; `look` sees the file as it was then. The event is the one that the
 * paper's place names.
 */
export async function handedInPaper(
  paper: PaperName,
  stream: string,
  event: Recorded,
  look: PaperLook,
): Promise<FilledPaper | Refusal> {
  const { round } = event.data as { round?: unknown };
  const filled = await filledPaper(paper, stream, look, typeof round === 'string' ? round : undefined);
  return isRefusal(filled)
    ? filled
    : { ...filled, ...recordedIn(filled, event.data), handedInOn: event.happenedOn };
}

/** A review is recorded in its parts, its remarks numbered; every other paper as the form that it is. */
function recordedIn(
  { paper, spending }: FilledPaper,
  data: unknown,
): Pick<FilledPaper, 'values' | 'spending' | 'outcome'> {
  if (paper === 'goal-review') {
    const { marks, opinion, remarks, total, result } = data as ReviewRecord;
    const values = { marks, opinion, remarks: remarks.map(({ remark }) => ({ remark })) };
    return { values, outcome: { total, result } };
  }
  const { form, paidFen } = data as { form: PaperValues; paidFen?: Fen };
  return { values: form, ...(spending && paidFen !== undefined && { spending: { ...spending, paidFen } }) };
}

interface ReviewRecord {
  readonly marks: unknown;
  readonly opinion: string;
  readonly remarks: readonly { readonly remark: string }[];
  readonly total: string;
  readonly result: string;
}
