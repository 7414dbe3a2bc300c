import type { Fen, PlainDate } from '@quancheng/kernel';
import type { Recorded, StreamState } from '../core/aggregate.ts';
import type { LegalDate } from '../core/legal-date.ts';
import type { WindowName } from '../core/shapes.ts';
import type { BudgetYearEvent, EventData } from './events.ts';
import type { AgendaItem, Enrolment, PlanItem } from './shapes.ts';

/** One project-year as the year's calendar knows it. */
export type Entry = Enrolment & {
  readonly requestedFen: Fen | null;
  /** The amount of the second submission (二上); null until it was made. */
  readonly secondFen: Fen | null;
  readonly goalRequired: boolean | null;
  readonly approvedFen: Fen | null;
  readonly batch: string | null;
  readonly rounds: readonly string[];
  readonly left: 'withdrawn' | 'blocked' | 'terminated' | null;
};

export type OpenWindow = {
  readonly window: WindowName;
  readonly turn: number;
  readonly openedOn: PlainDate;
  readonly until: LegalDate;
};
export type Prepared = {
  readonly on: PlainDate;
  readonly noticePaper: string;
  readonly departments: readonly string[];
};

type File = StreamState & {
  readonly division: string;
  readonly fiscalYear: number;
  readonly begunOn: PlainDate;
  readonly prepared: Prepared | null;
  readonly agenda: readonly AgendaItem[];
  readonly entries: Readonly<Record<string, Entry>>;
  readonly windows: readonly OpenWindow[];
  /** How often each window was opened. */
  readonly turns: Readonly<Record<WindowName, number>>;
  /** The last day of each window as it was announced last, also after it has passed. */
  readonly lastDays: Readonly<Record<WindowName, LegalDate | null>>;
  readonly nilReturns: readonly string[];
  readonly congress: { readonly approvedOn: PlainDate; readonly batchesBy: LegalDate } | null;
  readonly batches: readonly string[];
  readonly rounds: readonly string[];
  readonly planPapers: readonly string[];
  readonly plan: readonly PlanItem[];
  readonly ended: boolean;
};

export type Open = File & { readonly stage: 'open' };
export type Closed = File & { readonly stage: 'closed'; readonly closedOn: PlainDate };
export type NotBegun = StreamState & { readonly stage: 'none' };
export type BegunYear = Open | Closed;
export type BudgetYearState = NotBegun | BegunYear;

export const initial: BudgetYearState = { stage: 'none', marks: {} };

/** Total over the catalogue; a fact that this version does not know leaves the state as it is. */
export function evolve(state: BudgetYearState, event: Recorded<BudgetYearEvent>): BudgetYearState {
  if (state.stage === 'none') return begin(state, event);
  switch (event.type) {
    case 'BudgetYearBegun':
      return state;
    case 'BudgetYearPrepared':
      return { ...state, prepared: preparedBy(event), agenda: event.data.agenda };
    case 'WindowOpened':
    case 'WindowExtended':
      return openWindow(state, event);
    case 'WindowClosed':
      return { ...state, windows: state.windows.filter(({ window }) => window !== event.data.window) };
    case 'ProjectYearEnrolled':
      return { ...state, entries: { ...state.entries, [event.data.projectYearId]: enrolled(event.data) } };
    case 'DeclarationNoted': {
      const { projectYearId, requestedFen, goalRequired } = event.data;
      // Declared anew it is reviewed anew: an earlier second submission counts no more.
      return withEntry(state, projectYearId, () => ({
        requestedFen,
        goalRequired,
        secondFen: null,
        left: null,
      }));
    }
    case 'SecondSubmissionNoted': {
      const { projectYearId, secondFen } = event.data;
      return withEntry(state, projectYearId, () => ({ secondFen }));
    }
    case 'ProjectYearUnitNoted': {
      const { projectYearId, unit, department } = event.data;
      return withEntry(state, projectYearId, () => ({ unit, department }));
    }
    case 'ProjectYearLeft':
      return withEntry(state, event.data.projectYearId, () => ({ left: event.data.why }));
    case 'NilReturnRecorded':
      return { ...state, nilReturns: [...state.nilReturns, event.data.department] };
    case 'CongressApprovalRecorded':
      return { ...state, congress: { approvedOn: event.data.approvedOn, batchesBy: event.data.batchesBy } };
    case 'BatchApproved':
      return approve(state, event.data);
    case 'BatchItemTakenOut':
      return withEntry(state, event.data.projectYearId, () => ({ approvedFen: null, batch: null }));
    case 'TrackingRoundSent':
      return send(state, event.data);
    case 'EvaluationPlanAdopted':
      return {
        ...state,
        planPapers: [...state.planPapers, event.data.paperNo],
        plan: [...state.plan, ...event.data.items],
      };
    case 'BudgetYearEnded':
      return { ...state, ended: true };
    case 'BudgetYearClosed':
      return { ...state, stage: 'closed', windows: [], closedOn: event.happenedOn };
    default:
      return unknown(state, event);
  }
}

