import { describe, expect, it } from '@jest/globals';
import { atHour, day, isRefusal, type Json } from '@quancheng/kernel';
import { isProvisional, rulebook } from '@quancheng/rulebook';
import { evolve } from '../core/run.ts';
import { project } from './index.ts';
import { actorAs, DIVISION, type Life, type Step, storiesOf } from './story.ts';
import {
  expectEdges,
  expectHeard,
  expectOnce,
  expectRest,
  expectSomebodyWaits,
  expectSound,
  expectWaysOut,
  walksOf,
} from './walk.ts';
import type { ProjectState } from './state.ts';

const STREAM = `${DIVISION}/project/P-1`;
const wish = (does: string, as: Step['as'], data: Record<string, Json> = {}): Step => ({
  does,
  as,
  on: '2014-01-02',
  data,
});
const wan = (amount: string): Json => ({ amount, unit: '万元' });

const entry = { name: '后海塘片区扬尘治理工程', field: '环保', highConcern: false };
const people = [
  { duty: 'money-user', personId: 'p-1' },
  { duty: 'unit-head', personId: 'p-2' },
  { duty: 'department-head', personId: 'p-3' },
];
const oneOff = {
  ...entry,
  nature: 'new',
  term: 'one-off',
  totalFen: wan('132.912'),
  plannedStart: '2014-01-02',
  plannedEnd: '2014-08-15',
};
const continuing = {
  ...entry,
  nature: 'recurrent',
  term: 'continuing',
  totalFen: wan('900'),
  plannedStart: '2014-01-02',
  people,
};
const taken = { ...entry, unit: 'U-07', department: 'D-01', nature: 'new', term: 'phased' };
const years = [{ fiscalYear: 2014, atStage: 'tracking', approvedFen: wan('50'), gaps: ['没有绩效目标'] }];
const paper = { paper: '函1号', reason: '情况变化' };
const proof = (kind: string): Json => ({ kind, paper: '证明' });

/** Any of these may be tried on any day; most are refused, and the rest must leave a file that somebody waits for. */
const TRIES: readonly Step[] = [
  wish('Register', 'unit-clerk', oneOff),
  wish('Register', 'unit-clerk', { ...oneOff, people, plannedEnd: '2015-06-30' }),
  wish('Register', 'unit-clerk', continuing),
  wish('TakeOver', 'finance-performance', { ...taken, years }),
  wish('Amend', 'finance-business', { nature: 'recurrent', term: 'continuing', ...paper }),
  wish('Amend', 'finance-business', { plannedEnd: '2015-03-31', ...paper }),
  wish('Amend', 'finance-business', { name: '更名', ...paper }),
  ...people.map((one) => wish('AssignResponsible', 'department', { ...one, from: '2014-03-01' })),
  ...[2014, 2015, 2016].map((fiscalYear) => wish('OpenYear', 'unit-clerk', { fiscalYear })),
  wish('NoteYearApproved', 'system', { fiscalYear: 2014, approvedFen: '50000' }),
  wish('NoteCarryOver', 'system', { fromYear: 2014, amountFen: '700' }),
  wish('NoteYearClosed', 'system', { fiscalYear: 2014 }),
  wish('RecordAcceptance', 'department', { acceptedOn: '2014-06-03', paper: '验收单' }),
  wish('RecordFinalPayment', 'treasury', { paidOn: '2014-07-01', paymentNo: 'Z-1', amountFen: wan('1') }),
  wish('AskExtension', 'unit-head', { plannedEnd: '2015-12-31', reason: '汛期' }),
  wish('DecideExtension', 'finance-performance', { grant: true, opinion: '同意' }),
  wish('DecideExtension', 'finance-performance', { grant: false, opinion: '不同意' }),
  wish('ReportCompletion', 'unit-head', { completedOn: '2014-06-03', proof: proof('acceptance') }),
  wish('ReportCompletion', 'unit-clerk', { completedOn: '2014-12-31', proof: proof('financial-close') }),
  wish('EstablishCompletion', 'finance-performance', { completedOn: '2014-08-15', ...paper }),
  wish('Suspend', 'department', paper),
  wish('Suspend', 'department', { ...paper, until: '2014-12-01' }),
  wish('Resume', 'department', { reason: '恢复' }),
  wish('Terminate', 'section-chief', paper),
  wish('Reopen', 'finance-performance', { reason: '更正' }),
  wish('Reopen', 'finance-performance', { reason: '更正', withdraw: ['acceptance', 'final-payment'] }),
  wish('RenewLegalDates', 'system'),
];

const everyWalk = walksOf({ aggregate: project, stream: STREAM, tries: TRIES, from: '2014-01-02' });

describe('whatever is done to a project in whatever order', () => {
  it('somebody owes something or the clock waits, until it ends', () => {
    everyWalk((visits) => expectSomebodyWaits(project, visits));
  });
  it('what would end a duty can be done where it stands', () => {
    everyWalk((visits) => expectWaysOut(project, visits));
  });
  it('each step is one edge of the table, and each event has its clause', () => {
    everyWalk((visits) => expectEdges(project, visits));
  });
  it('what was decided once is not decided again', () => {
    everyWalk((visits) => expectOnce(project, STREAM, visits));
  });
  it('events hold to the catalogue and fold to the same state', () => {
    everyWalk((visits) => expectSound(project, visits));
  });
  it('other streams understand what they are told', () => {
    everyWalk((visits) => expectHeard(project, visits));
  });
  it('the clock falls silent', () => {
    everyWalk((visits) => expectRest(project, STREAM, visits, '2019-06-03'));
  });
  it('walks reach every stage', () => {
    const seen = new Set<string>();
    everyWalk(
      (visits) => {
        for (const { after } of visits) seen.add(after.state.stage);
      },
      { seed: 2014 },
    );
    expect([...seen].sort()).toEqual(
      Object.keys(project.stages)
        .filter((stage) => stage !== 'none')
        .sort(),
    );
  });
});

describe('the table of the life cycle', () => {
  it.each(
    project.transitions.map(({ command, event, clause }) => [
      `${command} → ${event}`,
      command,
      event,
      clause,
    ]),
  )('%s', (_edge, command, event, clause) => {
    expect(command === '(clock)' || Object.hasOwn(project.commands, command)).toBe(true);
    expect(Object.hasOwn(project.events, event)).toBe(true);
    expect(isProvisional(rulebook.clause(clause.replace('zh-2014/', ''), day('2014-07-01')))).toBe(false);
  });
});

describe('a fact of a later release', () => {
  it('leaves the state as it is, begun or not', () => {
    const { attempt, unborn } = storiesOf(project, STREAM);
    const begun = attempt(unborn, TRIES[0] as Step);
    expect(isRefusal(begun)).toBe(false);
    for (const { state } of [unborn, begun as Life<ProjectState>]) {
      const event = {
        type: 'NotInventedYet',
        data: {},
        eventId: 'x',
        version: 9,
        happenedOn: day('2014-07-01'),
        recordedAt: atHour(day('2014-07-01'), 9),
        actor: actorAs('system'),
      };
      expect(evolve(project, state, event)).toEqual(state);
    }
  });
});
