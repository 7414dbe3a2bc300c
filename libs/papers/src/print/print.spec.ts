import { describe, expect, it } from '@jest/globals';
import { type Field, INDICATOR_KINDS } from '@quancheng/forms';
import fc from 'fast-check';
import { draftOf, HEAD as head } from '../drafts.story.ts';
import { fieldsOf, isRows, printLabel } from '../layout.ts';
import { type FilledPaper, PAPER_TITLES, PAPERS, type PaperName } from '../paper.ts';
import { printPaper } from './print-paper.ts';
import { valueText } from './value.ts';

const printed = (paper: PaperName, values: FilledPaper['values'] = {}, more: Partial<FilledPaper> = {}) =>
  printPaper({ paper, head, values, ...more });

/** What people read of a page, cell by cell. */
const texts = (page: string): string[] =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .split(/<[^>]*>/)
    .map((text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).trim())
    .filter((text) => text !== '');

const said = (page: string): string => texts(page).join('\n');

/** How many rows each merged cell with this text takes. */
const spansOf = (page: string, text: string): number[] =>
  [...page.matchAll(/<td class="middle"(?: rowspan="(\d+)")?>([^<]*)</g)]
    .filter(([, , inside]) => inside === text)
    .map(([, rows = '1']) => Number(rows));

/** Every value of a draft as it is to be read somewhere on the page. */
function answers(fields: readonly Field[], values: Readonly<Record<string, unknown>>): string[] {
  return fields.flatMap((field): string[] => {
    const value = values[field.name];
    if (value === undefined) return [];
    if (isRows(field))
      return (value as Record<string, unknown>[]).flatMap((row) => answers(field.fields, row));
    if (field.name === 'direction') return [];
    return String(valueText(field, value)).split('、');
  });
}

/** All that a page is made of. */
const TAGS = new Set(
  PAPERS.flatMap((paper) => printed(paper, {}, { handedInOn: '2014-01-01' }).match(/<[^\s>]+/g) ?? []).concat(
    '<br',
  ),
);

