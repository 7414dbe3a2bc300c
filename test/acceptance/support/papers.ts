import type { Paper } from './bureau.ts';

/** The papers that units and offices hand in, each complete, so that a spec names only what matters to it. */

export const yuan = (amount: string) => ({ amount, unit: '元' });
export const wan = (amount: string) => ({ amount, unit: '万元' });
export const online = { mode: 'online' };

const indicator = (row: string, kind: string, more: Paper): Paper => ({
  row,
  kind,
  name: `指标${row}`,
  direction: 'higher',
  target: '100',
  unit: '个',
  weight: '20',
  source: '台账',
  method: '按月统计',
  scoring: '按比例',
  ...more,
});

export const INDICATORS: readonly Paper[] = [
  indicator('1', 'quantity', { name: '入网户数', target: '120', unit: '户' }),
  indicator('2', 'quality', { name: '出水达标率', target: '95', unit: '%' }),
  indicator('3', 'timeliness', { direction: 'lower', target: '12', unit: '月', weight: '10' }),
  indicator('4', 'cost', { direction: 'lower', target: '50', unit: '万元', weight: '10' }),
  indicator('5', 'ecological', { direction: 'qualitative', target: '村庄污水不再直排' }),
  indicator('6', 'satisfaction', { target: '90', unit: '%', weight: '10' }),
];

/** Goal and money on one paper. */
export const declaration = (requested: string, more: Paper = {}): Paper => ({
  requestedFen: yuan(requested),
  startOn: '2014-01-01',
  endOn: '2014-12-31',
  policyBasis: [{ title: '农村生活污水治理规划', number: '镇政发〔2013〕8号' }],
  duties: '本单位负责农村环境',
  need: '三个村的生活污水直排河道',
  studies: [{ kind: 'feasibility', title: '可行性研究报告' }],
  content: '建设三个村的集污管网',
  supportForm: '直接支出',
  lines: [
    {
      item: '管网',
      quantity: '1',
      unit: '项',
      priceFen: yuan(requested),
      amountFen: yuan(requested),
      economicClass: '31005',
      basis: '定额',
    },
  ],
  funding: [{ source: 'fiscal', amountFen: yuan(requested) }],
  goalAnnual: '120户接入管网，出水达标',
  indicators: INDICATORS,
  executionWeight: '10',
  milestones: [{ on: '2014-06-30', expect: '完成两个村', progressPercent: '60', goalPercent: '60' }],
  responsiblePost: '建设科科长',
  assurance: '已成立专班',
  risks: '汛期停工，已排计划',
  ...more,
});

/** Money alone, as a project below the threshold hands it in. */
export const withoutGoal = (requested: string): Paper =>
  declaration(requested, { goalAnnual: '', indicators: [] });

/** The 23 points of the five aspects. */
export const POINTS: readonly string[] = [
  ...['1.1', '1.2', '1.3', '1.4', '1.5'],
  ...['2.1', '2.2', '2.3', '2.4'],
  ...['3.1', '3.2', '3.3', '3.4', '3.5'],
  ...['4.1', '4.2', '4.3', '4.4', '4.5', '4.6'],
  ...['5.1', '5.2', '5.3'],
];

export const reviewSheet = (mark = '优', others: Record<string, string> = {}, more: Paper = {}): Paper => ({
  marks: POINTS.map((point) => ({ point, mark: others[point] ?? mark })),
  opinion: '已逐项评审',
  ...more,
});

/** How far each indicator of `INDICATORS` is, in percent of its target. */
export const trackingReport = (percent: number, more: Paper = {}): Paper => ({
  indicators: [
    { row: '1', actual: String((120 * percent) / 100) },
    { row: '2', actual: String((95 * percent) / 100) },
    // 时效 and 成本 are the better the lower: so far above the target that only this share of the points is left.
    { row: '3', actual: String(12 * (2 - percent / 100)) },
    { row: '4', actual: String(50 * (2 - percent / 100)) },
    { row: '5', attainedPercent: String(percent) },
    { row: '6', actual: String((90 * percent) / 100) },
  ],
  progressPercent: String(percent),
  likelihood: 'possible',
  ...more,
});

/** What an evaluation found: three goals of 30 points and the execution of the budget of 10. */
export interface Found {
  /** 集污入网户数, of 100. */
  readonly households?: string;
  /** 单位成本, at most 200 yuan. */
  readonly cost?: string;
  /** 河道水质改善, in percent. */
  readonly water?: string;
  /** Paid of 8,000,000 yuan. */
  readonly paid?: string;
  /** The row of the first goal, where a sheet needs its rows apart. */
  readonly more?: Paper;
}

export function evaluationLines({ households = '100', cost = '180', water = '100' }: Found = {}): Paper[] {
  const line = (row: string, name: string, more: Paper): Paper => ({
    row,
    kind: 'quantity',
    name,
    direction: 'higher',
    weight: '30',
    reason: '按台账填报',
    ...more,
  });
  return [
    line('1', '集污入网户数', { target: '100', unit: '户', actual: households }),
    line('2', '单位成本', { kind: 'cost', direction: 'lower', target: '200', unit: '元/户', actual: cost }),
    line('3', '河道水质改善', {
      kind: 'social',
      direction: 'qualitative',
      target: '明显改善',
      actual: water,
    }),
  ];
}

export const selfEvaluation = (found: Found = {}): Paper => ({
  indicators: evaluationLines(found),
  fullYearBudgetFen: wan('800'),
  executedFen: yuan(found.paid ?? '8000000.00'),
  executionWeight: '10',
  executionReason: '按国库支付数填报',
  goalExpected: '完成100户集污入网',
  goalAchieved: '集污入网情况见各项指标',
  problems: '养护经费未落实',
  measures: '列入下年预算',
  ...found.more,
});

export const keyReport = (found: Found = {}): Paper => ({
  indicators: evaluationLines(found),
  fullYearBudgetFen: wan('800'),
  executedFen: yuan(found.paid ?? '8000000.00'),
  executionWeight: '10',
  findings: [{ problem: '管网养护经费未落实', suggestion: '列入下年预算' }],
  conclusion: '基本实现目标',
  ...found.more,
});

/** Findings that come out at each grade of the bands 90, 75 and 60. */
export const GRADED: Readonly<Record<'优秀' | '良好' | '合格' | '不合格', Found>> = {
  优秀: {},
  良好: { households: '50' },
  合格: { households: '0' },
  不合格: { households: '0', water: '30' },
};

export const evaluationObject = (projectId: string, more: Paper = {}): Paper => ({
  kind: 'completed-project',
  projectId,
  projectName: '农村生活污水集污和生态化处理工程',
  projectYears: [],
  unit: '201001',
  department: '201',
  nature: 'new',
  term: 'one-off',
  ...more,
});
