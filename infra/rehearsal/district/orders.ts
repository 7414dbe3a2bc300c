import type { Json } from '@quancheng/kernel';
import {
  AGENCY,
  business,
  chief,
  clerk,
  departmentStaff,
  expert,
  head,
  intermediary,
  performance,
  treasury,
  yuan,
} from '../cast.ts';
import type { Collection } from '../../client/client.ts';
import { POINTS } from '../story/review.ts';
import { stampedScan } from '../story/scan.ts';
import { type Body, online, type Order } from '../story/step.ts';
import { rowOf } from '../story/track.ts';
import { evaluationIdOf, type Turn, yearIdOf } from './turns.ts';

/** The single papers of a project-year, each as one command of the person whose work it is. */

const order = (by: Order['by'], to: readonly [Collection, string, string], data: Body): Order => ({
  by,
  to,
  data,
});
const ofProject = (turn: Turn, by: Order['by'], command: string, data: Body): Order =>
  order(by, ['projects', turn.member.id, command], data);
const ofYear = (turn: Turn, by: Order['by'], command: string, data: Body): Order =>
  order(by, ['project-years', yearIdOf(turn), command], data);
const ofEvaluation = (turn: Turn, by: Order['by'], command: string, data: Body): Order =>
  order(by, ['evaluations', evaluationIdOf(turn), command], data);
const inCharge = ({ member }: Turn): Order['by'] => departmentStaff(member.department);

// The project itself.

export const takeOver = (turn: Turn): Order =>
  ofProject(turn, inCharge(turn), 'take-over', {
    ...turn.papers.register,
    unit: turn.member.unit,
    gaps: ['2013年度没有绩效目标', '2013年以前的支付未入系统'],
    years: [
      {
        fiscalYear: 2013,
        atStage: 'tracking',
        approvedFen: yuan(turn.approvedFen),
        gaps: ['没有绩效目标', '没有支付记录'],
      },
    ],
  });
export const register = (turn: Turn): Order =>
  ofProject(turn, clerk(turn.member), 'register', registered(turn));
/** Who begins anew states the total of his plan; a recurrent one states the year's. */
const registered = ({ papers, requestedFen }: Turn): Body =>
  papers.register.totalFen === null ? { ...papers.register, totalFen: yuan(requestedFen) } : papers.register;
export const openYear = (turn: Turn): Order =>
  ofProject(turn, clerk(turn.member), 'open-year', { fiscalYear: turn.year });
export const accept = (turn: Turn, acceptedOn: string): Order =>
  ofProject(turn, clerk(turn.member), 'record-acceptance', {
    acceptedOn,
    paper: `竣工验收单（${turn.member.id}）`,
  });
export const complete = (turn: Turn, completedOn: string): Order =>
  ofProject(turn, clerk(turn.member), 'report-completion', {
    completedOn,
    proof: { kind: 'acceptance', paper: `竣工验收单（${turn.member.id}）` },
  });
export const askExtension = (turn: Turn, plannedEnd: string): Order =>
  ofProject(turn, clerk(turn.member), 'ask-extension', { plannedEnd, reason: '汛期停工，工期顺延' });
export const decideExtension = (turn: Turn, grant: boolean): Order =>
  ofProject(turn, business, 'decide-extension', {
    grant,
    opinion: grant ? '情况属实，同意延期' : '理由不足，按原计划完工',
  });
export const establish = (turn: Turn, completedOn: string): Order =>
  ofProject(turn, performance, 'establish-completion', {
    completedOn,
    paper: '财政现场核查记录',
    reason: '单位逾期未报告，现场核查已完工',
  });
export const suspend = (turn: Turn): Order =>
  ofProject(turn, inCharge(turn), 'suspend', {
    reason: '征地未完成',
    paper: `部门函〔2014〕${turn.member.unit}号`,
  });
export const resume = (turn: Turn): Order =>
  ofProject(turn, inCharge(turn), 'resume', { reason: '征地完成，复工' });
