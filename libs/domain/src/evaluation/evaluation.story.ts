import {
  type Data,
  type Life as LifeOf,
  online,
  type Step,
  step as stepOf,
  storyOf,
} from '@quancheng/testing';
import type { Json } from '@quancheng/kernel';
import type { ActingRole } from '../core/actor.ts';
import { evaluation, type EvaluationState } from './index.ts';

/** The papers and steps of an evaluation. */

export const story = storyOf(evaluation, 'E-P2014-001-completion');
export type Life = LifeOf<EvaluationState>;

export const OBJECT = {
  kind: 'completed-project',
  projectId: 'P2014-001',
  projectName: '农村生活污水集污和生态化处理工程',
  projectYears: ['P2014-001-2013', 'P2014-001-2014'],
  unit: 'U-07',
  department: 'D-01',
  nature: 'new',
  term: 'one-off',
};
export const POLICY = {
  ...OBJECT,
  kind: 'policy',
  projectId: 'Z2014-001',
  projectName: '节能降耗引导政策',
  nature: 'recurrent',
  term: 'continuing',
};

const line = (row: string, more: Record<string, Json>): Json => ({
  row,
  kind: 'quantity',
  name: `指标${row}`,
  direction: 'higher',
  target: '100',
  unit: '户',
  actual: '100',
  weight: '30',
  selfScore: '30',
  ...more,
});

export const LINES: Json[] = [
  line('1', { name: '集污入网户数' }),
  line('2', {
    kind: 'cost',
    name: '单位成本',
    direction: 'lower',
    target: '200',
    unit: '元/户',
    actual: '180',
  }),
  line('3', {
    kind: 'social',
    name: '河道水质改善',
    direction: 'qualitative',
    target: '明显改善',
    actual: '达成',
  }),
];

export const lineOf = (index: number, more: Record<string, Json>): Json[] =>
  LINES.map((given, at) => (at === index ? { ...(given as object), ...more } : given) as Json);

export const FORM = {
  indicators: LINES,
  fullYearBudgetFen: { amount: '800', unit: '万元' },
  executedFen: { amount: '8000000.00', unit: '元' },
  executionWeight: '10',
  executionSelfScore: '10',
  selfTotal: '100',
  goalExpected: '完成100户集污入网',
  goalAchieved: '100户全部入网并通过验收',
  problems: '无',
  measures: '无',
};

const step =
  (does: string, as: ActingRole, on: string) =>
  (more: Data = {}, when: Partial<Step> = {}): Step => ({ ...stepOf(does, as, on, more), ...when });

export const start = (more: Data = {}, when: Partial<Step> = {}): Step =>
  step(
    'StartSelfEvaluation',
    'system',
    '2014-07-01',
  )(
    {
      object: OBJECT,
      completedOn: '2014-07-01',
      proof: { kind: 'acceptance', paper: '竣工验收证书' },
      ...more,
    },
    when,
  );
export const assign = (more: Data = {}, when: Partial<Step> = {}): Step =>
  step(
    'AssignRoad',
    'system',
    '2014-05-05',
  )(
    {
      road: 'self-with-spot-check',
      mode: 'own',
      object: OBJECT,
      planPaper: '镇财〔2014〕20号',
      field: '三农',
      amountFen: '800000000',
      reason: '重大民生项目',
      ...more,
    },
    when,
  );
export const assignKey = (mode = 'own', more: Data = {}): Step =>
  assign({ road: 'finance-key', mode, ...more });
export const submit = (form: Data = {}, when: Partial<Step> = {}, signature: Json = online): Step => ({
  does: 'SubmitSelfEvaluation',
  as: 'unit-head',
  on: '2014-09-20',
  data: { form: { ...FORM, ...form }, signature },
  ...when,
});
export const returned = step('ReturnSelfEvaluation', 'finance-performance', '2014-09-25');
export const draw = (when: Partial<Step> = {}): Step =>
  step('DrawForSpotCheck', 'finance-performance', '2014-09-22')({ basis: '按部门分层抽取' }, when);
export const accept = (when: Partial<Step> = {}): Step =>
  step('AcceptWithoutCheck', 'finance-performance', '2014-09-22')({ basis: '未抽中' }, when);
export const check = (lines: Json[], when: Partial<Step> = {}): Step =>
  step('RecordSpotCheck', 'finance-performance', '2014-09-28')({ lines, opinion: '现场复核' }, when);
export const prepare = (more: Data = {}, when: Partial<Step> = {}): Step =>
  step(
    'PrepareKeyEvaluation',
    'finance-performance',
    '2014-06-03',
  )({ workPlan: '工作方案', experts: ['p-expert'], ...more }, when);
export const commission = (more: Data = {}, when: Partial<Step> = {}): Step =>
  step(
    'Commission',
    'finance-performance',
    '2014-06-05',
  )(
    {
      agency: 'A-01',
      conflictStatement: '与被评价单位无利益关系',
      servedUnitBefore: false,
      procurementRecord: '抽签记录2014-06',
      ...more,
    },
    when,
  );
export const KEY_FORM = {
  indicators: [
    line('0', {
      kind: 'process',
      name: '资金使用合规性',
      direction: 'qualitative',
      target: '合规',
      actual: '90',
      weight: '20',
    }),
    ...lineOf(0, { weight: '10' }),
  ],
  fullYearBudgetFen: { amount: '800', unit: '万元' },
  executedFen: { amount: '720', unit: '万元' },
  executionWeight: '10',
  findings: [{ problem: '管网养护经费未落实', suggestion: '列入下年预算' }],
  conclusion: '基本实现目标',
};
export const keyReport = (form: Data = {}, when: Partial<Step> = {}): Step =>
  step('SubmitKeyReport', 'finance-performance', '2014-07-20')({ form: { ...KEY_FORM, ...form } }, when);
export const confirm = (more: Data = {}, when: Partial<Step> = {}): Step =>
  step('ConfirmResult', 'section-chief', '2014-10-10')({ opinion: '同意', ...more }, when);
export const revise = (lines: Json[], more: Data = {}, when: Partial<Step> = {}): Step =>
  step(
    'ReviseResult',
    'finance-performance',
    '2014-11-03',
  )({ lines, reason: '审计发现少完成户数', ...more }, when);
