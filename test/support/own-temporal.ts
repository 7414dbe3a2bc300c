import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { freePortBase } from '../../infra/start/ports.ts';
import { silentReport } from '../../infra/start/report.ts';
import { obtain, run } from '../../infra/start/servers/temporal.ts';

/** A workflow engine of a spec's own, which may be killed and may lose everything. */
export interface OwnTemporal {
  readonly address: string;
  readonly namespace: string;
  /** Killed without a word, all its data deleted, begun again at the same address. */
  deleteEverything(): Promise<void>;
  stop(): Promise<void>;
}

export async function ownTemporal(): Promise<OwnTemporal> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quancheng-temporal-'));
  const cache = process.env.QUANCHENG_CACHE ?? path.join(homedir(), '.cache/quancheng');
  const program = await obtain(cache, silentReport);
  const port = await freePortBase(1);
  const data = path.join(folder, 'data');
  const place = {
    logFile: path.join(folder, 'log'),
    durable: false,
    uiPort: undefined,
    namespace: 'default',
  };
  const start = () => run(program, { ...place, folder: data, port });
  let server = await start();
  return {
    address: server.address,
    namespace: place.namespace,
    async deleteEverything() {
      process.kill(server.pid, 'SIGKILL');
      await server.exited;
      rmSync(data, { recursive: true });
      server = await start();
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
