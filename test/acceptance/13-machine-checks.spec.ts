import { describe, expect, it } from '@jest/globals';
import { yearFile } from './support/bureau.ts';
import { register } from './support/lives.ts';
import { declaration, online, withoutGoal } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** What a machine sees of the 23 points: told while saving, handed on with the submission, held against the library. */
const here = theBureau('2013-10-08');

type Finding = { point: string; code: string; field: string };
const told = (findings: unknown) =>
  (findings as Finding[]).map(({ point, code, field }) => `${point} ${code} ${field}`);

describe('a paper with the amount in 万元 and weights of 90', () => {
  const form = declaration('600000.00', { totalFen: { amount: '60', unit: '元' }, executionWeight: '0' });
  const expected = [
    '1.1 NO_POLICY_TEXT policyBasis.0.sha256',
    '3.3 MONEY_UNIT totalFen',
    '4.3 TARGET_DOUBTFUL indicators.2.target',
    '4.6 WEIGHTS_NE_100 executionWeight',
    '5.1 MILESTONES_NOT_QUARTERLY milestones',
    '5.1 MILESTONE_WITHOUT_VALUE milestones.0.spendFen',
  ];

  it('is told so field by field when the draft is saved, and may be declared all the same', async () => {
    const { bureau } = here;
    await register(bureau, { id: 'MC-1', project: { name: '农村生活污水治理' } });
    await bureau.settle();
    const year = yearFile('MC-1');
    await bureau.does('unit-clerk', year, 'save-draft', { form });
    expect(told((await bureau.stateOf(year)).draftFindings)).toEqual(expected);

    await bureau.does('unit-head', year, 'declare', { form, signature: online });
    const { findings } = (await bureau.factOf(year, 'GoalAndBudgetDeclared')).data;
    expect(told(findings)).toEqual(expected);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'MONEY_UNIT', gate: true }));
    expect(await bureau.stateOf(year)).toMatchObject({ stage: 'declared', draftFindings: [] });
  });
});

describe('two requests for one thing, each below the threshold', () => {
  it('are found in the library though the clerk names neither', async () => {
    const { bureau } = here;
    await register(bureau, { id: 'MC-A', project: { name: '河道整治工程（一期）' } });
    await register(bureau, { id: 'MC-B', project: { name: '河道整治工程（二期）' } });
    await bureau.settle();
    const declares = (id: string) =>
      bureau.does('unit-head', yearFile(id), 'declare', {
        form: withoutGoal('300000.00'),
        signature: online,
      });
    const codesOf = async (id: string) =>
      ((await bureau.factOf(yearFile(id), 'GoalAndBudgetDeclared')).data.findings as Finding[])
        .filter(({ point }) => point === '1.4')
        .map(({ code }) => code);
    await declares('MC-A');
    await declares('MC-B');
    expect(await codesOf('MC-A')).not.toContain('SPLIT_IN_LIBRARY');
    expect(await codesOf('MC-B')).toEqual(['SPLIT_IN_LIBRARY', 'LIKE_PROJECT', 'SAME_POLICY_NUMBER']);
  });
});
