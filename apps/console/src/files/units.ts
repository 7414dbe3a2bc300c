import { useQuery } from '@tanstack/react-query';
import { get } from '../api.ts';

export interface Unit {
  readonly unit: string;
  readonly name: string;
  readonly department: string;
  readonly departmentName: string | null;
}

export const useUnits = (): readonly Unit[] =>
  useQuery({
    queryKey: ['units'],
    queryFn: () => get<{ items: readonly Unit[] }>('/api/units'),
    staleTime: 60_000,
  }).data?.items ?? [];

/** A unit as people call it; its code alone where the division has no directory. */
export function useUnitName(): (code: string) => string {
  const units = useUnits();
  const names = new Map(units.map(({ unit, name }) => [unit, name]));
  return (code) => (code === 'finance' ? '财政局' : (names.get(code) ?? `单位 ${code}`));
}
