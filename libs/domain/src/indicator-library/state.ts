import type { LibraryIndicator } from '@quancheng/forms';
import type { PlainDate } from '@quancheng/kernel';
import type { Recorded, StreamState } from '../core/aggregate.ts';
import type { EventData, IndicatorLibraryEvent } from './events.ts';

/** An indicator as it now stands in the library. */
export type Entry = LibraryIndicator & {
  /** Which is to be taken in its stead, once it is retired; null where none is named or it is in use. */
  readonly successor: string | null;
};

export type OpenLibrary = StreamState & {
  readonly stage: 'open';
  readonly division: string;
  readonly indicators: Readonly<Record<string, Entry>>;
};
export type NotOpened = StreamState & { readonly stage: 'none' };
export type IndicatorLibraryState = NotOpened | OpenLibrary;

export const initial: IndicatorLibraryState = { stage: 'none', marks: {} };

/** Total over the catalogue; a fact that this version does not know leaves the state as it is. */
export function evolve(
  state: IndicatorLibraryState,
  event: Recorded<IndicatorLibraryEvent>,
): IndicatorLibraryState {
  if (state.stage === 'none')
    return event.type === 'IndicatorLibraryOpened'
      ? { stage: 'open', marks: state.marks, division: event.data.division, indicators: {} }
      : state;
  switch (event.type) {
    case 'IndicatorLibraryOpened':
      return state;
    case 'IndicatorsListed':
      return withEntries(state, event.data.indicators);
    case 'IndicatorChanged':
      return withEntries(state, [event.data.indicator]);
    case 'IndicatorRetired':
      return retired(state, event.data);
    default:
      event satisfies never;
      return state;
  }
}

function withEntries(state: OpenLibrary, given: readonly LibraryIndicator[]): OpenLibrary {
  const entries = given.map((entry): [string, Entry] => [entry.code, { ...entry, successor: null }]);
  return { ...state, indicators: { ...state.indicators, ...Object.fromEntries(entries) } };
}

function retired(state: OpenLibrary, { code, until, successor }: EventData<'IndicatorRetired'>): OpenLibrary {
  const entry = state.indicators[code];
  if (entry === undefined) return state;
  const indicators = { ...state.indicators, [code]: { ...entry, validUntil: until, successor } };
  return { ...state, indicators };
}

/** May it be taken on that day? A last day belongs to its time. */
export const isValidOn = (
  { validFrom, validUntil }: Pick<LibraryIndicator, 'validFrom' | 'validUntil'>,
  on: PlainDate,
): boolean => validFrom <= on && (validUntil === undefined || on <= validUntil);