describe('a printed paper', () => {
  it.each(PAPERS)('%s has its title, its year and every field of its form, filled in or not', (paper) => {
    const all = texts(printed(paper));
    const alone = fieldsOf(paper)
      .filter((field) => !isRows(field))
      .map(printLabel);
    const tables = fieldsOf(paper).filter(isRows).map(printLabel);
    expect(all).toEqual(
      expect.arrayContaining([PAPER_TITLES[paper].zh, '（2014年度）', ...alone, ...tables]),
    );
  });

  it.each(PAPERS)('%s shows every answer of any draft, and takes none of them for markup', (paper) => {
    fc.assert(
      fc.property(draftOf(fieldsOf(paper)), (values) => {
        const page = printed(paper, values);
        const all = said(page);
        for (const answer of answers(fieldsOf(paper), values)) expect(all).toContain(answer.trim());
        const tags = new Set(page.match(/<[^\s>]+/g));
        expect([...tags].filter((tag) => !TAGS.has(tag))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(PAPERS)('%s asks for nothing from outside and runs nothing', (paper) => {
    expect(printed(paper)).not.toMatch(/<script|<link|<img|\ssrc=|\shref=|url\(|@import|\son\w+=|\sstyle=/i);
  });

  it('has a place for each seal, signature and day', () => {
    const seals = Object.fromEntries(
      PAPERS.map((paper) => [paper, texts(printed(paper)).filter((text) => text.includes('盖章'))]),
    );
    expect(seals).toEqual({
      'goal-declaration': ['填报单位（盖章）', '主管部门（盖章）', '财政部门（盖章）'],
      'goal-review': ['绩效科（盖章）', '业务科室（盖章）'],
      'tracking-report': ['填报单位（盖章）', '主管部门（盖章）'],
      'self-evaluation': ['填报单位（盖章）', '主管部门（盖章）'],
    });
    const days = texts(printed('self-evaluation')).filter((text) => /^年\s+月\s+日$/.test(text));
    expect(days).toHaveLength(2);
  });

  it('is marked as a draft until it was handed in, and then has the day', () => {
    expect(texts(printed('self-evaluation'))).toContain('草稿');
    const final = texts(printed('self-evaluation', {}, { handedInOn: '2015-02-01' }));
    expect(final).not.toContain('草稿');
    expect(final).toContain('2015年2月1日');
  });

  it('says what the bureau has yet to confirm', () => {
    expect(said(printed('goal-review'))).toContain('zh-2014/goal-review/sheet（待财政局确认）');
  });
});

describe('money in print', () => {
  it.each([
    [140_950n, '0.14095', '人民币壹仟肆佰零玖元伍角'],
    [50_000_000n, '50.00', '人民币伍拾万元整'],
    [123_456_789_012n, '123,456.789012', '人民币壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
  ])('%d fen: 万元 with all digits, and capitals', (requestedFen, amount, inCapitals) => {
    const page = printed('goal-declaration', { requestedFen });
    expect(texts(page)).toEqual(
      expect.arrayContaining(['金额单位：万元', amount, `（大写：${inCapitals}）`]),
    );
  });

  it('is summed under the lines of expenditure', () => {
    const lines = [
      { item: '管网', amountFen: 10_000_001n },
      { item: '泵站', amountFen: 20_000_000n },
    ];
    expect(texts(printed('goal-declaration', { lines }))).toContain(
      '合计：30.000001（大写：人民币叁拾万元零壹分）',
    );
  });

  it.each([
    [{ fullYearBudgetFen: 300n, executedFen: 200n }, '66.67', '全年预算数'],
    [{ beginBudgetFen: 300n, executedFen: 100n }, '33.33', '年初预算数'],
    [{ fullYearBudgetFen: 0n, executedFen: 100n }, '', '全年预算数'],
  ])('%j: the rate of execution is computed, and names its base', (values, rate, base) => {
    const page = printed('self-evaluation', values);
    expect(texts(page)).toContain(`执行率（%，按${base}）`);
    expect(/<td class="middle">([^<]*)</.exec(page)?.[1]).toBe(rate);
  });
});

describe('what was spent, on a tracking report', () => {
  it('is the figures of the treasury, with their rate', () => {
    const spending = { budgetFen: 60_000_000n, paidFen: 21_000_000n };
    const all = texts(printed('tracking-report', {}, { spending }));
    expect(all).toEqual(expect.arrayContaining(['全年预算数', '60.00', '国库支付数', '21.00', '35.00']));
  });
});

describe('a table of indicators', () => {
  const indicators = INDICATOR_KINDS.toReversed().map(({ value }, index) => ({
    row: String(index + 1),
    kind: value,
    name: `指标${index + 1}`,
    direction: 'higher',
    target: '120',
    unit: '户',
  }));

  it('has its levels in the order of the official table, merged where they are the same', () => {
    const page = printed('goal-declaration', {
      indicators: [...indicators, { ...indicators.at(-1), row: '10' }],
    });
    expect(['产出指标', '效益指标', '满意度指标', '数量', '成本'].map((text) => spansOf(page, text))).toEqual(
      [[5], [4], [1], [2], [1]],
    );
    const all = texts(page);
    expect(all.indexOf('产出指标')).toBeLessThan(all.indexOf('效益指标'));
    expect(all).toContain('≥120户');
  });

  it('has what the official table has no column for in a table below it', () => {
    const [first] = indicators;
    const page = printed('goal-declaration', { indicators: [{ ...first, source: '验收台账' }] });
    expect(texts(page)).toEqual(expect.arrayContaining(['绩效指标（续）', '数据来源', '验收台账']));
    expect(texts(page)).not.toContain('采集方法');
  });

  it('of a tracking report stands beside what was approved, also where nothing is reported', () => {
    const approved = [
      { row: '1', kind: 'quantity' as const, shown: '入网户数 ≥120户' },
      { row: '2', kind: 'quantity' as const, shown: '管网长度 ≥12公里' },
    ];
    const page = printed('tracking-report', { indicators: [{ row: '2', actual: '5' }] }, { approved });
    expect(spansOf(page, '产出指标')).toEqual([2]);
    expect(texts(page)).toEqual(expect.arrayContaining(['入网户数 ≥120户', '管网长度 ≥12公里', '5']));
  });
});

describe('a review in print', () => {
  it('has its 23 points under their five aspects, marked or not', () => {
    const marks = [{ point: '3.4', mark: '不适用', reason: '没有配套资金' }];
    const page = printed('goal-review', { marks });
    const all = texts(page);
    expect(all.filter((text) => /^\d\.\d$/.test(text))).toHaveLength(23);
    expect(spansOf(page, '一、项目实施依据（20分）')).toEqual([5]);
    expect(all).toEqual(expect.arrayContaining(['不适用', '没有配套资金']));
  });

  it('has what it comes to, which the bureau has yet to confirm; of a draft the place for it', () => {
    const outcome = { total: '86.50', result: '良' };
    const of = (more: Partial<FilledPaper>) =>
      texts(printed('goal-review', {}, more)).find((text) => text.startsWith('综合得分'));
    expect(of({ outcome })).toBe('综合得分：86.50　　评审等级：良（待财政局确认）');
    expect(of({})).toBe('综合得分：　　　　评审等级：　　（待财政局确认）');
  });
});

describe('answers to tick', () => {
  it('all stand there, the chosen ones with a mark', () => {
    const page = said(printed('tracking-report', { causes: ['staff'], likelihood: 'possible' }));
    expect(page).toContain('□ 经费保障　□ 制度保障　☑ 人员保障');
    expect(page).toContain('□ 确定能　☑ 有可能　□ 完全不可能');
  });
});
