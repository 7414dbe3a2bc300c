import { describe, expect, it } from '@jest/globals';
import { day } from '@quancheng/kernel';
import { isProvisional, reviewSheet, rulebook, rulebookOfEdition } from '@quancheng/rulebook';
import { type Data, type Step, step, yuan } from '@quancheng/testing';
import type { LibraryRequest } from '../../core/aggregate.ts';
import type { Finding } from '../shapes.ts';
import { declaring, form, indicators, opened, opening, story } from '../project-year.story.ts';
import { CHECKS } from './index.ts';
import { isLikeName } from './library.ts';

const { dataOf, live, unborn } = story;

const WITH_TEXT = [{ title: '农村生活污水治理规划', number: '镇政发〔2013〕8号', sha256: 'a'.repeat(64) }];
const milestone = (on: string, percent: string, amount: string): Data => ({
  on,
  expect: `完成${percent}%`,
  progressPercent: percent,
  goalPercent: percent,
  spendFen: yuan(amount),
});
const QUARTERLY = [
  milestone('2014-03-31', '10', '50000.00'),
  milestone('2014-06-30', '60', '350000.00'),
  milestone('2014-09-30', '80', '500000.00'),
  milestone('2014-12-31', '100', '600000.00'),
];
const [first, second, month, fourth, fifth, sixth] = indicators as [Data, Data, Data, Data, Data, Data];
/** 12月 may be December. */
const third = { ...month, unit: '个月' };
/** A paper on which no check sees anything; each row below spoils one thing of it. */
const whole = (more: Data): Data => ({
  policyBasis: WITH_TEXT,
  milestones: QUARTERLY,
  indicators: [first, second, third, fourth, fifth, sixth],
  ...more,
});

const withFirst = (more: Data) => ({
  indicators: [{ ...first, ...more }, second, third, fourth, fifth, sixth],
});
const withFourth = (more: Data) => ({
  indicators: [first, second, third, { ...fourth, ...more }, fifth, sixth],
});
const withFifth = (more: Data) => ({
  indicators: [first, second, third, fourth, { ...fifth, ...more }, sixth],
});
const LINE: Data = {
  item: '管网',
  quantity: '3',
  unit: '村',
  priceFen: yuan('200000.00'),
  amountFen: yuan('600000.00'),
  economicClass: '31005',
  basis: '定额',
};
const withLine = (more: Data) => ({ lines: [{ ...LINE, ...more }] });
const without = (line: Data, ...names: string[]): Data =>
  Object.fromEntries(Object.entries(line).filter(([name]) => !names.includes(name)));

const told = (findings: unknown) =>
  (findings as Finding[]).map(({ point, code, field }) => `${point} ${code} ${field}`);
const declared = (more: Data, as: Data = {}, library: readonly LibraryRequest[] = []) =>
  told(
    dataOf(live(unborn, opening(as), { ...declaring(whole(more)), library }), 'GoalAndBudgetDeclared')
      .findings,
  );

