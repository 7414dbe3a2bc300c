import { randomUUID } from 'node:crypto';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  DEAD_LETTER_HEADERS,
  deadLetterTopic,
  ensureTopics,
  type IncomingMessage,
  openKafka,
  openProducer,
  readCompacted,
  readLast,
  ResendFromCursor,
  runConsumer,
  type RunningConsumer,
  silentLog,
} from './index.ts';

const brokers = process.env['TEST_KAFKA_BROKERS'];
if (!brokers) throw new Error('TEST_KAFKA_BROKERS is not set: run `npm test`');

const kafka = openKafka({ brokers, clientId: 'kafka-spec', log: silentLog });
const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

const message = (key: string, value: string) => ({ key, value });
const textOf = (incoming: IncomingMessage) => incoming.value?.toString('utf8') ?? '';

async function freshTopic(partitions = 1): Promise<string> {
  const topic = `spec.${randomUUID()}`;
  await ensureTopics(kafka, [{ topic, partitions, cleanup: 'keep' }]);
  return topic;
}

async function put(topic: string, values: readonly string[], key = 'P1'): Promise<void> {
  const producer = openProducer(kafka);
  await producer.send([{ topic, messages: values.map((value) => message(key, value)) }]);
  await producer.close();
}

/** Reads until `enough` says so, through the room's own consumer. */
async function readAll(
  topic: string,
  enough: (seen: IncomingMessage[]) => boolean,
): Promise<IncomingMessage[]> {
  const seen: IncomingMessage[] = [];
  const done = Promise.withResolvers<void>();
  const consumer = start(topic, async (messages) => {
    seen.push(...messages);
    if (enough(seen)) done.resolve();
  });
  await done.promise;
  await consumer.stop();
  return seen;
}

function start(
  topic: string,
  eachBatch: (messages: readonly IncomingMessage[]) => Promise<void>,
  more: { groupId?: string; isTransient?: (error: unknown) => boolean; from?: typeof kafka } = {},
): RunningConsumer {
  const consumer = runConsumer(more.from ?? kafka, {
    groupId: more.groupId ?? `group-${randomUUID()}`,
    topics: [topic],
    fromBeginning: true,
    eachBatch,
    isTransient: more.isTransient ?? (() => false),
    deadLetter: { tries: 2 },
    log: silentLog,
    sessionTimeoutMs: 6_000,
  });
  cleanUp.push(() => consumer.stop());
  return consumer;
}

/** A broker's address that answers only once the gate is opened: Kafka that appears later. */
async function gate(target: string): Promise<{ address: string; open(): void }> {
  const [host = '127.0.0.1', port = '9092'] = target.split(':');
  let isOpen = false;
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => {});
    if (!isOpen) return void near.destroy();
    const far = dial({ host, port: Number(port) });
    sockets.add(far);
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUp.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return { address: `127.0.0.1:${bound.port}`, open: () => (isOpen = true) };
}

describe('topics', () => {
  it('creates what is missing, once, also when two ask at the same time', async () => {
    const wish = { topic: `spec.${randomUUID()}`, partitions: 3, cleanup: 'compact' } as const;
    await Promise.all([ensureTopics(kafka, [wish]), ensureTopics(kafka, [wish])]);
    await expect(ensureTopics(kafka, [wish])).resolves.toBeUndefined();
  });

  it('does not accept a topic whose events the broker would delete', async () => {
    const topic = `spec.${randomUUID()}`;
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: true });
    await admin.disconnect();
    await expect(ensureTopics(kafka, [{ topic, partitions: 1, cleanup: 'keep' }])).rejects.toThrow(
      /retention\.ms/,
    );
  });
});

describe('compacted topic', () => {
  it('gives the latest record of each key, without the deleted ones', async () => {
    const topic = `spec.${randomUUID()}`;
    await ensureTopics(kafka, [{ topic, partitions: 3, cleanup: 'compact' }]);
    expect(await readCompacted(kafka, topic)).toEqual(new Map());
    await put(topic, ['a1', 'a2'], 'A');
    await put(topic, ['b1'], 'B');
    await put(topic, ['c1'], 'C');
    const producer = openProducer(kafka);
    await producer.send([{ topic, messages: [{ key: 'C', value: null }] }]);
    await producer.close();
    expect(await readCompacted(kafka, topic)).toEqual(
      new Map([
        ['A', 'a2'],
        ['B', 'b1'],
      ]),
    );
  });
});

describe('the ends of a topic', () => {
  it('are the last records of the partitions that have one', async () => {
    const topic = await freshTopic(3);
    expect(await readLast(kafka, topic)).toEqual([]);
    await put(topic, ['a1', 'a2', 'a3'], 'A');
    expect(await readLast(kafka, topic)).toEqual([{ value: Buffer.from('a3'), headers: {} }]);
    await Promise.all(Array.from('BCDEFGHIJK', async (key) => await put(topic, [`${key}1`, `${key}2`], key)));
    const ends = await readLast(kafka, topic);
    expect(ends.length).toBeLessThanOrEqual(3);
    expect(ends.length).toBeGreaterThan(1);
    expect(ends.every(({ value }) => /[23]$/.test(value?.toString('utf8') ?? ''))).toBe(true);
  });
});

