import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  atHour,
  canonicalJson,
  dateOf,
  day,
  fromJson,
  type Instant,
  isRefusal,
  type Json,
  toJson,
} from '@quancheng/kernel';
import fc from 'fast-check';
import { asAggregate, type Recorded } from '../core/aggregate.ts';
import { clockEvents } from '../core/obligation.ts';
import { fold, isClosed, wakeAt } from '../core/run.ts';
import { projectYear } from './index.ts';
import {
  approved,
  approving,
  atFinance,
  attempt,
  clockAt,
  controlling,
  declaring,
  ended,
  form,
  inUse,
  type Life,
  live,
  marks,
  online,
  opened,
  opening,
  passing,
  paying,
  reporting,
  result,
  resubmitting,
  reviewed,
  reviewingGoal,
  reviewingMoney,
  round,
  scan,
  type Step,
  tracked,
  unborn,
  yuan,
} from './project-year.story.ts';

/** What anybody may wish on any day; most wishes are refused, the walk goes on with the rest. */
const wish = (does: string, as: Step['as'], data: Json = {}): Step => ({ does, as, on: '2013-09-02', data });
const withoutGoal = { goalAnnual: '', indicators: [], requestedFen: yuan('300000.00') };
const answers = ['D1-1', 'F1-1', 'D2-1', 'F2-1'].map((remark) => ({ remark, answer: '已改' }));
const remarked = (mark: string): Step => ({
  ...reviewingGoal,
  data: { marks: marks(mark), opinion: '见要求', remarks: [{ remark: '补' }] },
});
const rectified = (order: string): Json => ({
  order,
  answers: [{ problem: `${order}-1`, answer: '已改' }],
  signature: online,
});

const missed = live(ended, result({ grade: '不合格', score: '55', missedGoals: ['入网户数'] }));

const almost = live(
  inUse,
  { ...wish('CirculateResult', 'finance-performance'), on: '2015-04-13' },
  { ...wish('AcknowledgeNotice', 'department'), on: '2015-04-14' },
  { ...wish('DecideBudgetLink', 'section-chief', { action: 'unchanged' }), on: '2015-04-15' },
);

