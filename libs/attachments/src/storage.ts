import type { Readable } from 'node:stream';

/** What arrived: its name by content, and its size. */
export interface Received {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/**
 * Where the bytes are. A folder by default; an object storage fits as well: a content is written once under its sha256 and never
 * changes, so writing it again is no fault, and every copy of it is as good as any other.
 */
export interface Storage {
  /**
   * Takes a content in. `judge` sees its whole file before it is kept and may throw; then, as after a broken connection or
   * `TooLarge`, nothing is left of it.
   */
  put(
    content: AsyncIterable<Uint8Array>,
    limitBytes: number,
    judge: (draft: string) => Promise<void>,
  ): Promise<Received>;
  /** Null where there is none of that sha256. */
  open(sha256: string): Promise<Readable | null>;
}

/** The content went over the limit; reading ended there. */
export class TooLarge extends Error {}
