import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recover } from '@quancheng/activities';
import { openStreams, owedInDivision, placeOf } from '@quancheng/event-store';
import type { DivisionCode, StreamId } from '@quancheng/kernel';
import { askRun, endRun, runningStreams } from '@quancheng/ports/client';
import { loadDossier } from '@quancheng/read-models';
import { type OwnTemporal, ownTemporal } from '../support/own-temporal.ts';
import { type Stack, startStack } from '../support/stack.ts';

const PROJECTS = ['P1', 'P2', 'P3'];
const RUNNING_CLOCK = '330211000';
const STANDING_CLOCK = '330211007';

describe('Temporal’s data deleted outright', () => {
  let server: OwnTemporal;
  let stack: Stack;
  let before: { stream: StreamId; version: number; wakeAt: string | null }[];

  beforeAll(async () => {
    server = await ownTemporal();
    stack = await startStack(RUNNING_CLOCK, {
      temporal: server,
      worker: { sweep: { everyMs: 250, quietMs: 500 } },
    });
    await stack.api.moveClock(administrator(STANDING_CLOCK), '2014-01-02T09:00:00+08:00');
    for (const id of PROJECTS) {
      await register(id, RUNNING_CLOCK, new Date().getFullYear());
      await register(id, STANDING_CLOCK, 2014);
    }
    for (const division of [RUNNING_CLOCK, STANDING_CLOCK])
      while ((await owedInDivision(stack.store, division as DivisionCode)) > 0);
    before = await standing();
    await server.deleteEverything();
  }, 120_000);
  afterAll(async () => {
    await stack.stop();
    await server.stop();
  }, 120_000);

  const administrator = (division: string) => ({ ...stack.post('administrator', '101', '101'), division });
  const clerk = (division: string) => ({ ...stack.post('unit-clerk'), division });

  async function register(id: string, division: string, fiscalYear: number): Promise<void> {
    await stack.api.must(clerk(division), ['projects', id, 'register'], {
      name: `河道整治工程${id}`,
      nature: 'new',
      term: 'one-off',
      field: '环保',
      plannedStart: `${fiscalYear}-01-01`,
      plannedEnd: `${fiscalYear + 1}-06-30`,
      totalFen: { amount: '276', unit: '万元' },
    });
    await stack.api.must(clerk(division), ['projects', id, 'open-year'], { fiscalYear });
    while ((await stack.api.get(clerk(division), `/api/project-years/${id}-${fiscalYear}`)).status !== 200);
  }

  async function standing() {
    const streams = await openStreams(stack.store);
    return await Promise.all(
      streams.map(async (stream) => {
        const [row] = await stack.store.sql.begin(async (sql) => {
          await sql`select set_config('quancheng.division', '*', true)`;
          return await sql<{ version: number; wake_at: string | null }[]>`
            select version, wake_at from streams where stream = ${stream}`;
        });
        return { stream, version: row?.version ?? 0, wakeAt: row?.wake_at ?? null };
      }),
    );
  }

  const knownByAll = async () =>
    await Promise.all(before.map(({ stream }) => askRun(stack.client, stream).catch(() => null)));

  it('every open file is at work again by itself, at the version that the store has', async () => {
    expect(before.length).toBeGreaterThanOrEqual(4 * PROJECTS.length);
    while ((await knownByAll()).some((known) => known === null || known.version === 0));
    expect((await knownByAll()).map((known) => known?.version)).toEqual(before.map(({ version }) => version));
  }, 60_000);

  const withTimer = () =>
    before.filter(({ stream, wakeAt }) => stream.startsWith(RUNNING_CLOCK) && wakeAt !== null);

  it('each with its clock: where the clock runs, a timer to the very moment', async () => {
    expect(withTimer().length).toBeGreaterThanOrEqual(PROJECTS.length);
    for (const { stream, wakeAt } of withTimer()) {
      const { events } = await stack.client.workflow.getHandle(stream).fetchHistory();
      const fires = (events ?? []).flatMap(({ eventTime, timerStartedEventAttributes: timer }) =>
        timer ? [secondsOf(eventTime) + secondsOf(timer.startToFireTimeout)] : [],
      );
      expect(Math.abs((fires.at(-1) ?? 0) - Date.parse(wakeAt ?? '') / 1000)).toBeLessThan(2);
    }
  });

  it('operators find it by the same words as before', async () => {
    const found = new Set<string>();
    const query = `QcDivision = '${RUNNING_CLOCK}' and QcWakeAt is not null`;
    const wanted = withTimer().map(({ stream }) => stream);
    while (found.size < wanted.length)
      for await (const { workflowId } of stack.client.workflow.list({ query })) found.add(workflowId);
    expect([...found].sort()).toEqual(wanted);
  });

  it('a moved clock moves on, and a duty lapses on its day', async () => {
    await stack.api.moveClock(administrator(STANDING_CLOCK), '2016-01-01T09:00:00+08:00');
    const project = await loadDossier(stack.store, `${STANDING_CLOCK}/project/P1` as StreamId);
    expect(project?.events.map(({ type }) => type)).toContain('PlannedEndReached');
  }, 60_000);

  it('a command is taken as ever', async () => {
    await stack.api.must(
      clerk(RUNNING_CLOCK),
      ['project-years', `P1-${new Date().getFullYear()}`, 'save-draft'],
      {
        form: { need: '三个村的生活污水直排河道' },
      },
    );
  });

  it('recover, asked afterwards, finds nothing left to do', async () => {
    let found = await recover(stack.store, stack.client);
    while (found.begun + found.nudged + found.ended + found.behind > 0)
      found = await recover(stack.store, stack.client);
    expect(found).toEqual({
      open: (await openStreams(stack.store)).length,
      begun: 0,
      nudged: 0,
      ended: 0,
      behind: 0,
    });
  });

  it('recover of one division begins what is missing there, and nothing else', async () => {
    await stack.stopWorker();
    const one = `${STANDING_CLOCK}/project/P1`;
    const other = `${RUNNING_CLOCK}/project/P1`;
    for (const stream of [one, other]) await endRun(stack.client, stream, 'a hand that slipped');
    await stack.startWorkerAgain();
    const found = await recover(stack.store, stack.client, { division: STANDING_CLOCK as DivisionCode });
    expect(found.begun).toBeLessThanOrEqual(1);
    expect(await askRun(stack.client, one)).toMatchObject({
      version: (await placeOf(stack.store, one as StreamId, 0))?.version,
    });
    while (!(await runningStreams(stack.client)).has(other));
  });
});

const secondsOf = (given: { seconds?: unknown; nanos?: number | null } | null | undefined): number =>
  Number(given?.seconds ?? 0) + Number(given?.nanos ?? 0) / 1e9;
