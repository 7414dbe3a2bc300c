import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aggregates, fold, type Recorded } from '@quancheng/domain';
import { atHour, day } from '@quancheng/kernel';
import { projections, readModelMigrations } from '@quancheng/read-models';
import { freePortBase } from '../start/ports.ts';
import * as postgres from '../start/servers/postgres.ts';
import { benchAppend } from './append.ts';
import type { Figures } from './figures.ts';

/** On a PostgreSQL of its own, as durable as the default one: with read models on, and then without. */
export async function benchAppendOnOwnServer(seed: number): Promise<Figures[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quancheng-bench-'));
  const port = await freePortBase(1);
  const server = await postgres.run(postgres.obtain(), {
    folder,
    logFile: path.join(folder, 'log'),
    durable: true,
    port,
  });
  try {
    const url = server.address;
    const write: NonNullable<Parameters<typeof benchAppend>[0]['readModels']>['write'] = (tx) =>
      Promise.all(
        projections.map((projection) =>
          projection.write(tx.sql, { ...SHOWN, stream: tx.stream, version: tx.version + 1 }),
        ),
      );
    const on = await benchAppend({ seed, url, readModels: { rooms: [readModelMigrations], write } });
    const off = await benchAppend({ seed, url });
    return [on, off];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const RECORDED_AT = atHour(day('2013-09-10'), 9);

/** A project-year just opened: what the read models write for the events of the bench. */
const opened: Recorded = {
  type: 'ProjectYearOpened',
  data: {
    division: '330211000',
    projectId: 'P1',
    projectName: '河道整治工程',
    fiscalYear: 2014,
    unit: '201001',
    department: '201',
    nature: 'new',
    term: 'one-off',
    highConcern: false,
    takenOver: null,
  },
  eventId: 'e1',
  version: 1,
  happenedOn: day('2013-09-10'),
  recordedAt: RECORDED_AT,
  actor: { personId: 'system', role: 'system', post: 'system', unit: 'system' },
};

const projectYear = aggregates['project-year'];
const state = fold(projectYear, [opened]);
const SHOWN = {
  division: '330211000',
  aggregate: 'project-year' as const,
  id: 'P1-2014',
  state,
  obligations: projectYear.openObligations(state),
  recordedAt: RECORDED_AT,
};