export const terminate = (turn: Turn): Order =>
  ofProject(turn, inCharge(turn), 'terminate', {
    reason: '规划调整，项目不再实施',
    paper: `区政府会议纪要〔2014〕${turn.member.unit}号`,
  });

// Declaration, review, approval.

export function declare(turn: Turn, answers: readonly Json[] = []): Order {
  const byScan = turn.ways.declaring === 'by-scan';
  return ofYear(turn, byScan ? clerk(turn.member) : head(turn.member), 'declare', {
    form: declaredForm(turn),
    ...(answers.length === 0 ? {} : { answers }),
    signature: byScan ? stampedScan : online,
  });
}

/** Below the threshold money alone is declared. */
function declaredForm({ papers, year, hasGoal, requestedFen }: Turn): Body {
  const form = papers.declared(year, yuan(requestedFen));
  if (hasGoal) return form;
  const { goalAnnual: _g, indicators: _i, executionWeight: _e, ...money } = form;
  return money;
}

export const answered = (remark: string): Json => ({ remark, answer: '已补充说明并附清单' });
export const withdraw = (turn: Turn): Order =>
  ofYear(turn, head(turn.member), 'withdraw', { reason: '年度任务调整，不再申报' });
export const pass = (turn: Turn): Order =>
  ofYear(turn, inCharge(turn), 'review-as-department', {
    verdict: 'pass',
    opinion: '符合部门职责和年度计划，同意上报',
  });
export const sendBack = (turn: Turn): Order =>
  ofYear(turn, inCharge(turn), 'review-as-department', {
    verdict: 'return',
    opinion: '范围和测算不清，退回补充',
    remarks: ['写明实施范围', '补充测算依据'],
  });
export const reviewMoney = (turn: Turn): Order =>
  ofYear(turn, business, 'review-money', { recommendedFen: yuan(turn.controlFen), opinion: '按标准核定' });
/** 优 passes, 中 goes back, 差 does not go on. */
export const reviewGoal = (turn: Turn, mark: '优' | '中' | '差' = '优'): Order =>
  ofYear(turn, performance, 'review-goal', {
    marks: POINTS.map((point) => ({ point, mark })),
    opinion:
      mark === '优'
        ? '目标清晰可衡量'
        : mark === '中'
          ? '目标与任务不匹配，退回修改'
          : '立项依据不足，不予安排',
    ...(mark === '优' ? {} : { remarks: [{ remark: '重新梳理目标和指标' }] }),
  });
export const controlFigure = (turn: Turn, controlFen = turn.controlFen): Order =>
  ofYear(turn, business, 'issue-control-figure', { controlFen: yuan(controlFen) });
export const resubmit = (turn: Turn): Order =>
  ofYear(turn, head(turn.member), 'resubmit', {
    requestedFen: yuan(turn.controlFen),
    ...(turn.hasGoal && turn.controlFen !== turn.requestedFen
      ? { goalRevision: { unchangedReason: '压减的是单价，任务和目标不变' } }
      : {}),
    signature: online,
  });

// The year.

export const pay = (turn: Turn, paidOn: string, amountFen: bigint): Order =>
  ofYear(turn, treasury, 'record-payments', {
    payments: [{ paymentNo: `${paidOn}-${turn.member.id}`, paidOn, amountFen: yuan(amountFen) }],
  });
export const requestAdjustment = (turn: Turn): Order =>
  ofYear(turn, head(turn.member), 'request-adjustment', {
    kind: turn.ways.change === 'transferred' ? 'transfer' : 'adjustment',
    newAmountFen: yuan(turn.askedFen),
    goalRevision: { unchangedReason: '单价变动，任务和目标不变' },
    reason: '价格和对象变动',
    signature: online,
  });
export const decideAdjustment = (turn: Turn): Order =>
  ofYear(
    turn,
    business,
    'decide-adjustment',
    turn.ways.change === 'refused'
      ? { granted: false, opinion: '理由不足' }
      : { granted: true, paperNo: '区人大常委会〔2014〕8号', opinion: '同意' },
  );

