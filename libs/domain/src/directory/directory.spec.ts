import { describe, expect, it } from '@jest/globals';
import { actorAs, DIVISION, type Step, step, storyOf } from '@quancheng/testing';
import { day, type Json } from '@quancheng/kernel';
import { handle } from '../core/run.ts';
import { worldOf } from '../core/world.ts';
import { delegationsOn, directory, holdersOn, unitOn } from './index.ts';
import type { Founded } from './state.ts';

const { unborn, live, clockAt, codeOf, refusalOf, dataOf, typesOf, followUpsOf, lastOf } = storyOf(
  directory,
  DIVISION,
);

const TODAY = '2014-03-03';
const PAPER = { paper: '镇编〔2014〕3号', reason: '机构改革' };
const wish = (does: string, data: Record<string, Json>, on = TODAY): Step =>
  step(does, 'administrator', on, data);
const unit = (code: string, department: string, kind = 'unit', name = `单位${code}`): Json => ({
  unit: code,
  name,
  kind,
  department,
  from: '2013-01-01',
});
const post = (personId: string, role: string, code: string, from = '2013-01-01', until?: string): Json => ({
  personId,
  role,
  unit: code,
  from,
  ...(until === undefined ? {} : { until }),
});

const UNITS = [
  unit('D1', 'D1', 'department'),
  unit('D2', 'D2', 'department'),
  unit('A', 'D1'),
  unit('B', 'D1'),
  unit('C', 'D2'),
];
const founded = live(
  unborn,
  wish('FoundDirectory', { name: '镇海区', parent: '330200000' }),
  wish('RegisterUnits', { units: UNITS }),
);
const staffed = live(
  founded,
  wish('GrantPosts', {
    posts: [
      post('p-head', 'unit-head', 'A'),
      post('p-clerk', 'unit-clerk', 'A'),
      post('p-clerk', 'unit-clerk', 'B'),
      post('p-expert', 'expert', 'C'),
    ],
  }),
);
const file = (projectId: string, aggregate: 'project' | 'project-year' = 'project') => ({
  aggregate,
  id: aggregate === 'project' ? projectId : `${projectId}-2014`,
  projectId,
});
const openIn = (units: Record<string, string[]>): NonNullable<Step['openFiles']> =>
  Object.fromEntries(
    Object.entries(units).map(([code, projects]) => [
      code,
      projects.flatMap((projectId) => [file(projectId), file(projectId, 'project-year')]),
    ]),
  );
const at = (life: { state: unknown }, code: string, date: string) =>
  unitOn((life.state as Founded).units[code], day(date));

describe('a directory is founded', () => {
  it.each([
    ['under the city above it', '330200000', 'accepted'],
    ['under nobody', null, 'accepted'],
    ['under a neighbour', '330206000', 'PARENT_NOT_ABOVE'],
    ['under its own town', '330211001', 'PARENT_NOT_ABOVE'],
    ['under itself', '330211000', 'PARENT_NOT_ABOVE'],
    ['under no division', 'x', 'PARENT_NOT_ABOVE'],
  ])('%s', (_, parent, code) => {
    expect(codeOf(unborn, wish('FoundDirectory', { name: '镇海区', parent }))).toBe(code);
  });

  it('under the code of its division alone, and by the administrator alone', () => {
    const other = storyOf(directory, '330206000');
    expect(other.codeOf(other.unborn, wish('FoundDirectory', { name: 'x' }))).toBe('NOT_ITS_OWN_DIRECTORY');
    expect(codeOf(unborn, step('FoundDirectory', 'bureau-leader', TODAY, { name: 'x' }))).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });
});

