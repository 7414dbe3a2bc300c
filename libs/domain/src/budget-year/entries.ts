import type { BegunYear, Entry } from './state.ts';
import type { WindowName } from '../core/shapes.ts';

/** In the order of their ids, so that the same state always tells the same story. */
export const entriesOf = (year: BegunYear): Entry[] =>
  Object.values(year.entries).sort((a, b) => (a.projectYearId < b.projectYearId ? -1 : 1));

export const present = (year: BegunYear): Entry[] => entriesOf(year).filter(({ left }) => left === null);

/** Under way: approved here, or before it was taken over. */
export const tracked = (year: BegunYear): Entry[] =>
  present(year).filter(({ approvedFen, takenOver }) => approvedFen !== null || takenOver);

export const undeclared = (year: BegunYear): Entry[] =>
  present(year).filter(({ requestedFen, takenOver }) => requestedFen === null && !takenOver);

/** Declared, and not approved yet. */
export const awaitingApproval = (year: BegunYear): Entry[] =>
  present(year).filter(
    ({ requestedFen, approvedFen, takenOver }) => requestedFen !== null && approvedFen === null && !takenOver,
  );

/** Every department that owes a declaration: named by the notice, or with a project in the year. */
export const departmentsOf = (year: BegunYear): string[] =>
  [
    ...new Set([...(year.prepared?.departments ?? []), ...present(year).map(({ department }) => department)]),
  ].sort();

/** A nil return counts as done; so does a department whose projects have all declared. */
export function hasDeclared(year: BegunYear, department: string): boolean {
  if (year.nilReturns.includes(department)) return true;
  const own = present(year).filter((entry) => entry.department === department);
  return own.length > 0 && own.every(({ requestedFen, takenOver }) => requestedFen !== null || takenOver);
}

export const silentDepartments = (year: BegunYear): string[] =>
  departmentsOf(year).filter(
    (department) =>
      !year.nilReturns.includes(department) &&
      !present(year).some((entry) => entry.department === department),
  );

/** Whom a window concerns: who may still declare; the mid-year window concerns also what is approved. */
export const concerns = (window: WindowName, entry: Entry): boolean =>
  entry.left === null &&
  (window === 'mid-year-adjustment' || (!entry.takenOver && entry.approvedFen === null));

/** What was blocked in one window may be reworked for the next one, though not for more days of the same. */
export const reopens = (window: WindowName, { left }: Entry): boolean =>
  left === 'blocked' && window !== 'second-submission';
