import type { Json } from '@quancheng/kernel';
import { announcedDays } from '../story/announced.ts';
import type { Difference } from './difference.ts';
import { daysFromTo, daysLater, monthsLater, plusDays, workingDaysLater } from './holidays.ts';
import type { Stored } from './stored.ts';

type Unit = 'days' | 'working-days' | 'months';

/** What the edition zh-2014 gives for each deadline, written down a second time. */
const DEADLINES: Readonly<Record<string, readonly [count: number, unit: Unit]>> = {
  approval: [20, 'days'],
  disclosure: [20, 'days'],
  'self-evaluation': [3, 'months'],
  'tracking-report': [1, 'months'],
  'accountability-clue': [20, 'working-days'],
  'budget-link-decision': [20, 'working-days'],
  'control-figure': [20, 'working-days'],
  'department-review': [10, 'working-days'],
  'finance-review': [15, 'working-days'],
  'key-evaluation': [60, 'working-days'],
  rectification: [10, 'working-days'],
  'rectification-confirmation': [10, 'working-days'],
  'rectification-of-result': [20, 'working-days'],
  'report-completion': [10, 'working-days'],
  resubmission: [10, 'working-days'],
  'result-confirmation': [15, 'working-days'],
  'result-notice': [10, 'working-days'],
  'second-submission': [10, 'working-days'],
  'spot-check': [30, 'working-days'],
};

/** From which of its own days a fact counts a date; from the day it happened where nothing is said here. */
const COUNTED_FROM: Readonly<Record<string, string>> = {
  'CongressApprovalRecorded.batchesBy': 'approvedOn',
  'RectificationOrdered.answerBy': 'receivedOn',
  'ResultReceived.circulateBy': 'confirmedOn',
  'ResultReceived.discloseBy': 'confirmedOn',
  'ResultReceived.linkBy': 'confirmedOn',
  'ResultReceived.verifyBy': 'confirmedOn',
  'SelfEvaluationStarted.due': 'completedOn',
  'TrackingRoundOpened.reportBy': 'asOf',
};

interface LegalDate {
  readonly due: string;
  readonly provisional: boolean;
  readonly clause: string;
  readonly reminders: readonly string[];
}

interface Found {
  readonly path: string;
  readonly date: LegalDate;
  /** The object that holds the date: a duty or a plan tells its own start. */
  readonly holder: { readonly [key: string]: Json };
}

/** Computes every legal date of the events again. Answers how many there were, and each that differs. */
export function checkDates(events: readonly Stored[]): { dates: number; differences: Difference[] } {
  const found = events.flatMap((event) => legalDates(event.data, '').map((one) => ({ event, ...one })));
  const planned = new Map<string, string>();
  const differences = found.flatMap(({ event, path, date, holder }) => {
    const where = `${event.stream} v${event.version} ${event.type}.${path}`;
    const expected = expectedDue(event, { path, date, holder }, planned);
    if (path === 'keyReportBy') planned.set(event.stream, date.due);
    return [
      ...differs(where, expected, date.due),
      ...differs(`${where} provisional`, 'false', String(date.provisional)),
      ...wrongReminders(where, date),
    ];
  });
  return { dates: found.length, differences: [...differences, ...events.flatMap(wrongClock)] };
}

function legalDates(value: Json, path: string): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => legalDates(item, joined(path, String(index))));
  const holder = value as { readonly [key: string]: Json };
  return Object.entries(holder).flatMap(([key, item]) => {
    const at = joined(path, key);
    return isLegalDate(item)
      ? [{ path: at, date: item as unknown as LegalDate, holder }]
      : legalDates(item, at);
  });
}

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const isLegalDate = (value: Json | undefined): boolean =>
  typeof value === 'object' && value !== null && 'due' in value && 'reminders' in value;

function expectedDue(
  event: Stored,
  { path, date, holder }: Found,
  planned: ReadonlyMap<string, string>,
): string {
  const question = /^zh-2014\/deadline\/(.+)$/.exec(date.clause)?.[1];
  if (question === undefined) return announcedDays.has(date.due) ? date.due : 'a day that a notice announced';
  // The work plan of a key evaluation keeps the date that the yearly plan gave it.
  if (event.type === 'KeyEvaluationPrepared') return planned.get(event.stream) ?? 'the date of the plan';
  const own = holder.arisesOn ?? event.data[COUNTED_FROM[`${event.type}.${path}`] ?? ''];
  return counted(question, typeof own === 'string' ? own : event.happenedOn);
}

function counted(question: string, start: string): string {
  const rule = DEADLINES[question];
  if (rule === undefined) return `a deadline that the audit knows, not ${question}`;
  const [count, unit] = rule;
  if (unit === 'months') return monthsLater(start, count);
  return unit === 'days' ? daysLater(start, count) : workingDaysLater(start, count);
}

const REMINDED_DAYS_BEFORE = [30, 7, 1, 0];
const remindersOf = (due: string): string[] =>
  REMINDED_DAYS_BEFORE.map((days) => `${plusDays(due, -days)}T09:00:00.000+08:00`);

/** Fewer than four where the duty arose shortly before its date; never at another moment, and the due day always. */
function wrongReminders(where: string, { due, reminders }: LegalDate): Difference[] {
  const allowed = remindersOf(due);
  const last = allowed.at(-1) as string;
  return [
    ...reminders
      .filter((at) => !allowed.includes(at))
      .flatMap((at) => differs(`${where} reminder`, allowed.join(' '), at)),
    ...differs(`${where} last reminder`, last, reminders.at(-1) ?? 'none'),
  ];
}

/** What the clock recorded came at its moment, and lateness counts from 24:00 of the due day. */
function wrongClock({ type, data, stream, version, recordedAt }: Stored): Difference[] {
  const where = `${stream} v${version} ${type}`;
  const { due, instant } = data;
  if (typeof due !== 'string') return [];
  if (type === 'ObligationLapsed') return differs(where, midnightAfter(due), String(instant));
  if (type === 'ObligationReminded')
    return remindersOf(due).includes(String(instant))
      ? []
      : differs(where, 'one of the reminders', String(instant));
  if (data.daysLate === undefined) return [];
  const late = recordedAt >= midnightAfter(due);
  const days = late ? daysFromTo(due, recordedAt.slice(0, 10)) : 0;
  return differs(`${where} late`, `${late} ${days}`, `${data.late} ${data.daysLate}`);
}

const midnightAfter = (due: string): string => `${plusDays(due, 1)}T00:00:00.000+08:00`;

const differs = (where: string, expected: string, found: string): Difference[] =>
  expected === found ? [] : [{ where, expected, found }];
