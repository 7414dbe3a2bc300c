import type { PlainDate, Words } from '@quancheng/kernel';
import { CLAUSE } from '../core/clauses.ts';
import { BUSINESS, CHIEF, inCharge, PERFORMANCE, TREASURY, unitClerk, unitHead } from '../core/holders.ts';
import type { LegalDate } from '../core/legal-date.ts';
import type { Obligation } from '../core/obligation.ts';
import { owesLeftover } from './amounts.ts';
import type { DutyState, Identity, OpenYear, ProjectYearState, RectificationOrder, Round } from './state.ts';

/** Who owes what until when. Read from the state alone: the rules were asked when the duty arose. */
export function openObligations(state: ProjectYearState): Obligation[] {
  if (state.stage === 'none') return [];
  return [...stageObligations(state), ...runningObligations(state)].filter((one) => one !== null);
}

type Owed = Omit<Obligation, 'what' | 'clause' | 'since'> & {
  readonly since?: PlainDate;
  readonly clause?: string;
};

/** The name of the duty is the first part of its id; its clause is that of its date, where it has one. */
function owe(year: OpenYear, clause: string, owed: Owed): Obligation {
  const what = owed.id.split('/')[0] as string;
  return {
    ...owed,
    what,
    since: owed.since ?? year.stageSince,
    clause: owed.date?.clause ?? owed.clause ?? clause,
  };
}

/** What the stage itself waits for. */
function stageObligations(year: OpenYear): (Obligation | null)[] {
  const submission = year.declaration?.submission ?? 0;
  switch (year.stage) {
    case 'draft':
      return [
        toDeclare(
          year,
          submission + 1,
          laterOf(year.windows.declaration, year.windows['mid-year-adjustment']),
        ),
      ];
    case 'returned':
      return [toDeclare(year, submission + 1, year.againBy)];
    case 'declared':
      return [toReviewAsDepartment(year, submission)];
    case 'department-reviewed':
      return [toReviewMoney(year, submission), toReviewGoal(year, submission)];
    case 'finance-reviewed':
      return [toIssueControlFigure(year, submission)];
    case 'controlled':
      return [toResubmit(year, submission)];
    case 'resubmitted':
      return [toApprove(year, submission)];
    case 'blocked':
      return [toLeaveBlock(year, submission)];
    case 'ended':
      return [toAwaitResult(year)];
    case 'result-in-use':
      return year.duties.map((duty) => toUseResult(year, duty));
    default:
      return [];
  }
}

function laterOf(one: LegalDate | undefined, other: LegalDate | undefined): LegalDate | null {
  if (one === undefined || other === undefined) return one ?? other ?? null;
  return one.due < other.due ? other : one;
}

/** Another window is another duty: what lapsed with the first does not silence the second. */
const dated = (date: LegalDate | null): string => (date === null ? '' : `/${date.due}`);

function toDeclare(year: OpenYear, submission: number, date: LegalDate | null): Obligation {
  return owe(year, CLAUSE.newGoal, {
    id: `declare/${submission}${dated(date)}`,
    words: { zh: '申报本年目标与预算', en: 'declare goal and budget of the year' },
    holder: unitHead(year.identity),
    date,
    unblockedBy: ['Declare', 'Withdraw'],
    ifNobodyActs: { zh: '视为本年不申报，不安排预算', en: 'it counts as not declared: no budget' },
    escalatesTo: inCharge(year.identity),
  });
}

function toReviewAsDepartment(year: OpenYear, submission: number): Obligation {
  return owe(year, CLAUSE.departmentReview, {
    id: `department-review/${submission}`,
    words: { zh: '主管部门审核申报', en: 'review as the department in charge' },
    holder: inCharge(year.identity),
    date: year.declaration?.reviewBy ?? null,
    unblockedBy: ['ReviewAsDepartment', 'Withdraw'],
    ifNobodyActs: { zh: '申报不能进入财政评审', en: 'it cannot reach finance' },
    escalatesTo: PERFORMANCE,
  });
}

