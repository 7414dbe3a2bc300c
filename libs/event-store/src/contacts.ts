import type { DivisionCode } from '@quancheng/kernel';
import type { Store } from './store.ts';
import { behindWall } from './transaction.ts';

/** How a person is called and reached. No event: it may be changed, and erased by law; the id stays. */
export type NewContact = {
  readonly personId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/** Also with a reader's rights: the database lets this one table be written so, in the division that is named. */
export async function keepContact(
  store: Store,
  { division, by }: { division: DivisionCode; by: string },
  { personId, name, email, phone }: NewContact,
): Promise<void> {
  await behindWall(
    store,
    division,
    (sql) => sql`select keep_contact(${personId}, ${name}, ${email}, ${phone}, ${by})`,
  );
}

/** Name, address and number go; what the person did stays under the id. */
export async function eraseContact(
  store: Store,
  { division, by }: { division: DivisionCode; by: string },
  personId: string,
): Promise<void> {
  await behindWall(store, division, (sql) => sql`select erase_contact(${personId}, ${by})`);
}
