import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { behindWall } from '@quancheng/event-store';
import { holdersOf, rebuild } from '@quancheng/read-models';
import type { Answer, Post } from '../../infra/client/client.ts';
import { type Stack, startStack } from '../support/stack.ts';

const SCHOOL = '201001';
const MUSEUM = '201002';
const HALL = '202001';
const PAPER = { paper: '镇编〔2014〕3号', reason: '机构改革' };

let stack: Stack;
const administrator = () => stack.post('administrator', '101', '101');
const clerkOf = (unit: string, department = unit.slice(0, 3)) => stack.post('unit-clerk', unit, department);

const directory = (command: string, data: unknown, by: Post = administrator()) =>
  stack.api.send(by, ['directories', stack.division, command], { data });
const must = (command: string, data: unknown) =>
  stack.api.must(administrator(), ['directories', stack.division, command], data);

const code = ({ status, body }: Answer) => [status, (body as { code?: string }).code];

const unit = (unitCode: string, name: string, department: string, kind = 'unit') => ({
  unit: unitCode,
  name,
  kind,
  department,
  from: '2013-01-01',
});

const UNITS = [
  unit('101', '财政局', '101', 'finance'),
  unit('201', '教育局', '201', 'department'),
  unit('202', '文化局', '202', 'department'),
  unit(SCHOOL, '第一实验小学', '201'),
  unit(MUSEUM, '少年宫', '201'),
  unit(HALL, '文化馆', '202'),
];

beforeAll(async () => {
  stack = await startStack();
  await stack.clockTo('2014-03-03T09:00:00+08:00');
  await must('found-directory', { name: '镇海区', parent: null });
  await must('register-units', { units: UNITS });
}, 120_000);
afterAll(() => stack.stop());

const project = async (id: string, ofUnit: string) => {
  await stack.api.must(clerkOf(ofUnit), ['projects', id, 'register'], {
    name: `${ofUnit} 改造工程`,
    nature: 'new',
    term: 'one-off',
    field: '教育',
    plannedStart: '2014-01-01',
    plannedEnd: '2014-06-30',
    totalFen: { amount: '50', unit: '万元' },
  });
  await stack.api.must(clerkOf(ofUnit), ['projects', id, 'open-year'], { fiscalYear: 2014 });
};

interface Duty {
  id: string;
  obligation: string;
  due: string | null;
}
const inboxOf = async (post: Post) =>
  (await stack.api.get<{ items: Duty[] }>(post, '/api/inbox')).body.items
    .map(({ id, obligation, due }) => ({ id, obligation, due }))
    .sort((a, b) => `${a.id}${a.obligation}`.localeCompare(`${b.id}${b.obligation}`));

/** The clock moves only when no fact is left to carry from one file to another. */
const quiet = async (minute: number) =>
  await stack.clockTo(`2014-07-10T09:${String(minute).padStart(2, '0')}:00+08:00`);

describe('a list is one decision', () => {
  it('registered again it changes nothing', async () => {
    const again = await must('register-units', { units: UNITS });
    expect(again.events).toEqual([]);
  });

  it('names every fault by its row, and takes none of its rows', async () => {
    const refused = await directory('register-units', {
      units: [
        unit('203001', '体育馆', '203'),
        unit('201003', '新校', '201'),
        unit('201003', '新校', '201'),
        unit(SCHOOL, '另一个名字', '201'),
      ],
    });
    expect(code(refused)).toEqual([422, 'LIST_FAULTY']);
    expect((refused.body as { fields: { field: string; code: string }[] }).fields).toMatchObject([
      { field: 'units.0.department', code: 'DEPARTMENT_UNKNOWN' },
      { field: 'units.2.unit', code: 'UNIT_TWICE' },
      { field: 'units.3.unit', code: 'UNIT_KNOWN_OTHERWISE' },
    ]);
    const units = await stack.api.get<{ items: { unit: string }[] }>(clerkOf(SCHOOL), '/api/units');
    expect(units.body.items.map((one) => one.unit)).toEqual(UNITS.map((one) => one.unit).toSorted());
  });
});