function toReviewMoney(year: OpenYear, submission: number): Obligation | null {
  if (year.review.recommendedFen !== null) return null;
  return owe(year, CLAUSE.financeReview, {
    id: `money-review/${submission}`,
    words: { zh: '业务科室审核资金', en: 'review the money' },
    holder: BUSINESS,
    date: year.review.financeBy,
    unblockedBy: ['ReviewMoney', 'Withdraw'],
    ifNobodyActs: { zh: '目标和资金不能同步审核', en: 'goal and money cannot be reviewed together' },
    escalatesTo: CHIEF,
  });
}

function toReviewGoal(year: OpenYear, submission: number): Obligation | null {
  if (year.goal === null || year.review.goal !== null) return null;
  return owe(year, CLAUSE.reviewSheet, {
    id: `goal-review/${submission}`,
    words: { zh: '绩效科评审目标', en: 'review the goal' },
    holder: PERFORMANCE,
    date: year.review.financeBy,
    unblockedBy: ['ReviewGoal', 'Withdraw'],
    ifNobodyActs: { zh: '目标和资金不能同步审核', en: 'goal and money cannot be reviewed together' },
    escalatesTo: CHIEF,
  });
}

function toIssueControlFigure(year: OpenYear, submission: number): Obligation {
  return owe(year, CLAUSE.controlFigure, {
    id: `control-figure/${submission}`,
    words: { zh: '下达控制数', en: 'issue the control figure' },
    holder: BUSINESS,
    date: year.controlBy,
    unblockedBy: ['IssueControlFigure', 'Withdraw'],
    ifNobodyActs: { zh: '单位无法二上', en: 'the unit cannot submit again' },
    escalatesTo: CHIEF,
  });
}

function toResubmit(year: OpenYear, submission: number): Obligation {
  return owe(year, CLAUSE.secondSubmission, {
    id: `resubmit/${submission}${dated(year.resubmitBy)}`,
    words: { zh: '按控制数二上，同步修订目标', en: 'submit at the control figure, the goal matched' },
    holder: unitHead(year.identity),
    date: year.resubmitBy,
    unblockedBy: ['Resubmit', 'Withdraw'],
    ifNobodyActs: { zh: '不能列入部门预算', en: "it cannot enter the department's budget" },
    escalatesTo: inCharge(year.identity),
  });
}

function toApprove(year: OpenYear, submission: number): Obligation {
  return owe(year, CLAUSE.approval, {
    id: `approve/${submission}`,
    words: { zh: '人代会批准后成批批复', en: "approve in the department's batch after the congress" },
    holder: BUSINESS,
    date: null,
    unblockedBy: ['ApproveInBatch', 'Withdraw'],
    ifNobodyActs: { zh: '目标和预算不生效', en: 'goal and budget do not take effect' },
    escalatesTo: CHIEF,
  });
}

function toLeaveBlock(year: OpenYear, submission: number): Obligation {
  return owe(year, CLAUSE.reviewSheet, {
    id: `blocked/${submission}`,
    words: { zh: '撤回，或待下一窗口修改后重新申报', en: 'withdraw, or rework it for the next window' },
    holder: unitHead(year.identity),
    date: null,
    unblockedBy: ['Withdraw', 'NoteWindow'],
    ifNobodyActs: { zh: '本窗口内不得进入下一环节', en: 'it may not go on in this window' },
    escalatesTo: inCharge(year.identity),
  });
}

function toAwaitResult(year: OpenYear): Obligation {
  return owe(year, CLAUSE.selfEvaluation, {
    id: 'result',
    words: { zh: '评价并确认结果', en: 'evaluate and confirm the result' },
    holder: PERFORMANCE,
    date: null,
    unblockedBy: ['ReceiveResult'],
    ifNobodyActs: { zh: '结果不能应用于预算、公开和问责', en: 'no result can be used' },
    escalatesTo: CHIEF,
  });
}

