import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  atHour,
  canonicalJson,
  day,
  fromJson,
  isRefusal,
  type Json,
  type PlainDate,
  toJson,
} from '@quancheng/kernel';
import { isProvisional, rulebook } from '@quancheng/rulebook';
import fc from 'fast-check';
import { evolve, fold, wakeAt } from '../core/run.ts';
import {
  accept,
  actorAs,
  assign,
  assignKey,
  attempt,
  check,
  clockTo,
  commission,
  confirm,
  draw,
  keyReport,
  type Life,
  lineOf,
  OBJECT,
  POLICY,
  prepare,
  returned,
  revise,
  start,
  type Step,
  submit,
  unborn,
} from './evaluation.story.ts';
import { evaluation } from './index.ts';

/** Any of these may be tried at any time; most are refused, and the rest must leave a file that somebody owes something on. */
const TRIES: readonly Step[] = [
  start(),
  start({ object: POLICY }),
  assign(),
  assignKey(),
  assignKey('commissioned'),
  assign({ object: POLICY }),
  submit(),
  submit(),
  submit({}, { as: 'unit-clerk' }),
  submit({ indicators: lineOf(0, { actual: '60', reason: '未入网' }), problems: '少入网', measures: '补齐' }),
  returned({ remarks: ['补充依据'] }),
  draw(),
  accept(),
  check([]),
  check([{ row: '1', actual: '50', reason: '清点' }]),
  prepare(),
  commission(),
  keyReport(),
  { ...confirm(), does: 'ReturnKeyReport', data: { remarks: ['补充'] } },
  confirm(),
  confirm({ advice: { choice: 'keep', reason: '有效' } }),
  revise([{ row: '1', actual: '80', reason: '审计' }]),
  revise([{ row: '1', actual: '90', reason: '复核' }]),
  { ...confirm(), does: 'Cancel', data: { reason: '重复立项' } },
  {
    does: 'ReportRecipients',
    as: 'department',
    on: '2014-09-01',
    data: {
      recipients: [
        {
          recipientNo: 'R1',
          receivedFen: { amount: '1', unit: '元' },
          outcomes: [{ name: '节能量', unit: '吨', value: '3' }],
        },
      ],
    },
  },
];
/** The commands that lead on are tried more often, so that walks also reach the end. */
const ONWARD = [0, 2, 3, 6, 11, 12, 13, 15, 17, 19];

type Move = { readonly pick: number; readonly daysOn: number; readonly tick: boolean };
const moves = fc.array(
  fc.record({
    pick: fc.oneof(fc.constantFrom(...ONWARD), fc.nat(TRIES.length - 1)),
    daysOn: fc.nat(40),
    tick: fc.boolean(),
  }),
  { minLength: 1, maxLength: 48, size: 'max' },
);

type Visit = { readonly before: Life; readonly after: Life; readonly step: Step };

function walk(path: readonly Move[]): { life: Life; visits: Visit[] } {
  const visits: Visit[] = [];
  let life = unborn;
  let today: PlainDate = day('2014-07-02');
  for (const { pick, daysOn, tick } of path) {
    today = addDays(today, daysOn);
    if (tick) life = clockTo(life, atHour(today, 8), today);
    const step = { ...(TRIES[pick] as Step), on: today };
    const after = attempt(life, step);
    if (isRefusal(after)) continue;
    visits.push({ before: life, after, step });
    life = after;
  }
  return { life, visits };
}

type Holds = (walked: ReturnType<typeof walk>) => void;
const everyWalk = (holds: Holds, more: { seed?: number } = {}) =>
  fc.assert(
    fc.property(moves, (path) => holds(walk(path))),
    { numRuns: 400, ...more },
  );

