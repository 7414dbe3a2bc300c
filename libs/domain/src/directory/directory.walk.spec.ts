import { describe, expect, it } from '@jest/globals';
import { describeWalks, DIVISION, type Step, step, storyOf, type Walks, walksOf } from '@quancheng/testing';
import type { Json } from '@quancheng/kernel';
import { directory, directoryEvents } from './index.ts';
import type { DirectoryState } from './state.ts';

const wish = (does: string, data: Record<string, Json> = {}, as: Step['as'] = 'administrator'): Step => ({
  ...step(does, as, '2014-01-02', data),
  openFiles: { A: [{ aggregate: 'project', id: 'P1', projectId: 'P1' }] },
});
const unit = (code: string, department: string, kind: string): Json => ({
  unit: code,
  name: `单位${code}`,
  kind,
  department,
  from: '2013-01-01',
});
const post = (personId: string, role: string, code: string): Json => ({
  personId,
  role,
  unit: code,
  from: '2013-01-01',
});
const PAPER = { paper: '编1号', reason: '改革' };
const DAYS = ['2014-02-01', '2014-05-01', '2014-09-01'];
const CODES = ['A', 'B', 'C'];

/** Any of these may be tried on any day; most are refused, and the rest must leave a directory in which every day has one answer. */
const TRIES: readonly Step[] = [
  wish('FoundDirectory', { name: '镇海区' }),
  wish('FoundDirectory', { name: '镇海区', parent: '330200000' }),
  wish('RegisterUnits', { units: [unit('D1', 'D1', 'department'), unit('D2', 'D2', 'department')] }),
  ...CODES.map((code) => wish('RegisterUnits', { units: [unit(code, 'D1', 'unit')] })),
  ...DAYS.flatMap((from) => [
    wish('RenameUnit', { unit: 'A', name: `新名${from}`, from, ...PAPER }),
    wish('MoveUnit', { unit: 'B', department: 'D2', from, ...PAPER }),
    wish('MoveUnit', { unit: 'B', department: 'D1', from, ...PAPER }),
    wish('MergeUnits', { units: ['B'], into: { unit: 'C' }, from, ...PAPER }),
    wish('MergeUnits', { units: ['D1'], into: { unit: 'D2' }, from, ...PAPER }),
    wish('SplitUnit', {
      unit: 'A',
      into: [{ unit: 'B' }, { unit: 'N', name: '新设', kind: 'unit', department: 'D2', projects: ['P1'] }],
      from,
      ...PAPER,
    }),
    wish('CloseUnit', { unit: 'C', from, ...PAPER }),
    wish('ReplaceHolder', { role: 'unit-head', unit: 'A', personId: 'p-2', from, ...PAPER }),
    wish('EndPost', { personId: 'p-1', role: 'unit-clerk', unit: 'A', until: from, ...PAPER }),
    wish('Delegate', {
      fromPersonId: 'p-1',
      toPersonId: 'p-3',
      role: 'unit-head',
      unit: 'A',
      from,
      until: '2014-12-31',
      ...PAPER,
    }),
    wish('RevokeDelegation', { delegation: 'D1', from, reason: '返岗' }),
  ]),
  wish('GrantPosts', { posts: [post('p-1', 'unit-head', 'A'), post('p-1', 'unit-clerk', 'A')] }),
  wish('GrantPosts', { posts: [post('p-1', 'unit-clerk', 'B')] }),
  wish('NoteHolidays', { year: 2014, paper: '国办发明电〔2013〕28号' }),
  ...[1, 2, 3].map((change) => wish('HandOver', { change }, 'system')),
];

const story = storyOf(directory, DIVISION);
/** One that has its units and people: from nothing alone, few walks would reach what ends a post. */
const peopled = story.live(
  story.unborn,
  wish('FoundDirectory', { name: '镇海区' }),
  wish('RegisterUnits', { units: [unit('D1', 'D1', 'department'), unit('A', 'D1', 'unit')] }),
  wish('GrantPosts', { posts: [post('p-1', 'unit-head', 'A'), post('p-1', 'unit-clerk', 'A')] }),
);

const walks: Walks<DirectoryState> = {
  story,
  tries: TRIES,
  startOn: '2014-01-02',
  from: [story.unborn, peopled],
  isCited: true,
};
describeWalks(walks);

describe('a directory by date', () => {
  it('a unit is one thing on any day, its periods in order and without a gap', () => {
    walksOf(walks).everyWalk(({ life: { state } }) => {
      if (state.stage === 'none') return;
      for (const { periods } of Object.values(state.units))
        for (const [index, { from, until }] of periods.entries()) {
          const next = periods[index + 1];
          expect(until === null || until >= from).toBe(true);
          if (next !== undefined)
            expect([until !== null, until !== null && until < next.from]).toEqual([true, true]);
        }
    });
  });

  it('a later change never touches an earlier day of a post', () => {
    walksOf(walks).everyWalk(({ visits }) => {
      for (const { before, after } of visits) {
        if (before.state.stage === 'none' || after.state.stage === 'none') continue;
        const { posts } = after.state;
        const kept = before.state.posts.every((post) =>
          posts.some(
            (one) => one.personId === post.personId && one.unit === post.unit && one.from === post.from,
          ),
        );
        expect(kept).toBe(true);
      }
    });
  });

  it('walks get far enough to mean something: every kind of fact happens', () => {
    const seen = new Set(
      walksOf(walks)
        .someWalks(400)
        .flatMap(({ life }) => walks.story.typesOf(life)),
    );
    expect(Object.keys(directoryEvents).filter((type) => !seen.has(type))).toEqual([]);
  });
});
