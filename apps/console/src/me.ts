import type { Words } from '@quancheng/kernel';
import { useQuery } from '@tanstack/react-query';
import { get } from './api.ts';

export interface HeldPost {
  readonly choose: string;
  readonly title: Words;
  readonly unit: string;
  readonly unitName: string | null;
  readonly actingFor: string | null;
}

/** Who is signed in, from which post, and what day it is for the division. */
export interface Me {
  readonly personId: string;
  readonly name: string | null;
  readonly role: string;
  readonly title: Words;
  readonly unit: string;
  readonly department: string;
  readonly division: string;
  readonly reach: 'own-unit' | 'own-department' | 'assigned' | 'whole-division';
  readonly now: string;
  readonly posts: readonly HeldPost[];
}

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => get<Me>('/api/me') });

/** The division of the signed-in post, and its business day: never the machine's. Null until the first answer is there. */
export const useWhere = (): { readonly today: string; readonly division: string } | null => {
  const me = useMe().data;
  return me === undefined ? null : { today: me.now.slice(0, 10), division: me.division };
};