describe('whatever is done in whatever order', () => {
  it('somebody owes something until the evaluation ends, and nobody after', () => {
    everyWalk(({ visits }) => {
      for (const { after } of visits) {
        const stage = evaluation.stages[after.state.stage];
        const owed = evaluation.openObligations(after.state);
        expect({ stage: after.state.stage, waits: owed.length > 0 }).toEqual({
          stage: after.state.stage,
          waits: stage?.final !== true,
        });
        expect(new Set(owed.map(({ id }) => id)).size).toBe(owed.length);
      }
    });
  });

  it('what would end a duty can be done now, under a clause that the rule book has', () => {
    everyWalk(({ visits }) => {
      for (const { after } of visits) {
        for (const { unblockedBy, clause, since } of evaluation.openObligations(after.state)) {
          const possible = unblockedBy.filter((type) =>
            evaluation.transitions.some(
              ({ command, from }) => command === type && from.includes(after.state.stage),
            ),
          );
          expect(possible).toEqual(unblockedBy);
          expect(isProvisional(rulebook.clause(clause.replace('zh-2014/', ''), since))).toBe(false);
        }
      }
    });
  });

  it('each step is an edge of the table', () => {
    everyWalk(({ visits }) => {
      for (const { before, after, step } of visits) {
        const event = after.events[before.events.length];
        if (event === undefined) continue;
        const edges = evaluation.transitions.filter(
          ({ command, from, event: type, to }) =>
            command === step.does &&
            type === event.type &&
            from.includes(before.state.stage) &&
            (to === 'same' ? after.state.stage === before.state.stage : to.includes(after.state.stage)),
        );
        expect(edges).toHaveLength(1);
      }
    });
  });

  it('what was decided once is not decided again', () => {
    everyWalk(({ visits }) => {
      for (const { after, step } of visits) {
        const again = attempt(after, step);
        expect(isRefusal(again) ? after.events.length : again.events.length).toBe(after.events.length);
      }
    });
  });

  it('events hold to the catalogue, travel as JSON unchanged, and fold to the same state', () => {
    everyWalk(({ life }) => {
      const travelled = life.events.map((event) => ({
        ...event,
        data: fromJson(toJson(event.data) as Json),
      }));
      for (const event of travelled) {
        const kind = evaluation.events[event.type];
        if (kind === undefined) continue;
        expect(canonicalJson(kind.data.parse(event.data))).toBe(canonicalJson(event.data));
      }
      expect(canonicalJson(fold(evaluation, travelled))).toBe(canonicalJson(life.state));
      expect(fold(evaluation, life.events)).toEqual(life.state);
    });
  });

  it('the clock falls silent: it records what is due and then waits for a later moment', () => {
    everyWalk(({ life }) => {
      const now = atHour(day('2019-06-01'), 9);
      const rested = clockTo(clockTo(life, now, day('2019-06-01')), now, day('2019-06-01'));
      expect(clockTo(rested, now, day('2019-06-01')).events).toHaveLength(rested.events.length);
      const next = wakeAt(evaluation, rested.state);
      expect(next === null || next > now).toBe(true);
    });
  });

  it('walks reach every stage', () => {
    const seen = new Set<string>();
    everyWalk(
      ({ visits }) => {
        for (const { after } of visits) seen.add(after.state.stage);
      },
      { seed: 2014 },
    );
    expect([...seen].sort()).toEqual(
      Object.keys(evaluation.stages)
        .filter((stage) => stage !== 'none')
        .sort(),
    );
  });
});

describe('a fact of a later release', () => {
  it('leaves the state as it is, begun or not', () => {
    const begun = attempt(unborn, start()) as Life;
    for (const { state } of [unborn, begun]) {
      const event = {
        type: 'NotInventedYet',
        data: {},
        eventId: 'x',
        version: 9,
        happenedOn: day('2014-07-01'),
        recordedAt: atHour(day('2014-07-01'), 9),
        actor: actorAs('system'),
      };
      expect(evolve(evaluation, state, event)).toEqual(state);
    }
    expect(evaluation.ownership(begun.state)).toMatchObject({
      unit: OBJECT.unit,
      department: OBJECT.department,
    });
  });
});
