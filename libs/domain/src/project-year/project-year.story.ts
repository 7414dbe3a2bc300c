import { type Data, type Life as LifeOf, marks, online, type Step, storyOf, yuan } from '@quancheng/testing';
import type { Json } from '@quancheng/kernel';
import { projectYear, type ProjectYearState } from './index.ts';

/** The papers and steps of a project-year, and the points of an ordinary life that most specs set out from. */

export const story = storyOf(projectYear, 'ZH-001-2014');
const { unborn, live, clockAt } = story;
export type Life = LifeOf<ProjectYearState>;

const indicator = (row: string, kind: string, more: Data): Json => ({
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

export const indicators: Json = [
  indicator('1', 'quantity', { target: '120', unit: '户' }),
  indicator('2', 'quality', { target: '95', unit: '%' }),
  indicator('3', 'timeliness', { direction: 'lower', target: '12', unit: '月', weight: '10' }),
  indicator('4', 'cost', { direction: 'lower', target: '50', unit: '万元', weight: '10' }),
  indicator('5', 'ecological', { direction: 'qualitative', target: '村庄污水不再直排', weight: '20' }),
  indicator('6', 'satisfaction', { target: '90', unit: '%', weight: '10' }),
];

/** A paper without a single finding: 600,000.00 yuan, above the threshold of a new project. */
export const form = (more: Data = {}): Data => ({
  requestedFen: { amount: '60', unit: '万元' },
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
      quantity: '3',
      unit: '村',
      priceFen: yuan('200000.00'),
      amountFen: yuan('600000.00'),
      economicClass: '31005',
      basis: '定额',
    },
  ],
  funding: [{ source: 'fiscal', amountFen: yuan('600000.00') }],
  goalAnnual: '120户接入管网，出水达标',
  indicators,
  executionWeight: '10',
  milestones: [{ on: '2014-06-30', expect: '完成两个村', progressPercent: '60', goalPercent: '60' }],
  responsiblePost: '建设科科长',
  assurance: '已成立专班',
  risks: '汛期停工，已排计划',
  ...more,
});

export const opening = (more: Data = {}): Step => ({
  does: 'Open',
  as: 'system',
  on: '2013-09-02',
  data: {
    projectId: 'ZH-001',
    projectName: '农村生活污水集污工程',
    fiscalYear: 2014,
    unit: 'U-07',
    department: 'D-01',
    nature: 'new',
    term: 'phased',
    highConcern: true,
    takenOver: null,
    ...more,
  },
});
export const declaring = (more: Data = {}, on = '2013-10-08'): Step => ({
  does: 'Declare',
  as: 'unit-head',
  on,
  data: { form: form(more), signature: online },
});
export const passing: Step = {
  does: 'ReviewAsDepartment',
  as: 'department',
  on: '2013-10-15',
  data: { verdict: 'pass', opinion: '同意上报' },
};
export const reviewingMoney: Step = {
  does: 'ReviewMoney',
  as: 'finance-business',
  on: '2013-10-21',
  data: { recommendedFen: yuan('500000.00'), opinion: '核减管理费' },
};
export const reviewingGoal: Step = {
  does: 'ReviewGoal',
  as: 'finance-performance',
  on: '2013-10-22',
  data: { marks: marks(), opinion: '目标清晰' },
};
export const controlling: Step = {
  does: 'IssueControlFigure',
  as: 'finance-business',
  on: '2013-11-04',
  data: { controlFen: yuan('500000.00') },
};
export const resubmitting: Step = {
  does: 'Resubmit',
  as: 'unit-head',
  on: '2013-11-11',
  data: {
    requestedFen: yuan('500000.00'),
    goalRevision: { unchangedReason: '通过招标降价，目标不变' },
    signature: online,
  },
};
export const approving: Step = {
  does: 'ApproveInBatch',
  as: 'system',
  on: '2014-02-20',
  data: { batch: 'B-01', paperNo: '镇财预〔2014〕1号', approvedOn: '2014-02-20', approvedFen: '50000000' },
};

export const round: Step = {
  does: 'OpenTrackingRound',
  as: 'system',
  on: '2014-08-01',
  data: { round: '2014-07', asOf: '2014-07-31' },
};
export const paying = (amount: string, paymentNo = 'P-1', on = '2014-07-15'): Step => ({
  does: 'RecordPayments',
  as: 'treasury',
  on,
  data: { payments: [{ paymentNo, paidOn: on, amountFen: yuan(amount) }] },
});
export const trackingForm = (more: Data = {}): Json => ({
  indicators: [
    { row: '1', actual: '84' },
    { row: '2', actual: '95' },
    { row: '3', actual: '7' },
    { row: '4', actual: '30' },
    { row: '5', attainedPercent: '60' },
    { row: '6', actual: '90' },
  ],
  progressPercent: '70',
  likelihood: 'certain',
  ...more,
});
export const reporting = (more: Data = {}): Step => ({
  does: 'ReportTracking',
  as: 'unit-clerk',
  on: '2014-08-20',
  data: { round: '2014-07', form: trackingForm(more) },
});

export const result = (more: Data = {}, on = '2015-04-10'): Step => ({
  does: 'ReceiveResult',
  as: 'system',
  on,
  data: {
    evaluationId: 'E-ZH-001-completion',
    resultVersion: 1,
    grade: '良好',
    score: '84.50',
    road: 'self-with-spot-check',
    edition: 'zh-2014',
    clause: 'zh-2014/grade-bands',
    missedGoals: [],
    confirmedOn: '2015-04-10',
    ...more,
  },
});

export const opened = live(unborn, opening());
export const declared = live(opened, declaring());
export const atFinance = live(declared, passing);
export const reviewed = live(atFinance, reviewingMoney, reviewingGoal);
export const controlled = live(reviewed, controlling);
export const resubmitted = live(controlled, resubmitting);
export const approved = live(resubmitted, approving);
export const tracked = live(approved, round, paying('300000.00'));
export const ended = clockAt(live(approved, paying('500000.00')), '2015-01-01T00:00:00.000+08:00');
export const inUse = live(ended, result());

export const duties = (life: Life) =>
  projectYear
    .openObligations(life.state)
    .map(({ id, holder, date }) => `${id} ${holder.role} ${date?.due ?? '-'}`);
