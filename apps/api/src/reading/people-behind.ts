import type { Role } from '@quancheng/domain';
import { behindWall, type Store } from '@quancheng/event-store';
import { dateOf } from '@quancheng/kernel';
import { type Holder, holdersOf } from '@quancheng/read-models';
import type { BusinessClock } from '../clock/business-clock.ts';
import type { Reader } from '../identity/posts.ts';
import { namesOf } from './names.ts';

interface Office {
  readonly role: Role;
  readonly unit: string;
}

export interface Person extends Holder {
  readonly name: string | null;
}

const keyOf = ({ role, unit }: Office): string => `${role}@${unit}`;

/** The people who answer for some posts today, as the division's directory knows them; nobody where it knows none. */
export async function peopleBehind(
  store: Store,
  clock: BusinessClock,
  reader: Reader,
  offices: readonly Office[],
): Promise<(office: Office) => readonly Person[]> {
  const asked = [...new Map(offices.map((office) => [keyOf(office), office])).values()];
  const { division, wall } = reader;
  const on = dateOf(await clock.now(reader.actor.division));
  const found = await Promise.all(
    asked.map((office) => behindWall(store, wall, (sql) => holdersOf(sql, { division, ...office, on }))),
  );
  const names = await namesOf(
    store,
    reader,
    found.flat().map(({ personId }) => personId),
  );
  const known = new Map(
    asked.map((office, index) => [
      keyOf(office),
      (found[index] ?? []).map((holder) => ({ ...holder, name: names.get(holder.personId) ?? null })),
    ]),
  );
  return (office) => known.get(keyOf(office)) ?? [];
}