/** What can be open beside the stage: rounds, orders, requests, leftover money. */
function runningObligations(year: OpenYear): (Obligation | null)[] {
  if (!['approved', 'ended', 'result-in-use'].includes(year.stage)) return [];
  // With the result in use no report is awaited any more; a deviation that was found is still answered.
  const reports =
    year.stage === 'result-in-use' ? [] : year.rounds.map((round) => toReportRound(year, round));
  const leftover = year.stage !== 'approved' && owesLeftover(year);
  return [
    ...reports,
    ...year.rounds.map((round) => toAnswerDeviation(year, round)),
    ...year.orders.map((order) => toRectify(year, order)),
    ...year.stops
      .filter(({ status }) => status === 'requested')
      .map(({ request, requestedOn }) => toAcknowledgeStop(year, request, requestedOn)),
    ...year.adjustments
      .filter(({ status }) => status === 'requested')
      .map((one) => toDecideAdjustment(year, one)),
    leftover ? toSettleLeftover(year) : null,
  ];
}

function toReportRound(year: OpenYear, { round, report, reportBy, openedOn }: Round): Obligation | null {
  if (report !== null) return null;
  return owe(year, CLAUSE.tracking, {
    id: `tracking-report/${round}`,
    words: { zh: `填报 ${round} 跟踪情况`, en: `report on round ${round}` },
    holder: unitClerk(year.identity),
    since: openedOn,
    date: reportBy,
    unblockedBy: ['ReportTracking'],
    ifNobodyActs: { zh: '记为逾期，报主管部门', en: 'recorded as late; the department is told' },
    escalatesTo: inCharge(year.identity),
  });
}

function toAnswerDeviation(
  year: OpenYear,
  { round, deviation, deviationClause, openedOn }: Round,
): Obligation | null {
  if (deviation !== 'open') return null;
  return owe(year, deviationClause ?? CLAUSE.deviation, {
    id: `deviation/${round}`,
    words: {
      zh: `处理 ${round} 偏离：下达整改或认可说明`,
      en: `answer the deviation of ${round}: order or accept`,
    },
    holder: PERFORMANCE,
    since: openedOn,
    date: null,
    unblockedBy: ['OrderRectification', 'AcceptDeviation'],
    ifNobodyActs: {
      zh: '偏离没有得到督促纠正，本年度不能办结',
      en: 'the deviation goes uncorrected and the year cannot close',
    },
    escalatesTo: CHIEF,
  });
}

function toRectify(
  year: OpenYear,
  { order, attempt, status, since, answerBy, confirmBy }: RectificationOrder,
): Obligation | null {
  if (status === 'confirmed') return null;
  const reporting = status === 'ordered';
  return owe(year, CLAUSE.rectification, {
    id: `${reporting ? 'rectify' : 'confirm-rectification'}/${order}/${attempt}`,
    words: reporting
      ? { zh: `报告整改 ${order}`, en: `report on order ${order}` }
      : { zh: `确认整改 ${order}`, en: `confirm order ${order}` },
    holder: reporting ? unitHead(year.identity) : PERFORMANCE,
    since,
    date: reporting ? answerBy : confirmBy,
    unblockedBy: [reporting ? 'ReportRectification' : 'ConfirmRectification'],
    ifNobodyActs: reporting
      ? { zh: '记为逾期，上报绩效科，可提请停拨', en: 'recorded as late; finance may ask to stop payment' }
      : { zh: '整改不能销号', en: 'the order stays open' },
    escalatesTo: reporting ? PERFORMANCE : CHIEF,
  });
}

function toAcknowledgeStop(year: OpenYear, request: string, since: PlainDate): Obligation {
  return owe(year, CLAUSE.deviation, {
    id: `acknowledge-stop/${request}`,
    words: { zh: `确认停拨请求 ${request}`, en: `acknowledge stop request ${request}` },
    holder: TREASURY,
    since,
    date: null,
    unblockedBy: ['AcknowledgeStopPayment', 'LiftStopPayment'],
    ifNobodyActs: { zh: '停拨不生效', en: 'payment does not stop' },
    escalatesTo: CHIEF,
  });
}

function toDecideAdjustment(
  year: OpenYear,
  { adjustment, requestedOn, decideBy }: OpenYear['adjustments'][number],
): Obligation {
  return owe(year, CLAUSE.financeReview, {
    id: `decide-adjustment/${adjustment}`,
    words: { zh: `决定调整申请 ${adjustment}`, en: `decide request ${adjustment}` },
    holder: BUSINESS,
    since: requestedOn,
    date: decideBy,
    unblockedBy: ['DecideAdjustment'],
    ifNobodyActs: { zh: '维持原批复', en: 'the approval stays as it is' },
    escalatesTo: CHIEF,
  });
}

