import { connect, createServer } from 'node:net';
import { Fault } from './words.ts';

/** Whether nobody listens on the port of this machine. */
export function portFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Whether somebody answers there within the time. */
export function reachable(host: string, port: number, limitMs = 3_000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(limitMs, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** One sentence for all taken ports at once, so that one look mends them all. */
export function portsTaken(taken: readonly (readonly [string, number])[]): Fault {
  const list = taken.map(([name, port]) => `${port}（${name}）`).join('、');
  const listEn = taken.map(([name, port]) => `${port} (${name})`).join(', ');
  const one = taken.length === 1;
  return new Fault(
    `端口 ${list} 已被别的程序占用：请停掉它，或用 QUANCHENG_PORT_BASE 换一段端口。`,
    `Port${one ? '' : 's'} ${listEn} ${one ? 'is' : 'are'} in use by another program: stop it, or choose other ports with QUANCHENG_PORT_BASE.`,
  );
}

/** Throws one sentence that names every taken port. */
export async function requireFreePorts(wanted: readonly (readonly [string, number])[]): Promise<void> {
  const free = await Promise.all(wanted.map(([, port]) => portFree(port)));
  const taken = wanted.filter((_, index) => !free[index]);
  if (taken.length > 0) throw portsTaken(taken);
}

/** The first port of a free range, below those that the system hands out to outgoing connections. */
export async function freePortBase(count: number): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const base = 20_000 + Math.floor(Math.random() * 1_100) * 10;
    const free = await Promise.all(Array.from({ length: count }, (_, index) => portFree(base + index)));
    if (free.every(Boolean)) return base;
  }
  throw new Fault(
    '找不到一段空闲端口（20000–31000）。',
    'No free range of ports was found between 20000 and 31000.',
  );
}

/** The host and port of an address such as `host:port` or `postgres://…@host:port/…`; several are separated by commas. */
export function hostsOf(address: string): { host: string; port: number }[] {
  if (address.includes('://')) {
    const url = new URL(address);
    const usual = url.protocol.startsWith('postgres') ? 5432 : url.protocol === 'https:' ? 443 : 80;
    return [{ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || usual }];
  }
  return address.split(',').map((one) => {
    const colon = one.lastIndexOf(':');
    return { host: one.slice(0, colon), port: Number(one.slice(colon + 1)) };
  });
}

/** An address that somebody else runs must answer before anything is started against it. */
export async function requireReachable(setting: string, address: string): Promise<void> {
  const hosts = hostsOf(address);
  const answers = await Promise.all(hosts.map(({ host, port }) => reachable(host, port)));
  if (answers.some(Boolean)) return;
  const where = hosts.map(({ host, port }) => `${host}:${port}`).join(', ');
  throw new Fault(
    `${setting} 给出的地址 ${where} 连不上：请检查地址和网络，或去掉该设置以使用自带的服务。`,
    `The address in ${setting}, ${where}, does not answer: check it and the network, or remove the setting to use the embedded server.`,
  );
}
