import { describe, expect, it } from '@jest/globals';
import {
  type Actor,
  aggregates,
  evolve,
  handle,
  type Recorded,
  type StreamState,
  systemActor,
  worldOf,
} from '@quancheng/domain';
import { goalDeclarationForm } from '@quancheng/forms';
import { atHour, day, exact, fromJson, isRefusal, type Json, type Refusal } from '@quancheng/kernel';
import { bodiesOf } from './forms.ts';
import { amountOf, plainActual } from './printed-sheet.ts';
import { publishedForms } from './published-form.ts';
import { spread } from './weights.ts';

const DIVISION = '330211000';
const forms = publishedForms();
const rehearsed = forms.map((form) => ({ id: form.id, form, bodies: bodiesOf(form, { fiscalYear: 2014 }) }));
const named = (id: string) => rehearsed.find((one) => one.id === id) as (typeof rehearsed)[number];

const clerk: Actor = {
  personId: 'p-1',
  role: 'unit-clerk',
  post: 'clerk',
  unit: '201001',
  department: '201',
  division: DIVISION,
};
const head: Actor = { ...clerk, personId: 'p-2', role: 'unit-head', post: 'head' };

/** One command on a new stream, or after the facts that precede it. */
function send(
  aggregate: 'project' | 'evaluation',
  state: StreamState,
  sent: { type: string; actor: Actor; data: Json },
) {
  const now = atHour(day('2014-09-01'), 9);
  const world = worldOf({ stream: `${DIVISION}/${aggregate}/X-1`, actor: sent.actor, now, receivedAt: now });
  return handle(
    aggregates[aggregate],
    state,
    { type: sent.type, commandId: 'c', actor: sent.actor, data: fromJson(sent.data) },
    world,
  );
}

/** An evaluation whose three months run, as the completion of the project begins them. */
function selfEvaluationDue(): StreamState {
  const object = {
    kind: 'completed-project',
    projectId: 'X-1',
    projectName: '演练',
    projectYears: ['X-1-2014'],
    unit: '201001',
    department: '201',
    nature: 'new',
    term: 'one-off',
  };
  const data = { object, completedOn: '2014-07-01', proof: { kind: 'acceptance', paper: '验收单' } };
  const facts = send('evaluation', aggregates.evaluation.initial, {
    type: 'StartSelfEvaluation',
    actor: systemActor(DIVISION),
    data,
  });
  if (isRefusal(facts)) throw new Error(facts.because.en);
  return facts.reduce<StreamState>(
    (state, fact) =>
      evolve(aggregates.evaluation, state, { ...fact, happenedOn: day('2014-07-01') } as Recorded),
    aggregates.evaluation.initial,
  );
}

const submit = (data: Json) =>
  send('evaluation', selfEvaluationDue(), { type: 'SubmitSelfEvaluation', actor: head, data });
const codesOf = (refusal: Refusal): string[] => [...new Set((refusal.fields ?? []).map(({ code }) => code))];
const at = (root: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], root);

describe('the published forms', () => {
  it('are fourteen, each with its source', () => {
    expect(forms).toHaveLength(14);
    for (const { source } of forms) expect(source.title.length).toBeGreaterThan(5);
  });

  it.each(rehearsed)('$id names no person and no telephone', ({ form }) => {
    expect(JSON.stringify(form)).not.toMatch(
      /(?<![\d.])1[3-9]\d{9}(?!\d)|0\d{2,3}-\d{7,8}|\d{17}[\dX]|填报人|联系人|联系电话/,
    );
  });
});

describe('a self-evaluation as it is printed is refused for what is wrong with it', () => {
  it.each([
    ['chizhou-tangxi-entrusted-2022', ['WEIGHTS_NOT_100', 'BUDGET_ZERO']],
    ['jinan-licheng-culture-hall-2019', ['WEIGHTS_NOT_100']],
    ['langfang-hvac-2019', ['UNIT_MISSING']],
    ['qingshen-wages-2023', ['ACTUAL_NOT_FILLED']],
    ['xiaoxian-hexi-subsidy-2023', ['WEIGHTS_NOT_100']],
    ['yongde-mingliang-school-meals-2022', ['SCORE_NOT_BY_RULE']],
    ['zhongjiang-reservoir-gauge-2022', ['ACTUAL_HAS_OPERATOR', 'WEIGHTS_NOT_100']],
  ])('%s: %j', (id, codes) => {
    const outcome = submit(named(id).bodies.selfEvaluationAsPrinted);
    expect(isRefusal(outcome) && codesOf(outcome)).toEqual(codes);
  });

  it.each(['tianchang-flood-2022', 'guangshui-rural-road-2021'])('%s: scored rows without a target', (id) => {
    const outcome = submit(named(id).bodies.selfEvaluationAsPrinted) as Refusal;
    expect(outcome.fields?.filter(({ field }) => field.endsWith('.target')).length).toBeGreaterThan(4);
  });
});

