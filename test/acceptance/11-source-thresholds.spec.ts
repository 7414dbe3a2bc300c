import { describe, expect, it } from '@jest/globals';
import { yearFile } from './support/bureau.ts';
import { aDraftYear, anApprovedYear, declare, yearsAt } from './support/lives.ts';
import { declaration, online, wan, withoutGoal, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 源头性: at 50万 a new project, at 500万 a recurrent one sets goals, by the amount requested. */
const here = theBureau('2014-02-20');
const NEW = 'zh-2014/goal-threshold/new';
const RECURRENT = 'zh-2014/goal-threshold/recurrent';

describe('the amount requested decides whether a goal is set', () => {
  it.each([
    ['new', '499999.99', false, NEW],
    ['new', '500000.00', true, NEW],
    ['recurrent', '4999999.99', false, RECURRENT],
    ['recurrent', '5000000.00', true, RECURRENT],
  ] as const)('%s, %s yuan → required: %s', async (nature, requested, required, clause) => {
    const { bureau } = here;
    const id = `T-${requested.replace('.', '-')}`;
    const year = await aDraftYear(bureau, id, { nature });
    const bare = await bureau.tries('unit-head', year, 'declare', {
      form: withoutGoal(requested),
      signature: online,
    });
    expect(bare).toEqual(
      required
        ? { status: 422, code: 'GOAL_REQUIRED', clause, fields: ['form.goalAnnual', 'form.indicators'] }
        : { status: 200, code: null, clause: null, fields: [] },
    );
    if (required) await declare(bureau, { id, requested });
    const { data } = await bureau.factOf(year, 'GoalAndBudgetDeclared');
    expect(data).toMatchObject({ requestedYuan: requested, goalRequired: required, goalClause: clause });
  });

  it('万元 and 元 meet at the same fen', async () => {
    const { bureau } = here;
    const year = await aDraftYear(bureau, 'T-WAN');
    const asked = (amount: string) =>
      bureau.tries('unit-head', year, 'declare', {
        form: { ...withoutGoal('1'), requestedFen: wan(amount) },
        signature: online,
      });
    expect(await asked('50')).toMatchObject({ status: 422, code: 'GOAL_REQUIRED' });
    expect(await asked('49.999999')).toMatchObject({ status: 200 });
  });

  it('a cut below the threshold does not take the goal away', async () => {
    const { bureau } = here;
    const year = await anApprovedYear(bureau, 'T-CUT', { requested: '500000.00', control: '300000.00' });
    expect(await bureau.stateOf(year)).toMatchObject({
      approvedYuan: '300000.00',
      declaration: { goalRequired: true },
      goal: { annual: '120户接入管网，出水达标' },
    });
  });

  it('two requests of 300,000 for one thing are flagged, not stopped', async () => {
    const { bureau } = here;
    const form = {
      ...withoutGoal('300000.00'),
      relatedRequests: [{ projectId: 'T-SPLIT-B', requestedFen: yuan('300000.00') }],
    };
    const year = await aDraftYear(bureau, 'T-SPLIT');
    await declare(bureau, { id: 'T-SPLIT', form });
    const { data } = await bureau.factOf(year, 'GoalAndBudgetDeclared');
    expect(data.findings).toContainEqual(expect.objectContaining({ point: '1.4', code: 'SPLITTING' }));
  });
});

describe('no goal, no budget', () => {
  it.each([
    ['new', NEW],
    ['recurrent', RECURRENT],
  ] as const)('a %s project that declared none is in no batch', async (nature, clause) => {
    const { bureau } = here;
    const id = `N-${nature}`;
    await aDraftYear(bureau, id, { nature });
    const refused = await bureau.tries('finance-business', 'budget-years/2014', 'approve-batch', {
      batch: `B-${id}`,
      department: '201',
      paperNo: '镇财预〔2014〕9号',
      approvedOn: '2014-02-20',
      items: [{ projectYearId: `${id}-2014`, approvedFen: yuan('600000.00') }],
    });
    expect(refused).toMatchObject({ status: 422, code: 'NO_GOAL_NO_BUDGET', clause });
    expect(await bureau.stageOf(yearFile(id))).toBe('draft');
  });

  it('below the threshold the money is approved without a goal', async () => {
    const { bureau } = here;
    const small = { id: 'N-SMALL', form: withoutGoal('300000.00'), control: '300000.00' };
    const [year] = await yearsAt(bureau, 'approved', [small]);
    expect(await bureau.stateOf(year ?? yearFile('N-SMALL'))).toMatchObject({
      stage: 'approved',
      approvedYuan: '300000.00',
      goal: null,
    });
  });

  it('a goal may be set below the threshold of one’s own will', async () => {
    const { bureau } = here;
    const year = await aDraftYear(bureau, 'N-WILL');
    await declare(bureau, { id: 'N-WILL', form: declaration('300000.00') });
    expect(await bureau.stateOf(year)).toMatchObject({ declaration: { goalRequired: false } });
  });
});
