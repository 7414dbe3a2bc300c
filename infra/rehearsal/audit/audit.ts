import type { ApiClient } from '../../client/client.ts';
import { compareEvents } from './compare.ts';
import { checkDates } from './dates.ts';
import type { Difference } from './difference.ts';
import { type KafkaPlace, type Published, readPublished } from './published.ts';
import { type File, readStored, type Stored } from './stored.ts';

export interface Audit {
  readonly stored: number;
  readonly published: number;
  readonly streams: number;
  readonly dates: number;
  readonly differences: readonly Difference[];
}

export interface Audited {
  readonly audit: Audit;
  readonly files: readonly File[];
  readonly events: readonly Stored[];
  readonly published: readonly Published[];
}

/** Reads the division's record from the store and from Kafka, and computes its dates a second time. */
export async function auditDivision(api: ApiClient, division: string, kafka: KafkaPlace): Promise<Audited> {
  const { files, events } = await readStored(api, division);
  const published = await readPublished(kafka, division, events);
  const { dates, differences } = checkDates(events);
  const audit = {
    stored: new Set(events.map(({ eventId }) => eventId)).size,
    published: published.length,
    streams: files.length,
    dates,
    differences: [...compareEvents(events, published), ...differences],
  };
  return { audit, files, events, published };
}
