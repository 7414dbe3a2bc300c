import type { Aggregate, Instant, Json } from '@quancheng/kernel';
import type { EventMessage } from './message.ts';
import { generationOf, parseSource, parseType, type PublicEvent } from './public-event.ts';

/** Money as digit strings of fen, as everywhere in public JSON. Null where nothing has said it yet. */
export interface YearSnapshot {
  readonly fiscalYear: number;
  readonly stage: string;
  readonly department: string | null;
  readonly unit: string | null;
  readonly requestedFen: string | null;
  readonly controlFen: string | null;
  readonly approvedFen: string | null;
  /** All payments of the year so far. */
  readonly paidFen: string | null;
  /** Of a result that finance confirmed; a self-awarded grade is not told. */
  readonly grade: string | null;
  readonly score: string | null;
}

/** A project as the public events tell it. Join with the events topic: take this, then what is beyond `versions`. */
export interface ProjectSnapshot {
  readonly snapshot: 1;
  readonly key: string;
  readonly projectId: string;
  /** Last version folded, by source. */
  readonly versions: Readonly<Record<string, number>>;
  /** The last event folded. */
  readonly globalseq: number;
  /** The generation of the log whose events were folded; absent: 1. */
  readonly loggeneration?: number;
  readonly time: Instant;
  readonly training: boolean;
  readonly name: string | null;
  readonly unit: string | null;
  readonly department: string | null;
  /** Stage of the project itself; null while only its years or evaluations are known. */
  readonly stage: string | null;
  /** By source of the project-year. */
  readonly years: Readonly<Record<string, YearSnapshot>>;
  /** Stages of its evaluations, by source. */
  readonly evaluations: Readonly<Record<string, { readonly stage: string }>>;
}

const newYear: YearSnapshot = {
  fiscalYear: 0,
  stage: '',
  department: null,
  unit: null,
  requestedFen: null,
  controlFen: null,
  approvedFen: null,
  paidFen: null,
  grade: null,
  score: null,
};

/** Calendar, directory and indicator library belong to no single project. */
const isOfProject = (name: Aggregate): name is 'project' | 'project-year' | 'evaluation' =>
  name === 'project' || name === 'project-year' || name === 'evaluation';

/**
 * The public fold: the snapshot with one more event. An event already folded changes nothing, so a resend does no harm.
 * Undefined for what belongs to no project (a budget year). Whoever has the events topic gets the same snapshot.
 */
export function foldSnapshot(
  previous: ProjectSnapshot | undefined,
  event: PublicEvent,
): ProjectSnapshot | undefined {
  const aggregate = parseSource(event.source)?.aggregate;
  if (aggregate === undefined || !isOfProject(aggregate)) return previous;
  if (previous !== undefined && generationOf(event) < generationOf(previous)) return previous;
  // What an earlier generation told is no part of the record any more.
  const goesOn = previous !== undefined && generationOf(event) === generationOf(previous);
  const before = goesOn ? previous : emptySnapshot(event);
  if ((before.versions[event.source] ?? 0) >= event.streamversion) return previous;
  const after: ProjectSnapshot = {
    ...before,
    versions: { ...before.versions, [event.source]: event.streamversion },
    globalseq: Math.max(before.globalseq, event.globalseq),
    time: event.time,
    training: before.training || event.training === true,
  };
  switch (aggregate) {
    case 'project':
      return { ...after, ...identityIn(event.data), stage: event.stage };
    case 'project-year': {
      const year = foldYear(before.years[event.source], event);
      const known = {
        name: before.name ?? textIn(event.data, 'projectName'),
        unit: before.unit ?? year.unit,
        department: before.department ?? year.department,
      };
      return { ...after, ...known, years: { ...before.years, [event.source]: year } };
    }
    case 'evaluation':
      return { ...after, evaluations: { ...before.evaluations, [event.source]: { stage: event.stage } } };
  }
}

function emptySnapshot(event: PublicEvent): ProjectSnapshot {
  return {
    snapshot: 1,
    key: event.partitionkey,
    projectId: event.subject,
    versions: {},
    globalseq: 0,
    ...(event.loggeneration !== undefined && { loggeneration: event.loggeneration }),
    time: event.time,
    training: false,
    name: null,
    unit: null,
    department: null,
    stage: null,
    years: {},
    evaluations: {},
  };
}

/** One project-year with one more of its own events; reports read their columns through this, too. */
export function foldYear(previous: YearSnapshot | undefined, event: PublicEvent): YearSnapshot {
  const before = {
    ...(previous ?? newYear),
    stage: event.stage,
    fiscalYear: event.fiscalyear ?? previous?.fiscalYear ?? 0,
  };
  // Withheld or erased by law: it moves the stage, and says nothing else.
  if (event.data === null) return before;
  const text = (key: string) => textIn(event.data, key);
  switch (parseType(event.type)?.event) {
    case 'ProjectYearOpened':
      return {
        ...before,
        unit: text('unit'),
        department: text('department'),
        approvedFen: takenOverFen(event.data),
      };
    case 'GoalAndBudgetDeclared':
    case 'SecondSubmissionMade':
      return { ...before, requestedFen: text('requestedFen') };
    case 'ControlFigureIssued':
      return { ...before, controlFen: text('controlFen') };
    case 'GoalAndBudgetApproved':
    case 'AdjustmentGranted':
      return { ...before, approvedFen: text('approvedFen') };
    case 'PaymentsRecorded':
      return { ...before, paidFen: text('paidFen') };
    case 'ResultReceived':
      return { ...before, grade: text('grade'), score: text('score') };
    default:
      return before;
  }
}

/** Name, unit and department, from whichever event of the project brings its identity. */
function identityIn(data: Json): Partial<Pick<ProjectSnapshot, 'name' | 'unit' | 'department'>> {
  const identity = fieldIn(data, 'identity') ?? null;
  const name = textIn(identity, 'name');
  const unit = textIn(identity, 'unit');
  const department = textIn(identity, 'department');
  return {
    ...(name !== null && { name }),
    ...(unit !== null && { unit }),
    ...(department !== null && { department }),
  };
}

function takenOverFen(data: Json): string | null {
  const takenOver = fieldIn(data, 'takenOver');
  return takenOver === undefined ? null : textIn(takenOver, 'approvedFen');
}

function textIn(data: Json, key: string): string | null {
  const found = fieldIn(data, key);
  return typeof found === 'string' ? found : null;
}

function fieldIn(data: Json, key: string): Json | undefined {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as { [key: string]: Json })[key]
    : undefined;
}

/** The record of the compacted topic: the key is the project, the value the whole snapshot. */
export function snapshotMessage(snapshot: ProjectSnapshot): EventMessage {
  const headers = { 'content-type': 'application/json', type: 'cn.quancheng.project.snapshot.v1' };
  return { key: snapshot.key, value: JSON.stringify(snapshot), headers };
}

/** Throws on anything but a snapshot of this version. */
export function parseSnapshot(text: string): ProjectSnapshot {
  const value = JSON.parse(text) as ProjectSnapshot;
  if (value.snapshot !== 1 || typeof value.key !== 'string')
    throw new Error('not a project snapshot of version 1');
  return value;
}
