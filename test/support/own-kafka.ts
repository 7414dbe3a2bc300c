import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { freePortBase } from '../../infra/start/ports.ts';
import { silentReport } from '../../infra/start/report.ts';
import { obtain, run } from '../../infra/start/servers/kafka.ts';

/** A Kafka of a spec's own, which may be away for as long as the spec likes. */
export interface OwnKafka {
  readonly address: string;
  /** Killed without a word; its data stays. */
  kill(): Promise<void>;
  /** At the same address, with the data that it had. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

export async function ownKafka(): Promise<OwnKafka> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quancheng-kafka-'));
  const cache = process.env.QUANCHENG_CACHE ?? path.join(homedir(), '.cache/quancheng');
  const programs = await obtain(cache, silentReport);
  const port = await freePortBase(2);
  const place = {
    folder: path.join(folder, 'data'),
    logFile: path.join(folder, 'log'),
    durable: false,
    port,
    controllerPort: port + 1,
  };
  let server = await run(programs, place);
  return {
    address: server.address,
    async kill() {
      process.kill(server.pid, 'SIGKILL');
      await server.exited;
    },
    async startAgain() {
      server = await run(programs, place);
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
