import { fromMessage, generationOf, type PublicEvent } from '@quancheng/contracts';
import type { LastRecord } from '@quancheng/kafka';
import type { PublishedFrom } from './publish.ts';

/** Where publishing goes on, and under which generation of the log. */
export interface Standing {
  readonly cursor: number;
  readonly generation: number;
}

/** What the topic's ends say about the store: in step with it, begun anew by it, or telling of what it no longer has. */
export type Verdict =
  | { readonly goOn: true }
  | { readonly goOn: false; readonly generation: number; readonly because: string };

/**
 * Whether the store is still the one whose events lie at the ends of the topic's partitions. After a restore it is not: it
 * gives, or has already given, the same numbers to other events, and nobody but the relay sees both sides.
 */
export async function compareWithTopic(
  store: Pick<PublishedFrom, 'numbered'>,
  ends: readonly LastRecord[],
  generation: number,
): Promise<Verdict> {
  const told = ends.map(fromMessage);
  const newest = Math.max(1, ...told.map(generationOf));
  if (newest < generation)
    return {
      goOn: false,
      generation,
      because: `the store is of generation ${generation}, the topic of ${newest}`,
    };
  const contradicted = await firstContradicted(
    store,
    told.filter((event) => generationOf(event) === newest),
  );
  if (newest === generation && contradicted === undefined) return { goOn: true };
  const because =
    contradicted === undefined
      ? `the topic is of generation ${newest}, the store of ${generation}`
      : `the topic has ${contradicted.id} as number ${contradicted.globalseq}, the store has not`;
  return { goOn: false, generation: newest + 1, because: `${because}: it was put back to an earlier point` };
}

async function firstContradicted(
  store: Pick<PublishedFrom, 'numbered'>,
  told: readonly PublicEvent[],
): Promise<PublicEvent | undefined> {
  for (const event of told) if ((await store.numbered(event.globalseq)) !== event.id) return event;
  return undefined;
}
