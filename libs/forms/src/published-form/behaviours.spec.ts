import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@quancheng/kernel';
import fc from 'fast-check';
import { type ScoredForm, scorePublishedForm } from './index.ts';

type Cells = Record<string, string | null>;

const moneyRow = (cells: Cells = {}) => ({
  row: '年度资金总额',
  begin_budget: '100',
  full_year_budget: '100',
  executed: '100',
  weight: '10',
  rate: '100%',
  score: '10',
  ...cells,
});

const row = (cells: Cells = {}) => ({
  level1: '产出指标(50分)',
  level2: '数量指标',
  level3: '新建公厕数量',
  target: '≥50座',
  actual: '50座',
  weight: '50',
  score: '50',
  ...cells,
});

const benefit = (cells: Cells = {}) =>
  row({
    level1: '效益指标(30分)',
    level2: '社会效益指标',
    level3: '受益群众人数',
    target: '≥1000人',
    actual: '1000人',
    weight: '30',
    score: '30',
    ...cells,
  });
const satisfaction = (cells: Cells = {}) =>
  row({
    level1: '满意度指标(10分)',
    level2: '服务对象满意度指标',
    level3: '群众满意度',
    target: '≥90%',
    actual: '95%',
    weight: '10',
    score: '10',
    ...cells,
  });

/** A form on which nothing is wrong; each case changes the cells it is about. */
const form = (changed: Record<string, unknown> = {}) => ({
  form_type: 'self-evaluation',
  extent: 'whole',
  year: '2022',
  project: '公厕改造项目',
  department: '区城市管理局',
  unit: '区环境卫生管理处',
  money_unit: '万元',
  money: [moneyRow()],
  goals: { expected: '新建公厕50座，方便群众', actual: '建成公厕50座并投入使用' },
  indicators: [row(), benefit(), satisfaction()],
  total: { weight: '100', score: '100' },
  grade: '优',
  ...changed,
});

const scored = (given: unknown, edition?: string): ScoredForm => {
  const answer = scorePublishedForm(given, { edition });
  if (isRefusal(answer)) throw new Error(answer.because.en);
  return answer;
};
const codes = (given: unknown) => scored(given).findings.map(({ code, where }) => `${code} ${where}`);
const money = (cells: Cells) => form({ money: [moneyRow(cells)] });
const first = (cells: Cells) => form({ indicators: [row(cells), benefit(), satisfaction()] });

it('a form on which everything adds up has its total, its grade and nothing to say but that', () => {
  expect(scored(form())).toMatchObject({
    edition: 'national-2020',
    execution: { points: '10.00', rate: '100.00', base: 'full-year' },
    total: '100.00',
    grade: '优',
  });
  expect(codes(form())).toEqual(['TOTAL_EQ_SUM total']);
});

describe('1 printed rates, scores and totals are recomputed', () => {
  it.each([
    [money({ rate: '90%' }), 'RATE_MISMATCH money'],
    [money({ rate: '99.9%' }), 'RATE_MISMATCH money'],
    [money({ executed: '86.2037', rate: '86%' }), 'EXEC_SCORE_MISMATCH money'],
    [money({ rate: null }), 'RATE_BLANK money'],
    [money({ score: '9' }), 'EXEC_SCORE_MISMATCH money'],
    [first({ score: '45' }), 'SCORE_NE_RULE row 1'],
    [form({ total: { weight: '100', score: '99' } }), 'TOTAL_NE_SUM total'],
    [form({ total: { weight: '100', score: '99' } }), 'TOTAL_NE_RULE total'],
    [form({ grade: '良' }), 'GRADE_NE_RULE total'],
    [{ ...first({ actual: null }), grade: '良' }, 'GRADE_NE_RULE total'],
  ])('case %#: %j', (given, code) => expect(codes(given)).toContain(code));

  it('a rate printed in whole percents is no other rate', () => {
    expect(codes(money({ executed: '86.2037', rate: '86%' })).join()).not.toContain('RATE_MISMATCH');
  });

  it('rounds once: 37.24 of 43.2 is 8.62 points, not the 8.60 of a rounded rate', () => {
    const { execution } = scored(
      money({ full_year_budget: '43.2', executed: '37.24', rate: '86%', score: '8.6' }),
    );
    expect(execution).toMatchObject({ points: '8.62', rate: '86.20' });
  });
});