export interface Progress {
  readonly goal: string;
  readonly progress: string;
  readonly causes?: string;
}

export const reportTracking = (turn: Turn, { goal, progress, causes }: Progress): Order =>
  ofYear(turn, clerk(turn.member), 'report-tracking', {
    round: '2014-07',
    form: {
      ...(turn.hasGoal
        ? { indicators: turn.indicators.map((one, index) => rowOf({ ...one, row: String(index + 1) }, goal)) }
        : {}),
      progressPercent: progress,
      likelihood: causes === undefined ? 'certain' : 'possible',
      ...(causes === undefined ? {} : { causes: ['other'], causeText: causes }),
    },
  });
export const orderRectification = (turn: Turn): Order =>
  ofYear(turn, performance, 'order-rectification', {
    round: '2014-07',
    receivedOn: '2014-09-25',
    problems: ['支付进度快于工程进度'],
  });
export const reportRectification = (turn: Turn): Order =>
  ofYear(turn, head(turn.member), 'report-rectification', {
    order: 'R1',
    answers: [{ problem: 'R1-1', answer: '后续款项按工程量支付，进度已追上' }],
    signature: online,
  });
export const confirmRectification = (turn: Turn, accepted: boolean): Order =>
  ofYear(turn, performance, 'confirm-rectification', {
    order: 'R1',
    accepted,
    opinion: accepted ? '现场复核，整改属实' : '佐证不足，继续整改',
  });
export const requestStop = (turn: Turn): Order =>
  ofYear(turn, performance, 'request-stop-payment', { reason: '整改完成前暂缓支付' });
export const acknowledgeStop = (turn: Turn): Order =>
  ofYear(turn, treasury, 'acknowledge-stop-payment', { request: 'S1', note: '已暂停受理支付申请' });
export const liftStop = (turn: Turn): Order =>
  ofYear(turn, performance, 'lift-stop-payment', { request: 'S1', reason: '整改已确认' });
export const settle = (turn: Turn, carriedFen: bigint): Order =>
  ofYear(turn, business, 'carry-over', {
    amountFen: yuan(carriedFen),
    reason: carriedFen > 0n ? '合同未履行完毕，结转下年' : '结余收回',
  });

// The evaluation.

export const evaluateSelf = (turn: Turn): Order =>
  ofEvaluation(turn, head(turn.member), 'submit-self-evaluation', turn.papers.selfEvaluation);
/** After a spot check found a tenth of the work not done: the same report, the row put right. */
export const evaluateAgain = (turn: Turn): Order => {
  const { form, signature } = turn.papers.selfEvaluation as { form: Body; signature: Body };
  const indicators = (form.indicators as Body[]).map((line) =>
    line.row === '1' ? { ...line, actual: lowered(turn), reason: '按台账核实后更正' } : line,
  );
  const told = { problems: '工作量按台账更正', measures: '按月登记，年末核对' };
  return ofEvaluation(turn, head(turn.member), 'submit-self-evaluation', {
    form: { ...form, ...told, indicators },
    signature,
  });
};
export const returnSelf = (turn: Turn): Order =>
  ofEvaluation(turn, performance, 'return-self-evaluation', { remarks: ['补充数据来源和佐证材料'] });
export const acceptSelf = (turn: Turn): Order =>
  ofEvaluation(turn, performance, 'accept-without-check', { basis: '未抽中' });
export const draw = (turn: Turn): Order =>
  ofEvaluation(turn, performance, 'draw-for-spot-check', { basis: '按部门分层抽取，清单先封存' });
export const check = (turn: Turn): Order =>
  ofEvaluation(
    turn,
    performance,
    'record-spot-check',
    turn.ways.evaluation === 'checked'
      ? { lines: [], opinion: '现场复核，与自评一致' }
      : { lines: [{ row: '1', actual: lowered(turn), reason: '台账只有这些' }], opinion: '数量与台账不符' },
  );

