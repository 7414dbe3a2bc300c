import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Addresses, apiUrl } from './addresses.ts';
import { migrateDatabase } from './migrate.ts';
import { freePortBase } from './ports.ts';
import { ownFolder } from './record.ts';
import type { Report } from './report.ts';
import { type AppName, readSettings, type Settings } from './settings.ts';
import { type OwnWays, Stack } from './stack.ts';

const PORTS = 9;

export type ProcessName = AppName | 'postgres' | 'temporal' | 'kafka';

/** A whole stack in processes of its own, on free ports and in a folder that is removed afterwards. */
export interface TemporaryStack {
  readonly apiUrl: string;
  readonly settings: Settings;
  readonly addresses: Addresses;
  /** The process at work; undefined while it is being started again. */
  pidOf(name: ProcessName): number | undefined;
  /** Takes away all that the embedded Temporal ever wrote; it begins again with nothing. */
  wipeTemporal(): void;
  stop(): Promise<void>;
}

/** For benches, rehearsals and fault tests. Servers at given addresses in `variables` are used instead of embedded ones. */
export async function temporaryStack(
  report: Report,
  variables: Readonly<Record<string, string>> = {},
  waysOf: (addresses: Addresses) => Promise<OwnWays> = async () => ({}),
): Promise<TemporaryStack> {
  const data = mkdtempSync(path.join(tmpdir(), 'quancheng-'));
  const base = await freePortBase(PORTS);
  const settings = readSettings({
    LOG_LEVEL: 'warn',
    ...(process.env.QUANCHENG_CACHE === undefined ? {} : { QUANCHENG_CACHE: process.env.QUANCHENG_CACHE }),
    QUANCHENG_DATA: data,
    QUANCHENG_PORT_BASE: String(base),
    ...variables,
  });
  const stack = new Stack(settings, report, await ownFolder(data, report.note));
  const stop = async () => {
    await stack.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const addresses = await stack.startServers();
    await migrateDatabase(addresses.database, settings);
    await stack.startApps(addresses, await waysOf(addresses));
    return {
      apiUrl: apiUrl(settings),
      settings,
      addresses,
      pidOf: (name) => stack.pidOf(name),
      wipeTemporal: () => stack.wipe('temporal'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
