import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  freePortBase,
  hostsOf,
  portFree,
  portsTaken,
  reachable,
  requireFreePorts,
  requireReachable,
} from './ports.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function occupied(): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as { port: number }).port;
}

describe('a port in use', () => {
  it('is said in one sentence with its owner-to-be and the remedy', () => {
    expect(portsTaken([['PostgreSQL', 17_001]]).words).toEqual({
      zh: '端口 17001（PostgreSQL） 已被别的程序占用：请停掉它，或用 QUANCHENG_PORT_BASE 换一段端口。',
      en: 'Port 17001 (PostgreSQL) is in use by another program: stop it, or choose other ports with QUANCHENG_PORT_BASE.',
    });
  });

  it('is named together with all the others', async () => {
    const [one, two] = [await occupied(), await occupied()];
    const base = await freePortBase(1);
    const wanted = [
      ['API', one],
      ['worker', base],
      ['Kafka', two],
    ] as const;
    await expect(requireFreePorts(wanted)).rejects.toThrow(`Ports ${one} (API), ${two} (Kafka) are in use`);
  });

  it('is told from a free one', async () => {
    expect([await portFree(await occupied()), await portFree(await freePortBase(3))]).toEqual([false, true]);
  });
});

describe("an address of somebody else's server", () => {
  it.each([
    ['postgres://u:p@db.example/quancheng', [{ host: 'db.example', port: 5432 }]],
    ['postgres://u:p@[::1]:6000/quancheng', [{ host: '::1', port: 6000 }]],
    [
      'one:9092,two:9093',
      [
        { host: 'one', port: 9092 },
        { host: 'two', port: 9093 },
      ],
    ],
    ['https://id.example/realm', [{ host: 'id.example', port: 443 }]],
  ])('%s is read', (address, hosts) => {
    expect(hostsOf(address)).toEqual(hosts);
  });

  it('is refused in one sentence when it does not answer', async () => {
    const silent = `127.0.0.1:${await freePortBase(1)}`;
    await expect(requireReachable('KAFKA_BROKERS', silent)).rejects.toThrow(
      `The address in KAFKA_BROKERS, ${silent}, does not answer`,
    );
  });

  it('is good when one of several answers', async () => {
    const port = await occupied();
    expect(await reachable('127.0.0.1', port)).toBe(true);
    await requireReachable('KAFKA_BROKERS', `127.0.0.1:${await freePortBase(1)},127.0.0.1:${port}`);
  });
});