describe('2 nothing is divided by zero, and nothing passes its weight', () => {
  it.each([
    [
      { begin_budget: '0', full_year_budget: '0', executed: '0', rate: null, score: '0' },
      null,
      null,
      'full-year',
    ],
    [{ begin_budget: '0', full_year_budget: '80', executed: '80' }, '10.00', '100.00', 'full-year'],
    [{ executed: '105.42', rate: '105.42%' }, '10.00', '105.42', 'full-year'],
  ])('%j: %s points, rate %s', (cells, points, rate, base) => {
    const answer = scored(money(cells));
    expect(answer.execution).toMatchObject({ points, rate, base });
    if (points === null) expect(answer).toMatchObject({ total: null, grade: null });
  });

  it.each([
    [{ begin_budget: '0', full_year_budget: '0', executed: '0' }, 'ZERO_BUDGET money'],
    [{ executed: '105', rate: '105%' }, 'EXECUTED_OVER_BUDGET money'],
  ])('%j: %s', (cells, code) => expect(codes(money(cells))).toContain(code));
});

describe('3 the base of the rate is stated', () => {
  it.each([
    [{}, 'full-year', null],
    [{ begin_budget: '90' }, 'full-year', 'BASE_ADJUSTED money'],
    [{ begin_budget: '120' }, 'full-year', 'BUDGET_CUT money'],
    [{ full_year_budget: null }, 'year-start', 'BASE_YEARSTART money'],
    [{ begin_budget: null, full_year_budget: null }, null, null],
  ])('%j: %s, %s', (cells, base, code) => {
    const answer = scored(money(cells));
    expect(answer.execution.base).toBe(base);
    if (code !== null) expect(codes(money(cells))).toContain(code);
  });
});

describe('4 weights with execution are exactly 100, and points count once', () => {
  const part = { ...moneyRow(), row: '其中:财政拨款' };
  it.each([
    [first({ weight: '60', score: '60' }), 'WEIGHT_SUM_NE_100 total'],
    [first({ weight: '49.99', score: '49.99' }), 'WEIGHT_SUM_NE_100 total'],
    [form({ money: [moneyRow(), part] }), 'DUPLICATE_CHILD_WEIGHT money'],
    [first({ weight: '40', score: '40' }), 'CLASS_POINTS_NE_ROWS weights'],
  ])('case %#: %s', (given, code) => expect(codes(given)).toContain(code));

  it('repeated points of execution leave the total alone', () => {
    expect(scored(form({ money: [moneyRow(), part] })).total).toBe('100.00');
  });

  it('without 100 there is no total and no grade', () => {
    expect(scored(first({ weight: '60', score: '60' }))).toMatchObject({ total: null, grade: null });
  });

  it('a 其中 row is a breakdown, and its sum is checked', () => {
    const parts = (target: string) => [
      row({ target: '50座', actual: '50座' }),
      row({ level3: '其中:城区', target: '30座', actual: '30座', weight: null, score: null }),
      row({ level3: '其中:镇', target, actual: target, weight: null, score: null }),
      benefit(),
      satisfaction(),
    ];
    const answer = scored(form({ indicators: parts('20座') }));
    expect(answer.total).toBe('100.00');
    expect(answer.lines[1]).toMatchObject({ points: null, clause: null });
    expect(codes(form({ indicators: parts('20座') }))).toContain('SUB_ROWS rows 2,3');
    expect(codes(form({ indicators: parts('15座') }))).toContain('SUB_ROWS_NE_PARENT row 1');
    expect(codes(form({ indicators: parts('20间') }))).toContain('UNIT_MIX row 1');
  });

  it('one score cell over two rows is not copied to both', () => {
    const indicators = [
      row({ weight: '25', score: '50' }),
      row({ level3: '改造公厕数量', weight: '25', score: null }),
      benefit(),
      satisfaction(),
    ];
    expect(codes(form({ indicators }))).toEqual(
      expect.arrayContaining(['MERGED_SCORE row 1', 'SCORE_OVER_WEIGHT row 1']),
    );
  });
});

describe('5 totals that the rows cannot reach', () => {
  it.each([
    [form({ total: { weight: '100', score: '101' } }), 'TOTAL_UNREACHABLE total'],
    [first({ weight: '40', score: '40' }), 'TOTAL_NE_SUM total'],
  ])('case %#: %s', (given, code) => expect(codes(given)).toContain(code));

  it('a form that was cut off proves nothing about its sums', () => {
    expect(
      codes({ ...first({ weight: '40', score: '40' }), extent: 'cut after the first row' }).join(),
    ).not.toMatch(/TOTAL_NE_SUM|WEIGHT_SUM/);
  });
});

