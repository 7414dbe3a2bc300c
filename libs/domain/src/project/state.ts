import type { Fen, PlainDate } from '@quancheng/kernel';
import type { Recorded, StreamState } from '../core/aggregate.ts';
import type { LegalDate } from '../core/legal-date.ts';
import type { Proof } from '../core/shapes.ts';
import type { EventData, ProjectEvent } from './events.ts';
import type { Answerable, CompletionDuty, Identity, Plan } from './shapes.ts';

export type Responsible = { readonly duty: Answerable; readonly personId: string; readonly from: PlainDate };
export type Year = {
  readonly fiscalYear: number;
  readonly takenOver: boolean;
  readonly approvedFen: Fen | null;
  readonly closed: boolean;
  /** What the year gave on to the next one; null while nothing was carried over. */
  readonly carriedOutFen: Fen | null;
};
export type Extension = {
  readonly extension: number;
  readonly plannedEnd: PlainDate;
  readonly askedOn: PlainDate;
  readonly reason: string;
};

/** The part of the file that outlives every stage. */
type File = StreamState & {
  readonly projectId: string;
  readonly division: string;
  readonly identity: Identity;
  /** As the directory last told it; null where it has told nothing. */
  readonly unitName: string | null;
  readonly registeredOn: PlainDate;
  readonly takenOver: { readonly gaps: readonly string[] } | null;
  /** Ordered by their first day. */
  readonly people: readonly Responsible[];
  readonly years: readonly Year[];
  /** The year after which the clock found no next one. */
  readonly ranOutAfter: number | null;
  /** Null where no planned end brings the duty: recurrent, continuing, or a gap. */
  readonly plan: Plan | null;
  readonly duty: CompletionDuty | null;
  readonly rounds: number;
  readonly acceptance: { readonly acceptedOn: PlainDate; readonly paper: string } | null;
  readonly finalPayment: { readonly paidOn: PlainDate; readonly paymentNo: string } | null;
  readonly extensions: number;
  readonly asked: Extension | null;
};

export type Active = File & { readonly stage: 'active'; readonly duty: null };
export type CompletionDue = File & { readonly stage: 'completion-due'; readonly duty: CompletionDuty };
export type Suspended = File & {
  readonly stage: 'suspended';
  readonly since: PlainDate;
  readonly until: LegalDate | null;
};
export type Completed = File & {
  readonly stage: 'completed';
  readonly duty: null;
  readonly completedOn: PlainDate;
  readonly proof: Proof;
  readonly late: boolean;
};
export type Terminated = File & {
  readonly stage: 'terminated';
  readonly duty: null;
  readonly terminatedOn: PlainDate;
};

export type NotRegistered = StreamState & { readonly stage: 'none' };
export type RegisteredProject = Active | CompletionDue | Suspended | Completed | Terminated;
export type ProjectState = NotRegistered | RegisteredProject;

export const initial: ProjectState = { stage: 'none', marks: {} };

/** Total over the catalogue; a fact that this version does not know leaves the state as it is. */
export function evolve(state: ProjectState, event: Recorded<ProjectEvent>): ProjectState {
  if (state.stage === 'none') return begin(state, event);
  switch (event.type) {
    case 'ProjectRegistered':
    case 'ProjectTakenOver':
      return state;
    case 'ProjectAmended':
      return amend(state, event.data);
    case 'UnitChanged': {
      const { unit, department, unitName } = event.data;
      return { ...state, unitName, identity: { ...state.identity, unit, department } };
    }
    case 'ResponsibleAssigned':
      return {
        ...state,
        people: [...state.people, event.data].sort((a, b) =>
          a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
        ),
      };
    case 'YearOpened':
      return {
        ...state,
        years: [...state.years, yearOf(event.data)].sort((a, b) => a.fiscalYear - b.fiscalYear),
      };
    case 'YearApprovalNoted':
      return withYear(state, event.data.fiscalYear, { approvedFen: event.data.approvedFen });
    case 'CarryOverForwarded':
      return withYear(state, event.data.fromYear, { carriedOutFen: event.data.amountFen });
    case 'YearClosedNoted':
      return withYear(state, event.data.fiscalYear, { closed: true });
    case 'NextYearMissing':
      return { ...state, ranOutAfter: event.data.fiscalYear };
    case 'PlannedEndReached':
      return raise({ ...state, plan: null }, event.data.duty);
    case 'AcceptanceRecorded':
      // What is accepted is finished: a request for more time has no object any more.
      return raise(
        { ...state, asked: null, acceptance: { acceptedOn: event.data.acceptedOn, paper: event.data.paper } },
        event.data.duty,
      );
    case 'FinalPaymentRecorded':
      return raise(
        { ...state, finalPayment: { paidOn: event.data.paidOn, paymentNo: event.data.paymentNo } },
        event.data.duty,
      );
    case 'ExtensionAsked':
      return {
        ...state,
        extensions: event.data.extension,
        asked: { ...event.data, askedOn: event.happenedOn },
      };
    case 'ExtensionGranted':
      return extend(state, event.data.plan);
    case 'ExtensionRefused':
      return raise({ ...state, asked: null }, event.data.duty);
    case 'CompletionReported':
    case 'CompletionEstablished':
      return complete(state, event);
    case 'ProjectSuspended':
      return { ...fileOf(state), stage: 'suspended', since: event.happenedOn, until: event.data.until };
    case 'ProjectResumed':
      return goOn({ ...fileOf(state), plan: event.data.plan }, event.data.duty);
    case 'ProjectTerminated':
      return {
        ...fileOf(state),
        stage: 'terminated',
        plan: null,
        duty: null,
        asked: null,
        terminatedOn: event.happenedOn,
      };
    case 'ProjectReopened':
      return reopen(state, event.data);
    default:
      return unknown(state, event);
  }
}

