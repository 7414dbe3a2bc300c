import { describe, expect, it } from '@jest/globals';
import { daysBetween, type Decimal, exact, isExactText, type PlainDate } from '@quancheng/kernel';
import fc from 'fast-check';
import type { Clause, ClauseOf } from '../clause.ts';
import { answerBands, GRADE_SCALES } from '../kinds/bands.ts';
import { WEIGHT_CLASSES } from '../kinds/class-weights.ts';
import { answerWeightedSheet } from '../kinds/weighted-sheet.ts';
import { EDITIONS } from './index.ts';

/** A place where a clause changes its answer, read from its value: an example stands on it, and within a step on either side. */
type Boundary = { readonly at: string; readonly step: string; readonly found: readonly (Decimal | null)[] };

const everyClause = EDITIONS.flatMap(({ clauses }) => clauses);
const numberOf = (text: string | null | undefined): Decimal | null =>
  text !== null && text !== undefined && isExactText(text) ? exact(text) : null;

function boundariesOf(clause: Clause): Boundary[] {
  switch (clause.kind) {
    case 'threshold':
      return [
        {
          at: clause.value.atLeastFen.toString(),
          step: '1',
          found: clause.examples.map(({ given }) => exact(given.requestedFen)),
        },
      ];
    case 'bands':
      return bounds(
        [clause.value.fullScore, ...clause.value.bands.map(({ from }) => from)],
        '0.01',
        clause.examples.map(({ given }) => numberOf(given.score)),
      );
    case 'limit':
      return bounds(
        [clause.value.limit],
        '0.01',
        clause.examples.map(({ given }) => numberOf(given.value)),
      );
    case 'sample': {
      const { atLeast, percent } = clause.value;
      const fullUp = exact(atLeast.toString()).times(100).div(percent).toString();
      return bounds(
        [fullUp],
        '1',
        clause.examples.map(({ given }) => exact(given.count.toString())),
      );
    }
    case 'class-weights':
      return clause.value.sets.flatMap((set) => {
        const fitting = clause.examples.filter(
          ({ given }) =>
            given.costApplies === (set.cost !== undefined) &&
            given.satisfactionApplies === (set.satisfaction !== undefined),
        );
        return WEIGHT_CLASSES.flatMap((name) =>
          bounds(
            set[name] === undefined ? [] : [set[name]],
            '0.01',
            fitting.map(({ given }) => numberOf(given.weights?.[name])),
          ),
        );
      });
    case 'weighted-sheet':
      return bounds(
        clause.value.results.map(({ from }) => from).filter((from) => from !== '0'),
        '3',
        clause.examples.map(({ given }) => {
          const answer = answerWeightedSheet(clause.value, given);
          return 'total' in answer ? exact(answer.total) : null;
        }),
      );
    case 'light': {
      const { redBelowPercent, yellowBelowPercent, blueFromPercentOfYear } = clause.value;
      const measured = clause.examples.filter(
        ({ given }) => exact(given.target).gt(0) && given.share === undefined && !given.lessIsBetter,
      );
      return [
        ...bounds(
          [redBelowPercent, yellowBelowPercent],
          '1',
          measured.map(({ given: { actual, target, month } }) =>
            exact(actual).times(1200).div(exact(target).times(month)),
          ),
        ),
        ...bounds(
          blueFromPercentOfYear === undefined ? [] : [blueFromPercentOfYear],
          '1',
          measured.map(({ given: { actual, target } }) => exact(actual).times(100).div(target)),
        ),
      ];
    }
    case 'task-light':
      return bounds(
        ['0', String(clause.value.warningDays)],
        '1',
        clause.examples
          .filter(({ given }) => given.warningDays === undefined)
          .map(({ given }) => exact(String(daysBetween(given.today as PlainDate, given.due as PlainDate)))),
      );
    case 'deviation': {
      const { gapFromPercentPoints, deviatesBelowPercentOfPlan, warnsBelowPercentOfPlan } = clause.value;
      const reported = clause.examples.flatMap(({ given }) =>
        given.goalPercent === null || given.moneyPercent === null ? [] : [given],
      );
      return [
        ...bounds(
          [gapFromPercentPoints],
          '1',
          reported.map(({ goalPercent, moneyPercent }) =>
            exact(moneyPercent ?? '0')
              .minus(goalPercent ?? '0')
              .abs(),
          ),
        ),
        ...bounds(
          [deviatesBelowPercentOfPlan, warnsBelowPercentOfPlan],
          '1',
          reported.map(({ goalPercent, plannedPercent }) =>
            plannedPercent === undefined || plannedPercent === null
              ? null
              : exact(goalPercent ?? '0')
                  .times(100)
                  .div(plannedPercent),
          ),
        ),
      ];
    }
    case 'scoring':
      return scoringBoundaries(clause);
    default:
      return [];
  }
}