const WISHES: readonly Step[] = [
  opening(),
  opening({ takenOver: { atStage: 'ended', approvedFen: '5', gaps: ['没有目标'] } }),
  opening({ takenOver: { atStage: 'tracking', approvedFen: '50000000', gaps: [] }, nature: 'recurrent' }),
  declaring(),
  declaring(withoutGoal),
  ...answers.map((answer) =>
    wish('Declare', 'unit-clerk', { form: form(), answers: [answer], signature: scan }),
  ),
  wish('SaveDraft', 'unit-clerk', { form: { need: '写到一半' } }),
  wish('Withdraw', 'unit-head', { reason: '不做了' }),
  wish('NoteWindow', 'system', {
    window: 'declaration',
    until: '2013-10-31',
    clause: 'zh-2014/goal-threshold/new',
  }),
  wish('NoteWindow', 'system', {
    window: 'mid-year-adjustment',
    until: '2014-06-30',
    clause: 'zh-2014/goal-threshold/new',
  }),
  passing,
  { ...passing, data: { verdict: 'return', opinion: '不完整', remarks: ['补'] } },
  reviewingMoney,
  reviewingGoal,
  remarked('良'),
  remarked('中'),
  remarked('差'),
  controlling,
  wish('IssueControlFigure', 'finance-business', { controlFen: yuan('100000'), reason: '财力所限' }),
  resubmitting,
  wish('Resubmit', 'unit-head', {
    requestedFen: yuan('100000'),
    goalRevision: { unchangedReason: '不变' },
    signature: online,
  }),
  approving,
  round,
  reporting(),
  reporting({ progressPercent: '5' }),
  wish('AcceptDeviation', 'finance-performance', { round: '2014-07', reason: '可以' }),
  paying('100000', 'P-1', '2013-09-01'),
  paying('400000', 'P-2', '2013-09-01'),
  wish('OrderRectification', 'finance-performance', { problems: ['未开工'], receivedOn: '2013-09-01' }),
  wish('ReportRectification', 'unit-head', rectified('R1')),
  wish('ReportRectification', 'unit-head', rectified('R2')),
  wish('ConfirmRectification', 'finance-performance', { order: 'R1', accepted: true, opinion: '好' }),
  wish('ConfirmRectification', 'finance-performance', { order: 'R1', accepted: false, opinion: '不够' }),
  wish('RequestStopPayment', 'finance-performance', { reason: '偏离' }),
  wish('AcknowledgeStopPayment', 'treasury', { request: 'S1' }),
  wish('LiftStopPayment', 'finance-performance', { request: 'S1', reason: '好了' }),
  wish('RequestAdjustment', 'unit-head', {
    kind: 'transfer',
    newAmountFen: yuan('450000'),
    goalRevision: { unchangedReason: '降价' },
    reason: '节余',
    signature: online,
  }),
  wish('DecideAdjustment', 'finance-business', { granted: true, opinion: '同意' }),
  wish('DecideAdjustment', 'finance-business', { granted: false, opinion: '不同意' }),
  wish('NoteProjectStatus', 'system', { status: 'suspended', reason: '征地' }),
  wish('NoteProjectStatus', 'system', { status: 'resumed', reason: '好了' }),
  wish('NoteProjectStatus', 'system', { status: 'terminated', reason: '不做了' }),
  wish('CarryOver', 'finance-business', { amountFen: yuan('0') }),
  wish('ReceiveCarryOver', 'system', { fromYear: 2013, amountFen: '100' }),
  result(),
  result({ resultVersion: 2, grade: '不合格', score: '50', missedGoals: ['入网户数'] }),
  wish('CirculateResult', 'finance-performance', { problems: [] }),
  wish('CirculateResult', 'finance-performance', { problems: ['台账不全'] }),
  wish('AcknowledgeNotice', 'department'),
  wish('ReportResultRectification', 'unit-head', {
    answers: [{ problem: 'P1-1', answer: '已改' }],
    signature: online,
  }),
  wish('ReportResultRectification', 'unit-head', {
    answers: [
      { problem: 'P1-1', answer: '已改' },
      { problem: 'P1-2', answer: '已改' },
    ],
    signature: online,
  }),
  wish('ReportResultRectification', 'unit-head', {
    answers: [{ problem: 'P2-1', answer: '已改' }],
    signature: online,
  }),
  wish('ConfirmResultRectification', 'finance-performance', { accepted: true, opinion: '好' }),
  wish('ConfirmResultRectification', 'finance-performance', { accepted: false, opinion: '不够' }),
  wish('DecideBudgetLink', 'section-chief', { action: 'unchanged', reason: '续做' }),
  wish('VerifyClue', 'finance-performance', { founded: true, opinion: '属实' }),
  wish('VerifyClue', 'finance-performance', { founded: false, opinion: '不属实' }),
  wish('CloseClue', 'section-chief', { reason: '情节轻微' }),
  wish('OpenCase', 'section-chief', { summary: '问责' }),
  wish('DecideDisclosure', 'finance-performance', { decision: 'withhold', reason: '涉密' }),
  wish('DecideDisclosure', 'finance-performance', {
    decision: 'publish',
    url: 'https://www.example.gov.cn/jx/1',
  }),
];

type Stride = { readonly pick: number; readonly days: number; readonly rash: boolean };
const strides = fc.array(
  fc.record({
    pick: fc.nat(),
    days: fc.integer({ min: 0, max: 20 }),
    rash: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  }),
  { minLength: 5, maxLength: 40 },
);
/** A walk sets out from some point of an ordinary life: from nothing alone, few would ever reach a result. */
const walks = fc.record({
  from: fc.constantFrom(unborn, opened, atFinance, reviewed, approved, tracked, ended, inUse, missed, almost),
  path: strides,
});

/** What ends a life before its time, or skips a part of it: only on a rash step, so that walks get far. */
const RASH = new Set(['Withdraw', 'NoteProjectStatus/terminated', 'ReceiveResult/approved', 'Open/ended']);

function wishesAt({ state }: Life): readonly Step[] {
  const open = WISHES.filter(({ does }) =>
    projectYear.transitions.some((edge) => edge.command === does && edge.from.includes(state.stage)),
  );
  return open.filter(({ does, data }) => {
    const { status = '', takenOver = null } = data as {
      status?: string;
      takenOver?: { atStage: string } | null;
    };
    return ![does, `${does}/${status}`, `${does}/${state.stage}`, `${does}/${takenOver?.atStage}`].some(
      (name) => RASH.has(name),
    );
  });
}