type Of<T extends ProjectEvent['type']> = Recorded<Extract<ProjectEvent, { type: T }>>;

function begin(state: NotRegistered, event: Recorded<ProjectEvent>): ProjectState {
  if (event.type !== 'ProjectRegistered' && event.type !== 'ProjectTakenOver') return state;
  const { projectId, division, identity, plan } = event.data;
  return {
    stage: 'active',
    marks: state.marks,
    projectId,
    division,
    identity,
    unitName: null,
    plan,
    registeredOn: event.happenedOn,
    takenOver: event.type === 'ProjectTakenOver' ? { gaps: event.data.gaps } : null,
    people: [],
    years: [],
    ranOutAfter: null,
    duty: null,
    rounds: 0,
    acceptance: null,
    finalPayment: null,
    extensions: 0,
    asked: null,
  };
}

/** A recurrent project has no planned end to extend: a request for more time falls with it. */
function amend(state: RegisteredProject, { identity, plan }: EventData<'ProjectAmended'>): RegisteredProject {
  return { ...state, identity, plan, asked: identity.nature === 'recurrent' ? null : state.asked };
}

const yearOf = ({ fiscalYear, takenOver }: EventData<'YearOpened'>): Year => ({
  fiscalYear,
  takenOver: takenOver !== null,
  approvedFen: takenOver?.approvedFen ?? null,
  closed: false,
  carriedOutFen: null,
});

function withYear<S extends RegisteredProject>(state: S, fiscalYear: number, change: Partial<Year>): S {
  return {
    ...state,
    years: state.years.map((year) => (year.fiscalYear === fiscalYear ? { ...year, ...change } : year)),
  };
}

/** The common part alone, so that nothing of the stage left behind stays in the next one. */
function fileOf(state: RegisteredProject): File {
  const {
    marks,
    projectId,
    division,
    identity,
    unitName,
    registeredOn,
    takenOver,
    people,
    years,
    ranOutAfter,
    plan,
    duty,
    rounds,
    acceptance,
    finalPayment,
    extensions,
    asked,
    stage,
  } = state;
  return {
    marks,
    projectId,
    division,
    identity,
    unitName,
    registeredOn,
    takenOver,
    people,
    years,
    ranOutAfter,
    plan,
    duty,
    rounds,
    acceptance,
    finalPayment,
    extensions,
    asked,
    stage,
  };
}

/** A duty moves an active project to 'completion-due' and replaces one that is open; without a duty nothing moves. */
function raise(state: RegisteredProject, duty: CompletionDuty | null): RegisteredProject {
  if (duty === null) return state;
  if (state.stage === 'completed' || state.stage === 'terminated') return state;
  if (state.stage === 'suspended') return { ...state, duty, rounds: duty.round };
  return { ...fileOf(state), stage: 'completion-due', duty, rounds: duty.round };
}

const goOn = (file: File, duty: CompletionDuty | null): Active | CompletionDue =>
  duty === null
    ? { ...file, stage: 'active', duty: null }
    : { ...file, stage: 'completion-due', duty, rounds: duty.round };

function extend(state: RegisteredProject, plan: Plan): RegisteredProject {
  const identity: Identity = { ...state.identity, plannedEnd: plan.plannedEnd };
  return goOn({ ...fileOf(state), identity, plan, asked: null }, null);
}

function complete(
  state: RegisteredProject,
  { type, data }: Of<'CompletionReported'> | Of<'CompletionEstablished'>,
): Completed {
  const { completedOn, proof } = data;
  const late = type === 'CompletionReported' && data.late;
  return {
    ...fileOf(state),
    stage: 'completed',
    plan: null,
    duty: null,
    asked: null,
    completedOn,
    proof,
    late,
  };
}

function reopen(
  state: RegisteredProject,
  { withdrawn, plan, duty }: EventData<'ProjectReopened'>,
): RegisteredProject {
  const file = fileOf(state);
  const acceptance = withdrawn.includes('acceptance') ? null : file.acceptance;
  const finalPayment = withdrawn.includes('final-payment') ? null : file.finalPayment;
  return goOn({ ...file, plan, acceptance, finalPayment }, duty);
}

/** Compiles only while every event of the catalogue is handled above. */
function unknown(state: RegisteredProject, _event: never): RegisteredProject {
  return state;
}