type Of<T extends BudgetYearEvent['type']> = Recorded<Extract<BudgetYearEvent, { type: T }>>;

function begin(state: NotBegun, event: Recorded<BudgetYearEvent>): BudgetYearState {
  if (event.type !== 'BudgetYearBegun' && event.type !== 'BudgetYearPrepared') return state;
  const { division, fiscalYear } = event.data;
  return {
    stage: 'open',
    marks: state.marks,
    division,
    fiscalYear,
    begunOn: event.happenedOn,
    prepared: event.type === 'BudgetYearPrepared' ? preparedBy(event) : null,
    agenda: event.type === 'BudgetYearPrepared' ? event.data.agenda : [],
    entries: {},
    windows: [],
    turns: { declaration: 0, 'second-submission': 0, 'mid-year-adjustment': 0 },
    lastDays: { declaration: null, 'second-submission': null, 'mid-year-adjustment': null },
    nilReturns: [],
    congress: null,
    batches: [],
    rounds: [],
    planPapers: [],
    plan: [],
    ended: false,
  };
}

const preparedBy = ({ data, happenedOn }: Of<'BudgetYearPrepared'>): Prepared => ({
  on: happenedOn,
  noticePaper: data.noticePaper,
  departments: data.departments,
});

function openWindow(
  state: BegunYear,
  { type, data, happenedOn }: Of<'WindowOpened'> | Of<'WindowExtended'>,
): BegunYear {
  const { window, turn, until } = data;
  const before = state.windows.find((one) => one.window === window);
  const openedOn = type === 'WindowExtended' && before !== undefined ? before.openedOn : happenedOn;
  const others = state.windows.filter((one) => one.window !== window);
  const windows = [...others, { window, turn, openedOn, until }];
  return {
    ...state,
    windows,
    turns: { ...state.turns, [window]: turn },
    lastDays: { ...state.lastDays, [window]: until },
  };
}

const enrolled = (enrolment: Enrolment): Entry => ({
  ...enrolment,
  requestedFen: null,
  secondFen: null,
  goalRequired: null,
  approvedFen: null,
  batch: null,
  rounds: [],
  left: null,
});

/** An id may come from a form, where 'constructor' is a text like any other. */
export const entryOf = (state: BegunYear, id: string): Entry | undefined =>
  Object.hasOwn(state.entries, id) ? state.entries[id] : undefined;

function withEntry(state: BegunYear, id: string, change: (entry: Entry) => Partial<Entry>): BegunYear {
  const entry = entryOf(state, id);
  return entry === undefined
    ? state
    : { ...state, entries: { ...state.entries, [id]: { ...entry, ...change(entry) } } };
}

function approve(state: BegunYear, { batch, items }: EventData<'BatchApproved'>): BegunYear {
  const before: BegunYear = { ...state, batches: [...state.batches, batch] };
  return items.reduce(
    (year, { projectYearId, approvedFen }) => withEntry(year, projectYearId, () => ({ approvedFen, batch })),
    before,
  );
}

function send(state: BegunYear, { round, projectYearIds }: EventData<'TrackingRoundSent'>): BegunYear {
  const before: BegunYear = { ...state, rounds: [...new Set([...state.rounds, round])] };
  return projectYearIds.reduce(
    (year, id) => withEntry(year, id, (entry) => ({ rounds: [...entry.rounds, round] })),
    before,
  );
}

/** Compiles only while every event of the catalogue is handled above. */
function unknown(state: BegunYear, _event: never): BegunYear {
  return state;
}