describe('6 missed with full marks, met with points off, far above', () => {
  it.each([
    [{ actual: '40座', score: '50' }, '40.00', 'SCORE_NE_RULE row 1'],
    [{ actual: '50座', score: '45' }, '50.00', 'SCORE_NE_RULE row 1'],
    [{ actual: '61座' }, '50.00', 'OVER_120 row 1'],
  ])('%j: %s, %s', (cells, points, code) => {
    expect(scored(first(cells)).lines[0]?.points).toBe(points);
    expect(codes(first(cells))).toContain(code);
  });

  it.each([
    [{ actual: '40座', score: '40' }, true],
    [{ actual: '40座', score: '40', reason: '雨季影响施工' }, false],
    [{ actual: '50座' }, false],
  ])('%j: without its reason %s', (cells, isMissing) => {
    const given = form({ indicators: [row(cells), benefit({ reason: '无偏差' }), satisfaction()] });
    expect(codes(given).includes('REASON_MISSING row 1')).toBe(isMissing);
  });

  it('120% itself asks for nothing', () =>
    expect(codes(first({ actual: '60座' })).join()).not.toContain('OVER_120'));
});

describe('7 an actual is a plain value in the unit of its target', () => {
  it.each([
    [{ actual: '≥50座' }, 'ACTUAL_HAS_OPERATOR row 1'],
    [{ actual: '完成' }, 'ACTUAL_NOT_A_NUMBER row 1'],
    [{ actual: '50个' }, 'UNIT_DIFFERS row 1'],
    [{ target: '各1次', actual: '2次' }, 'ACTUAL_NOT_EACH row 1'],
    [{ target: '＞50座', actual: '50座' }, 'BOUND_NOT_PASSED row 1'],
    [{ target: '小于50座', actual: '50座' }, 'BOUND_NOT_PASSED row 1'],
    [{ actual: '500000元', target: '≤50万元', level3: '建设成本' }, 'UNIT_DIFFERS row 1'],
    [{ actual: null }, 'BLANK_ACTUAL_FULL_SCORE row 1'],
    [{ actual: null, score: '0' }, 'BLANK_ACTUAL row 1'],
  ])('%j: %s', (cells, code) => expect(codes(first(cells))).toContain(code));

  it.each([[{ actual: '完成' }], [{ actual: '50个' }], [{ actual: null }], [{ actual: '—' }]])(
    '%j scores nothing, not even 0, and leaves no total',
    (cells) => {
      const answer = scored(first(cells));
      expect(answer.lines[0]?.points).toBeNull();
      expect(answer.total).toBeNull();
    },
  );
});

describe('8 operators are normalised, missing ones are asked about', () => {
  it.each(['≥50座', '≧ | 50 | 座', '>=50座', '不低于50座', '50座以上', '大于等于50座', '不少于５０座'])(
    '%s',
    (target) => {
      expect(scored(first({ target, actual: '45' })).lines[0]).toMatchObject({
        points: '45.00',
        clause: 'national-2020/scoring/higher',
      });
    },
  );

  it.each([
    [{ target: '50座' }, 'NO_OPERATOR row 1', '>='],
    [
      { target: '50万元', actual: '50万元', level2: '成本指标', level3: '建设成本' },
      'NO_OPERATOR row 1',
      '<=',
    ],
    [
      { target: '2小时', actual: '2小时', level2: '时效指标', level3: '故障恢复时间' },
      'NO_OPERATOR row 1',
      '<=',
    ],
  ])('%j: %s, %s is offered', (cells, code, operator) => {
    expect(codes(first(cells))).toContain(code);
    expect(scored(first(cells)).lines[0]?.suggested?.operator).toBe(operator);
  });

  it('at most four villages is asked about', () => {
    expect(codes(first({ target: '≤4个', actual: '4个', level3: '受益村数量' }))).toContain(
      'DIRECTION_ODD row 1',
    );
  });
});

