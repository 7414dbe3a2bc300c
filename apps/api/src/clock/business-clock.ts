import { readClock, type Store } from '@quancheng/event-store';
import type { DivisionCode, Instant } from '@quancheng/kernel';
import { machineNow } from './machine.ts';

/** What moment it is for a division: the machine's, or in training the one its clock was moved to. */
export interface BusinessClock {
  now(division: string): Promise<Instant>;
  /** The instant at which a training division's clock stands; null where it runs. */
  standsAt(division: string): Promise<Instant | null>;
}

export function businessClock(store: Store, training: boolean): BusinessClock {
  const standsAt = async (division: string) =>
    training ? (await readClock(store, division as DivisionCode)).frozenAt : null;
  return { standsAt, now: async (division) => (await standsAt(division)) ?? machineNow() };
}