describe('units are registered as one list', () => {
  it('and registered again they are the same', () => {
    expect(typesOf(live(founded, wish('RegisterUnits', { units: UNITS })), 2)).toEqual([]);
  });

  it.each<[string, Json, string, string]>([
    ['a department that is nowhere', unit('E', 'D9'), 'units.1.department', 'DEPARTMENT_UNKNOWN'],
    [
      'a department younger than its unit',
      { ...(unit('E', 'D8') as object) } as Json,
      'units.1.department',
      'DEPARTMENT_UNKNOWN',
    ],
    ['a unit under a unit', unit('E', 'A'), 'units.1.department', 'NOT_A_DEPARTMENT'],
    ['a unit under itself', unit('E', 'E'), 'units.1.department', 'DEPARTMENT_MISSING'],
    ['a unit known by another name', unit('A', 'D1', 'unit', '别名'), 'units.1.unit', 'UNIT_KNOWN_OTHERWISE'],
    ['a unit twice in the list', unit('N', 'D1'), 'units.1.unit', 'UNIT_TWICE'],
  ])('%s is a fault of its row, and no row is taken', (_, row, field, code) => {
    const young = { ...(unit('D8', 'D8', 'department') as object), from: '2014-01-01' } as Json;
    const refusal = refusalOf(founded, wish('RegisterUnits', { units: [unit('N', 'D1'), row, young] }));
    expect(refusal.fields).toMatchObject([{ field, code }]);
  });

  it.each([
    ['an empty list', []],
    ['a code with a slash', [unit('A/B', 'D1')]],
    ['a kind that is none', [unit('E', 'D1', 'club')]],
  ])('%s is no paper', (_, units) => {
    expect(codeOf(founded, wish('RegisterUnits', { units }))).toBe('FORM_INVALID');
  });
});

