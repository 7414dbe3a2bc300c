import type { ProjectState } from '@quancheng/domain';
import type { Json } from '@quancheng/kernel';
import type { ReadRow } from '../rows.ts';

/** What a row says of the project itself, whatever its year. */
export const IDENTITY = [
  'name',
  'unit',
  'department',
  'nature',
  'term',
  'field',
  'highConcern',
  'totalFen',
  'plannedStart',
  'plannedEnd',
] as const;

/** An empty cell says nothing. */
export const identityIn = (row: ReadRow): { [key: string]: Json } =>
  Object.fromEntries(
    IDENTITY.flatMap((name) => {
      const value = row.values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** What the row has otherwise than the library. */
export function differences(
  row: ReadRow,
  { identity }: Exclude<ProjectState, { stage: 'none' }>,
): { [key: string]: Json } {
  const known = Object.fromEntries(
    Object.entries(identity).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? value.toString() : value,
    ]),
  );
  return Object.fromEntries(Object.entries(identityIn(row)).filter(([name, value]) => known[name] !== value));
}
