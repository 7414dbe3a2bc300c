import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OwnDatabase, ownDatabase } from './spec/own-database.ts';
import { openStore, type Store } from './store.ts';
import { ConnectionLost, transact } from './transaction.ts';

describe('a transaction whose connection is lost', () => {
  let database: OwnDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await ownDatabase({ migrated: false });
    await database.admin`create table told (word text not null)`;
    store = openStore(database.adminUrl, { max: 1, name: 'spec-lost' });
  });
  afterAll(async () => {
    await store.end();
    await database.drop();
  });

  const told = async () =>
    (await database.admin`select word from told order by word`).map(({ word }) => word);

  /** Ends the session as soon as it is at work on its slow statement. */
  async function endSleeper(): Promise<void> {
    for (;;) {
      const ended = await database.admin`
        select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where application_name = 'spec-lost' and wait_event = 'PgSleep'`;
      if (ended.length > 0) return;
    }
  }

  it('leaves nothing of it, not even what was waiting behind a slow statement', async () => {
    const lost = transact(store, async ({ sql, send }) => {
      await sql`select 1`;
      // With a parameter, and for the first time: the driver asks the server about it and holds the others back.
      send(sql`insert into told select ${'slow'}::text from pg_sleep(20)`);
      send(sql`insert into told values (${'held back'})`);
      send(sql`insert into told values (${'held back, too'})`);
    });
    await Promise.all([endSleeper(), expect(lost).rejects.toThrow(/terminating connection|connection/i)]);
    await transact(store, async ({ sql }) => sql`insert into told values ('afterwards')`);
    expect(await told()).toEqual(['afterwards']);
  });

  it('says so to whoever waits for a statement that was held back', async () => {
    const waited = transact(store, async ({ sql }) => {
      const slow = sql`insert into told select ${'slow again'}::text from pg_sleep(20)`.execute();
      slow.catch(() => undefined);
      return await sql`select ${'held back'}::text as word`;
    });
    await Promise.all([endSleeper(), expect(waited).rejects.toThrow(ConnectionLost)]);
    expect(await told()).toEqual(['afterwards']);
  });

  it('is at its end also where the connection broke with an error', async () => {
    const way = await breakableWay(database.adminUrl);
    const far = openStore(way.url, { max: 1, name: 'spec-far' });
    const broken = transact(far, async ({ sql }) => {
      await sql`select 1`;
      way.reset();
      await sql`select pg_sleep(20)`;
    });
    await expect(broken).rejects.toThrow(/ECONNRESET|connection/i);
    expect(await transact(far, async ({ sql }) => await sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await far.end();
    way.close();
  });
});

/** A way to the database whose connections can be reset, as a network or a dying server does. */
async function breakableWay(url: string) {
  const to = new URL(url);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const beyond = connect({ host: to.hostname, port: Number(to.port) });
    open.add(near);
    near.on('error', () => undefined).pipe(beyond);
    beyond.on('error', () => undefined).pipe(near);
    near.once('close', () => beyond.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: Object.assign(new URL(url), { port: String(port) }).href,
    reset() {
      for (const socket of open) socket.resetAndDestroy();
      open.clear();
    },
    close: () => server.close(),
  };
}
