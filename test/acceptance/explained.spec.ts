import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Address, yearFile } from './support/bureau.ts';
import { aConfirmedResult, yearsAt } from './support/lives.ts';
import { declaration, GRADED, online } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** Whoever opens a file sees whom it waits for and why, what he may do and why not, and what has happened. */
const here = theBureau('2014-12-15');

const FILES: readonly (readonly [Address, ...string[]])[] = [
  [yearFile('X-draft'), 'unit-head'],
  [yearFile('X-declared'), 'department'],
  [yearFile('X-reviewed'), 'finance-business', 'finance-performance'],
  [yearFile('X-controlled'), 'unit-head'],
  // Beside the four duties of the result, the money that is left.
  [yearFile('X-used'), ...Array(3).fill('finance-performance'), 'finance-business', 'finance-business'],
  ['projects/X-draft', 'department', 'unit-clerk'],
  ['budget-years/2014', 'finance-performance', 'finance-business'],
];

beforeAll(async () => {
  const { bureau } = here;
  await yearsAt(bureau, 'draft', [{ id: 'X-draft' }]);
  await yearsAt(bureau, 'declared', [{ id: 'X-declared' }]);
  await yearsAt(bureau, 'department-reviewed', [{ id: 'X-reviewed' }]);
  await yearsAt(bureau, 'controlled', [{ id: 'X-controlled' }]);
  const [used] = await yearsAt(bureau, 'approved', [{ id: 'X-used' }]);
  await aConfirmedResult(bureau, 'E-X', { of: [used as Address], found: GRADED.良好 });
});

