import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '@quancheng/event-store';
import type { Client } from '@temporalio/client';
import type { ApiClient } from '../../client/client.ts';
import { rowsOf } from '../summary.ts';
import { compareEvents } from './compare.ts';
import { auditConsumer } from './consumer.ts';
import { checkDates } from './dates.ts';
import { type Finding, finding } from './difference.ts';
import { type KafkaPlace, readPublished } from './published.ts';
import { auditRecord, auditRest } from './record.ts';
import { auditRuns } from './runs.ts';
import { readStored, type Stored } from './stored.ts';
import { auditTold } from './told.ts';

/** The client that drove the rehearsal knows what was acknowledged; store and Temporal are asked past the API, as their owner. */
export interface Places {
  readonly api: ApiClient;
  readonly division: string;
  readonly kafka: KafkaPlace;
  readonly store: Store;
  readonly client: Client;
}

type ServerAudit = (places: Places) => Promise<Finding[]>;

/** Asked again until nothing is found: what still moves is not stuck. */
const COMES_TO_REST: readonly ServerAudit[] = [
  ({ store, division }) => auditRest(store, division),
  ({ client, store, division }) => auditRuns(client, store, division),
  ({ store, division }) => auditConsumer(store, division),
];

/** Asked once, when everything is at rest. A room with a promise of its own adds its audit here. */
const AT_REST: readonly ServerAudit[] = [({ store, division }) => auditRecord(store, division)];

/**
 * Temporal, store and Kafka beside each other, and all of them beside what the API acknowledged and what the year tells when
 * nothing befalls it. Waits until the division is at rest, but not for ever.
 */
export async function auditThreeWays(places: Places): Promise<Finding[]> {
  const { api, division, kafka } = places;
  const restless = await unrest(places);
  const { files, events } = await readStored(api, division);
  const published = await readPublished(kafka, division, events);
  return [
    ...restless,
    ...unclear(api.turnedAway),
    ...notKept(api.acknowledged, events),
    ...compareEvents(events, published).map((one) =>
      finding(one.found === 'missing' ? 'lost' : 'wrong', one),
    ),
    ...checkDates(events).differences.map((one) => finding('wrong', one)),
    ...auditTold(rowsOf(files, events, api.base), events),
    ...(await all(AT_REST, places)),
  ];
}

const RESTS_WITHIN_MS = 90_000;
const LOOK_AGAIN_MS = 500;

/** What does not come to rest within the time; empty when the division is quiet. */
async function unrest(places: Places): Promise<Finding[]> {
  const giveUpAt = performance.now() + RESTS_WITHIN_MS;
  for (;;) {
    const found = await all(COMES_TO_REST, places);
    if (found.length === 0 || performance.now() > giveUpAt) return found;
    await pause(LOOK_AGAIN_MS);
  }
}

const all = async (audits: readonly ServerAudit[], places: Places): Promise<Finding[]> =>
  (await Promise.all(audits.map((audit) => audit(places)))).flat();

function notKept(acknowledged: readonly string[], stored: readonly Stored[]): Finding[] {
  const here = new Set(stored.map(({ eventId }) => eventId));
  return acknowledged
    .filter((eventId) => !here.has(eventId))
    .map((where) => finding('lost', { where, expected: 'stored, as acknowledged', found: 'no such event' }));
}

/** Whoever was turned away could read why, what to do, and when to come back. */
function unclear(turnedAway: ApiClient['turnedAway']): Finding[] {
  return turnedAway
    .filter(({ status, retryAfter, body }) => status === 500 || retryAfter === null || !body?.code)
    .map(({ status, body }) =>
      finding('wrong', {
        where: 'an answer of the API',
        expected: 'a 503 or 429 with its reason and Retry-After',
        found: `${status} ${body?.code ?? ''} ${body?.detail ?? ''}`,
      }),
    );
}