describe('one thing wrong is seen at its point and in its field', () => {
  it.each<[string, Data, string[]]>([
    ['a complete paper', {}, []],
    [
      'no document number',
      { policyBasis: [without(WITH_TEXT[0] as Data, 'number')] },
      ['1.1 NO_POLICY_NUMBER policyBasis'],
    ],
    [
      'no text of the paper',
      { policyBasis: [without(WITH_TEXT[0] as Data, 'sha256')] },
      ['1.1 NO_POLICY_TEXT policyBasis.0.sha256'],
    ],
    ['no study on file', { studies: [] }, ['1.5 NO_STUDY studies']],
    ['dates reversed', { startOn: '2014-12-31', endOn: '2014-01-01' }, ['2.3 DATES endOn']],
    ['no end', { endOn: '' }, ['2.3 DATES endOn']],
    [
      'a period before the year',
      { startOn: '2012-01-01', endOn: '2013-12-31', goalMediumTerm: '三年覆盖全部村庄' },
      ['2.3 YEAR_OUTSIDE_PERIOD endOn'],
    ],
    [
      'a line without price and class',
      { lines: [without(LINE, 'priceFen', 'economicClass')] },
      ['3.1 LINES_INCOMPLETE lines.0.priceFen'],
    ],
    ['a line without basis', { lines: [without(LINE, 'basis')] }, ['3.2 NO_COST_BASIS lines.0.basis']],
    [
      'lines that do not add up',
      { requestedFen: yuan('600000.01') },
      ['3.3 LINES_NE_REQUEST requestedFen', '3.4 FUNDING_SHORT funding'],
    ],
    [
      'quantity times price is another amount',
      withLine({ quantity: '2' }),
      ['3.3 LINE_PRODUCT lines.0.amountFen'],
    ],
    [
      'a price in 万元 taken for 元',
      withLine({ priceFen: yuan('20.00') }),
      ['3.3 MONEY_UNIT lines.0.amountFen'],
    ],
    [
      'lines in 万元 taken for 元',
      withLine({ priceFen: yuan('20.00'), amountFen: yuan('60.00') }),
      ['3.3 MONEY_UNIT lines'],
    ],
    [
      'sources in 万元 taken for 元',
      { funding: [{ source: 'fiscal', amountFen: yuan('60.00') }] },
      ['3.3 MONEY_UNIT funding'],
    ],
    [
      'a plan in 万元 taken for 元',
      { milestones: [...QUARTERLY.slice(0, 3), milestone('2014-12-31', '100', '60.00')] },
      ['3.3 MONEY_UNIT milestones.3.spendFen', '5.1 PLAN_FALLS milestones.3.spendFen'],
    ],
    ['all years below this one', { totalFen: yuan('599999.99') }, ['3.3 TOTAL_BELOW_YEAR totalFen']],
    [
      'all years asked for in one',
      { endOn: '2016-12-31', totalFen: yuan('600000.00'), goalMediumTerm: '三年覆盖全部村庄' },
      ['3.3 ANNUAL_IS_TOTAL requestedFen'],
    ],
    [
      'sources that do not suffice',
      { funding: [{ source: 'fiscal', amountFen: yuan('599999.99') }] },
      ['3.4 FUNDING_SHORT funding'],
    ],
    [
      'carried-over money asked for again',
      { funding: [{ source: 'fiscal', amountFen: yuan('600000.01') }] },
      ['3.4 FISCAL_ABOVE_REQUEST funding'],
    ],
    [
      'matching money that may never come',
      {
        funding: [
          { source: 'fiscal', amountFen: yuan('600000.00') },
          { source: 'superior', amountFen: yuan('1.00') },
        ],
      },
      ['3.4 NO_ARRIVAL_PLAN funding.1.arrivesOn'],
    ],
    [
      'a cost above the request',
      withFourth({ target: '61' }),
      ['3.5 COST_ABOVE_REQUEST indicators.3.target'],
    ],
    [
      'a goal that repeats the content',
      { goalAnnual: '建设三个村的集污管网。' },
      ['4.3 GOAL_SAYS_NOTHING goalAnnual'],
    ],
    ['a goal that is only its amount', { goalAnnual: '60万元' }, ['4.3 GOAL_SAYS_NOTHING goalAnnual']],
    [
      'several years without a goal for them',
      { endOn: '2016-12-31', totalFen: yuan('1800000.00') },
      ['4.1 NO_MEDIUM_TERM_GOAL goalMediumTerm'],
    ],
    [
      'a kind left out without a reason',
      { indicators: [first, third, fourth, fifth, sixth], executionWeight: '30' },
      ['4.2 KINDS_MISSING indicators'],
    ],
    [
      'a kind left out with a reason',
      {
        indicators: [first, third, fourth, fifth, sixth],
        executionWeight: '30',
        gaps: [{ kind: 'quality', reason: '无质量标准' }],
      },
      [],
    ],
    [
      'no method',
      { indicators: [without(first, 'method'), second, third, fourth, fifth, sixth] },
      ['4.3 NO_SOURCE indicators.0.method'],
    ],
    [
      'a share above 100',
      { indicators: [first, { ...second, name: '出水达标率', target: '950' }, third, fourth, fifth, sixth] },
      ['4.3 TARGET_UNREADABLE indicators.1.target'],
    ],
    [
      'a number called qualitative',
      withFifth({ target: '≥50个' }),
      ['4.3 TARGET_DOUBTFUL indicators.4.direction'],
    ],
    [
      'an indicator named like the project',
      withFirst({ name: '农村生活污水集污工程' }),
      ['4.3 INDICATOR_SAYS_NOTHING indicators.0.name'],
    ],
    [
      'a state that repeats the name',
      withFifth({ target: '指标5' }),
      ['4.3 INDICATOR_SAYS_NOTHING indicators.4.target'],
    ],
    [
      'the amount as its own output',
      withFirst({ target: '60', unit: '万元' }),
      ['4.3 AMOUNT_AS_OUTPUT indicators.0.target'],
    ],
    ['a target below the past value', withFirst({ baseline: '150' }), ['4.5 BELOW_PAST indicators.0.target']],
    ['weights that sum to 90', { executionWeight: '0' }, ['4.6 WEIGHTS_NE_100 executionWeight']],
    [
      'no scoring rule',
      { indicators: [without(first, 'scoring'), second, third, fourth, fifth, sixth] },
      ['4.6 NO_SCORING_RULE indicators.0.scoring'],
    ],
    ['no milestones', { milestones: [] }, ['5.1 NO_MILESTONES milestones']],
    [
      'a quarter without milestone',
      { milestones: QUARTERLY.slice(1) },
      ['5.1 MILESTONES_NOT_QUARTERLY milestones'],
    ],
    [
      'a project of two quarters',
      { startOn: '2014-04-01', endOn: '2014-09-30', milestones: QUARTERLY.slice(1, 3) },
      [],
    ],
    [
      'a milestone without spending',
      { milestones: [without(QUARTERLY[0] as Data, 'spendFen'), ...QUARTERLY.slice(1)] },
      ['5.1 MILESTONE_WITHOUT_VALUE milestones.0.spendFen'],
    ],
    [
      'a milestone without expected value',
      {
        milestones: [without(QUARTERLY[0] as Data, 'goalPercent', 'progressPercent'), ...QUARTERLY.slice(1)],
      },
      ['5.1 MILESTONE_WITHOUT_VALUE milestones.0.goalPercent'],
    ],
    [
      'values by period that do not make the target',
      { periodValues: [{ row: '1', period: 'Q4', planned: '100' }] },
      ['5.1 PERIODS_DISAGREE periodValues.0.planned'],
    ],
    [
      'a running total that falls',
      {
        milestones: [QUARTERLY[0] as Data, milestone('2014-06-30', '5', '350000.00'), ...QUARTERLY.slice(2)],
      },
      ['5.1 PLAN_FALLS milestones.1.progressPercent'],
    ],
    [
      'spending above the money of the year',
      { milestones: [...QUARTERLY.slice(0, 3), milestone('2014-12-31', '100', '600000.01')] },
      ['5.1 PLAN_ABOVE_REQUEST milestones.3.spendFen'],
    ],
    ['nobody responsible', { responsiblePost: '' }, ['5.2 NO_ASSURANCE responsiblePost']],
    ['no risks', { risks: '' }, ['5.3 NO_RISKS risks']],
  ])('%s', (_what, more, expected) => {
    expect(declared(more)).toEqual(expected);
  });

  it('a one-off project runs in one year', () => {
    const more = { endOn: '2015-12-31', totalFen: yuan('900000.00'), goalMediumTerm: '两年完成' };
    expect(declared(more, { term: 'one-off' })).toEqual(['2.3 ONE_OFF_OVER_YEARS endOn']);
  });
});

