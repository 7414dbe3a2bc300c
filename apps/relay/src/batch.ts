import {
  type Follower,
  followStream,
  foldSnapshot,
  type ProjectSnapshot,
  type PublicEvent,
  snapshotMessage,
  type StoredEvent,
  toMessage,
} from '@quancheng/contracts';
import type { OutgoingMessage } from '@quancheng/kafka';

/** What has been published so far, as far as the next batch needs it. Rebuilt from the store and the topic, never saved. */
export interface Published {
  /** Of the log; every event that goes out names it. */
  readonly generation: number;
  /** By stream; bounded, a stream that is not here is read again. */
  readonly followers: Map<string, Follower>;
  /** By Kafka key. */
  readonly snapshots: Map<string, ProjectSnapshot>;
}

export interface Batch {
  readonly from: number;
  readonly to: number;
  readonly events: readonly OutgoingMessage[];
  readonly snapshots: readonly OutgoingMessage[];
  /** Folded by this batch: becomes `Published.snapshots` only when the cursor has moved. */
  readonly folded: ReadonlyMap<string, ProjectSnapshot>;
}

const STREAMS_REMEMBERED = 2_000;

/** The store's next events as they go out, and the snapshots folded to exactly the last of them. */
export async function prepare(
  stored: readonly StoredEvent[],
  published: Published,
  readStream: (stream: string, upTo: number) => Promise<readonly StoredEvent[]>,
  from: number,
): Promise<Batch> {
  const events: PublicEvent[] = [];
  for (const each of stored) {
    const follower = await followerOf(each, published.followers, readStream);
    events.push(follower.next({ ...each, generation: published.generation }));
  }
  const folded = new Map<string, ProjectSnapshot>();
  for (const event of events) {
    const key = event.partitionkey;
    const snapshot = foldSnapshot(folded.get(key) ?? published.snapshots.get(key), event);
    if (snapshot !== undefined) folded.set(key, snapshot);
  }
  return {
    from,
    to: stored.at(-1)?.seq ?? from,
    events: events.map(toMessage),
    snapshots: [...folded.values()].map(snapshotMessage),
    folded,
  };
}

async function followerOf(
  event: StoredEvent,
  followers: Map<string, Follower>,
  readStream: (stream: string, upTo: number) => Promise<readonly StoredEvent[]>,
): Promise<Follower> {
  const known = followers.get(event.stream);
  if (known !== undefined && known.version === event.version - 1) return known;
  const follower = followStream(event.stream);
  const earlier = event.version === 1 ? [] : await readStream(event.stream, event.version - 1);
  for (const each of earlier) follower.next(each);
  if (followers.size >= STREAMS_REMEMBERED) followers.clear();
  followers.set(event.stream, follower);
  return follower;
}

/** Cuts a batch so that no record batch comes near the broker's limit. */
export function chunks(messages: readonly OutgoingMessage[], mostBytes = 512 * 1024): OutgoingMessage[][] {
  const cut: OutgoingMessage[][] = [];
  let size = Infinity;
  for (const message of messages) {
    const bytes = message.value === null ? 0 : Buffer.byteLength(message.value);
    if (size + bytes > mostBytes) {
      cut.push([]);
      size = 0;
    }
    cut.at(-1)?.push(message);
    size += bytes;
  }
  return cut;
}
