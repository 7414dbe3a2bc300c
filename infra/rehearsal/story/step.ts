import type { Role } from '@quancheng/domain';
import type { Json } from '@quancheng/kernel';
import type { Collection } from '../../client/client.ts';

export type Body = { readonly [key: string]: Json };

/** One command of one person, as it goes over the public API. */
export interface Order {
  readonly by: { readonly role: Role; readonly unit: string; readonly department: string };
  readonly to: readonly [Collection, string, string];
  readonly data: Body;
  /** Tells two orders of one step apart that say the same command to the same file. */
  readonly about?: string;
  /** The day the fact happened where it is recorded later, with the reason for that. */
  readonly happenedOn?: string;
  readonly lateReason?: string;
  /** The paper is expected to be sent back with this code. */
  readonly refused?: string;
}

/** A fact of a file as the API tells it. Only what never changes may be read: a step run again must say the same. */
export interface Fact {
  readonly type: string;
  readonly data: { readonly [key: string]: Json };
}

export interface Files {
  /** All facts of one file. */
  facts(collection: Collection, id: string): Promise<readonly Fact[]>;
}

/** One dated step of the story: what happens at that hour, all orders side by side. */
export interface Step {
  /** Part of every idempotency key: never reused, never renamed within a division. */
  readonly id: string;
  /** Business time, `2013-09-02T09`: the hour in +08:00. */
  readonly at: string;
  readonly says: string;
  readonly orders: readonly Order[] | ((files: Files) => Promise<readonly Order[]>);
}

export const step = (at: string, id: string, says: string, orders: Step['orders']): Step => ({
  id,
  at,
  says,
  orders,
});

export const online = { mode: 'online' } as const;
