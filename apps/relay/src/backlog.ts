/** What is numbered and not yet on Kafka: how many, and since when. In seconds of a steady clock. */
export interface Backlog {
  /** Where a relay takes over. A lower head than before is that of a store that was put back. */
  begin(at: { readonly cursor: number; readonly head: number }): void;
  /** The last number of the feed, as it was seen at that moment. */
  headSeen(seq: number): void;
  published(seq: number): void;
  readonly head: number;
  readonly cursor: number;
  readonly lag: number;
  oldestSeconds(): number;
}

/** More marks than this would only make the age finer. */
const MOST_MARKS = 1_000;

export function openBacklog(secondsNow: () => number): Backlog {
  let head = 0;
  let cursor = 0;
  const marks: { seq: number; at: number }[] = [];
  const headSeen = (seq: number) => {
    if (seq <= head) return;
    head = seq;
    if (marks.length < MOST_MARKS) marks.push({ seq, at: secondsNow() });
    else marks[marks.length - 1] = { seq, at: marks.at(-1)?.at ?? secondsNow() };
  };
  const published = (seq: number) => {
    cursor = seq;
    if (seq > head) head = seq;
    while (marks[0] !== undefined && marks[0].seq <= seq) marks.shift();
  };
  return {
    headSeen,
    published,
    begin(at) {
      if (at.head < head) {
        marks.length = 0;
        head = at.head;
      }
      published(at.cursor);
      headSeen(at.head);
    },
    get head() {
      return head;
    },
    get cursor() {
      return cursor;
    },
    get lag() {
      return head - cursor;
    },
    oldestSeconds() {
      const oldest = marks[0];
      return oldest === undefined ? 0 : Math.max(0, secondsNow() - oldest.at);
    },
  };
}
