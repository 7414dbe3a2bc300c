import { describe, expect, it } from '@jest/globals';
import { day, type Json } from '@quancheng/kernel';
import { actorAs, DIVISION, type Step, step, storyOf } from '@quancheng/testing';
import { indicatorLibrary, isValidOn } from './index.ts';
import type { OpenLibrary } from './state.ts';

const { unborn, live, codeOf, refusalOf, dataOf, typesOf } = storyOf(indicatorLibrary, DIVISION);

const ON = '2014-03-03';
const wish = (does: string, data: Record<string, Json>, as: Step['as'] = 'finance-performance'): Step =>
  step(does, as, ON, data);
const entry = (code: string, more: Record<string, Json> = {}): Record<string, Json> => ({
  code,
  scope: 'common',
  kind: 'quality',
  name: `验收合格率${code}`,
  direction: 'higher',
  unit: '%',
  validFrom: '2014-01-01',
  ...more,
});
const list = (indicators: Json, as?: Step['as']): Step => wish('ListIndicators', { indicators }, as);
const own = (code: string, department = 'D-01') => entry(code, { scope: 'department', department });

const filled = live(unborn, list([entry('C-1'), entry('C-2', { scope: 'industry', industry: '教育' })]));
const shared = live(filled, list([own('D-1')], 'department'));
const entriesOf = (life: { state: unknown }) => (life.state as OpenLibrary).indicators;

describe('a library is opened by its first list', () => {
  it('and listed again the same indicators add nothing', () => {
    expect(typesOf(filled)).toEqual(['IndicatorLibraryOpened', 'IndicatorsListed']);
    expect(typesOf(live(filled, list([entry('C-1')])))).toEqual(typesOf(filled));
  });

  it('of a longer list only what is new is recorded', () => {
    const longer = live(filled, list([entry('C-1'), entry('C-3')]));
    expect(dataOf(longer)).toMatchObject({ indicators: [{ code: 'C-3' }] });
  });

  it.each<[string, Record<string, Json>, string, string]>([
    ['known otherwise', entry('C-1', { name: '另一指标' }), 'indicators.1.code', 'CODE_KNOWN_OTHERWISE'],
    ['twice in the list', entry('N-1'), 'indicators.1.code', 'CODE_TWICE'],
    ['with a code that cannot be addressed', entry('甲/1'), 'indicators.1.code', 'CODE_SHAPE'],
    ['a number without its unit', entry('N-2', { unit: null }), 'indicators.1.unit', 'UNIT_MISSING'],
    ['of no industry', entry('N-2', { scope: 'industry' }), 'indicators.1.industry', 'INDUSTRY_MISSING'],
    ['of a department', own('N-2'), 'indicators.1.scope', 'NOT_YOUR_INDICATOR'],
    [
      'ended before it begins',
      entry('N-2', { validUntil: '2013-12-31' }),
      'indicators.1.validUntil',
      'ENDS_BEFORE_START',
    ],
    [
      'with a past value of no year',
      entry('N-2', { pastValues: [{ year: '13', value: '95' }] }),
      'indicators.1.pastValues.0.year',
      'YEAR_SHAPE',
    ],
  ])('an indicator %s is a fault of its row, and no row is taken', (_, row, field, code) => {
    expect(refusalOf(filled, list([entry('N-1'), row])).fields).toMatchObject([{ field, code }]);
  });

  it('what is judged in words needs no unit', () => {
    expect(codeOf(filled, list([entry('Q-1', { direction: 'qualitative', unit: null })]))).toBe('accepted');
  });
});

describe('whose indicator it is', () => {
  const elsewhere = actorAs('department', { unit: 'D-02', department: 'D-02' });
  it.each<[string, Step, string]>([
    ['a department lists its own', list([own('D-2')], 'department'), 'accepted'],
    ['a department lists a common one', list([entry('C-9')], 'department'), 'INDICATORS_FAULTY'],
    ["a department lists another's", list([own('D-2', 'D-02')], 'department'), 'INDICATORS_FAULTY'],
    ['a unit lists one', list([entry('C-9')], 'unit-clerk'), 'ROLE_NOT_ALLOWED'],
    [
      "a department retires another's",
      wish('RetireIndicator', { code: 'D-1', until: ON, reason: '停用' }, elsewhere),
      'INDICATORS_FAULTY',
    ],
    [
      'a department makes a common one its own',
      wish('ChangeIndicator', { indicator: own('C-1'), reason: '改' }, 'department'),
      'INDICATORS_FAULTY',
    ],
  ])('%s', (_, tried, code) => {
    expect(codeOf(shared, tried)).toBe(code);
  });
});

describe('an indicator changes and is retired', () => {
  const changed = { ...entry('C-1'), standard: '98' };

  it('the new contents stand, with the reason; the same again adds nothing', () => {
    const once = live(filled, wish('ChangeIndicator', { indicator: changed, reason: '按新标准' }));
    expect(dataOf(once)).toMatchObject({ indicator: { standard: '98' }, reason: '按新标准' });
    expect(typesOf(live(once, wish('ChangeIndicator', { indicator: changed, reason: '再次' })))).toEqual(
      typesOf(once),
    );
  });

  it('retired it may be taken up to its last day, and says what takes its place', () => {
    const retired = live(
      filled,
      wish('RetireIndicator', { code: 'C-1', until: '2014-12-31', successor: 'C-2', reason: '合并' }),
    );
    const gone = entriesOf(retired)['C-1'];
    expect(gone).toMatchObject({ successor: 'C-2', validUntil: '2014-12-31' });
    if (gone === undefined) throw new Error('it stays readable');
    expect(
      ['2013-12-31', '2014-01-01', '2014-12-31', '2015-01-01'].map((on) => isValidOn(gone, day(on))),
    ).toEqual([false, true, true, false]);
  });

  it.each<[string, string, Record<string, Json>, string]>([
    ['unknown', 'RetireIndicator', { code: 'X', until: ON, reason: '停' }, 'INDICATOR_UNKNOWN'],
    ['unknown', 'ChangeIndicator', { indicator: entry('X'), reason: '改' }, 'INDICATOR_UNKNOWN'],
    [
      'with a successor that is not there',
      'RetireIndicator',
      { code: 'C-1', until: ON, successor: 'X', reason: '停' },
      'INDICATOR_UNKNOWN',
    ],
    [
      'in favour of itself',
      'RetireIndicator',
      { code: 'C-1', until: ON, successor: 'C-1', reason: '停' },
      'INDICATOR_UNKNOWN',
    ],
    [
      'before it began',
      'RetireIndicator',
      { code: 'C-1', until: '2013-06-30', reason: '停' },
      'ENDS_BEFORE_START',
    ],
    ['without a reason', 'RetireIndicator', { code: 'C-1', until: ON }, 'FORM_INVALID'],
  ])('%s: %s is refused', (_, does, data, code) => {
    expect(codeOf(filled, wish(does, data))).toBe(code);
  });
});
