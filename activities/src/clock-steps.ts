import {
  nextWake,
  openStreams,
  owedInDivision,
  readClock,
  type Store,
  writeClock,
} from '@quancheng/event-store';
import { type DivisionCode, type Instant, isRefusal, parseDivision } from '@quancheng/kernel';
import type { ClockActivities, ClockMove } from '@quancheng/ports';
import { nudge } from '@quancheng/ports/client';
import { sleep } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { atOnce } from './at-once.ts';
import { beating } from './beating.ts';

const NUDGES_AT_ONCE = 8;
const LOOK_AGAIN_MS = 10;

export function clockActivities(store: Store, client: Client): ClockActivities {
  return { stepClock: (move) => beating(() => stepClock(store, client, move)) };
}

/** Begun anew after a kill at any point it finds the same streams waiting, and ends the same. */
async function stepClock(store: Store, client: Client, { division: code, to, by }: ClockMove) {
  const division = divisionOf(code);
  // What was said at the old instant is carried on at that instant: a fact must not arrive dated days later.
  await quiet(store, division);
  const { frozenAt } = await readClock(store, division);
  const next = frozenAt === null ? null : await nextWake(store, division, later(to, frozenAt));
  const at = next === null ? later(to, frozenAt ?? to) : later(next.at, frozenAt ?? next.at);
  if (at !== frozenAt) await writeClock(store, { division, frozenAt: at, changedBy: by });
  // With the first move this division's runs wait for nudges instead of time: each must learn that once.
  const streams = frozenAt === null ? await openStreams(store, division) : (next?.streams ?? []);
  await atOnce(NUDGES_AT_ONCE, streams, (stream) => nudge(client, stream));
  await quiet(store, division);
  return { at, woken: streams.length, done: next === null };
}

function divisionOf(code: string): DivisionCode {
  const division = parseDivision(code);
  if (isRefusal(division)) throw new Error(`not a division: ${code}`);
  return division;
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Until no fact is left to carry between this division's streams. */
async function quiet(store: Store, division: DivisionCode): Promise<void> {
  while ((await owedInDivision(store, division)) > 0) await sleep(LOOK_AGAIN_MS);
}
