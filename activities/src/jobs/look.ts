import { behindWall, type Store } from '@quancheng/event-store';
import { type Contact, type Look, lookOver, type Selection } from '@quancheng/jobs';
import type { Instant } from '@quancheng/kernel';
import { listEvaluations, listProjectYears, loadDossier } from '@quancheng/read-models';
import type { UploadedFiles } from './files.ts';

const LISTS = { 'project-years': listProjectYears, evaluations: listEvaluations } as const;

/** The division's files as they are at this moment, and what else of it a kind of job looks at. */
export function lookInto(
  { store, files }: { readonly store: Store; readonly files: UploadedFiles },
  division: string,
  now: Instant,
): Look {
  return {
    ...lookOver(division, now, (stream) => loadDossier(store, stream)),
    bytes: (sha256) => files.bytes(division, sha256),
    ids: (list, filter) => idsIn(store, division, list, filter),
    contacts: (personIds) => contactsOf(store, division, personIds),
  };
}

async function idsIn(
  store: Store,
  division: string,
  list: keyof typeof LISTS,
  filter: Selection,
): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await LISTS[list](store, division, filter, cursor);
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) return ids;
    cursor = page.next;
  }
}

async function contactsOf(
  store: Store,
  division: string,
  personIds: readonly string[],
): Promise<Map<string, Contact>> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<Contact[]>`
      select person_id as "personId", display_name as name, email, phone from persons
      where division = ${division} and person_id = any(${[...personIds]})`,
  );
  return new Map(rows.map((row) => [row.personId, { ...row }]));
}
