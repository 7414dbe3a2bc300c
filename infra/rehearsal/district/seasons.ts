/** When the papers of an evaluation and of its use are done, by the time of the year at which it falls. Hours of the timeline. */
export interface Use {
  readonly confirm: string;
  readonly circulate: string;
  readonly acknowledge: string;
  readonly disclose: string;
  readonly clues: string;
  readonly link: string;
  readonly decideClues: string;
  readonly answers: string;
  readonly close: string;
}

export interface Season {
  readonly submit: string;
  readonly submitLate: string;
  /** Drawn, accepted or returned. */
  readonly decide: string;
  readonly decideLate: string;
  readonly check: string;
  /** After a return, and after a spot check that found too much. */
  readonly again: string;
  readonly acceptAgain: string;
  readonly use: Use;
  readonly useAgain: Use;
  readonly useLate: Use;
}

const afterMay: Use = {
  confirm: '2014-05-05T09',
  circulate: '2014-05-14T09',
  acknowledge: '2014-05-22T09',
  disclose: '2014-05-22T09',
  clues: '2014-05-22T09',
  link: '2014-05-22T09',
  decideClues: '2014-06-05T09',
  answers: '2014-06-05T09',
  close: '2014-06-12T09',
};
const afterJune: Use = {
  confirm: '2014-06-12T09',
  circulate: '2014-06-20T09',
  acknowledge: '2014-06-25T14',
  disclose: '2014-06-25T14',
  clues: '2014-06-30T09',
  link: '2014-06-30T09',
  decideClues: '2014-07-14T09',
  answers: '2014-07-14T09',
  close: '2014-07-16T09',
};
const autumn: Use = {
  confirm: '2014-10-30T09',
  circulate: '2014-11-03T09',
  acknowledge: '2014-11-10T09',
  disclose: '2014-11-07T09',
  clues: '2014-11-12T09',
  link: '2014-11-14T09',
  decideClues: '2014-11-17T09',
  answers: '2014-11-17T09',
  close: '2014-11-24T09',
};
const lateAutumn: Use = {
  confirm: '2014-11-07T09',
  circulate: '2014-11-10T09',
  acknowledge: '2014-11-14T09',
  disclose: '2014-11-14T09',
  clues: '2014-11-17T09',
  link: '2014-11-20T09',
  decideClues: '2014-11-24T09',
  answers: '2014-11-25T09',
  close: '2014-11-28T09',
};
const spring: Use = {
  confirm: '2015-03-20T09',
  circulate: '2015-03-23T09',
  acknowledge: '2015-03-27T09',
  disclose: '2015-03-30T09',
  clues: '2015-04-01T09',
  link: '2015-04-03T09',
  decideClues: '2015-04-08T09',
  answers: '2015-04-13T09',
  close: '2015-04-20T09',
};
const lateSpring: Use = {
  confirm: '2015-04-01T09',
  circulate: '2015-04-08T09',
  acknowledge: '2015-04-13T09',
  disclose: '2015-04-13T09',
  clues: '2015-04-20T09',
  link: '2015-04-20T09',
  decideClues: '2015-04-24T09',
  answers: '2015-04-24T09',
  close: '2015-04-29T09',
};
/** Handed in after the date: the story ends before all of it is done. */
const afterAll: Use = {
  confirm: '2015-04-20T09',
  circulate: '2015-04-24T09',
  acknowledge: '2015-04-29T09',
  disclose: '2015-04-29T09',
  clues: '2015-05-06T09',
  link: '2015-05-06T09',
  decideClues: '2015-05-06T09',
  answers: '2015-05-06T09',
  close: '2015-05-06T09',
};

/** The years 2013 of what was taken over, evaluated in spring 2014. */
export const SEASON_2013: Season = {
  submit: '2014-03-20T09',
  submitLate: '2014-04-10T14',
  decide: '2014-04-18T09',
  decideLate: '2014-04-18T09',
  check: '2014-05-22T09',
  again: '2014-06-05T09',
  acceptAgain: '2014-06-10T09',
  use: afterMay,
  useAgain: afterJune,
  useLate: afterMay,
};
/** Finished in June 2014. */
export const SEASON_EARLY: Season = {
  submit: '2014-09-28T11',
  submitLate: '2014-10-09T09',
  decide: '2014-10-20T11',
  decideLate: '2014-10-20T11',
  check: '2014-10-28T09',
  again: '2014-11-03T09',
  acceptAgain: '2014-11-05T09',
  use: autumn,
  useAgain: lateAutumn,
  useLate: autumn,
};
/** The year 2014 of what is recurrent. */
export const SEASON_YEARLY: Season = {
  submit: '2015-01-26T10',
  submitLate: '2015-04-08T09',
  decide: '2015-03-05T09',
  decideLate: '2015-04-13T09',
  check: '2015-03-12T09',
  again: '2015-03-23T09',
  acceptAgain: '2015-03-27T09',
  use: spring,
  useAgain: lateSpring,
  useLate: afterAll,
};
/** Finished at the end of 2014. */
export const SEASON_WORKS: Season = {
  ...SEASON_YEARLY,
  submit: '2015-02-10T09',
  submitLate: '2015-03-05T09',
  decideLate: '2015-03-12T09',
  useLate: lateSpring,
};
/** Completion was established in the unit's place. */
export const SEASON_ESTABLISHED: Season = { ...SEASON_WORKS, submit: '2015-02-27T10' };
/** The plan of the year makes it a key evaluation. */
export const SEASON_KEY: Season = {
  ...SEASON_YEARLY,
  submit: '2015-02-06T09',
  use: { ...spring, confirm: '2015-03-13T09' },
};
export const KEY_WORK = {
  prepare: '2015-01-15T09',
  commission: '2015-01-19T09',
  report: '2015-02-16T09',
} as const;
