import type { Reader } from '../identity/posts.ts';

/** Where to read on from one file; in a division below one's own the address says which. */
export function linksOf(self: string, reader?: Reader) {
  const below =
    reader === undefined || reader.division === reader.actor.division ? '' : `?division=${reader.division}`;
  return {
    self: `${self}${below}`,
    timeline: `${self}/timeline${below}`,
    waiting: `${self}/waiting${below}`,
    actions: `${self}/actions${below}`,
    events: `${self}/events${below}`,
  };
}
