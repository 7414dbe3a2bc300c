import { behindWall } from '@quancheng/event-store';
import { tellOfMail } from '@quancheng/ports/client';
import { atOnce } from '../at-once.ts';
import type { Hands } from './strokes.ts';

const STREAMS_AT_ONCE = 8;

interface Owed {
  readonly stream: string;
  readonly acknowledged: number;
}

/**
 * Carries on what these streams owe to others, and these again, until nothing is owed that a run would not carry itself. Streams
 * that have a run are told; the others take their mail here.
 */
export async function carryOn(hands: Hands, division: string, streams: ReadonlySet<string>): Promise<void> {
  const reached = new Set(streams);
  const told = new Set<string>();
  for (;;) {
    const owed = (await owedBy(hands, division, [...reached])).filter(({ stream }) => !told.has(stream));
    if (owed.length === 0) return;
    await atOnce(STREAMS_AT_ONCE, owed, async ({ stream, acknowledged }) => {
      reached.add(stream);
      if (acknowledged > 0) {
        told.add(stream);
        await tellOfMail(hands.client, stream);
        return;
      }
      let moreMail = true;
      while (moreMail)
        ({ moreMail } = await hands.streams.receive({ stream, knownVersion: 0, now: hands.now() }));
    });
  }
}

async function owedBy({ store }: Hands, division: string, streams: readonly string[]): Promise<Owed[]> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<Owed[]>`
      select owed.target_stream as stream, coalesce(streams.acknowledged_version, 0) as acknowledged
      from (select target_stream, min(number) as first from follow_ups
        where done_at is null and source_stream = any(${[...streams]}) group by target_stream) as owed
        left join streams on streams.stream = owed.target_stream
      order by owed.first`,
  );
  return rows.map((row) => ({ ...row }));
}
