import {
  nextWake,
  openStreams,
  owedInDivision,
  readClock,
  type Store,
  writeClock,
} from '@quancheng/event-store';
import { type DivisionCode, type Instant, isRefusal, parseDivision } from '@quancheng/kernel';
import type { ClockActivities } from '@quancheng/ports';
import { nudge } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';

const NUDGES_AT_ONCE = 8;
const LOOK_AGAIN_MS = 10;

export function clockActivities(store: Store, client: Client): ClockActivities {
  return {
    async stepClock({ division: code, to, by }) {
      const division = divisionOf(code);
      const { frozenAt } = await readClock(store, division);
      if (frozenAt === null) {
        // From here on this division's runs wait for nudges instead of time: each must learn that once.
        await writeClock(store, { division, frozenAt: to, changedBy: by });
        const streams = await openStreams(store, division);
        await nudgeAll(client, streams);
        await quiet(store, division);
        return { at: to, woken: streams.length, done: true };
      }
      if (to <= frozenAt) return { at: frozenAt, woken: 0, done: true };
      const next = await nextWake(store, division, to);
      const at = next === null ? to : later(next.at, frozenAt);
      await writeClock(store, { division, frozenAt: at, changedBy: by });
      await nudgeAll(client, next?.streams ?? []);
      await quiet(store, division);
      return { at, woken: next?.streams.length ?? 0, done: next === null };
    },
  };
}

function divisionOf(code: string): DivisionCode {
  const division = parseDivision(code);
  if (isRefusal(division)) throw new Error(`not a division: ${code}`);
  return division;
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

async function nudgeAll(client: Client, streams: readonly string[]): Promise<void> {
  const left = [...streams];
  const work = async () => {
    for (let stream = left.shift(); stream !== undefined; stream = left.shift()) await nudge(client, stream);
  };
  await Promise.all(Array.from({ length: NUDGES_AT_ONCE }, work));
}

/** Until no fact is left to carry between this division's streams. */
async function quiet(store: Store, division: DivisionCode): Promise<void> {
  while ((await owedInDivision(store, division)) > 0) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
