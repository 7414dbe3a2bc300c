import { describe, expect, it } from '@jest/globals';
import { day, exact } from '@quancheng/kernel';
import fc from 'fast-check';
import { rulebook as rules } from './rulebook.ts';
import { askOutcome } from './ask.ts';
import { askScore, type ScoredSheet, type ScoreLine, type ScoreMoney } from './score-sheet.ts';

const line = (kind: ScoreLine['kind'], target: string, actual: string | null, weight: string): ScoreLine => ({
  name: `指标${weight}`,
  kind,
  target,
  actual,
  weight,
});
const money = (budgetFen: bigint, paidFen: bigint, weight = '10'): ScoreMoney => ({
  budgetFen,
  paidFen,
  weight,
});

const scoreSheet = (lines: readonly ScoreLine[], money: ScoreMoney | null): ScoredSheet =>
  askScore(rules, { lines, money }, day('2014-06-30')) as ScoredSheet;

describe('points of one row', () => {
  it.each([
    ['higher', '100', '95', '10', '9.50'],
    ['higher', '100', '130', '10', '10.00'],
    ['lower', '100', '110', '10', '9.00'],
    ['lower', '100', '199', '10', '0.10'],
    ['lower', '100', '200', '10', '0.00'],
    ['equal', '0', '0', '10', '10.00'],
    ['equal', '0', '1', '10', '0.00'],
    ['equal', '100', '98', '10', '9.80'],
    ['qualitative', '效果明显', '达成', '10', '10.00'],
    ['qualitative', '效果明显', '85', '10', '8.50'],
    ['higher', '≥100', '95', '10', null],
    ['higher', '100', '≥95', '10', null],
    ['higher', '100', null, '10', null],
    ['higher', '100', '95', '', null],
  ] as const)('%s, target %s, actual %s, weight %s: %s', (kind, target, actual, weight, points) => {
    const [scored] = scoreSheet([line(kind, target, actual, weight)], null).lines;
    expect(scored).toMatchObject({
      points,
      clause: `zh-2014/scoring/${kind}`,
      edition: 'zh-2014',
      tier: 'derived',
    });
  });

  it.each([
    [money(4_320_000_00n, 3_724_000_00n), '8.62'],
    [money(100n, 105n), '10.00'],
    [money(100n, 0n), '0.00'],
    [money(0n, 0n), null],
    [money(0n, 5n), null],
  ])('execution %j: %s', (given, points) => {
    expect(scoreSheet([], given).execution).toMatchObject({
      points,
      clause: 'zh-2014/scoring/execution',
      name: '预算执行率',
    });
  });
});

describe('the total', () => {
  const lines = [
    line('higher', '3', '1', '50'),
    line('higher', '3', '1', '30'),
    line('qualitative', '明显', '100', '10'),
  ];

  it('is rounded once, from the exact points, not from the rounded rows', () => {
    const thirds = [
      line('higher', '3', '1', '0.025'),
      line('higher', '3', '1', '0.025'),
      line('higher', '3', '1', '0.025'),
      line('higher', '1', '1', '99.925'),
    ];
    expect(scoreSheet(thirds, null)).toMatchObject({
      lines: [{ points: '0.01' }, { points: '0.01' }, { points: '0.01' }, { points: '99.93' }],
      total: '99.95',
    });
    expect(scoreSheet(lines, money(3n, 1n))).toMatchObject({ total: '40.00' });
  });

  it('waits while a row cannot be scored, and says which', () => {
    expect(scoreSheet(lines, money(0n, 0n))).toMatchObject({
      total: null,
      execution: { points: null, findings: [{ zh: '预算为0，执行率无法计分' }] },
      findings: [{ zh: '“预算执行率”未能计分，总分暂缺' }],
    });
  });

  it('spreads a weight that is set aside with a reason over the others', () => {
    const aside = { ...money(0n, 0n), notApplicable: '当年没有预算' };
    expect(scoreSheet(lines, aside)).toMatchObject({
      total: '40.74',
      execution: { points: null, findings: [{ zh: '不适用：当年没有预算' }] },
      findings: [],
    });
    expect(scoreSheet(lines, { ...aside, notApplicable: ' ' }).total).toBeNull();
  });

  it('waits until the weights are exactly 100', () => {
    expect(scoreSheet(lines, money(3n, 1n, '10.01'))).toMatchObject({
      total: null,
      findings: [{ zh: '分值合计为100.01，应为100' }],
    });
    expect(scoreSheet(lines, null)).toMatchObject({
      total: null,
      findings: [{ zh: '分值合计为90，应为100' }],
    });
  });

  it('of nothing is no total', () => {
    expect(scoreSheet([], null).total).toBeNull();
    const allAside = lines.map((one) => ({ ...one, notApplicable: '无' }));
    expect(scoreSheet(allAside, { ...money(1n, 1n), notApplicable: '无' })).toMatchObject({
      total: null,
      findings: [{ zh: '没有可计分的指标' }],
    });
  });

  it('lies between 0 and 100 whatever is reported, and the same whatever the order', () => {
    const amount = fc.integer({ min: 0, max: 500 }).map(String);
    const reported = fc.record({
      kind: fc.constantFrom('higher', 'lower', 'equal'),
      target: fc.integer({ min: 1, max: 300 }).map(String),
      actual: amount,
    });
    fc.assert(
      fc.property(
        fc.array(reported, { minLength: 9, maxLength: 9 }),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (rows, budgetFen, paidFen) => {
          const sheet = rows.map((row, index) => ({ ...row, name: `${index}`, weight: '10' }) as ScoreLine);
          const { total } = scoreSheet(sheet, money(budgetFen, paidFen));
          expect(exact(total ?? '-1').gte(0) && exact(total ?? '101').lte(100)).toBe(true);
          expect(scoreSheet(sheet.toReversed(), money(budgetFen, paidFen)).total).toBe(total);
        },
      ),
    );
  });
});