/** By less than the allowed gap the grade alone changes; by more the unit evaluates itself anew. */
const LOWERED_PERCENT: Readonly<Record<string, bigint>> = { regraded: 72n, reopened: 55n };
function lowered({ indicators, ways }: Turn): string {
  const target = BigInt(indicators[0]?.target ?? '0');
  return String((target * (LOWERED_PERCENT[ways.evaluation] ?? 100n)) / 100n);
}

export const prepareKey = (turn: Turn): Order =>
  ofEvaluation(turn, performance, 'prepare-key-evaluation', {
    workPlan: '查阅资料、现场核查、问卷',
    experts: ['demo-expert'],
  });
export const commission = (turn: Turn): Order =>
  ofEvaluation(turn, performance, 'commission', {
    agency: AGENCY,
    conflictStatement: '与被评价单位没有利益关系',
    servedUnitBefore: false,
    procurementRecord: `抽签记录（${turn.member.id}）`,
    feeFen: { amount: '6', unit: '万元' },
  });
export const reportKey = (turn: Turn): Order =>
  ofEvaluation(
    turn,
    turn.ways.evaluation === 'commissioned' ? intermediary : expert,
    'submit-key-report',
    turn.papers.keyReport,
  );
export const confirmResult = (turn: Turn): Order =>
  ofEvaluation(turn, chief, 'confirm-result', { opinion: '同意' });

// The use of the result.

export const circulate = (turn: Turn): Order =>
  ofYear(turn, performance, 'circulate-result', { problems: [] });
export const acknowledge = (turn: Turn): Order =>
  ofYear(turn, inCharge(turn), 'acknowledge-notice', { reply: '已转单位，列入考核' });
export const disclose = (turn: Turn): Order =>
  ofYear(
    turn,
    performance,
    'decide-disclosure',
    turn.ways.disclosure === 'withhold'
      ? { decision: 'withhold', reason: '涉及企业商业信息' }
      : { decision: 'publish', url: `https://jx.example.com/${yearIdOf(turn)}` },
  );

export interface Proposed {
  readonly action: string;
  readonly cutPercent: string;
  readonly successorNeeded: boolean;
}

export const decideLink = (turn: Turn, { action, cutPercent, successorNeeded }: Proposed): Order => {
  const decided = (data: Body) => ofYear(turn, business, 'decide-budget-link', data);
  if (successorNeeded) return decided({ action: 'no-next-budget', reason: '一次性项目已完成，没有后续预算' });
  if (turn.ways.link === 'along') return decided({ action, cutPercent });
  return action === 'cut'
    ? decided({ action: 'unchanged', reason: '民生保障需要，减人不减钱' })
    : decided({ action: 'cut', cutPercent: '5', reason: '上年结余较多，按实际需要安排' });
};
export const verifyClue = (turn: Turn): Order => {
  const founded = turn.ways.clue !== 'unfounded';
  return ofYear(turn, performance, 'verify-clue', {
    founded,
    opinion: founded ? '未按计划实施，责任在单位' : '客观原因，单位已采取措施',
  });
};
export const decideClue = (turn: Turn): Order =>
  turn.ways.clue === 'case'
    ? ofYear(turn, chief, 'open-case', {
        summary: '主要目标没有实现',
        measures: ['talk', 'circulate'],
        personProposals: [
          {
            personId: `head-${turn.member.unit}`,
            proposal: '建议有权机关核实责任',
            transferTo: 'supervision',
          },
        ],
      })
    : ofYear(turn, chief, 'close-clue', { reason: '首次发生且已整改，约谈后了结' });
export const answerProblems = (turn: Turn, problems: readonly { id: string }[]): Order =>
  ofYear(turn, head(turn.member), 'report-result-rectification', {
    answers: problems.map(({ id }) => ({ problem: id, answer: '已查明原因，列入本年整改' })),
    signature: online,
  });
export const confirmAnswers = (turn: Turn): Order =>
  ofYear(turn, performance, 'confirm-result-rectification', { accepted: true, opinion: '整改到位' });
