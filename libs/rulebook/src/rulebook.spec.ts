import { describe, expect, it } from '@jest/globals';
import { day } from '@quancheng/kernel';
import type { Clause, LawDay } from './clause.ts';
import type { Edition } from './edition.ts';
import { goalThresholdNew } from './editions/zh-2014/goal-threshold-new.clause.ts';
import { national2020 } from './editions/national-2020/index.ts';
import { zh2014 } from './editions/zh-2014/index.ts';
import { rulebook, rulebookAt, rulebookOf, rulebookOfEdition } from './rulebook.ts';

type Period = { from: LawDay; until?: LawDay };
const clauseIn = (inForce: Period): Clause => ({ ...goalThresholdNew, inForce });
const editionIn = (id: string, inForce: Period, clauses: Clause[] = [goalThresholdNew]): Edition => ({
  ...zh2014,
  id,
  inForce,
  clauses,
});

describe('the rule book of Zhenghai', () => {
  it.each([
    [2012, '330211000', undefined],
    [2013, '330211000', 'zh-2014'],
    [2015, '330211000', 'zh-2014'],
    [2014, '330211101', 'zh-2014'],
    [2014, '330212000', undefined],
    [2019, '330212000', undefined],
    [2020, '330212000', 'national-2020'],
    [2026, '330211000', 'zh-2014'],
  ])('fiscal year %s in division %s is ruled by %s', (year, division, edition) => {
    expect(rulebook.editionFor(year, division)?.id).toBe(edition);
  });

  it('says which question, day and division has no answer', () => {
    expect(rulebook.clause('deadline/unheard-of', day('2014-01-01'))).toEqual({
      provisional: true,
      because: {
        zh: '规则库中没有330211000在2014-01-01适用的“deadline/unheard-of”条款',
        en: 'no clause in force for 330211000 on 2014-01-01 answers "deadline/unheard-of"',
      },
    });
  });
});

describe('a clause or an edition that ends', () => {
  const book = rulebookOf(
    [
      editionIn('first', { from: '2013-01-01', until: '2014-12-31' }, [
        clauseIn({ from: '2013-01-01', until: '2013-06-30' }),
        clauseIn({ from: '2013-07-02' }),
      ]),
      editionIn('second', { from: '2015-01-01' }),
    ],
    '330211000',
  );

  it.each([
    ['2013-06-30', '2013-01-01'],
    ['2013-07-01', undefined],
    ['2013-07-02', '2013-07-02'],
    ['2014-12-31', '2013-07-02'],
    ['2015-01-01', '2013-01-01'],
  ])('on %s the answer in force is that of %s', (on, from) => {
    const clause = book.clause('goal-threshold/new', day(on));
    expect('inForce' in clause ? clause.inForce.from : undefined).toBe(from);
  });

  it('rules only the fiscal years that it covers whole', () => {
    const midYear = rulebookOf([editionIn('late', { from: '2013-07-01', until: '2015-06-30' })], '330211000');
    expect([2013, 2014, 2015].map((year) => midYear.editionFor(year)?.id)).toEqual([
      undefined,
      'late',
      undefined,
    ]);
  });
});

describe('two answers to one question are never taken in', () => {
  it('neither from two clauses of an edition', () => {
    const twice = [clauseIn({ from: '2013-01-01', until: '2014-01-01' }), clauseIn({ from: '2014-01-01' })];
    expect(() => rulebookOf([editionIn('e', { from: '2013-01-01' }, twice)], '330211000')).toThrow(
      'answer one question at once',
    );
  });

  it('nor from two editions of one place', () => {
    const again = editionIn('again', { from: '2014-01-01' });
    expect(() => rulebookOf([zh2014, again], '330211000')).toThrow('in force at once');
    expect(() => rulebookOf([zh2014, { ...again, divisionPrefix: '330212' }], '330211000')).not.toThrow();
    expect(() => rulebookOf([zh2014, zh2014], '330211000')).toThrow('in force at once');
  });
});

describe('a place under several editions', () => {
  const town = { ...editionIn('town', { from: '2015-01-01' }, []), divisionPrefix: '330211101' };
  const elsewhere = { ...editionIn('elsewhere', { from: '2013-01-01' }), divisionPrefix: null };
  const book = rulebookOf([national2020, zh2014, town, elsewhere], '330211000');

  it.each([
    [2014, '330211101', 'zh-2014'],
    [2015, '330211101', 'town'],
    [2015, '330211000', 'zh-2014'],
    [2020, '330212000', 'national-2020'],
  ])('in %s division %s follows its nearest rules, %s', (year, division, edition) => {
    expect(book.editionFor(year, division)?.id).toBe(edition);
  });

  it('follows them alone: what they leave open stays open', () => {
    expect(book.clause('goal-threshold/new', day('2015-01-01'), '330211101')).toMatchObject({
      provisional: true,
    });
  });

  it('reaches rules of elsewhere by their id only', () => {
    expect(book.edition('elsewhere')).toBe(elsewhere);
    expect(book.edition('nowhere')).toBeUndefined();
  });
});

describe('the rules of a division', () => {
  it.each([
    ['330211000', '2026-03-01', 'zh-2014'],
    ['330211101', '2026-03-01', 'zh-2014'],
    ['330212000', '2026-03-01', 'national-2020'],
  ])('asked from %s on %s are those of %s', (division, on, edition) => {
    expect(rulebookAt(division).clause('grade-bands', day(on))).toMatchObject({
      id: `${edition}/grade-bands`,
    });
    expect(rulebookAt(division).editionFor(2026)?.id).toBe(edition);
  });

  it('are none before any edition that fits', () => {
    expect(rulebookAt('330212000').clause('grade-bands', day('2014-03-01'))).toMatchObject({
      provisional: true,
    });
  });
});

describe('one edition by itself', () => {
  it('answers for every division, on the days it is in force', () => {
    const book = rulebookOfEdition('national-2020');
    expect(book?.clause('grade-bands', day('2020-01-01'), '330211000')).toMatchObject({
      id: 'national-2020/grade-bands',
    });
    expect(book?.clause('grade-bands', day('2019-12-31'))).toMatchObject({ provisional: true });
    expect(book?.editionFor(2020)?.id).toBe('national-2020');
  });

  it('that does not exist is no rule book', () => {
    expect(rulebookOfEdition('zh-1949')).toBeUndefined();
  });
});
