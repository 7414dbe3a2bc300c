import { randomUUID } from 'node:crypto';
import { EVENT_STORE_MIGRATIONS, migrate } from '../migrate.ts';
import { addressFor, type Role } from '../roles.ts';
import { connect, type Sql } from '../sql-types.ts';
import { openStore, type Store } from '../store.ts';

/** One password for all specs: roles belong to the server, and specs of several rooms share it. */
export const SPEC_PASSWORD = 'quancheng-spec';

export type OwnDatabase = {
  readonly adminUrl: string;
  /** The owner's connection: sees and may do everything. */
  readonly admin: Sql;
  /** A store with a role's rights; closed with the database. */
  storeOf(role: Role, max?: number): Store;
  drop(): Promise<void>;
};

/** A database of a spec's own on the real server, migrated unless told otherwise. */
export async function ownDatabase({ migrated = true } = {}): Promise<OwnDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) throw new Error('TEST_DATABASE_URL is missing: run the specs through npm test');
  const name = `event_store_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);

  const address = new URL(server);
  address.pathname = `/${name}`;
  const adminUrl = address.href;
  if (migrated) await migrate(adminUrl, { rooms: [EVENT_STORE_MIGRATIONS], rolePassword: SPEC_PASSWORD });

  const admin = connect(adminUrl, { max: 4, name: 'spec-owner' });
  const stores: Store[] = [];
  return {
    adminUrl,
    admin,
    storeOf(role, max = 10) {
      const store = openStore(addressFor(adminUrl, role, SPEC_PASSWORD), { max, name: `spec-${role}` });
      stores.push(store);
      return store;
    },
    async drop() {
      await Promise.all([admin.end(), ...stores.map((store) => store.end())]);
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const sql = connect(server, { max: 1, name: 'spec-server' });
  await sql.unsafe(statement);
  await sql.end();
}
