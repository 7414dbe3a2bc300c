import type { FollowUp, Ownership } from '../core/aggregate.ts';
import type { Obligation, Timer } from '../core/obligation.ts';
import type { IndicatorLibraryState } from './state.ts';

/** The library is there for everybody of the division; who may change an entry is decided by the entry. */
export const ownership = (state: IndicatorLibraryState): Ownership | null =>
  state.stage === 'none' ? null : { division: state.division, unit: '', department: '', everybodys: true };

/** Nobody owes the library anything by a date, no clock touches it, and no other file is told: goals copy what they take. */
export const openObligations = (_state: IndicatorLibraryState): Obligation[] => [];
export const timers = (_state: IndicatorLibraryState): Timer[] => [];
export const followUps = (): FollowUp[] => [];