describe('a unit that moves to another department', () => {
  it('takes everything open with it: duties, inbox and rights, their dates unchanged', async () => {
    await project('P-move', SCHOOL);
    // The planned end passes, and the report of completion is due.
    await stack.clockTo('2014-07-10T09:00:00+08:00');
    const before = await inboxOf(clerkOf(SCHOOL));
    expect(before.map(({ obligation }) => obligation)).toContain('report-completion/1');
    await must('move-unit', { unit: SCHOOL, department: '202', from: '2014-07-10', ...PAPER });
    await quiet(1);
    expect(await inboxOf(clerkOf(SCHOOL, '202'))).toEqual(before);
    const read = (by: Post) => stack.api.get<{ state: unknown }>(by, '/api/project-years/P-move-2014');
    expect((await read(stack.post('department', '202', '202'))).status).toBe(200);
    expect((await read(stack.post('department', '201', '201'))).status).toBe(403);
  });
});

describe('units that merge', () => {
  it('leave the old inbox empty and the new one full; what was finished keeps the old unit', async () => {
    await project('P-merge', MUSEUM);
    await quiet(2);
    const before = await inboxOf(clerkOf(MUSEUM));
    expect(before.length).toBeGreaterThan(0);
    await must('merge-units', {
      units: [MUSEUM],
      into: { unit: '202009', name: '文化中心', kind: 'unit', department: '202' },
      from: '2014-07-10',
      ...PAPER,
    });
    await quiet(3);
    expect(await inboxOf(clerkOf(MUSEUM))).toEqual([]);
    expect(await inboxOf(clerkOf('202009'))).toEqual(before);
    const history = await stack.api.get<{ history: unknown[]; exists: boolean }>(
      administrator(),
      `/api/units/${MUSEUM}`,
    );
    expect(history.body).toMatchObject({
      exists: false,
      history: [{ name: '少年宫', until: '2014-07-09', successors: ['202009'] }],
    });
    const year = await stack.api.get<{ items: { unit: string }[] }>(
      administrator(),
      '/api/project-years?q=P-merge',
    );
    expect(year.body.items.map((one) => one.unit)).toEqual(['202009']);
    const budgetYear = await stack.api.get<{ state: { entries: Record<string, unknown> } }>(
      stack.post('finance-performance', '101', '101'),
      '/api/budget-years/2014',
    );
    expect(budgetYear.body.state.entries['P-merge-2014']).toMatchObject({
      unit: '202009',
      department: '202',
    });
  });

  it('are refused to close with something open, unless a successor is named', async () => {
    await project('P-close', HALL);
    await quiet(4);
    expect(code(await directory('close-unit', { unit: HALL, from: '2014-07-10', ...PAPER }))).toEqual([
      422,
      'UNIT_HAS_OPEN_FILES',
    ]);
  });

  it('and split ones go over on the day that was entered beforehand, project by project', async () => {
    await project('P-first', HALL);
    await quiet(5);
    await must('split-unit', {
      unit: HALL,
      into: [
        { unit: '202011', name: '群众艺术馆', kind: 'unit', department: '202' },
        { unit: '202012', name: '图书馆', kind: 'unit', department: '202', projects: ['P-first'] },
      ],
      from: '2014-07-14',
      ...PAPER,
    });
    await quiet(6);
    expect((await inboxOf(clerkOf(HALL))).length).toBeGreaterThan(0);
    await stack.clockTo('2014-07-14T08:00:00+08:00');
    expect(await inboxOf(clerkOf(HALL))).toEqual([]);
    const of = async (unitCode: string) => [
      ...new Set((await inboxOf(clerkOf(unitCode))).map(({ id }) => id)),
    ];
    expect([await of('202011'), await of('202012')]).toEqual([['P-close'], ['P-first']]);
  });
});

