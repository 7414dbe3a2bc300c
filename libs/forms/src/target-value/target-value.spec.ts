import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  indicatorFromText,
  readTargetValue,
  TARGET_KINDS,
  type TargetContext,
  type TargetReading,
  writeTargetValue,
} from './index.ts';

type Published = {
  id: string;
  text: string;
  reading: { kind: string } & Record<string, string | null>;
  ambiguous?: string;
  implied_operator?: true;
};
const { kinds, values } = JSON.parse(
  readFileSync(new URL('./target-values.json', import.meta.url), 'utf8'),
) as { kinds: string[]; values: Published[] };

const figures = ({ operator, value, unit, kind, from, to, date, base }: Record<string, unknown>) => ({
  operator,
  value,
  unit,
  kind,
  from,
  to,
  date,
  base,
});

describe('the published target values', () => {
  it('are forty-seven, of sixteen kinds', () => {
    expect(values).toHaveLength(47);
    expect(TARGET_KINDS).toEqual(kinds);
  });

  it.each(values)('$id $text', ({ text, reading, ambiguous, implied_operator }) => {
    const read = readTargetValue(text);
    expect({
      ...figures(read),
      ambiguous: read.ambiguous !== undefined,
      implied: read.implied_operator,
      unreadable: read.unreadable !== undefined,
    }).toEqual({
      ...figures(reading),
      ambiguous: ambiguous !== undefined,
      implied: implied_operator,
      unreadable: reading.kind === 'unreadable',
    });
  });
});

/** '>= 50 个 number', 'between 10..20 个 number', 'by 2022-12-31 deadline'; `?` asks, `~` had no operator. */
function brief(reading: TargetReading): string {
  const { operator, value, unit, kind, from, to, date, implied_operator, ambiguous } = reading;
  const ends = from === undefined ? undefined : `${from}..${to}`;
  const asks = ambiguous === undefined ? undefined : '?';
  const implied = implied_operator === true ? '~' : undefined;
  return [implied, operator, value, ends, date, unit, kind, asks].filter((part) => part != null).join(' ');
}

const cells = (title: string, rows: readonly (readonly [string, string])[], context: TargetContext = {}) =>
  describe(title, () => {
    it.each(rows)('%s → %s', (cell, expected) => {
      expect(brief(readTargetValue(cell, context))).toBe(expected);
    });
  });

cells('operators in signs and in words', [
  ['＞=90％', '>= 90 % percent'],
  ['⩾90%', '>= 90 % percent'],
  ['=>90%', '>= 90 % percent'],
  ['≮90%', '>= 90 % percent'],
  ['≯5%', '<= 5 % percent'],
  ['≧95﹪', '>= 95 % percent'],
  ['＝１００％', '= 100 % percent'],
  ['﹦100%', '= 100 % percent'],
  ['≥95％（含）', '>= 95 % percent'],
  ['“≥95%”。', '>= 95 % percent'],
  ['不低于85%', '>= 85 % percent'],
  ['不少于3场', '>= 3 场 number'],
  ['不高于100万元', '<= 100 万元 money'],
  ['不超过20万元', '<= 20 万元 money'],
  ['不大于5%', '<= 5 % percent'],
  ['小于等于5次', '<= 5 次 number'],
  ['大于90户', '> 90 户 number'],
  ['高于90%', '> 90 % percent'],
  ['低于5%', '< 5 % percent'],
  ['超过90%', '> 90 % percent'],
  ['至少10场次', '>= 10 场次 number'],
  ['最多20次', '<= 20 次 number'],
  ['达到95%', '>= 95 % percent'],
  ['达95%以上', '>= 95 % percent'],
  ['95%及以上', '>= 95 % percent'],
  ['50%以下', '<= 50 % percent'],
  ['控制在20万元以内', '<= 20 万元 money'],
  ['5天以内', '<= 5 天 duration'],
  ['超20万元以内', 'unreadable'],
]);

