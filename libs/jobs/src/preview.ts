import type { FieldFault } from '@quancheng/kernel';
import type { Item, Look, Planned } from './item.ts';
import { type Judge, judgeStroke, untouchedItem } from './judge.ts';

/**
 * Items with their verdicts, those for one stream gathered into one stroke. Nothing is written. What a person chose and the
 * rules do not allow is left untouched, with the reason; what a list says and cannot be is its fault.
 */
export async function judgeAll(
  planned: readonly Planned[],
  look: Pick<Look, 'state'>,
  judge: Judge & { readonly isChosen: boolean },
): Promise<Item[]> {
  const asked = planned.filter(
    ({ stream, piece, faults }) => stream !== null && piece !== null && faults.length === 0,
  );
  const strokes = Map.groupBy(asked, ({ together, stream }) => together ?? stream ?? '');
  const judged = new Map<number, Item>();
  for (const [number, items] of [...strokes.values()].entries()) {
    const stream = items[0]?.stream ?? '';
    const verdicts = judgeStroke(items, stream, await look.state(stream), judge);
    for (const item of items) {
      const verdict = verdicts.get(item.row) ?? { state: 'ok', faults: [], result: null };
      judged.set(item.row, stored(item, { ...verdict, faults: titled(item, verdict.faults) }, number + 1));
    }
  }
  const all = planned.map((item) => judged.get(item.row) ?? unasked(item));
  return judge.isChosen ? all.map(leftAlone) : all;
}

function leftAlone(item: Item): Item {
  const [fault] = item.faults;
  if (item.state !== 'fault' || fault === undefined) return item;
  return { ...item, state: 'untouched', result: { code: fault.code, because: { ...fault.because } } };
}

function unasked(item: Planned): Item {
  if (item.faults.length > 0)
    return stored(item, { state: 'fault', faults: item.faults, result: null }, null);
  if (item.untouched !== undefined) return stored(item, untouchedItem(item.untouched), null);
  // A person's contact alone: it is kept beside the stroke of its division.
  return stored(item, { state: 'ok', faults: [], result: null }, 0);
}

function stored(
  { untouched: _untouched, titles: _titles, together: _together, detail = null, ...item }: Planned,
  { state, faults, result }: Pick<Item, 'state' | 'faults' | 'result'>,
  stroke: number | null,
): Item {
  // Known as it is, but the person is reached otherwise: then that is what is left to do.
  const isLeft = state === 'untouched' && item.contact !== undefined;
  const now = isLeft ? 'ok' : state;
  return {
    ...item,
    detail,
    ...(isLeft ? { piece: null, stream: null, result: null } : { result }),
    state: now,
    faults,
    stroke: now !== 'ok' ? null : isLeft ? 0 : (stroke ?? 0),
  };
}

/** The decision names its own fields; the file has titles for them. */
function titled(item: Planned, faults: readonly FieldFault[]): FieldFault[] {
  const titles = item.titles ?? {};
  const titleOf = (field: string) => titles[field] ?? titles[field.split('.').at(-1) ?? ''] ?? field;
  return faults.map(({ field, ...fault }) => ({ field: titleOf(field), ...fault }));
}
