import { atHour, day, fromJson, type Instant, isRefusal, type Json, type Refusal } from '@quancheng/kernel';
import { reviewSheet, rulebook, isProvisional } from '@quancheng/rulebook';
import { type ActingRole, type Actor, systemActor } from '../core/actor.ts';
import type { Recorded } from '../core/aggregate.ts';
import { evolve, handle, tick } from '../core/run.ts';
import { worldOf } from '../core/world.ts';
import { projectYear, type ProjectYearState } from './index.ts';

/** Given-when-then for this aggregate's specs: commands as the API sends them, each on its day. */

export const DIVISION = '330211000';
export const STREAM = `${DIVISION}/project-year/ZH-001-2014`;

const HOUSES: Partial<Record<ActingRole, { unit: string; department: string }>> = {
  'unit-clerk': { unit: 'U-07', department: 'D-01' },
  'unit-head': { unit: 'U-07', department: 'D-01' },
  department: { unit: 'D-01', department: 'D-01' },
};

export function actorAs(role: ActingRole): Actor {
  if (role === 'system') return systemActor(DIVISION);
  return {
    personId: `p-${role}`,
    role,
    post: `post-${role}`,
    ...(HOUSES[role] ?? { unit: 'finance', department: 'finance' }),
    division: DIVISION,
  };
}

export type Step = {
  readonly does: string;
  readonly as: ActingRole;
  readonly on: string;
  readonly at?: Instant;
  readonly data: Json;
  readonly happenedOn?: string;
  readonly lateReason?: string;
};
export type Life = { readonly state: ProjectYearState; readonly events: readonly Recorded[] };
export const unborn: Life = { state: projectYear.initial, events: [] };

export function attempt(life: Life, step: Step): Life | Refusal {
  const actor = actorAs(step.as);
  const now = step.at ?? atHour(day(step.on), 10);
  const happenedOn = step.happenedOn === undefined ? undefined : day(step.happenedOn);
  const world = worldOf({ stream: STREAM, actor, now, receivedAt: now, happenedOn });
  const command = {
    type: step.does,
    commandId: 'c',
    actor,
    data: fromJson(step.data),
    ...(happenedOn === undefined ? {} : { happenedOn }),
    ...(step.lateReason === undefined ? {} : { lateReason: step.lateReason }),
  };
  const decided = handle(projectYear, life.state, command, world);
  return isRefusal(decided) ? decided : record(life, decided, { actor, now, happenedOn: world.happenedOn });
}

export function record(
  life: Life,
  facts: readonly { type: string; data: unknown; clause?: string }[],
  by: { actor: Actor; now: Instant; happenedOn: string },
): Life {
  return facts.reduce<Life>(({ state, events }, fact) => {
    const version = events.length + 1;
    const event: Recorded = {
      ...fact,
      eventId: `e${version}`,
      version,
      happenedOn: day(by.happenedOn),
      recordedAt: by.now,
      actor: by.actor,
    };
    return { state: evolve(projectYear, state, event), events: [...events, event] };
  }, life);
}

/** The clock at that moment: what time itself brings. */
export function clockAt(life: Life, now: Instant): Life {
  const facts = tick(projectYear, life.state, now);
  return facts.length === 0
    ? life
    : clockAt(record(life, facts, { actor: systemActor(DIVISION), now, happenedOn: now.slice(0, 10) }), now);
}

/** Throws with the refusal's words where a step of a story is refused. */
export function live(from: Life, ...steps: readonly Step[]): Life {
  return steps.reduce((life, step) => {
    const next = attempt(life, step);
    if (isRefusal(next)) throw new Error(`${step.does} on ${step.on}: ${JSON.stringify(next)}`);
    return next;
  }, from);
}

export const typesOf = (life: Life, since = 0): string[] => life.events.slice(since).map(({ type }) => type);
export const lastOf = (life: Life, type: string): Recorded => {
  const event = life.events.findLast((one) => one.type === type);
  if (event === undefined) throw new Error(`no ${type}`);
  return event;
};

export const yuan = (amount: string): Json => ({ amount, unit: '元' });
export const online: Json = { mode: 'online' };
export const scan: Json = { mode: 'stamped-scan', sha256: 'a'.repeat(64) };

const indicator = (row: string, kind: string, more: { [key: string]: Json }): Json => ({
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
export const form = (more: { [key: string]: Json } = {}): { [key: string]: Json } => ({
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

export function marks(mark = '优', others: { [point: string]: string } = {}): Json {
  const sheet = reviewSheet(rulebook, day('2013-11-01'));
  if (isProvisional(sheet)) throw new Error('no sheet');
  return sheet.value.aspects.flatMap(({ points }) =>
    points.map(({ no }) => ({ point: no, mark: others[no] ?? mark })),
  );
}

export const opening = (more: { [key: string]: Json } = {}): Step => ({
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
export const declaring = (more: { [key: string]: Json } = {}, on = '2013-10-08'): Step => ({
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
export const trackingForm = (more: { [key: string]: Json } = {}): Json => ({
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
export const reporting = (more: { [key: string]: Json } = {}): Step => ({
  does: 'ReportTracking',
  as: 'unit-clerk',
  on: '2014-08-20',
  data: { round: '2014-07', form: trackingForm(more) },
});

export const result = (more: { [key: string]: Json } = {}, on = '2015-04-10'): Step => ({
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
export const ended = clockAt(live(approved, paying('500000.00')), '2015-01-01T00:00:00.000+08:00' as Instant);
export const inUse = live(ended, result());

export const duties = (life: Life) =>
  projectYear
    .openObligations(life.state)
    .map(({ id, holder, date }) => `${id} ${holder.role} ${date?.due ?? '-'}`);
export const dataOf = (life: Life, type: string) => lastOf(life, type).data as Record<string, unknown>;
export const followUpsOf = (life: Life, type: string) =>
  projectYear.followUps(life.state, lastOf(life, type) as Recorded<never>);
export const refusalOf = (life: Life, step: Step): Refusal => {
  const answer = attempt(life, step);
  if (!isRefusal(answer)) throw new Error(`${step.does} was not refused: ${typesOf(answer).at(-1)}`);
  return answer;
};
export const step = (does: string, as: Step['as'], on: string, data: Step['data'] = {}): Step => ({
  does,
  as,
  on,
  data,
});
