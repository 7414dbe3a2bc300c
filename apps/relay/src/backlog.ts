/** What is numbered and not yet on Kafka: how many, and since when. In seconds of a steady clock. */
export interface Backlog {
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
  return {
    headSeen(seq) {
      if (seq <= head) return;
      head = seq;
      if (marks.length < MOST_MARKS) marks.push({ seq, at: secondsNow() });
      else marks[marks.length - 1] = { seq, at: marks.at(-1)?.at ?? secondsNow() };
    },
    published(seq) {
      cursor = seq;
      if (seq > head) head = seq;
      while (marks[0] !== undefined && marks[0].seq <= seq) marks.shift();
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