describe('against the project library', () => {
  const other = (more: Partial<LibraryRequest> = {}): LibraryRequest => ({
    projectId: 'ZH-002',
    projectName: '农村生活污水集污工程（二期）',
    fiscalYear: 2014,
    unit: 'U-07',
    requestedFen: 30_000_000n,
    policyNumbers: [],
    ...more,
  });
  const bare = {
    goalAnnual: '',
    indicators: [],
    requestedFen: yuan('300000.00'),
    funding: [],
    milestones: QUARTERLY.slice(0, 1),
    endOn: '2014-03-31',
    ...withLine({ quantity: '1.5', amountFen: yuan('300000.00') }),
  };
  it.each<[string, Data, LibraryRequest[], string[]]>([
    ['an empty library', bare, [], []],
    [
      'two parts of one thing that together ask for a goal',
      bare,
      [other()],
      ['1.4 SPLIT_IN_LIBRARY requestedFen', '1.4 LIKE_PROJECT content'],
    ],
    [
      'a fen less, and they do not',
      bare,
      [other({ requestedFen: 19_999_999n })],
      ['1.4 LIKE_PROJECT content'],
    ],
    [
      'the same name in another unit is no splitting',
      bare,
      [other({ unit: 'U-08' })],
      ['1.4 LIKE_PROJECT content'],
    ],
    ['another thing of the same unit', bare, [other({ projectName: '河道清淤' })], []],
    [
      'another thing on the same paper',
      bare,
      [other({ projectName: '河道清淤', policyNumbers: ['镇政发〔2013〕8号'] })],
      ['1.4 SAME_POLICY_NUMBER policyBasis.0.number'],
    ],
    [
      'that paper in another unit',
      bare,
      [other({ projectName: '河道清淤', unit: 'U-08', policyNumbers: ['镇政发〔2013〕8号'] })],
      [],
    ],
    [
      'what the clerk names is told once',
      { ...bare, relatedRequests: [{ projectId: 'ZH-002', requestedFen: yuan('300000.00') }] },
      [other()],
      ['1.4 SPLITTING relatedRequests', '1.4 LIKE_PROJECT content'],
    ],
    ['a part that asks for nothing yet', bare, [other({ requestedFen: null })], ['1.4 LIKE_PROJECT content']],
    [
      'an earlier year of the project itself',
      bare,
      [other({ projectId: 'ZH-001', fiscalYear: 2013 })],
      ['5.3 EARLIER_PROBLEMS_BLANK earlierProblems'],
    ],
  ])('%s', (_what, more, library, expected) => {
    expect(declared(more, {}, library)).toEqual(expected);
  });

  it.each([
    ['农村生活污水集污工程（一期）', '农村生活污水集污工程（二期）', true],
    ['2014年道路维修第一批', '道路维修 第2批次', true],
    ['学校食堂改造一标段', '学校食堂改造', true],
    ['道路维修', '河道维修', false],
    ['2014', '道路维修', false],
  ])('%s and %s are alike: %s', (one, two, alike) => {
    expect(isLikeName(one, two)).toBe(alike);
    expect(isLikeName(two, one)).toBe(alike);
  });
});