describe('units change by date', () => {
  it('renamed, the unit keeps the old name for the days before', () => {
    const renamed = live(
      founded,
      wish('RenameUnit', { unit: 'A', name: '新名', from: '2014-03-01', ...PAPER }),
    );
    expect([at(renamed, 'A', '2014-02-28')?.name, at(renamed, 'A', '2014-03-01')?.name]).toEqual([
      '单位A',
      '新名',
    ]);
    expect(followUpsOf(renamed)).toMatchObject([
      { aggregate: 'directory', type: 'HandOver', data: { change: 1 } },
    ]);
  });

  it('moved, it stands under the other department from that day', () => {
    const moved = live(
      founded,
      wish('MoveUnit', { unit: 'A', department: 'D2', from: '2014-03-01', ...PAPER }),
    );
    expect([at(moved, 'A', '2014-02-28')?.department, at(moved, 'A', '2014-03-01')?.department]).toEqual([
      'D1',
      'D2',
    ]);
  });

  it('merged, the old one ends the day before, and says where it went', () => {
    const merged = live(
      founded,
      wish('MergeUnits', { units: ['A', 'B'], into: { unit: 'C' }, from: '2014-03-01', ...PAPER }),
    );
    expect([at(merged, 'A', '2014-02-28')?.name, at(merged, 'A', '2014-03-01')]).toEqual([
      '单位A',
      undefined,
    ]);
    expect((merged.state as Founded).units['B']?.successors).toEqual(['C']);
    const again = wish('MergeUnits', {
      units: ['A', 'B'],
      into: { unit: 'C' },
      from: '2014-03-01',
      ...PAPER,
    });
    expect(typesOf(live(merged, again), merged.events.length)).toEqual([]);
  });

  it('a department that goes into another takes the units under it along', () => {
    const merged = live(
      founded,
      wish('MergeUnits', { units: ['D1'], into: { unit: 'D2' }, from: '2014-03-01', ...PAPER }),
    );
    expect([at(merged, 'A', '2014-02-28')?.department, at(merged, 'A', '2014-03-01')?.department]).toEqual([
      'D1',
      'D2',
    ]);
    expect(dataOf(merged)['moves']).toMatchObject([{ unit: 'D1', to: 'D2' }, { unit: 'A' }, { unit: 'B' }]);
  });

  it.each<[string, Step, string]>([
    [
      'a unit that is nowhere',
      wish('RenameUnit', { unit: 'X', name: 'x', from: TODAY, ...PAPER }),
      'UNIT_UNKNOWN',
    ],
    [
      'a day before it was there',
      wish('RenameUnit', { unit: 'A', name: 'x', from: '2012-01-01', ...PAPER }),
      'PERIOD_TAKEN',
    ],
    [
      'without a paper',
      wish('RenameUnit', { unit: 'A', name: 'x', from: TODAY, reason: 'x' }),
      'FORM_INVALID',
    ],
    [
      'to a department that is none',
      wish('MoveUnit', { unit: 'A', department: 'B', from: TODAY, ...PAPER }),
      'NOT_A_DEPARTMENT',
    ],
    [
      'a department with units under it',
      wish('MoveUnit', { unit: 'D1', department: 'D2', from: TODAY, ...PAPER }),
      'UNIT_HAS_SUBORDINATES',
    ],
    [
      'into itself',
      wish('MergeUnits', { units: ['A'], into: { unit: 'A' }, from: TODAY, ...PAPER }),
      'UNIT_INTO_ITSELF',
    ],
    [
      'into a new unit without a name',
      wish('MergeUnits', { units: ['A'], into: { unit: 'N' }, from: TODAY, ...PAPER }),
      'SUCCESSOR_INCOMPLETE',
    ],
    [
      'a department into a unit',
      wish('MergeUnits', { units: ['D1'], into: { unit: 'C' }, from: TODAY, ...PAPER }),
      'NOT_A_DEPARTMENT',
    ],
    [
      'into one part',
      wish('SplitUnit', { unit: 'A', into: [{ unit: 'B' }], from: TODAY, ...PAPER }),
      'FORM_INVALID',
    ],
    [
      'a project that is not there',
      wish('SplitUnit', {
        unit: 'A',
        into: [{ unit: 'B' }, { unit: 'C', projects: ['P9'] }],
        from: TODAY,
        ...PAPER,
      }),
      'LIST_FAULTY',
    ],
    [
      'with something open',
      { ...wish('CloseUnit', { unit: 'A', from: TODAY, ...PAPER }), openFiles: openIn({ A: ['P1'] }) },
      'UNIT_HAS_OPEN_FILES',
    ],
    [
      'with units under it',
      wish('CloseUnit', { unit: 'D1', from: TODAY, ...PAPER }),
      'UNIT_HAS_SUBORDINATES',
    ],
    ['with nothing open', wish('CloseUnit', { unit: 'A', from: TODAY, ...PAPER }), 'accepted'],
    [
      'with a successor',
      {
        ...wish('CloseUnit', { unit: 'A', from: TODAY, successor: 'B', ...PAPER }),
        openFiles: openIn({ A: ['P1'] }),
      },
      'accepted',
    ],
  ])('%s', (_, tried, code) => {
    expect(codeOf(founded, tried)).toBe(code);
  });
});

describe('what is open is handed over', () => {
  const handOver = (change: number, openFiles: Step['openFiles'], on = TODAY): Step => ({
    ...step('HandOver', 'system', on, { change }),
    ...(openFiles === undefined ? {} : { openFiles }),
  });
  const split = live(founded, {
    ...wish('SplitUnit', {
      unit: 'A',
      into: [{ unit: 'B' }, { unit: 'N', name: '新设', kind: 'unit', department: 'D2', projects: ['P2'] }],
      from: '2014-03-01',
      ...PAPER,
    }),
    openFiles: openIn({ A: ['P1', 'P2'] }),
  });

  it('project by project, each file once, with the name and the department of the day', () => {
    const handed = live(split, handOver(1, openIn({ A: ['P1', 'P2', 'P3'], B: ['P4'] })));
    const told = followUpsOf(handed).map(({ aggregate, id, type, data }) => {
      const { unit: to, department, unitName } = data as Record<string, string>;
      return [aggregate, id, type, to, department, unitName].join(' ');
    });
    expect(told).toEqual([
      'project P2 TakeOverUnit N D2 新设',
      'project-year P2-2014 TakeOverUnit N D2 新设',
      'project P1 TakeOverUnit B D1 单位B',
      'project-year P1-2014 TakeOverUnit B D1 单位B',
      'project P3 TakeOverUnit B D1 单位B',
      'project-year P3-2014 TakeOverUnit B D1 单位B',
    ]);
    expect(typesOf(live(handed, handOver(1, openIn({ A: ['P1'] }))), handed.events.length)).toEqual([]);
  });

  it('on the day that was entered beforehand, not before', () => {
    const ahead = live(
      founded,
      wish('MergeUnits', { units: ['A'], into: { unit: 'B' }, from: '2014-04-01', ...PAPER }),
    );
    expect(followUpsOf(ahead)).toEqual([]);
    expect(typesOf(clockAt(ahead, '2014-03-31'), ahead.events.length)).toEqual([]);
    const there = clockAt(ahead, '2014-04-01');
    expect(typesOf(there, ahead.events.length)).toEqual(['ChangeInForce']);
    expect(followUpsOf(there)).toMatchObject([{ type: 'HandOver', data: { change: 1 } }]);
  });
});

