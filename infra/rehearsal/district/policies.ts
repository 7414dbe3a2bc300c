import type { Json } from '@quancheng/kernel';
import { chief, departmentStaff, fen, performance, yuan } from '../cast.ts';
import { type Sketch, wan, written } from '../sketch.ts';
import type { Order } from '../story/step.ts';
import { chanceOf } from './chance.ts';
import { type Dated, on } from './dated.ts';
import { indicatorsOf } from './sheet.ts';
import type { Grade } from './ways.ts';
import { works } from './works.ts';

/** Policy funds on top of the plan's projects. The first two are named by the source paper; all amounts are invented. */
interface Policy {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly field: string;
  readonly amount: string;
  readonly recipients: number;
  readonly outcome: readonly [name: string, unit: string];
  readonly grade: Grade;
  readonly advice: 'keep' | 'adjust' | 'stop';
}

export const policies: readonly Policy[] = [
  {
    id: 'Z1-energy',
    name: '节能降耗引导政策',
    department: '204',
    field: '节能环保',
    amount: '1850',
    recipients: 46,
    outcome: ['节能量', '吨标煤'],
    grade: '良好',
    advice: 'adjust',
  },
  {
    id: 'Z2-patents',
    name: '授权专利资助资金',
    department: '211',
    field: '科学技术',
    amount: '620',
    recipients: 120,
    outcome: ['授权专利', '件'],
    grade: '优秀',
    advice: 'keep',
  },
  {
    id: 'Z3-upgrade',
    name: '产业转型升级扶持政策',
    department: '211',
    field: '科学技术',
    amount: '3200',
    recipients: 64,
    outcome: ['新增产值', '万元'],
    grade: '合格',
    advice: 'adjust',
  },
  {
    id: 'Z4-market',
    name: '外贸展会补贴政策',
    department: '211',
    field: '商业服务业',
    amount: '380',
    recipients: 38,
    outcome: ['参展企业', '家'],
    grade: '不合格',
    advice: 'stop',
  },
];

const PLAN = '2014-05-05T09';

export const policyPlanOrder = (): Order => ({
  by: performance,
  to: ['budget-years', '2014', 'adopt-evaluation-plan'],
  about: 'policies',
  data: { paperNo: '镇财〔2014〕22号（政策性资金）', items: policies.map(planItem) },
});

const evaluationId = ({ id }: Policy): string => `E-${id}`;

const planItem = (policy: Policy): Json => ({
  evaluationId: evaluationId(policy),
  road: 'finance-key',
  mode: 'own',
  object: {
    kind: 'policy',
    projectId: policy.id,
    projectName: policy.name,
    projectYears: [],
    unit: policy.department,
    department: policy.department,
    nature: 'recurrent',
    term: 'continuing',
  },
  field: policy.field,
  amountFen: wan(policy.amount),
  reason: '产业转型升级、节能减排和科技创新政策执行情况',
});

/** A policy's recipients are gathered, finance evaluates it, and the result says keep, adjust or stop. */
export function policyLives(seed: number): readonly Dated[] {
  const chance = chanceOf(seed);
  return [
    on(PLAN, '政策评价计划', policyPlanOrder()),
    ...policies.flatMap((policy): Dated[] => {
      const of = (by: Order['by'], command: string, data: Order['data']): Order => ({
        by,
        to: ['evaluations', evaluationId(policy), command],
        data,
      });
      const { keyReport } = written(sketchOf(policy, chance));
      const recipients = recipientsOf(policy, () => chance.whole(40, 160));
      return [
        on(
          '2014-06-12T09',
          '受益对象',
          of(departmentStaff(policy.department), 'report-recipients', { recipients }),
        ),
        on(
          '2014-06-20T09',
          '布置',
          of(performance, 'prepare-key-evaluation', {
            workPlan: '查阅资料、走访受益对象',
            experts: ['demo-expert'],
          }),
        ),
        on('2014-07-14T11', '报告', of(performance, 'submit-key-report', keyReport)),
        on(
          '2014-07-16T09',
          '确认',
          of(chief, 'confirm-result', {
            opinion: '同意',
            advice: { choice: policy.advice, reason: ADVICE[policy.advice] },
          }),
        ),
      ];
    }),
  ];
}

const ADVICE = { keep: '引导作用明显', adjust: '补助标准偏高，宜分档', stop: '政策目标没有实现' } as const;

function recipientsOf({ amount, recipients, outcome: [name, unit] }: Policy, share: () => number): Json[] {
  const each = fen(wan(amount)) / BigInt(recipients);
  return Array.from({ length: recipients }, (_, index) => ({
    recipientNo: `Q-${String(index + 1).padStart(4, '0')}`,
    receivedFen: yuan((each / 100n) * 100n),
    outcomes: [{ name, unit, value: String(share()) }],
  }));
}

function sketchOf(policy: Policy, chance: ReturnType<typeof chanceOf>): Sketch {
  const work = works.find(
    ({ department, nature }) => department === policy.department && nature === 'recurrent',
  );
  if (work === undefined) throw new RangeError(`no work of ${policy.department}`);
  const { name, department, field, amount, grade } = policy;
  return {
    id: policy.id,
    unit: department,
    register: { name, field },
    requested: wan(amount),
    control: wan(amount),
    paid: wan(amount),
    goal: name,
    need: name,
    content: '按政策兑付',
    paper: { title: `${name}实施办法（演练虚构）`, number: '演练〔2012〕5号' },
    indicators: indicatorsOf(work, String(policy.recipients), { own: grade, found: grade }, chance),
    findings: [{ problem: '申报材料复核不严', suggestion: '建立受益对象名册' }],
    conclusion: '政策执行情况见各项指标',
  };
}
