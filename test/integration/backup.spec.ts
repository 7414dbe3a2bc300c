import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  openStore,
  readStream,
  runSequencer,
  sequenceBatch,
  type Store,
  verifyChain,
  withStream,
} from '@quancheng/event-store';
import type { DivisionCode, Instant, PlainDate, StreamId } from '@quancheng/kernel';
import { backup } from '../../infra/backup/backup.ts';
import { restore } from '../../infra/backup/restore.ts';
import { tablesIn } from '../../infra/backup/tables.ts';
import { ownDatabase } from '../support/stack.ts';

const DIVISION = '330211000' as DivisionCode;
const stream = (id: string) => `${DIVISION}/project/${id}` as StreamId;
const fact = () => ({
  eventId: randomUUID(),
  type: 'ProjectRegistered',
  data: { name: '后海塘\t“扬尘”\\治理\n工程', totalFen: 90_000_000n, empty: null },
  meta: { actor: { personId: 'p-1', role: 'unit-clerk', post: 'clerk', unit: '201001' } },
  happenedOn: '2014-10-08' as PlainDate,
  recordedAt: '2014-10-08T09:00:00.000+08:00' as Instant,
  training: false,
});

describe('backup and restore', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quancheng-backup-'));
  const attachmentsFolder = path.join(folder, 'attachments');
  const saved = path.join(folder, 'saved');
  const quiet = () => undefined;
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let owner: Store;
  const open: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    database = await ownDatabase();
    owner = openStore(database.url, { max: 4, name: 'spec-owner' });
    open.push(() => owner.end());
    for (const id of ['P1', 'P2', 'P3']) await write(owner, id);
    await sequenceBatch(owner);
    mkdirSync(path.join(attachmentsFolder, 'ab'), { recursive: true });
    writeFileSync(path.join(attachmentsFolder, 'ab', 'abcd'), '扫描件');
    await backup(owner, { folder: saved, attachmentsFolder, note: quiet });
  });
  afterAll(async () => {
    for (const end of open) await end();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  async function write(store: Store, id: string): Promise<void> {
    await withStream(store, stream(id), DIVISION, async (tx) => {
      const event = fact();
      tx.append([event]);
      tx.setStage({ stage: 'active', wakeAt: null, closed: false });
      tx.saveCommand({ commandId: event.eventId, actor: 'p-1', requestHash: 'h', answer: ['已受理', 1] });
      tx.addFollowUps([
        {
          id: `${event.eventId}>0`,
          sourceEvent: event.eventId,
          targetStream: stream('B'),
          command: { a: 'ä' },
        },
      ]);
    });
  }

  async function freshPlace() {
    const fresh = await ownDatabase();
    const store = openStore(fresh.url, { max: 4, name: 'spec-owner' });
    open.push(async () => {
      await store.end();
      await fresh.drop();
    });
    const place = mkdtempSync(path.join(tmpdir(), 'quancheng-restored-'));
    open.push(async () => rmSync(place, { recursive: true }));
    const wish = {
      folder: saved,
      attachmentsFolder: place,
      replace: false,
      migrate: async () => 0,
      note: quiet,
    };
    return { store, wish };
  }

  const rows = async ({ sql }: Store) =>
    Object.fromEntries(
      await Promise.all(
        (await tablesIn(sql))
          .filter(({ table }) => !['log_generation', 'relay_cursor'].includes(table))
          .map(async ({ table }) => {
            const all = await sql`select to_jsonb(t)::text as row from ${sql(table)} t order by 1`;
            return [table, all.map(({ row }) => row as string)] as const;
          }),
      ),
    );

  it('brings every row and every file into an empty place, the log unbroken', async () => {
    const { store, wish } = await freshPlace();
    const restored = await restore(store, wish);
    expect(restored).toMatchObject({
      events: 3,
      attachments: 1,
      generation: 2,
      log: { intact: true, checked: 3 },
    });
    expect(await rows(store)).toEqual(await rows(owner));
    expect(readFileSync(path.join(wish.attachmentsFolder, 'ab', 'abcd'), 'utf8')).toBe('扫描件');
  });

  it('the restored store goes on: no number is given twice, the chain holds', async () => {
    const { store, wish } = await freshPlace();
    await restore(store, wish);
    await write(store, 'P1');
    await write(store, 'P4');
    await sequenceBatch(store);
    expect((await readStream(store, stream('P1'))).map(({ version }) => version)).toEqual([1, 2]);
    expect(await verifyChain(store)).toMatchObject({ intact: true, checked: 5 });
  });

  it('is one moment, although events are written all the while', async () => {
    const stopping = new AbortController();
    const numbering = runSequencer(owner, { signal: stopping.signal });
    const writing = (async () => {
      for (let each = 0; each < 200; each += 1) await write(owner, `W${each}`);
    })();
    const busy = path.join(folder, 'busy');
    await backup(owner, { folder: busy, attachmentsFolder, note: quiet });
    await writing;
    stopping.abort();
    await numbering;
    const { store, wish } = await freshPlace();
    const { log } = await restore(store, { ...wish, folder: busy });
    expect(log.intact).toBe(true);
    await sequenceBatch(store);
    const [counted] = await store.sql`
      select (select count(*) from events) as events, (select sum(version) from streams) as versions,
        (select count(*) from feed) as numbered, (select count(*) from commands) as commands`;
    expect(new Set(Object.values(counted ?? {}).map(Number)).size).toBe(1);
  });

  it('is refused where there is data, and changes nothing; with replace all of it gives way', async () => {
    const { store, wish } = await freshPlace();
    await write(store, 'OTHER');
    await expect(restore(store, wish)).rejects.toThrow(/--replace/);
    expect(await readStream(store, stream('OTHER'))).toHaveLength(1);
    await restore(store, { ...wish, replace: true });
    expect(await readStream(store, stream('OTHER'))).toEqual([]);
    expect(await rows(store)).toHaveProperty('events.length', 3);
  });

  it('each restore is a later generation than any that was here', async () => {
    const { store, wish } = await freshPlace();
    expect((await restore(store, wish)).generation).toBe(2);
    expect((await restore(store, { ...wish, replace: true })).generation).toBe(3);
    expect((await restore(store, { ...wish, replace: true })).generation).toBe(4);
  });

  it('is not made over another one, and a half one has another name', async () => {
    const again = backup(owner, { folder: saved, attachmentsFolder, note: quiet });
    await expect(again).rejects.toThrow(/not empty/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it.each([
    ['a table’s file was changed', 'tables/events.copy.gz'],
    ['an attachment was changed', 'attachments/ab/abcd'],
  ])('is refused before anything is touched when %s', async (_what, file) => {
    const damaged = path.join(folder, randomUUID());
    await backup(owner, { folder: damaged, attachmentsFolder, note: quiet });
    appendFileSync(path.join(damaged, file), 'x');
    const { store, wish } = await freshPlace();
    await write(store, 'OTHER');
    await expect(restore(store, { ...wish, folder: damaged, replace: true })).rejects.toThrow(file);
    expect(await readStream(store, stream('OTHER'))).toHaveLength(1);
  });

  it('is refused with another schema, and what is no backup is called so', async () => {
    const { store, wish } = await freshPlace();
    await store.sql`update migrations set checksum = 'other' where room = 'event-store' and number = 3`;
    await expect(restore(store, wish)).rejects.toThrow(/event-store 3/);
    await expect(restore(store, { ...wish, folder: attachmentsFolder })).rejects.toThrow(/is no backup/);
  });
});