describe('posts are held by date', () => {
  const holders = (life: { state: unknown }, role: 'unit-head' | 'unit-clerk', code: string, date: string) =>
    holdersOn(life.state as Founded, role, code, day(date)).map(({ personId }) => personId);

  it('one person may hold several; who held a post is answered for any day', () => {
    expect(holders(staffed, 'unit-clerk', 'A', TODAY)).toEqual(['p-clerk']);
    expect(holders(staffed, 'unit-clerk', 'B', TODAY)).toEqual(['p-clerk']);
    expect(holders(staffed, 'unit-clerk', 'A', '2012-12-31')).toEqual([]);
  });

  it('replaced, the old holder keeps the old period', () => {
    const replaced = live(
      staffed,
      wish('ReplaceHolder', {
        role: 'unit-head',
        unit: 'A',
        personId: 'p-new',
        from: '2014-02-01',
        ...PAPER,
      }),
    );
    expect(holders(replaced, 'unit-head', 'A', '2014-01-31')).toEqual(['p-head']);
    expect(holders(replaced, 'unit-head', 'A', '2014-02-01')).toEqual(['p-new']);
    const before = wish('ReplaceHolder', {
      role: 'unit-head',
      unit: 'A',
      personId: 'p-x',
      from: '2014-02-01',
      ...PAPER,
    });
    expect(codeOf(replaced, before)).toBe('PERIOD_TAKEN');
  });

  it('ended, it is held until that day; with its unit it ends, too', () => {
    const ended = live(
      staffed,
      wish('EndPost', { personId: 'p-clerk', role: 'unit-clerk', unit: 'A', until: '2014-02-28', ...PAPER }),
      wish('CloseUnit', { unit: 'B', from: '2014-03-02', ...PAPER }),
    );
    expect([
      holders(ended, 'unit-clerk', 'A', '2014-02-28'),
      holders(ended, 'unit-clerk', 'A', '2014-03-01'),
    ]).toEqual([['p-clerk'], []]);
    expect([
      holders(ended, 'unit-clerk', 'B', '2014-03-01'),
      holders(ended, 'unit-clerk', 'B', '2014-03-02'),
    ]).toEqual([['p-clerk'], []]);
  });

  it.each<[string, Json, string]>([
    ['the same post again', post('p-clerk', 'unit-clerk', 'A'), 'accepted'],
    [
      'the same post with another end',
      post('p-clerk', 'unit-clerk', 'A', '2013-01-01', '2014-12-31'),
      'POST_OVERLAPS',
    ],
    ['a second head', post('p-2', 'unit-head', 'A'), 'POST_TAKEN'],
    ['a department post in a project unit', post('p-2', 'department', 'A'), 'NOT_A_DEPARTMENT'],
    ['a unit that is nowhere', post('p-2', 'unit-clerk', 'X'), 'UNIT_UNKNOWN'],
    ['a day before the unit', post('p-2', 'unit-clerk', 'A', '2012-01-01'), 'UNIT_NOT_THERE'],
    [
      'an end before the start',
      post('p-2', 'unit-clerk', 'A', '2014-02-01', '2014-01-01'),
      'ENDS_BEFORE_START',
    ],
  ])('%s', (_, row, code) => {
    const tried = wish('GrantPosts', { posts: [row] });
    if (code === 'accepted') expect(typesOf(live(staffed, tried), staffed.events.length)).toEqual([]);
    else expect(refusalOf(staffed, tried).fields).toMatchObject([{ code }]);
  });

  it('a list of posts is judged with the rows above it', () => {
    const refusal = refusalOf(
      founded,
      wish('GrantPosts', { posts: [post('p-1', 'unit-head', 'A'), post('p-2', 'unit-head', 'A')] }),
    );
    expect(refusal.fields).toMatchObject([{ field: 'posts.1.unit', code: 'POST_TAKEN' }]);
  });
});

