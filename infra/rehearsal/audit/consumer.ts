import type { Store } from '@quancheng/event-store';
import { type Finding, finding } from './difference.ts';

/** The first consumer behind Kafka has counted each file exactly as far as it is stored. */
export async function auditConsumer({ sql }: Store, division: string): Promise<Finding[]> {
  const rows = await sql<{ stream: string; version: number; counted: number | null }[]>`
    select stream, streams.version, counted.version as counted
    from streams left join reporting.streams counted on counted.source = '/divisions/' || stream
    where division = ${division} and counted.version is distinct from streams.version`;
  return rows.map(({ stream, version, counted }) =>
    finding((counted ?? 0) > version ? 'twice' : 'stuck', {
      where: `${stream} in reporting`,
      expected: `${version} events`,
      found: String(counted ?? 0),
    }),
  );
}