/** One after the other, what somebody may wish at this stage; what the rules refuse passes without a trace. */
function walk({ from, path }: { from: Life; path: readonly Stride[] }, visit: (life: Life) => void): Life {
  let life = from;
  let today = dateOf(from.events.at(-1)?.recordedAt ?? atHour(day('2013-09-02'), 10));
  for (const { pick, days, rash } of path) {
    today = addDays(today, days);
    const now = atHour(today, 10);
    life = clockAt(life, now);
    const wishes = rash ? WISHES : wishesAt(life);
    const step = wishes[pick % Math.max(wishes.length, 1)];
    const next = step === undefined ? life : attempt(life, { ...step, at: now, on: today });
    if (!isRefusal(next)) life = next;
    visit(life);
  }
  return life;
}

const everyEvent = { ...projectYear.events, ...clockEvents };

describe('on any walk of wishes and days', () => {
  it('the walks get far enough to mean something', () => {
    const seen = new Set(
      fc
        .sample(walks, { numRuns: 800, seed: 2014 })
        .flatMap((path) => walk(path, () => undefined).events.map(({ type }) => type)),
    );
    expect(Object.keys(projectYear.events).filter((type) => !seen.has(type))).toEqual([]);
  });

  it('nobody waits without a name: every stage that is not an end has an obligation or a timer', () => {
    fc.assert(
      fc.property(walks, (path) => {
        walk(path, (life) => {
          if (life.state.stage === 'none' || isClosed(asAggregate(projectYear), life.state)) return;
          const waits = [...projectYear.openObligations(life.state), ...projectYear.timers(life.state)];
          expect([life.state.stage, waits.length > 0]).toEqual([life.state.stage, true]);
          const ids = waits.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        });
      }),
      { numRuns: 250 },
    );
  });

  it('every duty can be ended by the commands it names, at the stage it is owed', () => {
    fc.assert(
      fc.property(walks, (path) => {
        walk(path, ({ state }) => {
          for (const { id, unblockedBy } of projectYear.openObligations(state)) {
            const possible = unblockedBy.filter((command) =>
              projectYear.transitions.some(
                (edge) => edge.command === command && edge.from.includes(state.stage),
              ),
            );
            expect([id, possible.length > 0]).toEqual([id, true]);
          }
        });
      }),
      { numRuns: 250 },
    );
  });

  it('every fact is in the catalogue, holds to its schema, and survives the store', () => {
    fc.assert(
      fc.property(walks, (path) => {
        const { events, state } = walk(path, () => undefined);
        const stored = events.map((event) => ({ ...event, data: fromJson(toJson(event.data)) }));
        for (const { type, data } of stored) {
          const parsed = everyEvent[type as keyof typeof everyEvent].data.safeParse(data);
          expect([type, parsed.error?.issues]).toEqual([type, undefined]);
          expect(canonicalJson(parsed.data)).toBe(canonicalJson(data));
        }
        expect(canonicalJson(fold(projectYear, stored as Recorded[]))).toBe(canonicalJson(state));
      }),
      { numRuns: 250 },
    );
  });

  it('each fact moves along an edge of the table', () => {
    fc.assert(
      fc.property(walks, (path) => {
        const { events } = walk(path, () => undefined);
        let before = projectYear.initial;
        for (const event of events) {
          const after = fold(projectYear, [event], before);
          const edges = projectYear.transitions.filter((edge) => edge.event === event.type);
          const drawn = edges.some(({ to }) =>
            after.stage === before.stage
              ? to === 'same' || to.includes(after.stage)
              : to !== 'same' && to.includes(after.stage),
          );
          expect([event.type, before.stage, after.stage, drawn || event.type in clockEvents]).toEqual([
            event.type,
            before.stage,
            after.stage,
            true,
          ]);
          before = after;
        }
      }),
      { numRuns: 250 },
    );
  });

  it('the same wish twice in a row is one decision', () => {
    fc.assert(
      fc.property(walks, fc.constantFrom(...WISHES), (path, step) => {
        const life = walk(path, () => undefined);
        const last = life.events.at(-1)?.recordedAt ?? ('2013-09-02T10:00:00.000+08:00' as Instant);
        const once = attempt(life, { ...step, at: last });
        if (isRefusal(once)) return;
        const twice = attempt(once, { ...step, at: last });
        expect(isRefusal(twice) || twice.events.length === once.events.length).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  it('the clock comes to rest: after it has spoken, nothing is due at the same instant', () => {
    fc.assert(
      fc.property(walks, (path) => {
        const life = walk(path, () => undefined);
        const now = '2016-12-31T12:00:00.000+08:00' as Instant;
        const rested = clockAt(life, now);
        const next = wakeAt(projectYear, rested.state);
        expect(next === null || next > now).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
