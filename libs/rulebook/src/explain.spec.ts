import { describe, expect, it } from '@jest/globals';
import { EDITIONS } from './editions/index.ts';
import { explainClause } from './explain.ts';

const everyClause = EDITIONS.flatMap(({ clauses }) => clauses.map((clause) => ({ id: clause.id, clause })));

describe('a clause explains itself', () => {
  it.each(everyClause)('$id, with its numbers in both languages', ({ id, clause }) => {
    const explained = explainClause(id);
    expect(explained).toMatchObject({ id, title: clause.title, says: clause.says, tier: clause.tier });
    expect(explained?.value.length).toBeGreaterThan(0);
    for (const { zh, en } of explained?.value ?? []) {
      expect(`${zh}${en}`).not.toMatch(/undefined|\[object/);
      expect(zh.trim() === '' || en.trim() === '').toBe(false);
    }
    expect(explained?.examples.length).toBe(clause.examples.length);
  });

  it.each(everyClause)('$id is marked exactly where nobody has confirmed it', ({ id, clause }) => {
    const unconfirmed = clause.tier === 'known' || clause.tier === 'derived';
    expect(explainClause(id)?.toBeConfirmed?.zh).toBe(unconfirmed ? '待财政局确认' : undefined);
  });

  it.each([
    ['zh-2014/goal-threshold/new', '500000.00元以上（含本数）'],
    ['zh-2014/deadline/self-evaluation', '项目完成之日起3个月内'],
    ['zh-2014/light/goal', '低于60%：红'],
    ['national-2020/grade-bands', '优：90分以上'],
  ])('%s says %s', (id, words) => {
    expect(explainClause(id)?.value[0]?.zh).toBe(words);
  });

  it('one that no edition has is not explained', () => {
    expect(explainClause('zh-2014/deadline')).toBeUndefined();
  });
});
