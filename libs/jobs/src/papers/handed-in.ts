import type { Recorded } from '@quancheng/domain';
import { isRefusal, type Refusal } from '@quancheng/kernel';
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
    : { ...filled, values: valuesIn(paper, event.data), handedInOn: event.happenedOn };
}

/** A review is recorded in its parts, its remarks numbered; every other paper as the form that it is. */
function valuesIn(paper: PaperName, data: unknown): PaperValues {
  if (paper !== 'goal-review') return (data as { form: PaperValues }).form;
  const { marks, opinion, remarks } = data as PaperValues & { remarks: readonly { remark: string }[] };
  return { marks, opinion, remarks: remarks.map(({ remark }) => ({ remark })) };
}
