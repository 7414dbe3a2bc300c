import { type Fen, formatWan, sumFen } from '@quancheng/kernel';
import type { File, Stored } from './audit/stored.ts';
import { fen, isPublished } from './cast.ts';

/** One project-year in the table at the end. */
export interface Row {
  readonly project: string;
  readonly year: number;
  readonly name: string;
  readonly unit: string;
  readonly department: string;
  /** Where its amounts come from: a published paper, or nowhere. */
  readonly amounts: 'published' | 'invented';
  readonly requestedWan: string | null;
  readonly approvedWan: string | null;
  readonly paidWan: string | null;
  readonly stage: string;
  readonly stageTitle: string;
  readonly grade: string | null;
  readonly score: string | null;
  /** Days after the date of the self-evaluation; 0 in time; null where none was owed yet. */
  readonly daysLate: number | null;
  /** The decision on the next budget: `cut 50%`, `unchanged (against the proposal)`. */
  readonly cut: string | null;
  readonly disclosed: 'published' | 'withheld' | null;
  /** 一下 left less than was requested. */
  readonly controlCut: boolean;
  /** The project's page in the console. */
  readonly link: string;
}

/** A plan paper counts its items; amounts in yuan. */
export interface PlanTotals {
  readonly count: number;
  readonly sumWan: string;
}

export interface Totals {
  readonly units: number;
  readonly departments: number;
  /** 年度评价计划 2014: its projects, and the policies on top. */
  readonly plan: PlanTotals;
  readonly policies: PlanTotals;
  /** How often each fact of the story's turns was recorded. */
  readonly turns: Readonly<Record<string, number>>;
  readonly projects: number;
  readonly projectYears: number;
  readonly closed: number;
  readonly requestedWan: string;
  readonly approvedWan: string;
  /** Of what was approved: years that began before the system, whose request is in no file. */
  readonly takenOverWan: string;
  readonly paidWan: string;
  readonly grades: Readonly<Record<string, number>>;
  readonly lateSelfEvaluations: number;
  readonly reminders: number;
  readonly lapsed: number;
}

export function rowsOf(files: readonly File[], events: readonly Stored[], api: string): Row[] {
  const byStream = Map.groupBy(events, ({ stream }) => stream.slice(stream.indexOf('/') + 1));
  return files
    .filter(({ collection }) => collection === 'project-years')
    .map((file) => rowOf(file, (stream) => byStream.get(stream) ?? [], api))
    .sort((a, b) => (a.project === b.project ? a.year - b.year : a.project < b.project ? -1 : 1));
}

function rowOf(file: File, factsOf: (stream: string) => readonly Stored[], api: string): Row {
  const facts = factsOf(`project-year/${file.id}`);
  const last = (type: string) => facts.findLast((fact) => fact.type === type)?.data;
  const result = last('ResultReceived');
  const opened = last('ProjectYearOpened');
  const evaluated = result === undefined ? [] : factsOf(`evaluation/${String(result.evaluationId)}`);
  const submitted = evaluated.filter(({ type }) => type === 'SelfEvaluationSubmitted');
  return {
    project: String(opened?.projectId),
    year: Number(opened?.fiscalYear),
    name: String(opened?.projectName),
    unit: String(file.unit),
    department: String(file.department),
    amounts: isPublished(String(opened?.projectId)) ? 'published' : 'invented',
    requestedWan: wanOf(file.requestedYuan),
    approvedWan: wanOf(file.approvedYuan),
    paidWan: wanOf(file.paidYuan),
    stage: file.stage,
    stageTitle: file.stageTitle.zh,
    grade: textOf(result?.grade),
    score: textOf(result?.score),
    daysLate: submitted.length === 0 ? null : Math.max(...submitted.map(({ data }) => Number(data.daysLate))),
    cut: cutOf(last('BudgetLinkDecided')),
    disclosed: last('ResultPublished') ? 'published' : last('ResultWithheld') ? 'withheld' : null,
    controlCut: isLess(
      last('ControlFigureIssued')?.controlYuan,
      last('GoalAndBudgetDeclared')?.requestedYuan,
    ),
    link: `${api}/projects/${encodeURIComponent(String(opened?.projectId))}`,
  };
}

const wanOf = (value: unknown): string | null =>
  typeof value === 'string' ? formatWan(yuanOf(value)) : null;

