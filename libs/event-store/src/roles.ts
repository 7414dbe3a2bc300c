import type { Sql } from './sql-types.ts';

/** Who may do what: the worker writes, the relay numbers and carries, api and reporting read. The owner migrates and nothing else. */
export const ROLES = {
  writer: 'quancheng_writer',
  sequencer: 'quancheng_sequencer',
  reader: 'quancheng_reader',
} as const;
export type Role = keyof typeof ROLES;

const ATTEMPTS = 20;

/** The owner's address, for one of the three roles. */
export function addressFor(adminUrl: string, role: Role, password: string): string {
  const address = new URL(adminUrl);
  address.username = ROLES[role];
  address.password = encodeURIComponent(password);
  return address.href;
}

/** Creates the roles or sets their password. Roles belong to the whole server, so migrations of two databases may meet here. */
export async function ensureRoles(admin: Sql, password: string): Promise<void> {
  for (const role of Object.values(ROLES)) await ensureRole(admin, role, password);
}

async function ensureRole(admin: Sql, role: string, password: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [found] = await admin`select 1 from pg_roles where rolname = ${role}`;
      const [statement] = await admin<
        [{ text: string }]
      >`select format('%s role %I login password %L', ${found ? 'alter' : 'create'}::text, ${role}::text, ${password}::text) as text`;
      await admin.unsafe(statement.text);
      return;
    } catch (fault) {
      if (attempt === ATTEMPTS || !isMeeting(fault)) throw fault;
    }
  }
}

/** Another migration created or altered the same role at this moment: XX000 is "tuple concurrently updated", which has no code of its own. */
function isMeeting(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return code === '23505' || code === '42710' || code === 'XX000';
}
