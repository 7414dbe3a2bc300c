import { randomUUID } from 'node:crypto';
import { atHour, type DivisionCode, day, type StreamId, streamIdOf } from '@quancheng/kernel';
import type { NewStoredEvent } from '../event.ts';
import type { Sql } from '../sql-types.ts';
import type { Store } from '../store.ts';
import { withStream } from '../stream.ts';

export const ZHENHAI = '330211000' as DivisionCode;
export const BEILUN = '330206000' as DivisionCode;

export const HAPPENED = day('2014-10-08');
export const RECORDED = atHour(HAPPENED, 9);

export function streamOf(id: string, division: DivisionCode = ZHENHAI): StreamId {
  return streamIdOf({ division, aggregate: 'project-year', id });
}

export function declared(change: Partial<NewStoredEvent> = {}): NewStoredEvent {
  return {
    eventId: randomUUID(),
    type: 'GoalDeclared',
    data: { goal: '完成河道整治 3.2 公里', requestedFen: 120_000_000n },
    meta: { person: 'p-17', post: 'unit-clerk', edition: 'zh-2014' },
    happenedOn: HAPPENED,
    recordedAt: RECORDED,
    training: false,
    ...change,
  };
}

/** Appends in a transaction of its own. */
export async function appendTo(
  store: Store,
  stream: StreamId,
  events = [declared()],
  division: DivisionCode = ZHENHAI,
): Promise<void> {
  await withStream(store, stream, division, async (tx) => {
    tx.append(events);
  });
}

/** Until so many connections of this database wait for a lock: asks the server again and again instead of sleeping. */
export async function untilWaiting(admin: Sql, connections: number): Promise<void> {
  for (;;) {
    const waiting =
      await admin`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting.length >= connections) return;
  }
}

export function gate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}