const isLess = (figure: unknown, request: unknown): boolean =>
  typeof figure === 'string' && yuanOf(figure) < yuanOf(request);

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function cutOf(decided: Stored['data'] | undefined): string | null {
  if (decided === undefined) return null;
  const { action, cutPercent, followsProposal, successor, proposal } = decided;
  const said = action === 'cut' ? `cut ${String(cutPercent)}%` : String(action);
  const toSuccessor = successor === undefined ? said : `${said} of the successor`;
  // A finished one-off has no next budget: then a person decides, whatever is proposed.
  const decidedByHand = (proposal as { successorNeeded?: boolean }).successorNeeded === true;
  return followsProposal === true || decidedByHand ? toSuccessor : `${toSuccessor} (against the proposal)`;
}

export function totalsOf(files: readonly File[], rows: readonly Row[], events: readonly Stored[]): Totals {
  const years = files.filter(({ collection }) => collection === 'project-years');
  const sum = (column: string, of = years): string =>
    formatWan(sumFen(of.map((file) => yuanOf(file[column]))));
  const takenOver = years.filter(({ requestedYuan }) => typeof requestedYuan !== 'string');
  const grades = Map.groupBy(
    rows.filter(({ grade }) => grade !== null),
    ({ grade }) => grade as string,
  );
  const count = (type: string) => events.filter((event) => event.type === type).length;
  return {
    units: new Set(rows.map(({ unit }) => unit)).size,
    departments: new Set(rows.map(({ department }) => department)).size,
    plan: planOf(events, 'projects'),
    policies: planOf(events, 'policies'),
    turns: Object.fromEntries(Object.entries(TURNS).map(([type]) => [type, count(type)])),
    projects: files.filter(({ collection }) => collection === 'projects').length,
    projectYears: years.length,
    closed: rows.filter(({ stage }) => stage === 'closed').length,
    requestedWan: sum('requestedYuan'),
    approvedWan: sum('approvedYuan'),
    takenOverWan: sum('approvedYuan', takenOver),
    paidWan: sum('paidYuan'),
    grades: Object.fromEntries([...grades].map(([grade, of]) => [grade, of.length])),
    lateSelfEvaluations: rows.filter(({ daysLate }) => (daysLate ?? 0) > 0).length,
    reminders: count('ObligationReminded'),
    lapsed: count('ObligationLapsed'),
  };
}

/** What makes one project-year differ from another, in the words of its papers. */
export const TURNS: Readonly<Record<string, string>> = {
  DeclarationReturnedByDepartment: '部门退回',
  DeclarationReturnedByFinance: '财政退回',
  DeclarationBlocked: '评审未通过',
  DeclarationWithdrawn: '撤回',
  FullReviewReopened: '重新全面评审',
  AdjustmentGranted: '调整调剂',
  AdjustmentRefused: '调整未准',
  DeviationFound: '偏离',
  RectificationOrdered: '整改通知',
  StopPaymentRequested: '停拨',
  ExtensionGranted: '延期',
  ExtensionRefused: '延期未准',
  CompletionEstablished: '认定完成',
  ProjectTerminated: '终止',
  DrawnForSpotCheck: '抽检',
  SelfEvaluationReopened: '重新自评',
  SelfEvaluationReturned: '自评退回',
  KeyReportSubmitted: '重点评价报告',
  IntermediaryCommissioned: '委托中介',
  RecipientsReported: '政策受益对象',
  MoneyCarriedOver: '结转结余处理',
  AccountabilityCaseOpened: '立案',
  ClueClosed: '线索了结',
  ResultPublished: '公开',
  ResultWithheld: '不公开',
};

/** The plan of the year over all its papers. */
function planOf(events: readonly Stored[], of: 'projects' | 'policies'): PlanTotals {
  const papers = events.filter(
    ({ type, stream }) => type === 'EvaluationPlanAdopted' && stream.endsWith('/2014'),
  );
  const totals = papers.map(({ data }) => data[of] as { count: number; sumYuan: string });
  return {
    count: totals.reduce((sum, { count }) => sum + count, 0),
    sumWan: formatWan(sumFen(totals.map(({ sumYuan }) => yuanOf(sumYuan)))),
  };
}

const yuanOf = (value: unknown): Fen => (typeof value === 'string' ? fen({ amount: value, unit: '元' }) : 0n);
