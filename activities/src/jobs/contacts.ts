import { asJson, behindWall, type Store } from '@quancheng/event-store';
import type { Item, Job } from '@quancheng/jobs';

/** Names and ways to reach people go into their own table, where the law may erase them. An empty cell leaves what is there. */
export async function keepContacts(
  store: Store,
  { division, confirmedBy }: Job,
  items: readonly Item[],
): Promise<void> {
  const contacts = items.flatMap(({ contact }) => (contact === undefined ? [] : [contact]));
  if (contacts.length === 0) return;
  await behindWall(
    store,
    division,
    (sql) => sql`
      insert into persons (person_id, division, display_name, email, phone, changed_by, changed_at)
      select distinct on ("personId") "personId", ${division}, name, email, phone, ${confirmedBy?.personId ?? ''}, clock_timestamp()
      from json_to_recordset(${asJson(sql, contacts)}) as given ("personId" text, name text, email text, phone text)
      on conflict (division, person_id) do update set
        display_name = coalesce(excluded.display_name, persons.display_name),
        email = coalesce(excluded.email, persons.email), phone = coalesce(excluded.phone, persons.phone),
        erased_at = null, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  );
}
