import path from 'node:path';
import { launch, waitUntilReady } from '../process.ts';
import type { Place, RunningServer } from './server.ts';

const MAIN = path.resolve(import.meta.dirname, '../../mail/main.ts');
const READY_WITHIN_MS = 60_000;

export interface MailPlace extends Place {
  readonly port: number;
  readonly pagePort: number;
}

/** The mail catcher: takes every mail, passes none on, shows them on its page. */
export async function run({ folder, logFile, onSpawn, port, pagePort }: MailPlace): Promise<RunningServer> {
  const running = await launch({
    name: 'mail',
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', MAIN, folder, String(port), String(pagePort)],
    logFile,
  });
  onSpawn?.('mail', running.pid);
  const url = `http://127.0.0.1:${pagePort}/health/ready`;
  const ready = async () => (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  await waitUntilReady(running, ready, READY_WITHIN_MS);
  return { ...running, address: `smtp://127.0.0.1:${port}` };
}
