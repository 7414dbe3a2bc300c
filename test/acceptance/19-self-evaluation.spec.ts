import { beforeAll, describe, expect, it } from '@jest/globals';
import { endOfDay, type PlainDate } from '@quancheng/kernel';
import type { Address } from './support/bureau.ts';
import { anApprovedYear, startEvaluation, submitEvaluation } from './support/lives.ts';
import { online, selfEvaluation } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 单位自评: within three months of completion, judged by the day the report reaches the bureau. */
const here = theBureau('2013-12-02');
const CLAUSE = 'zh-2014/deadline/self-evaluation';

// Every row of the calendar table that lies in 2013 and 2014.
const ROWS: readonly (readonly [completedOn: string, due: string, why: string])[] = [
  ['2013-11-30', '2014-02-28', 'February has no 30th'],
  ['2014-06-28', '2014-09-28', 'a Sunday that is worked'],
  ['2014-07-01', '2014-10-08', 'the day after the National Day holiday'],
  ['2014-07-11', '2014-10-11', 'a Saturday that is worked'],
];
const named = (completedOn: string, which: string): Address => `evaluations/E-${completedOn}-${which}`;
const WHICH = ['in-time', 'late', 'written-back'];

/** All rows on one clock: begun on their day, one handed in at the last moment of the due day, two at 24:00. */
beforeAll(async () => {
  const { bureau } = here;
  const moments = ROWS.flatMap(([completedOn, due]): [string, () => Promise<unknown>][] => [
    [
      `${[completedOn, bureau.today].sort().at(-1)}T10:00:00.000+08:00`,
      () =>
        Promise.all(
          WHICH.map((which) => startEvaluation(bureau, `E-${completedOn}-${which}`, { completedOn })),
        ),
    ],
    [`${due}T23:59:59.999+08:00`, () => submitEvaluation(bureau, named(completedOn, 'in-time'))],
    [
      endOfDay(due as PlainDate),
      async () => {
        await submitEvaluation(bureau, named(completedOn, 'late'));
        const paper = { form: selfEvaluation(), signature: online };
        const day = { happenedOn: due, lateReason: '前一日已送到收发室' };
        await bureau.does(
          'unit-head',
          named(completedOn, 'written-back'),
          'submit-self-evaluation',
          paper,
          day,
        );
      },
    ],
  ]);
  for (const [moment, act] of moments.sort(([a], [b]) => (a < b ? -1 : 1))) {
    await bureau.at(moment);
    await act();
  }
}, 120_000);

describe('three months after completion', () => {
  const submitted = async (completedOn: string, which: string) =>
    (await here.bureau.factOf(named(completedOn, which), 'SelfEvaluationSubmitted')).data;

  it.each(ROWS)('completed %s → due %s (%s)', async (completedOn, due, _why) => {
    const { bureau } = here;
    expect(await bureau.factOf(named(completedOn, 'late'), 'SelfEvaluationStarted')).toMatchObject({
      clause: CLAUSE,
      data: { completedOn, due: { due, provisional: false } },
    });
    expect(await submitted(completedOn, 'in-time')).toMatchObject({ due, late: false, daysLate: 0 });
    expect(await submitted(completedOn, 'late')).toMatchObject({ due, late: true, daysLate: 1 });
    // A day written back on the paper does not bring the paper to the bureau any earlier.
    expect(await submitted(completedOn, 'written-back')).toMatchObject({ due, late: true, daysLate: 1 });
  });

  it.each(ROWS)(
    'completed %s: 24:00 of %s escalates to the department, once',
    async (completedOn, due, _why) => {
      const { bureau } = here;
      const lapses = async (which: string) =>
        (await bureau.factsOf(named(completedOn, which))).filter(
          ({ type, data }) => type === 'ObligationLapsed' && data.obligationId === 'self-evaluation/1',
        );
      expect(await lapses('in-time')).toEqual([]);
      expect(await lapses('late')).toMatchObject([
        { clause: CLAUSE, data: { due, escalatedTo: { role: 'department', unit: '201' } } },
      ]);
    },
  );

  it('the unit is reminded 30, 7 and 1 days before and on the day', async () => {
    const facts = await here.bureau.factsOf(named('2014-07-01', 'late'));
    expect(facts.filter(({ type }) => type === 'ObligationReminded').map(({ data }) => data.instant)).toEqual(
      [
        '2014-09-08T09:00:00.000+08:00',
        '2014-10-01T09:00:00.000+08:00',
        '2014-10-07T09:00:00.000+08:00',
        '2014-10-08T09:00:00.000+08:00',
      ],
    );
  });
});

