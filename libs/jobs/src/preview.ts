import type { FieldFault } from '@quancheng/kernel';
import type { Item, Look, Planned } from './item.ts';
import { type Judge, judgeStroke, untouchedItem } from './judge.ts';

/** Items with their verdicts, those for one stream gathered into one stroke. Nothing is written. */
export async function judgeAll(
  planned: readonly Planned[],
  look: Pick<Look, 'state'>,
  judge: Judge,
): Promise<Item[]> {
  const strokes = new Map<string, Planned[]>();
  for (const item of planned)
    if (item.stream !== null && item.piece !== null && item.faults.length === 0)
      strokes.set(item.stream, [...(strokes.get(item.stream) ?? []), item]);
  const judged = new Map<number, Item>();
  let stroke = 0;
  for (const [stream, items] of strokes) {
    stroke += 1;
    const verdicts = judgeStroke(items, stream, await look.state(stream), judge);
    for (const item of items) {
      const verdict = verdicts.get(item.row) ?? { state: 'ok', faults: [], result: null };
      judged.set(item.row, stored(item, { ...verdict, faults: titled(item, verdict.faults) }, stroke));
    }
  }
  return planned.map((item) => judged.get(item.row) ?? unasked(item));
}

function unasked(item: Planned): Item {
  if (item.faults.length > 0)
    return stored(item, { state: 'fault', faults: item.faults, result: null }, null);
  if (item.untouched !== undefined) return stored(item, untouchedItem(item.untouched), null);
  // A person's contact alone: it is kept beside the stroke of its division.
  return stored(item, { state: 'ok', faults: [], result: null }, 0);
}

function stored(
  { untouched: _untouched, titles: _titles, ...item }: Planned,
  { state, faults, result }: Pick<Item, 'state' | 'faults' | 'result'>,
  stroke: number | null,
): Item {
  // Known as it is, but the person is reached otherwise: then that is what is left to do.
  const isLeft = state === 'untouched' && item.contact !== undefined;
  const now = isLeft ? 'ok' : state;
  return {
    ...item,
    ...(isLeft ? { piece: null, result: null } : { result }),
    state: now,
    faults,
    stroke: now === 'ok' ? (stroke ?? 0) : null,
  };
}

/** The decision names its own fields; the file has titles for them. */
function titled(item: Planned, faults: readonly FieldFault[]): FieldFault[] {
  const titles = item.titles ?? {};
  const titleOf = (field: string) => titles[field] ?? titles[field.split('.').at(-1) ?? ''] ?? field;
  return faults.map(({ field, ...fault }) => ({ field: titleOf(field), ...fault }));
}
