import { describe, expect, it } from '@jest/globals';
import { atHour, calendarFrom, day, isRefusal, type Json, type WorkingDayCalendar } from '@quancheng/kernel';
import { actorAs, step, storyOf, wan } from '@quancheng/testing';
import { aggregates } from '../aggregates.ts';
import { handle } from './run.ts';
import type { LegalDate } from './legal-date.ts';
import { worldOf } from './world.ts';

const { aggregate, stream, unborn, live, record, clockAt, dataOf, typesOf, duties } = storyOf(
  aggregates.project,
  'P1',
);

const PROJECT: Record<string, Json> = {
  name: '农村道路硬化',
  nature: 'new',
  term: 'phased',
  field: '三农',
  highConcern: false,
  totalFen: wan('800'),
  plannedStart: '2026-03-02',
  people: [
    { duty: 'money-user', personId: 'p-1' },
    { duty: 'unit-head', personId: 'p-2' },
    { duty: 'department-head', personId: 'p-3' },
  ],
};
const registered = (plannedEnd: string) =>
  live(unborn, step('Register', 'unit-clerk', '2026-02-02', { ...PROJECT, plannedEnd }));

/** As if the notice of 2027 had come: the Monday after New Year's Day is off, too. */
const withNextYear: WorkingDayCalendar = calendarFrom('2027', {
  holidays: { '2026-10-01': '', '2027-01-01': '', '2027-01-04': '', '2027-10-01': '' },
  workdays: {},
});

function renewed(life: ReturnType<typeof registered>, calendar?: WorkingDayCalendar) {
  const now = atHour(day('2026-11-20'), 10);
  const actor = actorAs('system');
  const world = worldOf({ stream, actor, now, receivedAt: now });
  const command = { type: 'RenewLegalDates', commandId: 'c', actor, data: {} };
  const facts = handle(
    aggregate,
    life.state,
    command,
    calendar === undefined ? world : { ...world, calendar },
  );
  if (isRefusal(facts)) throw new Error(JSON.stringify(facts));
  return record(life, facts, { actor, now, happenedOn: day('2026-11-20') });
}

const planOf = (life: ReturnType<typeof registered>) =>
  (life.state as unknown as { plan: { reportBy: LegalDate } }).plan.reportBy;

describe('dates computed before the holidays of their year were published', () => {
  const life = registered('2026-12-25');

  it('know the day they are counted from', () => {
    expect(planOf(life)).toMatchObject({ provisional: true, from: '2026-12-25', due: '2027-01-08' });
  });

  it('stay as they are until the calendar has grown', () => {
    expect(typesOf(renewed(life))).toEqual(typesOf(life));
  });

  it('are counted again when it has, as a fact that tells what they were', () => {
    const after = renewed(life, withNextYear);
    expect(dataOf(after, 'LegalDatesRenewed')).toMatchObject({
      dates: [{ was: '2027-01-08', date: { due: '2027-01-12', provisional: false, from: '2026-12-25' } }],
    });
    expect(planOf(after)).toMatchObject({ due: '2027-01-12', provisional: false });
  });

  it('are counted again once', () => {
    const after = renewed(life, withNextYear);
    expect(typesOf(renewed(after, withNextYear))).toEqual(typesOf(after));
  });

  it('are those of the duty that arises later', () => {
    const dueOf = (one: typeof life) => duties(clockAt(one, '2026-12-26')).map(({ due }) => due);
    expect(dueOf(life)).toEqual(['2027-01-08']);
    expect(dueOf(renewed(life, withNextYear))).toEqual(['2027-01-12']);
  });

  it('leave alone what was certain', () => {
    const certain = registered('2026-09-25');
    expect(typesOf(renewed(certain, withNextYear))).toEqual(typesOf(certain));
  });

  it.each(['project', 'project-year', 'evaluation', 'budget-year'] as const)(
    'are renewed by the system alone: %s',
    (name) => {
      expect(aggregates[name].commands.RenewLegalDates?.roles).toEqual(['system']);
    },
  );
});