describe('what starts it', () => {
  it('is the acceptance, once the unit has reported it, and no later paper', async () => {
    const { bureau } = here;
    await bureau.on('2014-11-20');
    await anApprovedYear(bureau, 'W-1', { project: { plannedEnd: '2014-12-20' } });
    const project = 'projects/W-1';
    const accepted = { acceptedOn: '2014-11-14', paper: '竣工验收证书' };
    await bureau.does('unit-clerk', project, 'record-acceptance', accepted);
    const report = (completedOn: string, kind: string) =>
      bureau.tries('unit-clerk', project, 'report-completion', {
        completedOn,
        proof: { kind, paper: '证明' },
      });
    expect(await report('2014-11-20', 'financial-close')).toMatchObject({
      status: 422,
      code: 'ACCEPTANCE_COUNTS',
    });
    expect(await report('2014-11-14', 'acceptance')).toMatchObject({ status: 200 });
    await bureau.settle();
    expect(await bureau.factOf('evaluations/E-W-1-completion', 'SelfEvaluationStarted')).toMatchObject({
      data: {
        completedOn: '2014-11-14',
        proof: { kind: 'acceptance' },
        due: { due: '2015-02-15' },
        object: { projectYears: ['W-1-2014'] },
      },
    });
  });
});

describe('what the unit says of itself', () => {
  it('is scored by the rule, and drives nothing until finance has confirmed it', async () => {
    const { bureau } = here;
    const year = await anApprovedYear(bureau, 'S-1');
    const object = { projectYears: ['S-1-2014'] };
    const evaluation = await startEvaluation(bureau, 'E-S-1', { object });
    const boast = selfEvaluation({ households: '50' });
    const lines = (boast.indicators as object[]).map((line) => ({ ...line, selfScore: '30' }));
    const form = { ...boast, indicators: lines, executionSelfScore: '10', selfTotal: '100' };
    await bureau.does('unit-head', evaluation, 'submit-self-evaluation', { form, signature: online });
    expect((await bureau.factOf(evaluation, 'SelfEvaluationSubmitted')).data).toMatchObject({
      selfTotal: '100.00',
      sheet: { total: '85.00', edition: 'zh-2014' },
    });
    await bureau.settle();
    expect(await bureau.stageOf(year)).toBe('approved');
    expect(
      await bureau.tries('section-chief', evaluation, 'confirm-result', { opinion: '同意' }),
    ).toMatchObject({
      status: 409,
      code: 'WRONG_STAGE',
    });
  });

  it.each([
    ['a missed goal without its reason', { indicators: bare({ actual: '50' }) }],
    ['a score that is not by the rule, without a reason', { indicators: bare({ selfScore: '20' }) }],
    ['a total that is not the sum', { selfTotal: '99' }],
    [
      'no problems where a goal is missed',
      { indicators: bare({ actual: '50', reason: '汛期' }), problems: '无' },
    ],
    ['"as left" for what was achieved', { goalAchieved: '同左' }],
  ])('%s is refused', async (what, fault) => {
    const { bureau } = here;
    const evaluation = await startEvaluation(bureau, `E-F-${what.length}`);
    const scored = (selfEvaluation().indicators as object[]).map((line) => ({ ...line, selfScore: '30' }));
    const form = { ...selfEvaluation(), indicators: scored, executionSelfScore: '10', ...fault };
    const said = await bureau.tries('unit-head', evaluation, 'submit-self-evaluation', {
      form,
      signature: online,
    });
    expect(said).toMatchObject({ status: 422, code: 'FORM_INVALID' });
    expect(said.fields[0]).toMatch(/^form\./);
  });

  function bare(first: object): object[] {
    const [line, ...rest] = selfEvaluation().indicators as { reason?: string }[];
    const { reason: _taken, ...without } = line ?? {};
    return [{ ...without, ...first }, ...rest];
  }
});
