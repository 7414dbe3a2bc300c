import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findCommand, requestHash } from './commands.ts';
import { BEILUN, declared, streamOf, ZHENHAI } from './spec/builders.ts';
import { type OwnDatabase, ownDatabase } from './spec/own-database.ts';
import { readStream, withStream } from './stream.ts';

describe('a command id', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await ownDatabase();
  });
  afterAll(() => database.drop());

  const record = (commandId: string, answer: null | string | readonly unknown[] | object) => ({
    commandId,
    actor: 'p-17',
    requestHash: requestHash({ commandId }),
    answer: answer as never,
  });

  it.each([
    ['an object', { version: 1, words: '𠮷 \u0000 \ud800' }],
    ['a list', [1, 'a', true]],
    ['a text', 'ok'],
    ['a list of truths', [true, false]],
  ])('gives back its first answer: %s', async (kind, answer) => {
    const store = database.storeOf('writer', 2);
    const stream = streamOf(`answers-${kind.replaceAll(' ', '-')}`);
    const found = await withStream(store, stream, ZHENHAI, async (tx) => {
      tx.saveCommand(record(kind, answer));
      return tx.findCommand(kind);
    });
    expect(found).toMatchObject({
      commandId: kind,
      stream,
      actor: 'p-17',
      requestHash: requestHash({ commandId: kind }),
      answer,
    });
    expect(await findCommand(store, ZHENHAI, kind)).toEqual(found);
  });

  it('is unknown before, and in another division', async () => {
    const store = database.storeOf('writer', 2);
    await withStream(store, streamOf('walls'), ZHENHAI, async (tx) => tx.saveCommand(record('walls', {})));
    expect(await findCommand(store, ZHENHAI, 'never sent')).toBeUndefined();
    expect(await findCommand(store, BEILUN, 'walls')).toBeUndefined();
  });

  it('that is recorded twice takes its events with it', async () => {
    const store = database.storeOf('writer', 2);
    const stream = streamOf('twice');
    const execute = () =>
      withStream(store, stream, ZHENHAI, async (tx) => {
        tx.append([declared()]);
        tx.saveCommand(record('twice', {}));
      });
    await execute();
    await expect(execute()).rejects.toMatchObject({ constraint_name: 'commands_pkey' });
    expect(await readStream(store, stream)).toHaveLength(1);
  });

  it('is compared by what was asked, not by how it was written', () => {
    expect(requestHash({ a: 1, bFen: 2n })).toBe(requestHash({ bFen: '2', a: 1 }));
    expect(requestHash({ a: 1 })).not.toBe(requestHash({ a: 2 }));
  });
});