describe('a draft', () => {
  const saving = (given: Data): Step => step('SaveDraft', 'unit-clerk', '2013-09-10', { form: given });
  const seenIn = (given: Data) => dataOf(live(opened, saving(given)), 'DraftSaved').findings;

  it('is checked when it is saved, by the same checks as the submission', () => {
    const spoilt = form(whole({ executionWeight: '0' }));
    expect(told(seenIn(spoilt))).toEqual(['4.6 WEIGHTS_NE_100 executionWeight']);
    expect(live(opened, saving(spoilt)).state).toMatchObject({ draftFindings: seenIn(spoilt) });
    expect(live(opened, saving(spoilt), declaring(whole({}))).state).toMatchObject({ draftFindings: [] });
  });

  it('that is blank asks for what a paper always has, and compares nothing', () => {
    expect(told(seenIn({}))).toEqual([
      '1.1 NO_POLICY_NUMBER policyBasis',
      '1.5 NO_STUDY studies',
      '2.3 DATES startOn',
      '5.1 NO_MILESTONES milestones',
      '5.2 NO_ASSURANCE responsiblePost',
      '5.3 NO_RISKS risks',
    ]);
  });

  it('may hold a target that nobody can read yet', () => {
    const given = whole(withFirst({ target: '＜80%以上' }));
    expect(told(seenIn(form(given)))).toEqual(['4.3 TARGET_UNREADABLE indicators.0.target']);
  });
});

describe('the sheets', () => {
  const sheets = [
    ['zh-2014', reviewSheet(rulebook, day('2014-10-08'))],
    ['national-2020', reviewSheet(rulebookOfEdition('national-2020') ?? rulebook, day('2020-10-08'))],
  ] as const;
  it.each(sheets)('%s names every check once, and none that does not exist', (_edition, sheet) => {
    if (isProvisional(sheet)) throw new Error('no sheet');
    const named = sheet.value.aspects.flatMap(({ points }) => points.flatMap(({ checks = [] }) => checks));
    expect(named.toSorted()).toEqual(Object.keys(CHECKS).toSorted());
  });
  it.each(sheets)('%s: a point has checks where a machine looks at it, else none', (_edition, sheet) => {
    if (isProvisional(sheet)) throw new Error('no sheet');
    for (const { no, check, checks = [] } of sheet.value.aspects.flatMap(({ points }) => points))
      expect([no, checks.length > 0]).toEqual([no, check !== 'human']);
  });
  it('a finding at a gate says so', () => {
    const found = dataOf(live(opened, declaring(whole({ studies: [], risks: '' }))), 'GoalAndBudgetDeclared');
    expect(found.findings).toMatchObject([{ code: 'NO_STUDY', gate: true }, { code: 'NO_RISKS' }]);
    expect((found.findings as Finding[])[1]).not.toHaveProperty('gate');
  });
});
