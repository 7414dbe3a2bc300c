import type { SelfEvaluationDraft, SelfEvaluation as SelfEvaluationForm } from '@quancheng/forms';
import { type PlainDate, sumFen } from '@quancheng/kernel';
import type { Recorded, StreamState } from '../core/aggregate.ts';
import type { LegalDate } from '../core/legal-date.ts';
import type { EvaluationObject, Mode, Road as RoadName } from '../core/shapes.ts';
import type { EvaluationEvent, EventData } from './events.ts';
import type { Recipient, Result, ScoredSheet } from './shapes.ts';

export type Stage =
  | 'planned'
  | 'self-evaluation-due'
  | 'self-evaluated'
  | 'spot-check'
  | 'key-evaluation'
  | 'reported'
  | 'confirmed'
  | 'cancelled';

export type Road = {
  readonly road: RoadName;
  readonly mode: Mode;
  readonly assignedOn: PlainDate;
  readonly keyReportBy: LegalDate | null;
};

type Treasury = NonNullable<EventData<'SelfEvaluationStarted'>['treasury']>;

/** The unit owes its report. It runs beside a key evaluation, too: finance's own work does not excuse the unit. */
export type Duty = {
  readonly round: number;
  readonly since: PlainDate;
  readonly due: LegalDate;
  readonly remarks: readonly string[];
  /** The report as far as it is written. */
  readonly draft: SelfEvaluationDraft | null;
};

export type SelfEvaluation = {
  readonly round: number;
  readonly submittedOn: PlainDate;
  readonly form: SelfEvaluationForm;
  readonly sheet: ScoredSheet;
  readonly selfTotal: string | null;
};

/** The part of the file that outlives every stage. */
type File = StreamState & {
  readonly division: string;
  readonly evaluationId: string;
  readonly object: EvaluationObject;
  /** As the directory last told it; null where it has told nothing. */
  readonly unitName: string | null;
  readonly ruledOn: PlainDate;
  readonly road: Road | null;
  /** The day of completion, once the clock of the self-evaluation began. */
  readonly completedOn: PlainDate | null;
  /** What the treasury's files say of the evaluated years together; null while they do not say it of each. */
  readonly treasury: EventData<'SelfEvaluationStarted'>['treasury'];
  /** What they say of single years, by the year's id. */
  readonly spending: Readonly<Record<string, Treasury>>;
  readonly duty: Duty | null;
  readonly selfEvaluation: SelfEvaluation | null;
  readonly recipients: readonly Recipient[];
  readonly result: Result | null;
};

export type Report = {
  readonly source: 'self-evaluation' | 'spot-check' | 'key-report';
  readonly sheet: ScoredSheet;
  readonly problems: readonly string[];
};
export type KeyWork = {
  readonly since: PlainDate;
  readonly reportBy: LegalDate;
  readonly experts: readonly string[];
  readonly agency: string | null;
  /** How often the report was sent back. */
  readonly returns: number;
};

export type Planned = File & { readonly stage: 'planned' };
export type SelfEvaluationDue = File & { readonly stage: 'self-evaluation-due'; readonly duty: Duty };
export type SelfEvaluated = File & {
  readonly stage: 'self-evaluated';
  readonly selfEvaluation: SelfEvaluation;
  readonly problems: readonly string[];
  readonly checkBy: LegalDate;
};
export type SpotCheck = File & {
  readonly stage: 'spot-check';
  readonly selfEvaluation: SelfEvaluation;
  readonly problems: readonly string[];
  readonly since: PlainDate;
  readonly recordBy: LegalDate;
};
export type KeyEvaluation = File & { readonly stage: 'key-evaluation'; readonly key: KeyWork };
export type Reported = File & {
  readonly stage: 'reported';
  readonly report: Report;
  readonly since: PlainDate;
  readonly confirmBy: LegalDate;
  readonly key: KeyWork | null;
};
export type Confirmed = File & {
  readonly stage: 'confirmed';
  readonly report: Report;
  readonly result: Result;
};
export type Cancelled = File & { readonly stage: 'cancelled' };

export type NotBegun = StreamState & { readonly stage: 'none' };
export type OpenEvaluation =
  | Planned
  | SelfEvaluationDue
  | SelfEvaluated
  | SpotCheck
  | KeyEvaluation
  | Reported
  | Confirmed
  | Cancelled;