describe('producer', () => {
  it('keeps the order of one key over many batches', async () => {
    const topic = await freshTopic(3);
    const producer = openProducer(kafka);
    const wanted: string[] = [];
    for (let batch = 0; batch < 20; batch += 1) {
      const values = Array.from({ length: 10 }, (_, index) => `${batch * 10 + index}`);
      wanted.push(...values);
      await producer.send([{ topic, messages: values.map((value) => message('P1', value)) }]);
    }
    await producer.close();
    const seen = await readAll(topic, (all) => all.length >= wanted.length);
    expect(seen.map(textOf)).toEqual(wanted);
  });

  it('refuses a second send while the first is not confirmed', async () => {
    const topic = await freshTopic();
    const producer = openProducer(kafka);
    cleanUp.push(() => producer.close());
    const first = producer.send([{ topic, messages: [message('P1', 'a')] }]);
    await expect(producer.send([{ topic, messages: [message('P1', 'b')] }])).rejects.toThrow(
      /one send at a time/,
    );
    await first;
  });

  it('says "resend from the cursor" on a failure, and works again with a new producer', async () => {
    const topic = await freshTopic();
    const producer = openProducer(kafka);
    cleanUp.push(() => producer.close());
    const nowhere = producer.send([{ topic: `spec.absent.${randomUUID()}`, messages: [message('P1', 'a')] }]);
    await expect(nowhere).rejects.toBeInstanceOf(ResendFromCursor);
    await producer.send([{ topic, messages: [message('P1', 'a')] }]);
    expect((await readAll(topic, (all) => all.length >= 1)).map(textOf)).toEqual(['a']);
  });

  it('fails within seconds when no broker is there, and sends once it has appeared', async () => {
    const door = await gate(brokers);
    const producer = openProducer(openKafka({ brokers: door.address, clientId: 'late', log: silentLog }));
    cleanUp.push(() => producer.close());
    const topic = await freshTopic();
    const batch = [{ topic, messages: [message('P1', 'a')] }];
    await expect(producer.send(batch)).rejects.toBeInstanceOf(ResendFromCursor);
    door.open();
    await expect(producer.send(batch)).resolves.toBeUndefined();
  });
});

describe('consumer', () => {
  it('moves a message that cannot be handled to the dead letters with its cause, and goes on', async () => {
    const topic = await freshTopic();
    const groupId = `group-${randomUUID()}`;
    await put(topic, ['one', 'poison', 'two']);
    const handled: string[] = [];
    const done = Promise.withResolvers<void>();
    const consumer = start(
      topic,
      async (messages) => {
        if (messages.some((each) => textOf(each) === 'poison')) throw new Error('nobody can read this');
        handled.push(...messages.map(textOf));
        if (handled.includes('two')) done.resolve();
      },
      { groupId },
    );
    await done.promise;
    await consumer.stop();
    expect(handled).toEqual(['one', 'two']);

    const [dead] = await readAll(deadLetterTopic(topic, groupId), (all) => all.length >= 1);
    expect(dead && textOf(dead)).toBe('poison');
    expect(dead?.headers).toMatchObject({
      [DEAD_LETTER_HEADERS.cause]: 'nobody can read this',
      [DEAD_LETTER_HEADERS.topic]: topic,
      [DEAD_LETTER_HEADERS.offset]: '1',
      [DEAD_LETTER_HEADERS.consumer]: groupId,
    });
  });

  it('waits when the machine is at fault: nothing is lost and nothing goes to the dead letters', async () => {
    const topic = await freshTopic();
    await put(topic, ['one', 'two']);
    const handled: string[] = [];
    const done = Promise.withResolvers<void>();
    let failures = 0;
    start(
      topic,
      async (messages) => {
        failures += 1;
        if (failures <= 3) throw new Error('database away');
        handled.push(...messages.map(textOf));
        if (handled.includes('two')) done.resolve();
      },
      { isTransient: (error) => error instanceof Error && error.message === 'database away' },
    );
    await done.promise;
    expect(handled).toEqual(['one', 'two']);
  });

  it('goes on after the last handled message when it is started again', async () => {
    const topic = await freshTopic();
    const groupId = `group-${randomUUID()}`;
    const run = async (until: string) => {
      const seen: string[] = [];
      const done = Promise.withResolvers<void>();
      const consumer = start(
        topic,
        async (messages) => {
          seen.push(...messages.map(textOf));
          if (seen.includes(until)) done.resolve();
        },
        { groupId },
      );
      await done.promise;
      await consumer.stop();
      return seen;
    };
    await put(topic, ['one']);
    expect(await run('one')).toEqual(['one']);
    await put(topic, ['two']);
    expect(await run('two')).toEqual(['two']);
  });

  it('starts without Kafka and begins when Kafka appears', async () => {
    const topic = await freshTopic();
    await put(topic, ['one']);
    const door = await gate(brokers);
    const done = Promise.withResolvers<string>();
    const consumer = start(topic, async ([first]) => done.resolve(first === undefined ? '' : textOf(first)), {
      from: openKafka({ brokers: door.address, clientId: 'late', log: silentLog }),
    });
    expect(consumer.state()).toBe('connecting');
    door.open();
    expect(await done.promise).toBe('one');
  });

  it('can be stopped while Kafka is away', async () => {
    const door = await gate(brokers);
    const consumer = start('spec.any', async () => {}, {
      from: openKafka({ brokers: door.address, clientId: 'never', log: silentLog }),
    });
    await consumer.stop();
    expect(consumer.state()).toBe('stopped');
  });
});
