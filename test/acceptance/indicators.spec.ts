import { beforeAll, describe, expect, it } from '@jest/globals';
import { behindWall } from '@quancheng/event-store';
import { rebuild } from '@quancheng/read-models';
import { yearFile } from './support/bureau.ts';
import { aConfirmedResult, anApprovedYear } from './support/lives.ts';
import { declaration, INDICATORS } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 指标库与复制上年: listed, searched, taken, reached, and taken up again in the next year. */
const here = theBureau('2014-03-03');
const LIBRARY = () => `indicator-libraries/${here.bureau.division}` as const;
const THIS_YEAR = yearFile('L-1');
const NEXT_YEAR = yearFile('L-1', 2015);

const entry = (code: string, name: string, more: object = {}) => ({
  code,
  name,
  scope: 'common',
  kind: 'quantity',
  direction: 'higher',
  unit: '户',
  source: '入网台账',
  method: '按月统计',
  scoring: '按比例',
  rollUp: 'cumulative',
  validFrom: '2014-01-01',
  ...more,
});
type Found = { items: { code: string }[] };
type Past = { past: { fiscalYear: number; target: string; actual: string | null; projectYearId?: string }[] };
type Copied = {
  from: { projectYearId: string; fiscalYear: number };
  draft: { requestedYuan: string; indicators: Record<string, string>[]; periodValues: object[] };
  differences: { field: string; code: string; was: string | null; proposed: string | null }[];
};

beforeAll(async () => {
  const { bureau } = here;
  const indicators = [entry('C-100', '集污入网户数'), entry('C-101', '集污管网长度', { unit: '公里' })];
  await bureau.does('finance-performance', LIBRARY(), 'list-indicators', { indicators });
  const { items } = await bureau.read<Found>(
    `indicators?q=${encodeURIComponent('入网')}&kind=quantity`,
    'unit-clerk',
  );
  const [first, ...others] = INDICATORS;
  const taken = {
    ...first,
    name: '集污入网户数',
    libraryId: items[0]?.code,
    rollUp: 'cumulative',
    keyIndicator: 'yes',
  };
  await anApprovedYear(bureau, 'L-1', {
    nature: 'recurrent',
    term: 'continuing',
    form: declaration('600000.00', {
      indicators: [taken, ...others],
      periodValues: [
        { row: '1', period: 'Q2', planned: '60' },
        { row: '1', period: 'Q4', planned: '120' },
      ],
    }),
  });
});

describe('an indicator of the library', () => {
  const past = async (by: Parameters<typeof here.bureau.read>[1]) =>
    (await here.bureau.read<Past>('indicators/C-100', by)).past;

  it('stands in the goal that took it with everything the library knows', async () => {
    expect(await here.bureau.stateOf(THIS_YEAR)).toMatchObject({
      goal: {
        indicators: [{ libraryId: 'C-100', rollUp: 'cumulative', keyIndicator: 'yes' }, {}, {}, {}, {}, {}],
        periodValues: [{ row: '1', period: 'Q2', planned: '60' }, { planned: '120' }],
      },
    });
  });

  it('shows what approved goals aim at with it; whose project it is, to those who may read that project', async () => {
    const value = { fiscalYear: 2014, target: '120', actual: null, taken: true };
    expect(await past('unit-clerk')).toMatchObject([{ ...value, projectYearId: 'L-1-2014' }]);
    const [elsewhere] = await past(['unit-clerk', '305001', '305']);
    expect(elsewhere).toMatchObject(value);
    expect(elsewhere).not.toHaveProperty('projectYearId');
  });

  it('and what the confirmed evaluation of the year found', async () => {
    const { bureau } = here;
    await bureau.on('2014-12-15');
    await aConfirmedResult(bureau, 'L-E1', {
      of: [THIS_YEAR],
      found: { households: '96' },
      object: { kind: 'project-years', projectId: 'L-1', nature: 'recurrent', term: 'continuing' },
    });
    expect(await past('department')).toMatchObject([{ target: '120', actual: '96', met: false }]);
  });
});

describe("last year's goal", () => {
  it('is not there before there was a year before', async () => {
    const { stack, bureau } = here;
    const { status } = await stack.api.get(
      bureau.post('unit-clerk'),
      '/api/project-years/L-1-2014/last-year',
    );
    expect(status).toBe(404);
  });

  // The evaluation's other lines have other names: they are other indicators, whatever their rows.
  it('is the draft of the next year, and what is of last year is named with a proposal', async () => {
    const { bureau } = here;
    await bureau.does('finance-performance', LIBRARY(), 'retire-indicator', {
      code: 'C-100',
      until: '2014-12-14',
      successor: 'C-101',
      reason: '改按管网长度考核',
    });
    await bureau.does('unit-clerk', 'projects/L-1', 'open-year', { fiscalYear: 2015 });
    await bureau.settle();
    const copied = await bureau.read<Copied>(`${NEXT_YEAR}/last-year`, 'unit-clerk');
    expect(copied).toMatchObject({
      from: { projectYearId: 'L-1-2014', fiscalYear: 2014 },
      draft: { requestedYuan: '600000.00', periodValues: [{ period: 'Q2' }, { period: 'Q4' }] },
    });
    expect(copied.differences.map(({ field, code, proposed }) => [field, code, proposed])).toEqual([
      ['requestedFen', 'AMOUNT_OF_LAST_YEAR', null],
      ['startOn', 'DATE_OF_LAST_YEAR', '2015-01-01'],
      ['endOn', 'DATE_OF_LAST_YEAR', '2015-12-31'],
      ['milestones.0.on', 'DATE_OF_LAST_YEAR', '2015-06-30'],
      ['indicators.0.baseline', 'BASELINE', '96'],
      ['indicators.0.libraryId', 'INDICATOR_RETIRED', 'C-101'],
    ]);
  });

  it('is read by whoever may read the project, and by nobody else', async () => {
    const { stack, bureau } = here;
    const elsewhere = bureau.post(['unit-clerk', '305001', '305']);
    expect((await stack.api.get(elsewhere, `/api/${NEXT_YEAR}/last-year`)).status).toBe(403);
  });

  it('with its proposals accepted it is declared', async () => {
    const { bureau } = here;
    const form = declaration('500000.00', {
      startOn: '2015-01-01',
      endOn: '2015-12-31',
      milestones: [{ on: '2015-06-30', expect: '完成两个村' }],
    });
    await bureau.does('unit-clerk', NEXT_YEAR, 'save-draft', { form });
    await bureau.does('unit-head', NEXT_YEAR, 'declare', { form, signature: { mode: 'online' } });
    expect(await bureau.stateOf(NEXT_YEAR)).toMatchObject({ declaration: { requestedYuan: '500000.00' } });
  });
});

describe('past values', () => {
  it('rebuilt from the events are the live ones, row by row', async () => {
    const { store } = here.stack;
    const rows = () =>
      behindWall(store, '*', async (sql) => [
        (await sql`select * from indicator_goal_view order by project_year_id, row`).map((row) => ({
          ...row,
        })),
        (await sql`select * from indicator_actual_view order by project_year_id, row`).map((row) => ({
          ...row,
        })),
      ]);
    const live = await rows();
    expect(live.map((table) => table.length)).toEqual([6, 3]);
    await rebuild(store);
    expect(await rows()).toEqual(live);
  });
});
