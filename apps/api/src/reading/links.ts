/** Where to read on from one file. */
export const linksOf = (self: string) => ({
  self,
  timeline: `${self}/timeline`,
  waiting: `${self}/waiting`,
  actions: `${self}/actions`,
  events: `${self}/events`,
});
