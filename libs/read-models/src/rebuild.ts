import { aggregates, fold } from '@quancheng/domain';
import { behindWall, type Store, withStream } from '@quancheng/event-store';
import {
  type DivisionCode,
  isRefusal,
  parseStreamId,
  startOfDay,
  type StreamId,
  day,
} from '@quancheng/kernel';
import { projections } from './projections.ts';
import { recordedOf } from './timeline/dossier.ts';

export interface RebuildProgress {
  readonly done: number;
  readonly of: number;
}

/**
 * Writes every row of every projection again from the events, stream by stream, each under the lock by which commands
 * append to it: reading and work go on meanwhile, and a row says by its `projection_version` by which code it was written.
 * Answers how many streams there were. Tried again after an interruption it begins anew and ends the same.
 */
export async function rebuild(
  store: Store,
  onProgress: (progress: RebuildProgress) => void = () => undefined,
): Promise<number> {
  const streams = await behindWall(
    store,
    '*',
    (sql) =>
      sql<
        { stream: StreamId; division: DivisionCode }[]
      >`select stream, division from streams where version > 0 order by stream`,
  );
  let done = 0;
  for (const { stream, division } of streams) {
    await rebuildStream(store, stream, division);
    onProgress({ done: ++done, of: streams.length });
  }
  return done;
}

async function rebuildStream(store: Store, stream: StreamId, division: DivisionCode): Promise<void> {
  const parts = parseStreamId(stream);
  if (isRefusal(parts)) throw new Error(`not a stream: ${stream}`);
  const aggregate = aggregates[parts.aggregate];
  await withStream(store, stream, division, async (tx) => {
    const events = (await tx.load()).map(recordedOf);
    const state = fold(aggregate, events);
    const change = {
      stream,
      division,
      aggregate: parts.aggregate,
      id: parts.id,
      version: events.length,
      state,
      obligations: aggregate.openObligations(state),
      recordedAt: events.at(-1)?.recordedAt ?? startOfDay(day('1970-01-01')),
    };
    await Promise.all(projections.map((projection) => projection.write(tx.sql, change)));
  });
}