describe('/waiting', () => {
  it.each(FILES)(
    '%s: who, for what, since when, until when, under which clause, and what if nobody acts',
    async (file, ...holders) => {
      const waiting = await here.bureau.waitingAt(file);
      expect(waiting.map(({ waitingFor }) => waitingFor.role).sort()).toEqual([...holders].sort());
      for (const one of waiting) {
        const { until, whyThatDate } = one;
        expect(one).toMatchObject({
          waitingFor: {
            role: expect.any(String),
            unit: expect.stringMatching(/./),
            title: { zh: expect.stringMatching(/./) },
          },
          forWhat: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
          since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          clause: expect.stringMatching(/^zh-2014\//),
          unblockedBy: expect.arrayContaining([
            expect.objectContaining({ command: expect.stringMatching(/^[a-z-]+$/) }),
          ]),
          ifNobodyActs: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
        });
        // A date comes with its reason; without a date there is none to give.
        expect(until === null).toBe(whyThatDate === null);
      }
    },
  );

  it('says it in one sentence, in both languages', async () => {
    const [waiting] = await here.bureau.waitingAt(yearFile('X-declared'));
    expect((waiting as unknown as { sentence: object }).sentence).toEqual({
      zh: expect.stringMatching(
        /^自 2014-12-15 起等待主管部门（201）：主管部门审核申报，截止 2014-12-\d\d（.+），依据 zh-2014\/deadline\/department-review；办理“.+”后继续；逾期无人办理：.+/,
      ),
      en: expect.stringMatching(
        /^since 2014-12-15 waiting for the department in charge \(201\): .+ until 2014-12-\d\d .+ if nobody acts: .+/,
      ),
    });
  });

  it('every named command is one that can be sent, by whom it is waited for', async () => {
    const { bureau } = here;
    for (const [file] of FILES) {
      const { actions } = await bureau.read<{ actions: { command: string }[] }>(`${file}/actions`);
      const known = actions.map(({ command }) => command);
      const named = (await bureau.waitingAt(file)).flatMap(({ unblockedBy }) =>
        unblockedBy.map(({ command }) => command),
      );
      const bySystem = ['note-window', 'approve-in-batch', 'enrol', 'receive-result'];
      expect(named.filter((command) => !known.includes(command) && !bySystem.includes(command))).toEqual([]);
    }
  });

  it('the inbox of a post holds the same duties', async () => {
    const { bureau } = here;
    const { items } = await bureau.read<{ items: { id: string; what: string }[] }>('inbox', 'department');
    expect(items.map(({ id, what }) => `${id} ${what}`)).toContain('X-declared-2014 department-review');
    expect(items.find(({ id }) => id === 'X-declared-2014')).toMatchObject({
      projectId: 'X-declared',
      name: expect.stringMatching(/./),
      unit: '201001',
    });
  });
});

/** The list of project-years, narrowed. */
const years = async (query: string) =>
  (await here.bureau.read<{ items: { id: string; overdue: boolean }[] }>(`project-years?${query}`)).items;

describe('a list', () => {
  it('refuses a yes or no that is neither', async () => {
    await expect(years('late=perhaps')).rejects.toThrow(/QUERY_UNUSABLE/);
  });

  it('names its stages as the catalogue words them', async () => {
    const { collections } = await here.bureau.read<{
      collections: { collection: string; stages: { stage: string; title: { zh: string } }[] }[];
    }>('catalogue');
    const stages = collections.find(({ collection }) => collection === 'project-years')?.stages ?? [];
    const listed = await here.bureau.read<{ items: { stage: string; stageTitle: { zh: string } }[] }>(
      'project-years',
    );
    expect(listed.items.length).toBeGreaterThan(0);
    for (const { stage, stageTitle } of listed.items)
      expect(stages.find((one) => one.stage === stage)?.title).toEqual(stageTitle);
  });
});

describe('/actions', () => {
  type Action = {
    command: string;
    allowed: boolean;
    refusal: { code: string; because: { zh: string } } | null;
    clause: string | null;
  };
  const actions = async (file: Address, by: 'unit-head' | 'treasury' | 'audit') =>
    (await here.bureau.read<{ actions: Action[] }>(`${file}/actions`, by)).actions;

  it.each(['unit-head', 'treasury', 'audit'] as const)(
    'to the %s each refusal says why, and under which clause',
    async (by) => {
      for (const [file] of FILES.filter(([one]) => one.startsWith('project-years')))
        for (const action of await actions(file, by))
          expect(action).toEqual(
            expect.objectContaining({
              allowed: action.refusal === null,
              clause: expect.stringMatching(/^zh-2014\//),
              refusal: action.allowed
                ? null
                : {
                    code: expect.stringMatching(/^(ROLE_NOT_ALLOWED|WRONG_STAGE)$/),
                    because: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
                  },
            }),
          );
    },
  );

  it('what is allowed is what the stage allows this post', async () => {
    const allowed = async (file: Address, by: 'unit-head' | 'treasury' | 'audit') =>
      (await actions(file, by)).filter((action) => action.allowed).map(({ command }) => command);
    expect(await allowed(yearFile('X-draft'), 'unit-head')).toEqual(['save-draft', 'declare', 'withdraw']);
    expect(await allowed(yearFile('X-draft'), 'treasury')).toEqual([]);
    expect(await allowed(yearFile('X-used'), 'audit')).toEqual([]);
  });

  it('a refusal on paper agrees with the refusal in fact', async () => {
    const { bureau } = here;
    const paper = { form: declaration('600000.00'), signature: online };
    const said = await bureau.tries('unit-head', yearFile('X-declared'), 'declare', paper);
    const told = (await actions(yearFile('X-declared'), 'unit-head')).find(
      ({ command }) => command === 'declare',
    );
    expect([said.code, said.clause]).toEqual([told?.refusal?.code, told?.clause]);
  });

  it('nobody reads beyond the own reach', async () => {
    const { bureau } = here;
    const paths = ['waiting', 'actions', 'timeline', 'events'].map(
      (view) => `${yearFile('X-declared')}/${view}`,
    );
    const said = await Promise.all(
      paths.map((path) => bureau.api.get(bureau.post(['unit-head', '305001', '305']), `/api/${path}`)),
    );
    expect(said.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});

describe('/timeline', () => {
  it('what happened, on which day, when it was recorded, by which post, under which clause', async () => {
    const { entries } = await here.bureau.read<{ entries: Record<string, unknown>[] }>(
      `${yearFile('X-used')}/timeline`,
    );
    const ofPersons = entries.filter(({ by }) => (by as { role: string }).role !== 'system');
    expect(entries.map(({ version }) => version)).toEqual(entries.map((_entry, index) => index + 1));
    expect(entries.map(({ type, by }) => [type, (by as { role: string }).role])).toEqual([
      ['ProjectYearOpened', 'system'],
      ['GoalAndBudgetDeclared', 'unit-head'],
      ['DepartmentReviewPassed', 'department'],
      ['MoneyReviewed', 'finance-business'],
      ['GoalReviewed', 'finance-performance'],
      ['FinanceReviewPassed', 'finance-performance'],
      ['ControlFigureIssued', 'finance-business'],
      ['SecondSubmissionMade', 'unit-head'],
      ['GoalAndBudgetApproved', 'system'],
      ['EvaluationBegunNoted', 'system'],
      ['ResultReceived', 'system'],
    ]);
    for (const entry of ofPersons)
      expect(entry).toMatchObject({
        title: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
        happenedOn: '2014-12-15',
        recordedAt: expect.stringMatching(/^2014-12-15T09:/),
        by: { personId: expect.stringMatching(/^demo-/), unit: expect.stringMatching(/./) },
        lateReason: null,
      });
  });
});

describe('when a date has passed', () => {
  it('the list of what is late shows the file, and none that is in time', async () => {
    expect((await years('late=true')).map(({ id }) => id)).not.toContain('X-declared-2014');
    await here.bureau.on('2014-12-31');
    const late = await years('late=true');
    expect(late.map(({ id }) => id)).toContain('X-declared-2014');
    expect(late.every(({ overdue }) => overdue)).toBe(true);
  }, 120_000);
});
