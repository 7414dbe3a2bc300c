import { type FieldFault, isRefusal, type Refusal } from '@quancheng/kernel';
import { markPaper, type PaperFault, readPaper } from '@quancheng/papers';

/** A copy of an item's file with what is wrong in its cells; what is wrong with the whole of it stands at its title. */
export async function paperWithMarks(
  bytes: Uint8Array,
  faults: readonly FieldFault[],
): Promise<Uint8Array | Refusal> {
  const read = await readPaper(bytes);
  if (isRefusal(read)) return read;
  const others = faults
    .filter(({ field }) => !read.faults.some(({ cell }) => cell === field))
    .map((fault): PaperFault => ({ ...fault, ...read.at(fault.field.replace(/^form\./, '')) }));
  return await markPaper(bytes, [...others, ...read.faults]);
}
