import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore, readStream, type Store } from '@quancheng/event-store';
import type { StreamId } from '@quancheng/kernel';
import { askRun } from '@quancheng/ports/client';
import { Client, Connection } from '@temporalio/client';
import { ApiClient, type Post } from '../../infra/client/client.ts';
import { openPassage, type Passage } from '../../infra/faults/passage.ts';
import { sendSignal } from '../../infra/start/process.ts';
import { silentReport } from '../../infra/start/report.ts';
import { type ProcessName, type TemporaryStack, temporaryStack } from '../../infra/start/temporary.ts';

const DIVISION = '330211000';
const YEAR = 2015;
const CONTROL = 'P0';
/** Who dies with the worker, and the project whose command was just committed. */
const DEATHS: readonly { readonly project: string; readonly killed: readonly ProcessName[] }[] = [
  { project: 'P1', killed: ['worker'] },
  { project: 'P2', killed: ['worker', 'api'] },
  { project: 'P3', killed: ['worker', 'temporal'] },
];

/** The store has committed, and Temporal has not heard of it: nobody may do it again, forget it, or remind of what is done. */
describe('killed between the commit and the marker in the history', () => {
  let stack: TemporaryStack;
  let passage: Passage;
  let owner: Store;
  let api: ApiClient;
  let connection: Connection;
  let client: Client;

  beforeAll(async () => {
    stack = await temporaryStack(silentReport, {}, async ({ temporal }) => {
      passage = await openPassage(temporal);
      return { worker: { temporal: passage.address } };
    });
    owner = openStore(stack.addresses.database, { max: 2, name: 'spec-owner' });
    api = new ApiClient(stack.apiUrl);
    connection = await Connection.connect({ address: stack.addresses.temporal });
    client = new Client({ connection, namespace: stack.settings.temporalNamespace });
    await api.moveClock(administrator, '2014-01-02T09:00:00+08:00');
    for (const id of [CONTROL, ...DEATHS.map(({ project }) => project)]) await begin(id);
    await openWindow();
    await api.moveClock(administrator, '2014-01-03T09:00:00+08:00');
  }, 300_000);
  afterAll(async () => {
    await connection.close();
    await owner.end();
    await stack.stop();
    await passage.close();
  }, 120_000);

  const post = (role: Post['role']): Post => ({
    role,
    unit: '201001',
    department: '201',
    division: DIVISION,
  });
  const administrator: Post = { ...post('administrator'), unit: '101', department: '101' };
  const yearOf = (id: string) => `${id}-${YEAR}`;
  const streamOf = (id: string) => `${DIVISION}/project-year/${yearOf(id)}` as StreamId;
  const typesOf = async (id: string) => (await readStream(owner, streamOf(id))).map(({ type }) => type);

  async function begin(id: string): Promise<void> {
    const clerk = post('unit-clerk');
    await api.must(clerk, ['projects', id, 'register'], {
      name: `河道整治工程${id}`,
      nature: 'recurrent',
      term: 'continuing',
      field: '环保',
      plannedStart: '2014-01-01',
      plannedEnd: '2017-12-31',
      totalFen: { amount: '276', unit: '万元' },
    });
    await api.must(clerk, ['projects', id, 'open-year'], { fiscalYear: YEAR });
    while ((await api.get(clerk, `/api/project-years/${yearOf(id)}`)).status !== 200);
  }

  /** With it begins the duty to declare, and its reminders. */
  async function openWindow(): Promise<void> {
    const performance: Post = { ...post('finance-performance'), unit: '101', department: '101' };
    const to = (command: string) => ['budget-years', String(YEAR), command] as const;
    const noticePaper = '镇财〔2014〕1号';
    await api.must(performance, to('prepare'), { noticePaper, departments: ['201'], agenda: [] });
    await api.must(performance, to('open-window'), {
      window: 'declaration',
      until: '2014-02-28',
      noticePaper,
    });
  }

  /** Withdraws, and kills in the gap: the stream is held until the worker waits for it, and its way to Temporal is blocked. */
  async function withdrawAndKill(id: string, killed: readonly ProcessName[]) {
    const held = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const holding = owner.sql.begin(async (sql) => {
      await sql`select version from streams where stream = ${streamOf(id)} for update`;
      held.resolve();
      await release.promise;
    });
    await held.promise;
    const answer = api.must(post('unit-head'), ['project-years', yearOf(id), 'withdraw'], {
      reason: '不再实施',
    });
    while ((await waitingWorkers()) === 0);
    passage.block();
    release.resolve();
    await holding;
    while (!(await typesOf(id)).includes('DeclarationWithdrawn'));
    for (const name of killed) {
      const pid = stack.pidOf(name);
      if (pid !== undefined) sendSignal(pid, 'SIGKILL');
    }
    passage.open();
    return await answer;
  }

  async function waitingWorkers(): Promise<number> {
    const [row] = await owner.sql<[{ count: bigint }]>`
      select count(*) from pg_stat_activity
      where application_name like 'quancheng-worker%' and wait_event_type = 'Lock'`;
    return Number(row.count);
  }

  it.each(DEATHS)(
    '$killed: the sender has his answer, and the run what the store has',
    async ({ project, killed }) => {
      const { version, events } = await withdrawAndKill(project, killed);
      const stored = await readStream(owner, streamOf(project));
      expect(stored.map((event) => event.version)).toEqual(stored.map((_, index) => index + 1));
      expect(stored.filter(({ type }) => type === 'DeclarationWithdrawn')).toHaveLength(1);
      const last = stored.at(-1);
      expect([version, events.at(-1)?.eventId]).toEqual([last?.version, last?.eventId]);
    },
    180_000,
  );

  it('nobody is reminded of what was withdrawn, and whoever still owes it is', async () => {
    await api.moveClock(administrator, '2014-03-31T09:00:00+08:00');
    expect(await typesOf(CONTROL)).toContain('ObligationReminded');
    for (const { project } of DEATHS) expect((await typesOf(project)).at(-1)).toBe('DeclarationWithdrawn');
  }, 120_000);

  it('every run that goes on knows what the store has', async () => {
    const last = (await readStream(owner, streamOf(CONTROL))).at(-1);
    expect(await askRun(client, streamOf(CONTROL))).toEqual({
      version: last?.version,
      eventId: last?.eventId,
    });
  });
});