describe('with what the rules ask for, every form goes through', () => {
  it.each(rehearsed)('$id enters the project library', ({ bodies }) => {
    expect(
      send('project', aggregates.project.initial, { type: 'Register', actor: clerk, data: bodies.register }),
    ).not.toMatchObject({ refused: true });
  });

  it.each(rehearsed)('$id is declared', ({ bodies }) => {
    const { form } = bodies.declare as { form: Json };
    expect(goalDeclarationForm.schema.safeParse(fromJson(form))).toMatchObject({ success: true });
  });

  it.each(rehearsed)('$id is evaluated and scored', ({ bodies }) => {
    const outcome = submit(bodies.selfEvaluation);
    expect(outcome).not.toMatchObject({ refused: true });
  });

  it.each([
    ['langfang-hvac-2019', '97.24'],
    ['yongde-mingliang-school-meals-2022', '99.80'],
    ['mingshan-forestry-2024', '95.83'],
  ])('%s scores %s by rule, whatever it gave itself', (id, total) => {
    expect(submit(named(id).bodies.selfEvaluation)).toMatchObject([
      { type: 'SelfEvaluationSubmitted', data: { sheet: { total } } },
    ]);
  });

  it.each(rehearsed.filter(({ form }) => (form.derived.indicator_rule_check ?? []).length > 0))(
    '$id: each row has the points that were recomputed by hand',
    ({ form, bodies }) => {
      const outcome = submit(bodies.selfEvaluation);
      if (isRefusal(outcome)) throw new Error(outcome.because.en);
      const { sheet } = (
        outcome[0] as { data: { sheet: { lines: { row: string; weight: string; points: string }[] } } }
      ).data;
      for (const { row, rule_score, rule_score_linear } of form.derived.indicator_rule_check ?? []) {
        const line = sheet.lines.find((one) => one.row === String(row));
        const printed = form.indicators[row - 1]?.weight ?? '0';
        // Where the weights had to be scaled to 100, so is the figure.
        const expected = exact(rule_score ?? rule_score_linear ?? '0')
          .times(line?.weight ?? '0')
          .div(printed)
          .toFixed(2);
        expect({ row, points: line?.points }).toEqual({ row, points: expected });
      }
    },
  );
});

describe('nothing is made up in silence', () => {
  it.each(rehearsed)('$id: each invented value stands where the side list says', ({ bodies }) => {
    for (const { path, value, invented, why } of bodies.invented) {
      expect({ path, value: at(bodies, path) }).toEqual({ path, value });
      expect(invented && why.length > 0).toBe(true);
    }
  });

  it.each(rehearsed)(
    '$id: each target, actual, weight and score is printed, read or invented',
    ({ form, bodies }) => {
      const known = new Set([...bodies.invented, ...bodies.readings].map(({ path }) => path));
      const printed = new Set(
        form.indicators.flatMap(({ target, actual, weight, score }) => [target, actual, weight, score]),
      );
      const lines = (bodies.selfEvaluation as { form: { indicators: Record<string, string>[] } }).form
        .indicators;
      lines.forEach((line, index) => {
        const path = `selfEvaluation.form.indicators.${index}`;
        if (line.notApplicable !== undefined) return;
        for (const field of ['actual', 'weight', 'selfScore']) {
          const listed =
            line[field] === undefined || printed.has(line[field]) || known.has(`${path}.${field}`);
          expect({ path: `${path}.${field}`, listed }).toEqual({ path: `${path}.${field}`, listed: true });
        }
      });
    },
  );

  it('amounts stay as they are printed', () => {
    expect(named('yongde-mingliang-school-meals-2022').bodies.selfEvaluation).toMatchObject({
      form: { fullYearBudgetFen: { amount: '387664.62', unit: '元' } },
    });
    expect(named('mingshan-forestry-2024').bodies.selfEvaluation).toMatchObject({
      form: { executedFen: { amount: '30.800000', unit: '万元' } },
    });
    expect(named('xiangtan-mist-cannon-goal-2023').bodies.declare).toMatchObject({
      form: { requestedFen: { amount: '250', unit: '万元' } },
    });
  });

  it('a plan of several years is kept beside the year it does not fit', () => {
    expect(named('yangquan-rural-road-goal-2021').bodies.declare).toMatchObject({
      form: {
        requestedFen: { amount: '25', unit: '万元' },
        lines: [
          { amountFen: { amount: '20' } },
          { amountFen: { amount: '20' } },
          { amountFen: { amount: '10' } },
        ],
      },
    });
  });
});

describe('cells are read, not guessed', () => {
  it.each([
    ['100%', '100'],
    ['100', '100'],
    ['≥100%', null],
    ['完成', null],
    ['100户', null],
  ])('actual %s of a percentage is %s', (cell, actual) => {
    expect(plainActual(cell, { direction: 'higher', target: '95', unit: '%' })).toBe(actual);
  });

  it('an amount keeps its digits and takes the unit of its cell before that of the form', () => {
    expect(amountOf('250万', '元')).toEqual({ amount: '250', unit: '万元' });
    expect(amountOf('52.800000', '万元')).toEqual({ amount: '52.800000', unit: '万元' });
    expect(() => amountOf('约250万', '元')).toThrow(RangeError);
  });

  it('a split keeps its sum', () => {
    expect(spread(9_000n, [10n, 10n, 20n, 10n, 10n, 10n, 10n, 10n, 10n])).toEqual([
      900n,
      900n,
      1800n,
      900n,
      900n,
      900n,
      900n,
      900n,
      900n,
    ]);
    expect(spread(1_000n, [1n, 1n, 1n])).toEqual([334n, 333n, 333n]);
    expect(spread(5n, [0n, 0n])).toEqual([0n, 0n]);
  });
});
