import { type Fen, formatWan, sumFen } from '@quancheng/kernel';
import type { File, Stored } from './audit/stored.ts';
import { fen } from './cast.ts';

/** One project-year in the table at the end. */
export interface Row {
  readonly project: string;
  readonly year: number;
  readonly name: string;
  readonly stage: string;
  readonly stageTitle: string;
  readonly grade: string | null;
  readonly score: string | null;
  /** Days after the date of the self-evaluation; 0 in time; null where none was owed yet. */
  readonly daysLate: number | null;
  /** The decision on the next budget: `cut 50%`, `unchanged (against the proposal)`. */
  readonly cut: string | null;
  readonly disclosed: 'published' | 'withheld' | null;
  readonly link: string;
}

export interface Totals {
  readonly projects: number;
  readonly projectYears: number;
  readonly closed: number;
  readonly requestedWan: string;
  readonly approvedWan: string;
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
    stage: file.stage,
    stageTitle: file.stageTitle.zh,
    grade: textOf(result?.grade),
    score: textOf(result?.score),
    daysLate: submitted.length === 0 ? null : Math.max(...submitted.map(({ data }) => Number(data.daysLate))),
    cut: cutOf(last('BudgetLinkDecided')),
    disclosed: last('ResultPublished') ? 'published' : last('ResultWithheld') ? 'withheld' : null,
    link: `${api}/api/project-years/${encodeURIComponent(file.id)}/timeline`,
  };
}

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
  const sum = (column: string): string => formatWan(sumFen(years.map((file) => yuanOf(file[column]))));
  const grades = Map.groupBy(
    rows.filter(({ grade }) => grade !== null),
    ({ grade }) => grade as string,
  );
  const count = (type: string) => events.filter((event) => event.type === type).length;
  return {
    projects: files.filter(({ collection }) => collection === 'projects').length,
    projectYears: years.length,
    closed: rows.filter(({ stage }) => stage === 'closed').length,
    requestedWan: sum('requestedYuan'),
    approvedWan: sum('approvedYuan'),
    paidWan: sum('paidYuan'),
    grades: Object.fromEntries([...grades].map(([grade, of]) => [grade, of.length])),
    lateSelfEvaluations: rows.filter(({ daysLate }) => (daysLate ?? 0) > 0).length,
    reminders: count('ObligationReminded'),
    lapsed: count('ObligationLapsed'),
  };
}

const yuanOf = (value: unknown): Fen => (typeof value === 'string' ? fen({ amount: value, unit: '元' }) : 0n);