export type EvaluationState = NotBegun | OpenEvaluation;

export const initial: EvaluationState = { stage: 'none', marks: {} };

/** Total over the catalogue; a fact that this version does not know leaves the state as it is. */
export function evolve(state: EvaluationState, event: Recorded<EvaluationEvent>): EvaluationState {
  if (state.stage === 'none') return begin(state, event);
  switch (event.type) {
    case 'RoadAssigned':
      return {
        ...state,
        object: state.completedOn === null ? event.data.object : state.object,
        road: roadOf(event),
      };
    case 'UnitChanged': {
      const { unit, department, unitName } = event.data;
      return { ...state, unitName, object: { ...state.object, unit, department } };
    }
    case 'SelfEvaluationStarted':
      return start(state, event);
    case 'TreasuryNoted': {
      const { projectYearId, budgetFen, paidFen } = event.data;
      return withSpending(state, { ...state.spending, [projectYearId]: { budgetFen, paidFen } });
    }
    case 'SelfEvaluationDraftSaved':
      return state.duty === null ? state : { ...state, duty: { ...state.duty, draft: event.data.form } };
    case 'SelfEvaluationSubmitted':
      return submit(state, event);
    case 'SelfEvaluationReturned':
      return owe(state, event, event.data.remarks);
    case 'SelfEvaluationReopened':
      return owe(state, event, [event.data.opinion]);
    case 'RecipientsReported':
      return { ...state, recipients: [...state.recipients, ...event.data.recipients] };
    case 'DrawnForSpotCheck':
      return state.stage === 'self-evaluated'
        ? { ...state, stage: 'spot-check', since: event.happenedOn, recordBy: event.data.recordBy }
        : state;
    case 'AcceptedWithoutCheck':
      return state.stage === 'self-evaluated'
        ? report(state, event, 'self-evaluation', state.selfEvaluation.sheet, state.problems)
        : state;
    case 'SpotCheckRecorded':
      return report(state, event, 'spot-check', event.data.sheet, 'problems' in state ? state.problems : []);
    case 'KeyEvaluationPrepared':
      return { ...fileOf(state), stage: 'key-evaluation', key: keyWork(event) };
    case 'IntermediaryCommissioned':
      return state.stage === 'key-evaluation'
        ? { ...state, key: { ...state.key, agency: event.data.agency } }
        : state;
    case 'KeyReportSubmitted':
      return report(state, event, 'key-report', event.data.sheet, event.data.findings);
    case 'KeyReportReturned':
      return returnKeyReport(state, event.data.keyReportBy, event.happenedOn);
    case 'ResultConfirmed':
      return state.stage === 'reported'
        ? { ...state, stage: 'confirmed', duty: null, result: event.data.result }
        : state;
    case 'ResultRevised':
      return revise(state, event);
    case 'EvaluationCancelled':
      return { ...fileOf(state), stage: 'cancelled', duty: null };
    default:
      return unknown(state, event);
  }
}

type Of<T extends EvaluationEvent['type']> = Recorded<Extract<EvaluationEvent, { type: T }>>;

function begin(state: NotBegun, event: Recorded<EvaluationEvent>): EvaluationState {
  if (event.type !== 'RoadAssigned' && event.type !== 'SelfEvaluationStarted') return state;
  const { division, evaluationId, object, ruledOn } = event.data;
  const file: Planned = {
    marks: state.marks,
    stage: 'planned',
    division,
    evaluationId,
    object,
    unitName: null,
    ruledOn,
    road: null,
    completedOn: null,
    treasury: null,
    spending: {},
    duty: null,
    selfEvaluation: null,
    recipients: [],
    result: null,
  };
  return event.type === 'RoadAssigned' ? { ...file, road: roadOf(event) } : start(file, event);
}

function roadOf({ data, happenedOn }: Of<'RoadAssigned'>): Road {
  return { road: data.road, mode: data.mode, assignedOn: happenedOn, keyReportBy: data.keyReportBy };
}