cells('a bare figure reads "exactly", with a question where more than one reading is in use', [
  ['50', '~ = 50 number'],
  ['50个', '~ = 50 个 number'],
  ['95%', '~ = 95 % percent'],
  ['20万元', '~ = 20 万元 money ?'],
  ['5万', '~ = 5 万元 money ?'],
  ['￥20万', '~ = 20 万元 money ?'],
  ['24小时', '~ = 24 小时 duration ?'],
  ['120%', '~ = 120 % percent ?'],
  ['2022', '~ = 2022 number ?'],
  ['约50个', '~ = 50 个 number ?'],
  ['50余个', '~ = 50 个 number ?'],
  ['95%左右', '~ = 95 % percent ?'],
  ['0次', '= 0 次 number'],
  ['0%', '= 0 % percent'],
  ['完成100%', '~ = 100 % percent'],
  ['100%到位', '~ = 100 % percent'],
  ['新建2座', '~ = 2 座 number'],
  ['已完成50个', '~ = 50 个 number'],
  ['-5%', '~ = -5 % percent'],
]);

cells('units under one spelling, rates and shares', [
  ['≥1000㎡', '>= 1000 平方米 number'],
  ['≥10KM', '>= 10 公里 number'],
  ['10台（套）', '~ = 10 台(套) number'],
  ['1.2万人次', '~ = 1.2 万人次 number'],
  ['2.5亿元以内', '<= 2.5 亿元 money'],
  ['百分之95', '~ = 95 % percent'],
  ['百分之九十五以上', '>= 95 % percent'],
  ['千分之三', '~ = 3 ‰ permille'],
  ['≥3个百分点', '>= 3 个百分点 number'],
  ['1次/月', '~ = 1 次/月 rate'],
  ['每月1次', '~ = 1 次/月 rate'],
  ['每年≥2次', '>= 2 次/年 rate'],
  ['每人每月260元', '~ = 260 元/人·月 rate'],
  ['260元每辆', '~ = 260 元/辆 rate'],
  ['≤10kg/亩', '<= 10 kg/亩 rate'],
  ['各2次', '= 2 次 compound'],
  ['编制30册，发放50份', 'compound ?'],
  ['个', '个 unreadable'],
  ['元/人·月', '元/人·月 unreadable'],
]);

cells('numerals, groups and ranges', [
  ['1,000人', '~ = 1000 人 number'],
  ['1，234，567.89元', '~ = 1234567.89 元 money ?'],
  ['1,00人', 'unreadable'],
  ['三个', '~ = 3 个 number'],
  ['十二次', '~ = 12 次 number'],
  ['两次', '~ = 2 次 number'],
  ['一百二十人', '~ = 120 人 number'],
  ['一致好评', 'qualitative'],
  ['10-20个', 'between 10..20 个 number'],
  ['80%~90%', 'between 80..90 % percent'],
  ['5至8天', 'between 5..8 天 duration'],
  ['80%≤满意度≤90%', 'between 80..90 % percent'],
  ['≥80%且≤90%', 'between 80..90 % percent'],
  ['20-10个', '个 unreadable'],
]);

cells('dates, periods and lengths of time', [
  ['2022年12月底前', 'by 2022-12-31 deadline'],
  ['2022.12.31', 'by 2022-12-31 deadline'],
  ['2022/12/31前', 'by 2022-12-31 deadline'],
  ['2022年11月30日前完成验收', 'by 2022-11-30 deadline'],
  ['12月31日前', 'by 12-31 deadline'],
  ['十二月底前', 'by 12-31 deadline'],
  ['年底前', 'by 12-31 deadline'],
  ['于2022年年底前全部完成', 'by 2022-12-31 deadline'],
  ['2024年2月底', 'by 2024-02-29 deadline'],
  ['2022年2月30日', 'unreadable'],
  ['12月', 'by 12-31 deadline ?'],
  ['每月10日前', 'by deadline ?'],
  ['全年', 'between 01-01..12-31 period'],
  ['2022年度', 'between 2022-01-01..2022-12-31 period'],
  ['一季度', 'between 01-01..03-31 period'],
  ['2022年第三季度', 'between 2022-07-01..2022-09-30 period'],
  ['上半年', 'between 01-01..06-30 period'],
  ['上半年前完成', 'by 06-30 deadline'],
  ['2022年6月至9月', 'between 2022-06..2022-09 period'],
  ['2022年6月-2023年3月', 'between 2022-06..2023-03 period'],
  ['1月1日至12月31日', 'between 01-01..12-31 period'],
  ['3个工作日内', '<= 3 个工作日 duration'],
  ['12个月', '~ = 12 个月 duration ?'],
  ['≥10年', '>= 10 年 duration'],
]);