describe('a post is delegated for some days', () => {
  const lend = (more: Record<string, Json> = {}): Step =>
    wish('Delegate', {
      fromPersonId: 'p-head',
      toPersonId: 'p-clerk',
      role: 'unit-head',
      unit: 'A',
      from: '2014-03-05',
      until: '2014-03-09',
      ...PAPER,
      ...more,
    });
  const lent = live(staffed, lend());
  const lentOn = (life: { state: unknown }, date: string) =>
    delegationsOn(life.state as Founded, 'p-clerk', day(date)).map(({ fromPersonId }) => fromPersonId);

  it('on those days and no other, as long as the holder holds it', () => {
    expect(
      ['2014-03-04', '2014-03-05', '2014-03-09', '2014-03-10'].map((date) => lentOn(lent, date)),
    ).toEqual([[], ['p-head'], ['p-head'], []]);
    const replaced = live(
      lent,
      wish(
        'ReplaceHolder',
        { role: 'unit-head', unit: 'A', personId: 'p-new', from: '2014-03-07', ...PAPER },
        '2014-03-07',
      ),
    );
    expect([lentOn(replaced, '2014-03-06'), lentOn(replaced, '2014-03-07')]).toEqual([['p-head'], []]);
  });

  it('revoked, it ends the day before, and what was done stands', () => {
    const revoked = live(
      lent,
      wish('RevokeDelegation', { delegation: 'D1', from: '2014-03-07', reason: '提前返岗' }),
    );
    expect([lentOn(revoked, '2014-03-06'), lentOn(revoked, '2014-03-07')]).toEqual([['p-head'], []]);
    expect(codeOf(lent, wish('RevokeDelegation', { delegation: 'D9', from: TODAY, reason: 'x' }))).toBe(
      'DELEGATION_UNKNOWN',
    );
  });

  it.each<[string, Record<string, Json>, string]>([
    ['to oneself', { toPersonId: 'p-head' }, 'TO_ONESELF'],
    ['of a post that is not held', { fromPersonId: 'p-clerk', toPersonId: 'p-9' }, 'POST_NOT_HELD'],
    ['of an expert', { role: 'expert', unit: 'C', fromPersonId: 'p-expert' }, 'POST_NOT_LENT'],
    ['that ends before it begins', { until: '2014-03-01' }, 'ENDS_BEFORE_START'],
    ['twice for the same days', { from: '2014-03-08', until: '2014-03-12' }, 'DELEGATION_OVERLAPS'],
  ])('%s it is refused', (_, more, code) => {
    expect(codeOf(lent, lend(more))).toBe(code);
  });
});

it('whoever changes a directory stands in the record with his post', () => {
  expect(lastOf(staffed).actor).toMatchObject({ personId: 'p-administrator', role: 'administrator' });
  const actor = actorAs('administrator', { division: '330206000' });
  const now = lastOf(staffed).recordedAt;
  const world = worldOf({ stream: `${DIVISION}/directory/${DIVISION}`, actor, now, receivedAt: now });
  const foreign = handle(
    directory,
    staffed.state,
    { type: 'RegisterUnits', commandId: 'c', actor, data: {} },
    world,
  );
  expect(foreign).toMatchObject({ code: 'OTHER_DIVISION' });
});
