import { describe, expect, it } from '@jest/globals';
import { accept, confirm, revise, start, story, submit } from './evaluation.story.ts';

const { attempt, dataOf, followUpsOf, live, unborn } = story;
const reported = live(unborn, start(), submit(), accept());
const without = (row: string, missing = 'evidence') => ({ row, missing, note: '没有台账和验收记录' });

describe('results that nobody can prove', () => {
  const life = live(reported, confirm({ unproven: [without('1'), without('2', 'baseline')] }));

  it('get no grade, and say what is missing', () => {
    expect(dataOf(life)).toMatchObject({
      result: {
        grade: '未能证明',
        gradeClause: 'zh-2014/evaluation/unproven-weight',
        unproven: [
          { row: '1', missing: 'evidence' },
          { row: '2', missing: 'baseline' },
        ],
      },
    });
  });

  it('are a problem each, for the unit to answer', () => {
    expect(dataOf(life)).toMatchObject({
      result: {
        problems: expect.arrayContaining([
          '“集污入网户数”缺少佐证材料：没有台账和验收记录',
          '“单位成本”缺少可比的基期值：没有台账和验收记录',
        ]),
      },
    });
  });

  it('are told to the project-years as any result', () => {
    expect(followUpsOf(life)[0]?.data).toMatchObject({ grade: '未能证明', resultVersion: 1 });
  });

  it('are graded by a new version once the evidence is there; until then a revision leaves them so', () => {
    const corrected = live(life, revise([{ row: '3', actual: '80', reason: '复核更正' }]));
    expect(dataOf(corrected)).toMatchObject({ result: { version: 2, grade: '未能证明' } });
    const proven = live(life, revise([], { unproven: [] }));
    expect(dataOf(proven)).toMatchObject({ result: { version: 2, grade: '优秀' } });
    expect(dataOf(proven)).not.toMatchObject({ result: { unproven: expect.anything() } });
  });
});

describe('too little without proof', () => {
  it.each([
    ['one row of 30 is corrected instead', [without('1')], 'UNPROVEN_TOO_LITTLE'],
    ['a row that the sheet does not score is named', [without('99')], 'FORM_INVALID'],
  ])('%s', (_name, unproven, code) => {
    expect(attempt(reported, confirm({ unproven }))).toMatchObject({ code });
  });

  it('nothing missing gives the grade as ever', () => {
    expect(dataOf(live(reported, confirm()))).toMatchObject({ result: { grade: '优秀' } });
  });
});
