import { REACH } from '@quancheng/domain';
import type { Reader } from '../identity/posts.ts';

/** Whose name a reader may know: people of the own unit or department, everybody for posts of the whole division, and oneself. */
export function mayKnow(
  { actor, division }: Reader,
  post: { readonly personId: string; readonly unit: string; readonly department: string },
): boolean {
  const reach = REACH[actor.role];
  if (reach === 'whole-division') return true;
  if (division !== actor.division) return false;
  if (post.personId === actor.personId) return true;
  return reach === 'own-unit'
    ? post.unit === actor.unit
    : reach === 'own-department' && post.department === actor.department;
}