describe('9 figures spoilt by recognition are never scored', () => {
  it.each([
    [
      { target: '290%', actual: '95%', level3: '验收合格率', level2: '质量指标' },
      'FIGURE_SPOILT row 1',
      '>= 90',
    ],
    [{ target: '2280次', actual: '285次', level3: '巡查次数' }, 'FIGURE_SPOILT row 1', '>= 280'],
    [
      { target: '≥105%', actual: '100%', level3: '验收合格率', level2: '质量指标' },
      'SHARE_ABOVE_100 row 1',
      null,
    ],
    [
      { target: '≥90%', actual: '195%', level3: '验收合格率', level2: '质量指标' },
      'SHARE_ABOVE_100 row 1',
      null,
    ],
  ])('%j: %s', (cells, code, offered) => {
    const answer = scored(first(cells));
    expect(codes(first(cells))).toContain(code);
    expect(answer.lines[0]?.points).toBeNull();
    const suggested = answer.lines[0]?.suggested;
    if (offered !== null) expect(`${suggested?.operator} ${suggested?.value}`).toBe(offered);
  });
});

describe('10 target 0 and not applicable', () => {
  it.each([
    ['0起', '50.00'],
    ['1起', '0.00'],
  ])('target 0, actual %s: %s', (actual, points) => {
    expect(scored(first({ level3: '安全事故', target: '0起', actual })).lines[0]?.points).toBe(points);
  });

  it('不适用 spreads its points over the others, with a reason', () => {
    const indicators = (reason: string | null) => [
      row({ target: '/', actual: '/', score: null, reason }),
      benefit({ actual: '900人', score: '27' }),
      satisfaction(),
    ];
    expect(scored(form({ indicators: indicators('本年无建设任务') }))).toMatchObject({ total: '94.00' });
    expect(scored(form({ indicators: indicators(null) })).total).toBeNull();
    expect(codes(form({ indicators: indicators(null) }))).toContain('NOT_APPLICABLE row 1');
  });
});

describe('11 forms without weights, and local templates', () => {
  it('without weights only the results are taken', () => {
    const indicators = [row({ weight: null }), benefit({ weight: null })];
    expect(codes(form({ indicators }))).toContain('NO_WEIGHTS all');
    expect(scored(form({ indicators })).lines.map(({ points }) => points)).toEqual([null, null]);
  });

  it('classes of decision and management are scored by deduction', () => {
    const indicators = [
      row({
        level1: '项目决策(10分)',
        level2: null,
        level3: '决策依据',
        target: null,
        actual: null,
        weight: '10',
      }),
      row(),
    ];
    expect(codes(form({ indicators }))).toEqual(
      expect.arrayContaining(['LOCAL_RULE layout', 'DEDUCTION_RULE row 1']),
    );
  });

  it('execution of 20 points is a rule of its own place', () => {
    const indicators = [row({ level1: '产出指标', weight: '40', score: '40' }), benefit(), satisfaction()];
    const given = form({ money: [moneyRow({ weight: '20', score: '20' })], indicators });
    expect(codes(given)).toEqual(
      expect.arrayContaining(['CLASS_WEIGHT_NONSTANDARD weights', 'LOCAL_RULE layout']),
    );
    expect(scored(given)).toMatchObject({ execution: { points: '20.00' }, total: '100.00' });
  });

  it('another edition is asked for by its id, and an unknown one refused', () => {
    expect(scored(form(), 'zh-2014')).toMatchObject({ edition: 'zh-2014', total: '100.00', grade: '优秀' });
    expect(scorePublishedForm(form(), { edition: 'mars-2020' })).toMatchObject({
      refused: true,
      code: 'EDITION_UNKNOWN',
    });
  });

  it.each([
    [{ year: '2019' }, 'national-2020'],
    [{ year: '2013', division: '330211000' }, 'zh-2014'],
    [{ year: '2015' }, 'national-2020'],
  ])('%j: %s', (head, edition) => {
    const answer = scored(form(head));
    expect(answer.edition).toBe(edition);
    expect(answer.findings.some(({ code }) => code === 'EDITION_ASSUMED')).toBe(head.year === '2015');
  });
});