/** In a key evaluation, or after one was reported, the unit's own duty runs beside it and moves no stage. */
function start(state: OpenEvaluation, { data, happenedOn }: Of<'SelfEvaluationStarted'>): OpenEvaluation {
  const duty: Duty = { round: 1, since: happenedOn, due: data.due, remarks: [], draft: null };
  const { object, completedOn, treasury } = data;
  const [only = '', ...others] = object.projectYears;
  const spending = treasury === null || others.length > 0 ? state.spending : { [only]: treasury };
  const begun = { object, completedOn, treasury, spending, duty };
  return state.stage === 'planned'
    ? { ...state, ...begun, stage: 'self-evaluation-due' }
    : { ...state, ...begun };
}

/** Together they are known only when each of the evaluated years is: a part would pass for the whole. */
function withSpending(state: OpenEvaluation, spending: Readonly<Record<string, Treasury>>): OpenEvaluation {
  const told = state.object.projectYears.flatMap((id) => spending[id] ?? []);
  const isWhole = told.length > 0 && told.length === state.object.projectYears.length;
  const treasury = {
    budgetFen: sumFen(told.map(({ budgetFen }) => budgetFen)),
    paidFen: sumFen(told.map(({ paidFen }) => paidFen)),
  };
  return { ...state, spending, treasury: isWhole ? treasury : null };
}

function submit(state: OpenEvaluation, { data, happenedOn }: Of<'SelfEvaluationSubmitted'>): OpenEvaluation {
  const selfEvaluation: SelfEvaluation = {
    round: data.round,
    form: data.form,
    submittedOn: happenedOn,
    sheet: data.sheet,
    selfTotal: data.selfTotal,
  };
  if (state.stage !== 'self-evaluation-due') return { ...state, duty: null, selfEvaluation };
  return {
    ...state,
    stage: 'self-evaluated',
    duty: null,
    selfEvaluation,
    problems: [data.form.problems],
    checkBy: data.checkBy,
  };
}

function owe(
  state: OpenEvaluation,
  event: Of<'SelfEvaluationReturned'> | Of<'SelfEvaluationReopened'>,
  remarks: readonly string[],
): OpenEvaluation {
  const { round, due } = event.data;
  const duty: Duty = { round, since: event.happenedOn, due, remarks, draft: null };
  return { ...fileOf(state), stage: 'self-evaluation-due', duty };
}

function report(
  state: OpenEvaluation,
  { data, happenedOn }: Of<'AcceptedWithoutCheck'> | Of<'SpotCheckRecorded'> | Of<'KeyReportSubmitted'>,
  source: Report['source'],
  sheet: ScoredSheet,
  problems: readonly string[],
): Reported {
  const key = state.stage === 'key-evaluation' ? state.key : null;
  return {
    ...fileOf(state),
    stage: 'reported',
    report: { source, sheet, problems },
    since: happenedOn,
    confirmBy: data.confirmBy,
    key,
  };
}

function keyWork({ data, happenedOn }: Of<'KeyEvaluationPrepared'>): KeyWork {
  return { since: happenedOn, reportBy: data.keyReportBy, experts: data.experts, agency: null, returns: 0 };
}

function returnKeyReport(state: OpenEvaluation, reportBy: LegalDate, since: PlainDate): OpenEvaluation {
  if (state.stage !== 'reported' || state.key === null) return state;
  return {
    ...fileOf(state),
    stage: 'key-evaluation',
    key: { ...state.key, since, reportBy, returns: state.key.returns + 1 },
  };
}

function revise(state: OpenEvaluation, { data }: Of<'ResultRevised'>): OpenEvaluation {
  if (state.stage !== 'confirmed') return state;
  return { ...state, report: { ...state.report, sheet: data.sheet }, result: data.result };
}

/** What a stage alone holds is left behind with it. */
function fileOf(state: OpenEvaluation): File {
  const {
    marks,
    stage,
    division,
    evaluationId,
    object,
    unitName,
    ruledOn,
    road,
    completedOn,
    treasury,
    spending,
    duty,
    selfEvaluation,
    recipients,
    result,
  } = state;
  return {
    marks,
    stage,
    division,
    evaluationId,
    object,
    unitName,
    ruledOn,
    road,
    completedOn,
    treasury,
    spending,
    duty,
    selfEvaluation,
    recipients,
    result,
  };
}

/** The switch above is exhaustive (a new event does not compile without its case); an event of a later release passes by. */
const unknown = (state: OpenEvaluation, _event: never): OpenEvaluation => state;