describe('under the rules of a year', () => {
  it('asks by day, and has no answer before 2013', () => {
    const lines = [line('higher', '100', '95', '90')];
    expect(askScore(rules, { lines, money: money(1n, 1n) }, day('2013-12-31'))).toEqual(
      scoreSheet(lines, money(1n, 1n)),
    );
    expect(askScore(rules, { lines, money: null }, day('2012-12-31'))).toMatchObject({ provisional: true });
  });
});

describe('what an answer carries', () => {
  const fromReport = { zh: '自评表', en: 'self-evaluation' };

  it('each value of a row with where it came from, and the weight after the spread', () => {
    const lines = [
      { ...line('higher', '100', '95', '60'), sources: { actual: fromReport } },
      { ...line('higher', '100', '95', '30'), notApplicable: '没有此类产出' },
    ];
    const { lines: scored } = scoreSheet(lines, money(1n, 1n));
    expect(scored).toMatchObject([
      {
        effectiveWeight: '85.71',
        inputs: [
          { name: 'target', value: '100', from: null },
          { name: 'actual', value: '95', from: fromReport },
          { name: 'weight', value: '60', from: null },
        ],
      },
      { effectiveWeight: null, findings: [{ code: 'NOT_APPLICABLE' }] },
    ]);
  });

  it.each([
    ['higher', '90', '95', true],
    ['higher', '95', '95', false],
    ['above', '90', '95', true],
    ['lower', '10', '8', true],
    ['lower', '8', '8', false],
    ['equal', '10', '8', false],
    ['higher', '90', '无', false],
  ] as const)('%s %s against an earlier %s: too low is %s', (kind, target, baseline, flagged) => {
    const [scored] = scoreSheet([{ ...line(kind, target, target, '90'), baseline }], null).lines;
    expect(scored?.findings.some(({ code }) => code === 'TARGET_BELOW_BASELINE')).toBe(flagged);
  });

  it('a row without proof is named, and keeps what the formula gives', () => {
    const sheet = scoreSheet([{ ...line('higher', '1', '1', '90'), unproven: 'evidence' }], money(1n, 1n));
    expect(sheet).toMatchObject({
      total: '100.00',
      unproven: [{ name: '指标90', missing: 'evidence' }],
      lines: [{ points: '90.00', findings: [{ code: 'EVIDENCE_MISSING' }] }],
    });
  });

  it('passing a target is asked by the clause of reaching it', () => {
    const sheet = scoreSheet([line('above', '95', '95', '50'), line('below', '3', '3', '50')], null);
    expect(sheet.lines.map(({ clause }) => clause)).toEqual([
      'zh-2014/scoring/higher',
      'zh-2014/scoring/lower',
    ]);
  });

  it('the spread weights of what counts add up to 100, and the total is what they earn', () => {
    const rows = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 40 }), aside: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (given) => {
        fc.pre(given.some(({ aside }) => !aside));
        const lines = given.map(({ weight, aside }) => ({
          ...line('higher', '1', '1', String(weight)),
          ...(aside ? { notApplicable: '不涉及' } : {}),
        }));
        const weights = scoreSheet(lines, null).lines.map(({ effectiveWeight }) =>
          exact(effectiveWeight ?? '0'),
        );
        const off = weights
          .reduce((sum, one) => sum.plus(one))
          .minus(100)
          .abs();
        // Each is shown with two decimals; together they are apart from 100 by no more than those roundings.
        expect(off.lte(exact('0.005').times(lines.length))).toBe(true);
      }),
    );
  });
});

describe('how an evaluation ends', () => {
  it.each([
    ['95', '0', '优秀'],
    ['95', '30', '优秀'],
    ['95', '30.01', '未能证明'],
    ['59', '100', '未能证明'],
    ['59', '0', '不合格'],
  ])('a score of %s with %s points of rows without proof: %s', (score, unprovenWeight, grade) => {
    expect(askOutcome(rules, { score, unprovenWeight }, day('2014-06-30'))).toMatchObject({ grade });
  });
});
