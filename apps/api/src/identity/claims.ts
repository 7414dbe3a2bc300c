import { type Actor, ROLES, type Role } from '@quancheng/domain';
import { z } from 'zod';

/**
 * The claims of an access token that say who acts, from which post:
 *
 * | claim                  | meaning                                                             |
 * |------------------------|---------------------------------------------------------------------|
 * | `sub`                  | the person's id, the only thing of a person that events keep         |
 * | `quancheng_role`       | one of the posts of `ROLES`                                          |
 * | `quancheng_post`       | the post's own name in the bureau; the role when absent              |
 * | `quancheng_unit`       | code of the unit the person acts for                                 |
 * | `quancheng_department` | code of the department in charge of that unit; a department's own    |
 * | `quancheng_division`   | the division, nine digits                                            |
 *
 * A person with several posts gets one token a post: nobody speaks from two chairs at once.
 */
export const CLAIMS = {
  role: 'quancheng_role',
  post: 'quancheng_post',
  unit: 'quancheng_unit',
  department: 'quancheng_department',
  division: 'quancheng_division',
} as const;

const code = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/);

const claimsSchema = z.object({
  sub: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  [CLAIMS.role]: z.enum(Object.keys(ROLES) as [Role, ...Role[]]),
  [CLAIMS.post]: z.string().min(1).max(100).optional(),
  [CLAIMS.unit]: code,
  [CLAIMS.department]: code,
  [CLAIMS.division]: z.string().regex(/^\d{9}$/),
});

/** The actor a token speaks for, or the names of the claims that are missing or unusable. */
export function actorOf(
  claims: Readonly<Record<string, unknown>>,
): Actor | { readonly faulty: readonly string[] } {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success)
    return { faulty: [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))] };
  const read = parsed.data;
  return {
    personId: read.sub,
    role: read[CLAIMS.role],
    post: read[CLAIMS.post] ?? read[CLAIMS.role],
    unit: read[CLAIMS.unit],
    department: read[CLAIMS.department],
    division: read[CLAIMS.division],
  };
}

export function claimsOf(actor: Omit<Actor, 'personId'>): Record<string, string> {
  return {
    [CLAIMS.role]: actor.role,
    [CLAIMS.post]: actor.post,
    [CLAIMS.unit]: actor.unit,
    [CLAIMS.department]: actor.department,
    [CLAIMS.division]: actor.division,
  };
}