describe('12 goals that say nothing', () => {
  it.each([
    [{ expected: '100', actual: '100' }, 'GOAL_IS_A_NUMBER goals'],
    [{ expected: '新建公厕', actual: '同左' }, 'SAME_TEXT goals'],
    [{ expected: '新建公厕', actual: '新建公厕' }, 'SAME_TEXT goals'],
    [{ expected: '新建公厕', actual: '已完成年度目标' }, 'GOAL_SAYS_NOTHING goals'],
    [{ expected: '(100字以内)', actual: '建成公厕' }, 'PLACEHOLDER_LEFT goals'],
  ])('%j: %s', (goals, code) => expect(codes(form({ goals }))).toContain(code));

  it('the money as its own output', () => {
    expect(codes(first({ level3: '项目资金', target: '100万元', actual: '100万元' }))).toContain(
      'INPUT_AS_OUTPUT row 1',
    );
  });
});

describe('a row judged in words keeps its printed points within the tier that it names', () => {
  it.each([
    ['效果明显', '达成预期指标', '50', '50.00'],
    ['效果明显', '达成预期指标', '40', '40.00'],
    ['效果明显', '达成预期指标', '39.99', null],
    ['效果明显', '效果明显', '50', '50.00'],
    ['效果明显', '部分达成预期指标并具有一定效果', '39.99', '39.99'],
    ['效果明显', '部分达成预期指标并具有一定效果', '40', null],
    ['效果明显', '未达成预期指标且效果较差', '29', '29.00'],
    ['效果明显', '较好', '50', null],
    ['2022年12月底前', '2022年11月20日', '50', '50.00'],
    ['2022年12月底前', '2023年1月20日', '50', null],
    ['2022年12月底前', '已按时完成', '50', '50.00'],
    ['是', '是', '50', '50.00'],
  ])('%s, %s, %s of 50: %s', (target, actual, score, points) => {
    expect(scored(first({ target, actual, score })).lines[0]?.points).toBe(points);
  });
});

describe('whatever a file holds', () => {
  it.each([
    [null, ''],
    [[], ''],
    [{ indicators: 'x' }, 'indicators'],
    [form({ indicators: [row(), { level3: { a: 1 } }] }), 'indicators.1.level3'],
    [form({ money: [{ executed: true }] }), 'money.0.executed'],
  ])('malformed %j is refused with its place', (given, field) => {
    expect(scorePublishedForm(given)).toMatchObject({
      refused: true,
      code: 'FORM_MALFORMED',
      fields: [{ field }],
    });
  });

  it('keys that are missing are blank cells', () => {
    expect(scored({})).toMatchObject({ lines: [], total: null, grade: null });
    expect(scored({ indicators: [{}], money: [{}] }).lines).toHaveLength(1);
  });

  const cell = fc.oneof(
    fc.constantFrom(
      null,
      '',
      '/',
      '—',
      '100%',
      '≥50座',
      '0',
      '10',
      '90',
      '达成',
      '其中',
      '年度资金总额',
      '2022年',
    ),
    fc.string({ maxLength: 20 }),
  );
  const keys = [
    'row',
    'begin_budget',
    'full_year_budget',
    'executed',
    'weight',
    'rate',
    'score',
    'level1',
    'level2',
    'level3',
    'target',
    'actual',
    'reason',
  ];
  const rows = fc.array(fc.dictionary(fc.constantFrom(...keys), cell), { maxLength: 8 });

  it('it is scored or refused, never thrown at; points stay within their weight, the total within 100', () => {
    fc.assert(
      fc.property(rows, rows, cell, cell, (moneyRows, indicators, goal, year) => {
        const answer = scorePublishedForm({
          money: moneyRows,
          indicators,
          year,
          goals: { expected: goal, actual: goal },
        });
        if (isRefusal(answer)) return;
        answer.lines.forEach(({ points }, index) => {
          const weight = Number.parseFloat(String(indicators[index]?.weight));
          if (points !== null)
            expect(Number(points) >= 0 && Number(points) <= Number(weight.toFixed(2))).toBe(true);
        });
        if (answer.total !== null)
          expect(Number(answer.total) >= 0 && Number(answer.total) <= 100).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('the order of the rows changes neither points nor total', () => {
    const mixed = [
      row({ actual: '43座', weight: '20' }),
      row({ level3: '改造公厕数量', weight: '30', actual: '60座' }),
      benefit({ actual: '777人' }),
      satisfaction(),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const straight = scored(form({ indicators: mixed }));
        const shuffled = scored(form({ indicators: order.map((index) => mixed[index]) }));
        expect(shuffled.total).toBe(straight.total);
        expect(shuffled.lines.map(({ points }) => points)).toEqual(
          order.map((index) => straight.lines[index]?.points),
        );
      }),
    );
  });
});
