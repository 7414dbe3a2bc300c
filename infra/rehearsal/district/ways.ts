import type { Shares } from './chance.ts';

/** The ways in which a project-year can go, and how often each occurs in a district of this size. */

/** From the declaration to the review: whether, how often and by whom it is sent back. */
export type Declaring =
  | 'plain'
  | 'by-scan'
  | 'entered-late'
  | 'returned-by-department'
  | 'returned-by-finance'
  | 'returned-twice'
  | 'blocked'
  | 'reworked-mid-year'
  | 'withdrawn';
/** What 一下 leaves of the request. */
export type Control = 'as-asked' | 'cut' | 'cut-by-more-than-half';
export type Change = 'none' | 'adjusted' | 'transferred' | 'refused';
export type Tracking =
  | 'on-track'
  | 'late'
  | 'silent'
  | 'rectified'
  | 'rectified-twice'
  | 'stopped'
  | 'unanswered';
/** How something that is done once comes to its end. */
export type Completion =
  | 'in-time'
  | 'early'
  | 'extended'
  | 'extension-refused'
  | 'established'
  | 'never-reported'
  | 'suspended'
  | 'standing-still'
  | 'terminated'
  | 'next-year';
export type Evaluation =
  | 'accepted'
  | 'late'
  | 'never'
  | 'returned'
  | 'checked'
  | 'regraded'
  | 'reopened'
  | 'key'
  | 'commissioned';
export type Grade = '优秀' | '良好' | '合格' | '不合格';
export type Link = 'along' | 'against';
export type Clue = 'unfounded' | 'closed' | 'case' | 'undecided';
export type Disclosure = 'publish' | 'withhold' | 'undecided';
export type Leftover = 'returned' | 'carried';
/** What is paid in December reaches the treasury's file in December, or only in January. */
export type LastPayment = 'in-december' | 'registered-in-january';

/** Where the plan of the year's evaluations has a say, it alone says how. */
export const SHARES = {
  declaring2014: [
    'plain',
    ['by-scan', 5],
    ['entered-late', 4],
    ['returned-by-department', 9],
    ['returned-by-finance', 6],
    ['returned-twice', 3],
    ['blocked', 3],
    ['reworked-mid-year', 2],
    ['withdrawn', 3],
  ] satisfies Shares<Declaring>,
  declaring2015: [
    'plain',
    ['by-scan', 3],
    ['entered-late', 2],
    ['returned-by-department', 6],
    ['blocked', 2],
    ['withdrawn', 2],
  ] satisfies Shares<Declaring>,
  control: ['as-asked', ['cut', 24], ['cut-by-more-than-half', 2]] satisfies Shares<Control>,
  change: ['none', ['adjusted', 5], ['transferred', 4], ['refused', 2]] satisfies Shares<Change>,
  tracking: [
    'on-track',
    ['late', 6],
    ['silent', 4],
    ['rectified', 6],
    ['rectified-twice', 2],
    ['stopped', 3],
    ['unanswered', 2],
  ] satisfies Shares<Tracking>,
  completion: [
    'in-time',
    ['early', 12],
    ['extended', 5],
    ['extension-refused', 2],
    ['established', 4],
    ['never-reported', 2],
    ['suspended', 2],
    ['standing-still', 1],
    ['terminated', 2],
  ] satisfies Shares<Completion>,
  evaluation2013: [
    'accepted',
    ['late', 5],
    ['never', 2],
    ['returned', 2],
    ['checked', 7],
    ['regraded', 3],
    ['reopened', 2],
  ] satisfies Shares<Evaluation>,
  evaluation2014: [
    'accepted',
    ['late', 9],
    ['never', 4],
    ['returned', 3],
    ['checked', 12],
    ['regraded', 4],
    ['reopened', 3],
  ] satisfies Shares<Evaluation>,
  grade2013: ['优秀', ['良好', 22], ['合格', 7], ['不合格', 2]] satisfies Shares<Grade>,
  grade2014: ['优秀', ['良好', 42], ['合格', 14], ['不合格', 6]] satisfies Shares<Grade>,
  link: ['along', ['against', 9]] satisfies Shares<Link>,
  clue: ['unfounded', ['closed', 8], ['case', 5], ['undecided', 3]] satisfies Shares<Clue>,
  disclosure: ['publish', ['withhold', 22], ['undecided', 6]] satisfies Shares<Disclosure>,
  leftover: ['returned', ['carried', 12]] satisfies Shares<Leftover>,
  lastPayment: ['in-december', ['registered-in-january', 5]] satisfies Shares<LastPayment>,
} as const;
