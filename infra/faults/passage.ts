import { connect, createServer, type Socket } from 'node:net';

/** A way through this machine to a server, which can be cut as a network can. */
export interface Passage {
  readonly address: string;
  /** Breaks every connection and takes none until the time is over. */
  cut(ms: number): Promise<void>;
  /** The same until it is opened. */
  block(): void;
  open(): void;
  close(): Promise<void>;
}

export async function openPassage(to: string): Promise<Passage> {
  const { hostname, port } = new URL(`tcp://${to}`);
  const open = new Set<Socket>();
  let isCut = false;
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  const block = () => {
    isCut = true;
    breakAll();
  };
  const unblock = () => {
    isCut = false;
  };
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect({ host: hostname, port: Number(port) });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => undefined);
      one.once('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as { port: number };
  return {
    address: `127.0.0.1:${own}`,
    block,
    open: unblock,
    async cut(ms) {
      block();
      await new Promise((resolve) => setTimeout(resolve, ms));
      unblock();
    },
    async close() {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
