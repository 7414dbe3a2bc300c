import type { LibraryIndicator, PastActual } from '@quancheng/forms';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api.ts';

/** An indicator of the library, as the API tells of it. */
export type Found = LibraryIndicator & { readonly valid: boolean; readonly successor: string | null };

export type Past = PastActual & {
  readonly target: string;
  readonly measure: string | null;
  readonly met: boolean | null;
};

export interface Wanted {
  readonly q: string;
  readonly kind: string;
  readonly scope: string;
}

export const useIndicators = (wanted: Wanted, enabled = true) =>
  useQuery({
    queryKey: ['indicators', wanted],
    queryFn: () =>
      get<{ items: readonly Found[]; more: boolean }>('/api/indicators', {
        ...wanted,
      }),
    placeholderData: (before) => before,
    enabled,
  });

export const indicatorQuery = (code: string) => ({
  queryKey: ['indicator', code],
  queryFn: () =>
    get<Found & { readonly past: readonly Past[] }>(`/api/indicators/${encodeURIComponent(code)}`),
});