cells(
  'the form gives the year',
  [
    ['12月底之前完成', 'by 2021-12-31 deadline'],
    ['全年', 'between 2021-01-01..2021-12-31 period'],
    ['1-12月', 'between 2021-01..2021-12 period'],
  ],
  { fiscalYear: 2021 },
);

cells('words', [
  ['达成', '达成 tier'],
  ['基本达成', '基本达成 tier'],
  ['部分达成预期指标并具有一定效果', '部分达成并具有一定效果 tier'],
  ['未达成预期指标且效果较差', '未达成且效果较差 tier'],
  ['已完成', '完成 tier'],
  ['未完成', '未完成 tier'],
  ['否', '= 否 boolean'],
  ['良好', 'qualitative'],
  ['在项目计划完成时间内完成', 'qualitative'],
  ['持续保障', 'qualitative'],
  ['稳步增长', 'trend'],
  ['较上年增长5%以上', '>= 5 % trend'],
  ['下降5个百分点', '~ = 5 个百分点 trend'],
  ['—', 'not_applicable'],
  ['无', 'not_applicable'],
  ['不涉及', 'not_applicable'],
  ['≥**%', '% placeholder'],
  ['XX', 'placeholder'],
  ['____', 'placeholder'],
  ['(100字以内)', 'placeholder'],
  ['指标1:', 'placeholder'],
  ['', 'unreadable'],
]);

describe('what cannot be read is refused, with what it may have been', () => {
  it.each([
    ['290%', {}, '>= 90 %'],
    ['2100%', {}, '>= 100 %'],
    ['295.5%', {}, '>= 95.5 %'],
    ['105%', { name: '验收合格率' }, null],
    ['≥290%', { name: '群众满意度' }, '>= 90 %'],
    ['2280次', { beside: '285次' }, '>= 280 次'],
    ['9O%', {}, '>= 90 %'],
    ['l00%', {}, '>= 100 %'],
    ['》90%', {}, '>= 90 %'],
    ['举办各类培训共3次', {}, '>= 3 次'],
    ['10≥266米≥266米10', {}, null],
    ['符合GB50300标准', {}, null],
    ['1:1', {}, null],
  ])('%s %j', (cell, context, offered) => {
    const { operator, value, unreadable, suggestion, kind } = readTargetValue(cell, context);
    expect({ operator, value, kind, refused: unreadable !== undefined }).toEqual({
      operator: null,
      value: null,
      kind: 'unreadable',
      refused: true,
    });
    expect(suggestion ? `${suggestion.operator} ${suggestion.value} ${suggestion.unit}` : null).toBe(offered);
  });

  it.each([
    ['2280次', {}],
    ['2280次', { beside: '2300次' }],
    ['≥120%', { name: '产值增长率' }],
    ['200%', {}],
  ])('%s %j stands', (cell, context) => {
    expect(readTargetValue(cell, context).unreadable).toBeUndefined();
  });
});

describe('where a cell stands changes what is asked and offered', () => {
  it.each([
    ['20万元', { level2: '成本指标' }, '<='],
    ['20万元', { level2: '经济效益指标', name: '带动农户增收' }, '>='],
    ['95%', { level2: '质量指标', name: '苗木成活率' }, '>='],
    ['2小时', { level2: '时效指标', name: '故障恢复时间' }, '<='],
    ['10个', { level2: '数量指标' }, '>='],
    ['3起', { level2: '社会效益指标', name: '安全事故数' }, '<='],
  ])('%s %j: %s', (cell, context, operator) => {
    expect(readTargetValue(cell, context)).toMatchObject({
      implied_operator: true,
      suggestion: { operator },
    });
  });

  it('an operator in an actual is returned, its absence is not asked about', () => {
    expect(readTargetValue('≥266米', { column: 'actual' })).toMatchObject({
      kind: 'unreadable',
      suggestion: { operator: '=', value: '266', unit: '米' },
    });
    const plain = readTargetValue('20万元', { column: 'actual' });
    expect(brief(plain)).toBe('= 20 万元 money');
  });

  it.each([
    ['43', '工程资金金额', 'money'],
    ['100', '工程完工率', 'number'],
    ['43.2', '工程完工率', 'number'],
  ])('%s in the row %s is %s', (cell, name, kind) => {
    expect(readTargetValue(cell, { name, moneyUnit: '万元' })).toMatchObject({ kind, unit: null });
  });
});