function scoringBoundaries({ value, examples }: ClauseOf<'scoring'>): Boundary[] {
  const share = examples.map(({ given: { target, actual } }) => {
    const [wanted, reached] = [numberOf(target), numberOf(actual)];
    return wanted === null || reached === null || wanted.lte(0) ? null : reached.times(100).div(wanted);
  });
  switch (value.formula) {
    case 'qualitative':
      return bounds(
        ['100', ...value.tiers.map(({ fromPercent }) => fromPercent)],
        '1',
        examples.map(({ given }) => numberOf(given.actual)),
      );
    case 'higher-is-better':
      return bounds(['100', value.askReasonAbovePercent], '1', share);
    case 'lower-is-better-linear':
      return bounds(['100', '200'], '1', share);
    default:
      return bounds(['100'], '1', share);
  }
}

function bounds(at: readonly string[], step: string, found: readonly (Decimal | null)[]): Boundary[] {
  return at.map((each) => ({ at: each, step, found }));
}

const everyBoundary = everyClause.flatMap((clause) =>
  boundariesOf(clause).map((boundary) => ({ id: clause.id, ...boundary })),
);

describe('both sides of each boundary have an example', () => {
  it.each(everyBoundary)('$id, at $at', ({ at, step, found }) => {
    const numbers = found.filter((one) => one !== null);
    const sides = {
      below: numbers.some((one) => one.lt(at) && one.gte(exact(at).minus(step))),
      at: numbers.some((one) => one.equals(at)),
      above: numbers.some((one) => one.gt(at) && one.lte(exact(at).plus(step))),
    };
    expect(sides).toEqual({ below: true, at: true, above: true });
  });

  it('is asked of every clause that draws a line', () => {
    const drawing = [
      'threshold',
      'bands',
      'limit',
      'sample',
      'class-weights',
      'weighted-sheet',
      'light',
      'task-light',
    ];
    for (const { id, kind } of everyClause.filter((clause) => drawing.includes(clause.kind)))
      expect({ id, kind, lines: everyBoundary.some((boundary) => boundary.id === id) }).toEqual({
        id,
        kind,
        lines: true,
      });
  });
});

describe('everything that a clause names has an example', () => {
  const named = (clause: Clause): readonly string[] => {
    switch (clause.kind) {
      case 'options':
        return clause.value.options.map(({ id }) => id);
      case 'measures':
        return clause.value.cases.map(({ when }) => when);
      case 'consequence':
        return Object.keys(clause.value.actionByGrade);
      case 'cut-proposal':
        return [...Object.keys(clause.value.cutPercentByGrade), ...clause.value.withoutNextBudget];
      default:
        return [];
    }
  };
  it.each(everyClause.filter((clause) => named(clause).length > 0))('$id', (clause) => {
    const told = JSON.stringify(clause.examples);
    expect(named(clause).filter((name) => !told.includes(`"${name}"`))).toEqual([]);
  });
});

describe('bands are total and disjoint', () => {
  const bands = everyClause.filter((clause) => clause.kind === 'bands');

  it.each(bands)(
    '$id gives each score from 0 to the full one exactly one word, never a worse one for more',
    ({ value }) => {
      const score = fc
        .integer({ min: 0, max: Number(value.fullScore) * 1000 })
        .map((n) => exact(String(n)).div(1000));
      const names = value.bands.map(({ name }) => name);
      fc.assert(
        fc.property(score, score, (one, other) => {
          const gradeOf = (given: Decimal) => answerBands(value, { score: given.toString() }).grade;
          const holding = value.bands.filter(
            ({ from }, index) =>
              one.gte(from) && (index === 0 || one.lt(value.bands[index - 1]?.from ?? '0')),
          );
          expect(holding.map(({ name }) => name)).toEqual([gradeOf(one)]);
          const [low, high] = one.lte(other) ? [one, other] : [other, one];
          expect(names.indexOf(gradeOf(high) as never)).toBeLessThanOrEqual(
            names.indexOf(gradeOf(low) as never),
          );
        }),
      );
    },
  );

  it.each(bands)(
    '$id uses the words of one scale, best first, and the last band begins at 0',
    ({ value }) => {
      expect(Object.values(GRADE_SCALES)).toContainEqual(value.bands.map(({ name }) => name));
      expect(value.bands.at(-1)?.from).toBe('0');
      const cuts = value.bands.map(({ from }) => exact(from));
      expect(cuts.every((cut, index) => index === 0 || cut.lt(cuts[index - 1] ?? cut))).toBe(true);
    },
  );
});
