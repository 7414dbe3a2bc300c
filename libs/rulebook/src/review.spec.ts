import { describe, expect, it } from '@jest/globals';
import { day, exact } from '@quancheng/kernel';
import fc from 'fast-check';
import { askReview, reviewPhrases, reviewSheet } from './ask.ts';
import type { ClauseOf } from './clause.ts';
import { goalReviewPhrases } from './editions/zh-2014/goal-review-phrases.clause.ts';
import { goalReviewSheet } from './editions/zh-2014/goal-review-sheet.clause.ts';
import {
  answerWeightedSheet,
  type PointMark,
  REVIEW_MARKS,
  type ReviewMark,
  type ReviewMarks,
} from './kinds/weighted-sheet.ts';
import { rulebook as rules } from './rulebook.ts';

const on = day('2014-10-08');
const { aspects } = goalReviewSheet.value;
const points = aspects.flatMap((aspect) => aspect.points);
const marked = (all: PointMark, except: ReviewMarks = {}): ReviewMarks => ({
  ...Object.fromEntries(points.map(({ no }) => [no, all])),
  ...except,
});

describe('the sheet of 23 points', () => {
  it('has 5 + 4 + 5 + 6 + 3 points that weigh 20, 15, 20, 30 and 15', () => {
    expect(aspects.map((aspect) => aspect.points.length)).toEqual([5, 4, 5, 6, 3]);
    expect(aspects.map(({ weight }) => weight)).toEqual(['20', '15', '20', '30', '15']);
    for (const aspect of aspects) {
      expect(aspect.points.reduce((sum, { weight }) => sum.plus(weight), exact('0')).toString()).toBe(
        aspect.weight,
      );
    }
    expect(new Set(points.map(({ no }) => no)).size).toBe(23);
  });

  it('has gates at 1.1, 1.5, 3.3, 4.2 and 4.3', () => {
    expect(points.filter(({ gate }) => gate).map(({ no }) => no)).toEqual([
      '1.1',
      '1.5',
      '3.3',
      '4.2',
      '4.3',
    ]);
  });

  it.each(points)('$no has its text, weight, kind of check and three phrases', (point) => {
    const phrases = Object.values(goalReviewPhrases.value[point.no] ?? {});
    expect(['machine', 'human', 'machine-and-human']).toContain(point.check);
    expect(exact(point.weight).gt(0)).toBe(true);
    expect(phrases).toHaveLength(3);
    for (const { zh, en } of [point.text, ...phrases]) expect([zh, en]).not.toContain('');
  });

  it('has phrases for its own points alone', () => {
    expect(Object.keys(goalReviewPhrases.value)).toEqual(points.map(({ no }) => no));
    expect(reviewPhrases(rules, on)).toBe(goalReviewPhrases);
  });

  it('is asked for by day', () => {
    expect(reviewSheet(rules, on)).toBe(goalReviewSheet);
    expect(reviewSheet(rules, day('2012-12-31'))).toMatchObject({ provisional: true });
  });
});

describe('result and route', () => {
  it.each([
    ['优', {}, '100.00', '优', 'pass'],
    ['优', { '4.1': '差', '4.4': '差' }, '90.00', '优', 'pass'],
    ['优', { '4.1': '差', '4.4': '差', '2.1': '良' }, '89.25', '良', 'polish'],
    ['良', {}, '80.00', '良', 'polish'],
    ['良', { '1.2': '中' }, '79.20', '中', 'return'],
    ['中', {}, '60.00', '中', 'return'],
    ['中', { '1.2': '差' }, '57.60', '差', 'block'],
    ['差', { '1.2': '优' }, '4.00', '差', 'block'],
    ['中', { '3.4': { notApplicable: '没有配套资金' } }, '60.00', '中', 'return'],
    ['优', { '3.4': { notApplicable: '没有配套资金' }, '4.1': '差' }, '94.79', '优', 'pass'],
  ] as const)('all %s except %j: %s, %s, %s', (all, except, total, result, route) => {
    expect(askReview(rules, marked(all, except), on)).toMatchObject({
      total,
      result,
      route,
      clause: 'zh-2014/goal-review/sheet',
      tier: 'derived',
    });
  });

  it('a failed gate only warns while the sheet is derived', () => {
    expect(askReview(rules, marked('优', { '1.1': '差' }), on)).toMatchObject({
      total: '96.00',
      route: 'pass',
      findings: [
        { zh: '关口要点1.1未通过（推定条款，仅提示）：政策依据充分：列明法规、规划或政府决定的文号并附文本' },
      ],
    });
  });

  it.each([
    ['优', '中', 'return'],
    ['差', '差', 'block'],
  ] as const)('a gate that blocks leaves a sheet of all %s at %s', (all, result, route) => {
    const blocking = {
      ...goalReviewSheet.value,
      failedGate: { effect: 'block', atBest: '中' },
    } as const satisfies ClauseOf<'weighted-sheet'>['value'];
    expect(answerWeightedSheet(blocking, { marks: marked(all, { '3.3': '差' }) })).toMatchObject({
      result,
      route,
    });
  });

  it('a better mark never gives a worse total', () => {
    const marks = fc.array(fc.constantFrom(...REVIEW_MARKS), {
      minLength: points.length,
      maxLength: points.length,
    });
    const totalOf = (list: ReviewMark[]) => {
      const review = askReview(
        rules,
        Object.fromEntries(points.map(({ no }, index) => [no, list[index] ?? '差'])),
        on,
      );
      return exact('total' in review ? review.total : '-1');
    };
    fc.assert(
      fc.property(marks, fc.nat({ max: points.length - 1 }), (list, index) => {
        const better = list.with(index, '优');
        expect(totalOf(better).gte(totalOf(list))).toBe(true);
        expect(totalOf(list).gte(0)).toBe(true);
      }),
    );
  });
});

describe('a sheet is refused', () => {
  const without = (no: string): ReviewMarks =>
    Object.fromEntries(Object.entries(marked('优')).filter(([point]) => point !== no));

  it.each([
    ['with a point not marked', without('2.3'), 'marks.2.3', 'POINT_NOT_MARKED'],
    ['with a point it does not have', marked('优', { '6.1': '优' }), 'marks.6.1', 'POINT_UNKNOWN'],
    [
      'with a point set aside without a reason',
      marked('优', { '3.4': { notApplicable: ' ' } }),
      'marks.3.4',
      'REASON_MISSING',
    ],
  ])('%s', (_, marks, field, code) => {
    expect(askReview(rules, marks, on)).toMatchObject({
      refused: true,
      code: 'REVIEW_SHEET_INCOMPLETE',
      clause: 'zh-2014/goal-review/sheet',
      fields: [{ field, code }],
    });
  });

  it('naming every point that is not marked', () => {
    const refusal = askReview(rules, {}, on);
    expect('fields' in refusal ? refusal.fields?.length : 0).toBe(23);
  });

  it('with every point set aside', () => {
    expect(askReview(rules, marked({ notApplicable: '无' }), on)).toMatchObject({
      refused: true,
      code: 'REVIEW_NOTHING_APPLIES',
    });
  });
});