describe('one typed cell stands for three', () => {
  it.each([
    ['≥50个', {}, 'higher', '50', '个', false],
    ['不超过20万元', {}, 'lower', '20', '万元', false],
    ['＝100%', {}, 'equal', '100', '%', false],
    ['超过90%', {}, 'above', '90', '%', false],
    ['小于0.9‰', {}, 'below', '0.9', '‰', false],
    ['50个', {}, 'equal', '50', '个', true],
    ['20万元', { level2: '成本指标' }, 'lower', '20', '万元', true],
    ['2小时', {}, 'lower', '2', '小时', true],
    ['290%', {}, 'higher', '90', '%', true],
    ['效果明显', {}, 'qualitative', '效果明显', null, false],
    ['2022年12月底前', {}, 'qualitative', '2022年12月底前', null, false],
    ['10-20个', {}, 'qualitative', '10-20个', null, false],
  ])('%s %j: %s %s %s, asked: %s', (cell, context, direction, target, unit, asked) => {
    const offer = indicatorFromText(cell, context);
    expect(offer).toMatchObject({ direction, target, unit });
    expect(offer?.asks !== null).toBe(asked);
  });

  it.each(['', '/', 'XX', '10≥266米', '个'])('nothing is offered for "%s"', (cell) => {
    expect(indicatorFromText(cell)).toBeNull();
  });
});

const decimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 99_999_999n }), fc.integer({ min: 0, max: 999 }), fc.boolean())
  .map(([whole, part, plain]) => (plain ? `${whole}` : `${whole}.${part}`));
const pieces = fc.constantFrom(
  ...[
    '≥',
    '≤',
    '＝',
    '不低于',
    '超',
    '以上',
    '以内',
    '各',
    '每月',
    '万',
    '元',
    '%',
    '个',
    '/',
    '|',
    '-',
    '至',
  ],
  ...['2022', '年', '12', '月', '底前', '达成', '逐年', '提升', '*', '(', '三', '百', '十', ',', '.', '有效'],
);

describe('every cell', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 10_000 }),
    fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
    fc
      .tuple(pieces, fc.integer({ min: 1, max: 10_000 }))
      .map(([piece, times]) => piece.repeat(times).slice(0, 10_000)),
  );

  it('is answered: a kind of the list, and either a reading or the reason why not', () => {
    fc.assert(
      fc.property(anything, (cell) => {
        const { kind, unreadable, value, operator } = readTargetValue(cell);
        expect(TARGET_KINDS).toContain(kind);
        expect(unreadable !== undefined).toBe(kind === 'unreadable');
        if (kind === 'unreadable') expect([value, operator]).toEqual([null, null]);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads the same when what was read is written and read again', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), decimal, (around, number) => {
        const reading = readTargetValue([...around.slice(0, 2), number, ...around.slice(2)].join(''));
        const again = readTargetValue(writeTargetValue(reading));
        expect({ ...figures(again), asks: brief(again) }).toEqual({
          ...figures(reading),
          asks: brief(reading),
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('means the same under every glyph of its operator, in full width, in cells or with blanks', () => {
    const glyphs = fc.constantFrom(
      '≥',
      '≧',
      '⩾',
      '>=',
      '＞＝',
      '不低于',
      '不少于',
      '大于等于',
      '≥ | ',
      ' ≥　',
    );
    fc.assert(
      fc.property(glyphs, decimal, fc.constantFrom('个', '%', '万元', '公里'), (glyph, number, unit) => {
        const expected = figures(readTargetValue(`≥${number}${unit}`));
        expect(figures(readTargetValue(`${glyph}${number}${unit}`))).toEqual(expected);
        const wide = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        expect(figures(readTargetValue(`${glyph}${wide} | ${unit}`))).toEqual(expected);
        expect(expected).toMatchObject({ operator: '>=', value: number, unit });
      }),
    );
  });
});
