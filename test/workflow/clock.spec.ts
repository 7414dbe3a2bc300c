import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { followUpActivities, streamActivities } from '@quancheng/activities';
import type { Actor } from '@quancheng/domain';
import { openStore, type Store } from '@quancheng/event-store';
import { addDays, dateOf, instantFromEpoch, type PlainDate, toJson } from '@quancheng/kernel';
import { COMMAND_UPDATE, TASK_QUEUE, type WireCommand, WORKFLOW_TYPES } from '@quancheng/ports';
import { loadDossier } from '@quancheng/read-models';
import { searchAttributeTypes, workflowBundle } from '@quancheng/worker';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { KEPT, need, ownDatabase } from '../support/stack.ts';

const DIVISION = '330211000';
const clerk: Actor = {
  personId: 'p-1',
  role: 'unit-clerk',
  post: 'unit-clerk',
  unit: '201001',
  department: '201',
  division: DIVISION,
};

/** Months pass in moments: the time-skipping server, with the real store and the real activities. */
describe('the one clock of every stream', () => {
  let env: TestWorkflowEnvironment;
  let store: Store;
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let worker: Worker;
  let running: Promise<void>;

  beforeAll(async () => {
    database = await ownDatabase();
    store = openStore(database.writer, { max: 8, name: 'spec' });
    env = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: need('TEST_SERVER_PATH') } },
    });
    // This server registers but does not list them, so they are not verified here.
    await env.connection.operatorService.addSearchAttributes({
      namespace: 'default',
      searchAttributes: searchAttributeTypes(),
    });
    worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: TASK_QUEUE,
      workflowBundle: await workflowBundle(KEPT),
      activities: { ...streamActivities(store), ...followUpActivities(store, env.client) },
    });
  });
  afterAll(async () => {
    worker?.shutdown();
    await running;
    await env.teardown();
    await store.end();
    await database.drop();
  });

  const today = async (): Promise<PlainDate> => dateOf(instantFromEpoch(await env.currentTimeMs()));
  const facts = async (stream: string) =>
    (await loadDossier(store, stream))?.events.map(({ type }) => type) ?? [];

  /** This server knows no update-with-start: the run is begun first, and the worker only when its first Update waits. */
  async function register(id: string): Promise<string> {
    const stream = `${DIVISION}/project/${id}`;
    const start = await today();
    const handle = await env.client.workflow.start(WORKFLOW_TYPES.project, {
      workflowId: stream,
      taskQueue: TASK_QUEUE,
      args: [{ stream }],
    });
    const command: WireCommand = {
      type: 'Register',
      commandId: `register-${id}`,
      actor: clerk,
      data: toJson({
        name: '后海塘片区扬尘治理工程',
        nature: 'new',
        term: 'one-off',
        field: '环保',
        totalFen: { amount: '900', unit: '万元' },
        plannedStart: start,
        plannedEnd: addDays(start, 20),
      }),
    };
    const receivedAt = instantFromEpoch(await env.currentTimeMs());
    const answered = handle.executeUpdate(COMMAND_UPDATE, { args: [{ command, receivedAt }] });
    running = worker.run();
    await answered;
    return stream;
  }

  it('raises the duty at the planned end, reminds, and records the lapse once when nobody acts', async () => {
    const stream = await register('P-CLOCK-1');
    await env.sleep('120 days');
    const recorded = await facts(stream);
    expect(recorded.slice(0, 2)).toEqual(['ProjectRegistered', 'PlannedEndReached']);
    expect(recorded).toContain('ObligationReminded');
    expect(recorded.filter((type) => type === 'ObligationLapsed')).toHaveLength(1);
    expect(recorded.at(-1)).toBe('ObligationLapsed');
  });
});