function toSettleLeftover(year: OpenYear): Obligation {
  return owe(year, CLAUSE.approval, {
    id: 'leftover',
    words: { zh: '处理结转结余：结转下年或收回', en: 'settle the leftover: carry over or take back' },
    holder: BUSINESS,
    date: null,
    unblockedBy: ['CarryOver', 'RecordPayments'],
    ifNobodyActs: {
      zh: '未用资金没有着落，本年度不能办结',
      en: 'the money has no place and the year cannot close',
    },
    escalatesTo: CHIEF,
  });
}

type Step = Exclude<DutyState['step'], 'done'>;
type StepKind = {
  readonly words: Words;
  readonly holder: (of: Identity) => Obligation['holder'];
  readonly escalatesTo: (of: Identity) => Obligation['holder'];
  readonly by: readonly string[];
  readonly otherwise: Words;
};
const performance = () => PERFORMANCE;
const chief = () => CHIEF;

const STEPS: Readonly<Record<Step, StepKind>> = {
  circulate: {
    words: { zh: '通报结果', en: 'circulate the result' },
    holder: performance,
    escalatesTo: chief,
    by: ['CirculateResult'],
    otherwise: { zh: '部门和单位不知道结果和问题', en: 'department and unit do not know it' },
  },
  acknowledge: {
    words: { zh: '签收通报', en: 'acknowledge the notice' },
    holder: inCharge,
    escalatesTo: performance,
    by: ['AcknowledgeNotice'],
    otherwise: { zh: '提醒后上报绩效科', en: 'finance is told' },
  },
  report: {
    words: { zh: '报告评价问题整改', en: "report on the result's problems" },
    holder: unitHead,
    escalatesTo: inCharge,
    by: ['ReportResultRectification'],
    otherwise: { zh: '记为逾期，影响下年预算', en: 'recorded as late; it weighs on the next budget' },
  },
  confirm: {
    words: { zh: '确认评价问题整改', en: 'confirm the rectification' },
    holder: performance,
    escalatesTo: chief,
    by: ['ConfirmResultRectification'],
    otherwise: { zh: '问题不能销号', en: 'the problems stay open' },
  },
  decide: {
    words: { zh: '决定预算挂钩', en: 'decide the budget link' },
    holder: () => BUSINESS,
    escalatesTo: chief,
    by: ['DecideBudgetLink'],
    otherwise: { zh: '结果没有应用于预算', en: 'the result is not used in the budget' },
  },
  verify: {
    words: { zh: '核实问责线索', en: 'verify the clue' },
    holder: performance,
    escalatesTo: chief,
    by: ['VerifyClue'],
    otherwise: { zh: '未实现目标无人核实', en: 'nobody looks into the missed goal' },
  },
  'case-or-close': {
    words: { zh: '立案或了结线索', en: 'open a case or close the clue' },
    holder: performance,
    escalatesTo: chief,
    by: ['OpenCase', 'CloseClue'],
    otherwise: { zh: '线索悬而未决', en: 'the clue stays undecided' },
  },
  disclose: {
    words: { zh: '决定公开或不公开', en: 'publish, or withhold with a reason' },
    holder: performance,
    escalatesTo: chief,
    by: ['DecideDisclosure'],
    otherwise: { zh: '结果没有公开', en: 'the result is not disclosed' },
  },
};

function toUseResult(year: OpenYear, { duty, step, since, by, round }: DutyState): Obligation | null {
  if (step === 'done') return null;
  const { words, holder, escalatesTo, by: unblockedBy, otherwise } = STEPS[step];
  return owe(year, year.result?.clause ?? CLAUSE.selfEvaluation, {
    id: `${duty}-${step}/${round}`,
    words,
    holder: holder(year.identity),
    since,
    date: by,
    unblockedBy,
    ifNobodyActs: otherwise,
    escalatesTo: escalatesTo(year.identity),
  });
}