describe('people and posts by date', () => {
  const TOWN = '330211001';
  const grant = (personId: string, role: Post['role'], unitCode: string, from: string, until?: string) => ({
    personId,
    role,
    unit: unitCode,
    from,
    ...(until === undefined ? {} : { until }),
  });
  const speaking = (person: string, role: Post['role'], unitCode: string): Post => ({
    ...stack.post(role, unitCode, unitCode.slice(0, 3)),
    person,
  });
  const me = (post: Post) =>
    stack.api.get<{ unit: string; department: string; actingFor?: string; posts: { choose: string }[] }>(
      post,
      '/api/me',
    );

  beforeAll(async () => {
    await must('grant-posts', {
      posts: [
        grant('demo-administrator', 'administrator', '101', '2013-01-01'),
        grant('demo-unit-head', 'unit-head', SCHOOL, '2013-01-01'),
        grant('demo-unit-clerk', 'unit-clerk', SCHOOL, '2013-01-01'),
        grant('demo-unit-clerk', 'unit-clerk', '202011', '2014-07-14'),
        grant('demo-department', 'department', '202', '2013-01-01'),
      ],
    });
  });

  it('the directory decides: a post that the token claims and nobody granted is refused in words', async () => {
    const refused = await me(speaking('demo-unit-clerk', 'unit-clerk', '202012'));
    expect(code(refused)).toEqual([403, 'POST_NOT_HELD']);
    expect(
      (refused.body as unknown as { posts: { choose: string }[] }).posts.map(({ choose }) => choose),
    ).toEqual([`unit-clerk@${SCHOOL}`, 'unit-clerk@202011']);
  });

  it('a person of several posts chooses one, and acts in its unit and under its department of today', async () => {
    const own = speaking('demo-unit-clerk', 'unit-clerk', '202012');
    const chosen = await me({ ...own, choose: `unit-clerk@${SCHOOL}` });
    expect(chosen.body).toMatchObject({ unit: SCHOOL, department: '202' });
    expect(chosen.body.posts).toHaveLength(2);
  });

  it('granted again it is the same post; a second head of a unit, and other dates, are faults of their rows', async () => {
    const again = await must('grant-posts', {
      posts: [grant('demo-unit-clerk', 'unit-clerk', SCHOOL, '2013-01-01')],
    });
    expect(again.events).toEqual([]);
    const refused = await directory('grant-posts', {
      posts: [
        grant('demo-expert', 'unit-head', SCHOOL, '2014-01-01'),
        grant('demo-unit-clerk', 'unit-clerk', SCHOOL, '2012-12-01'),
        grant('p-9', 'unit-clerk', '999', '2014-01-01'),
      ],
    });
    expect((refused.body as { fields: { code: string }[] }).fields.map((fault) => fault.code)).toEqual([
      'POST_TAKEN',
      'UNIT_NOT_THERE',
      'UNIT_UNKNOWN',
    ]);
  });

  it('a replaced holder keeps the old period, whichever day is asked about', async () => {
    await must('replace-holder', {
      role: 'unit-head',
      unit: SCHOOL,
      personId: 'demo-audit',
      from: '2014-07-14',
      ...PAPER,
    });
    const on = (date: string) =>
      behindWall(stack.store, stack.division, (sql) =>
        holdersOf(sql, { division: stack.division, role: 'unit-head', unit: SCHOOL, on: date as never }),
      );
    expect((await on('2014-07-13')).map(({ personId }) => personId)).toEqual(['demo-unit-head']);
    expect((await on('2014-07-14')).map(({ personId }) => personId)).toEqual(['demo-audit']);
    expect(code(await me(speaking('demo-unit-head', 'unit-head', SCHOOL)))).toEqual([403, 'POST_NOT_HELD']);
  });

  it('a delegate acts on the days that were named, in the name of both, and the timeline says so', async () => {
    const delegate: Post = {
      ...speaking('demo-treasury', 'treasury', '101'),
      choose: `unit-head@${SCHOOL}`,
    };
    await stack.api.change(administrator(), 'PUT', '/api/people/demo-audit/contact', {
      name: '演示校长',
      email: 'demo-head@example.invalid',
      phone: '000-0000',
    });
    const lent = (scope: 'all' | 'read', from: string, until: string) => ({
      fromPersonId: 'demo-audit',
      toPersonId: 'demo-treasury',
      role: 'unit-head',
      unit: SCHOOL,
      from,
      until,
      scope,
      ...PAPER,
    });
    await must('delegate', lent('read', '2014-07-14', '2014-07-15'));
    await must('delegate', lent('all', '2014-07-16', '2014-07-20'));
    const assign = () =>
      stack.api.send(delegate, ['projects', 'P-move', 'assign-responsible'], {
        data: { duty: 'money-user', personId: 'p-77', from: '2014-07-01' },
      });
    expect((await me(delegate)).body).toMatchObject({ actingFor: 'demo-audit' });
    expect(code(await assign())).toEqual([403, 'DELEGATION_READS_ONLY']);
    await stack.clockTo('2014-07-16T09:00:00+08:00');
    expect((await assign()).status).toBe(200);
    const timeline = await stack.api.get<{ entries: { type: string; by: unknown }[] }>(
      administrator(),
      '/api/projects/P-move/timeline',
    );
    expect(timeline.body.entries.findLast(({ type }) => type === 'ResponsibleAssigned')?.by).toMatchObject({
      personId: 'demo-treasury',
      actingFor: 'demo-audit',
      role: 'unit-head',
      words: { zh: '代 演示校长' },
    });
    await stack.clockTo('2014-07-21T09:00:00+08:00');
    expect(code(await me(delegate))).toEqual([403, 'POST_NOT_HELD']);
  });

  it('a person is erased: name, e-mail and number go, the id and what was done stay', async () => {
    const contact = () =>
      stack.api.get<{ contact: unknown; posts: unknown[] }>(administrator(), '/api/people/demo-audit');
    expect((await contact()).body.contact).toMatchObject({ name: '演示校长', phone: '000-0000' });
    expect(
      code(
        await stack.api.change(
          stack.post('department', '202', '202'),
          'DELETE',
          '/api/people/demo-audit/contact',
        ),
      ),
    ).toEqual([403, 'ROLE_NOT_ALLOWED']);
    await stack.api.change(administrator(), 'DELETE', '/api/people/demo-audit/contact');
    expect((await contact()).body).toMatchObject({
      contact: { name: null, email: null, phone: null },
      posts: [{ unit: SCHOOL }],
    });
    const timeline = await stack.api.get<{ entries: { by: { words?: { zh: string } } }[] }>(
      administrator(),
      '/api/projects/P-move/timeline',
    );
    expect(timeline.body.entries.at(-1)?.by.words?.zh).toBe('代 demo-audit');
  });

  it('names are for those within whose reach the people are', async () => {
    const names = async (by: Post) =>
      (await stack.api.get<{ items: { personId: string }[] }>(by, '/api/people')).body.items.map(
        ({ personId }) => personId,
      );
    expect(await names(speaking('demo-unit-clerk', 'unit-clerk', '202011'))).toEqual(['demo-unit-clerk']);
    expect((await names(administrator())).length).toBe(5);
    expect((await names(speaking('demo-department', 'department', '202'))).toSorted()).toEqual([
      'demo-audit',
      'demo-department',
      'demo-unit-clerk',
      'demo-unit-clerk',
    ]);
  });

  it('a division is read downwards alone, and written by itself alone', async () => {
    const town: Post = { ...administrator(), division: TOWN };
    const above = administrator();
    await stack.api.must(town, ['directories', TOWN, 'found-directory'], {
      name: '招宝山街道',
      parent: stack.division,
    });
    await stack.api.must(town, ['directories', TOWN, 'register-units'], {
      units: [unit('001', '街道财政所', '001', 'finance')],
    });
    const units = (by: Post) => stack.api.get<{ items: { unit: string }[] }>(by, '/api/units?on=2014-07-01');
    expect((await units({ ...above, reads: TOWN })).body.items.map((one) => one.unit)).toEqual(['001']);
    expect(code(await units({ ...town, reads: stack.division }))).toEqual([403, 'OTHER_DIVISION']);
    expect(code(await units({ ...town, reads: '330211002' }))).toEqual([403, 'OTHER_DIVISION']);
    const file = await stack.api.get<{ links: { timeline: string } }>(
      { ...above, reads: TOWN },
      `/api/directories/${TOWN}`,
    );
    expect(file.body.links.timeline).toBe(`/api/directories/${TOWN}/timeline?division=${TOWN}`);
    expect((await stack.api.get(above, file.body.links.timeline)).status).toBe(200);
    expect(code(await directory('register-units', { units: UNITS }, { ...above, reads: TOWN }))).toEqual([
      403,
      'OTHER_DIVISION',
    ]);
  });

  it('rebuilt from the events the directory reads the same', async () => {
    const TABLES = ['unit_view', 'post_view', 'delegation_view', 'divisions', 'directory_view'];
    const rows = () =>
      behindWall(stack.store, '*', (sql) =>
        Promise.all(TABLES.map((table) => sql`select * from ${sql(table)} order by 1, 2, 3`)),
      );
    const live = await rows();
    expect(live.every((table) => table.length > 0)).toBe(true);
    await rebuild(stack.store);
    expect(await rows()).toEqual(live);
  });
});
