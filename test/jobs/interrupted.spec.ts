import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { importSet } from '../../infra/bench/import-set.ts';
import { type JobStack, startJobStack, workerProcess } from './support.ts';

/** Work that is cut off in the middle: by a kill it goes on where it was, by a person it stays where it was. */
const set = importSet({ units: 20, projects: 120, payments: 240, faults: 0 });
let stack: JobStack;
const administrator = () => stack.post('administrator', '101', '101');
const treasury = () => stack.post('treasury', '101', '101');

beforeAll(async () => {
  stack = await startJobStack();
  await stack.clockTo('2014-05-05T09:00:00+08:00');
  const name = '镇海区';
  await stack.api.must(administrator(), ['directories', stack.division, 'found-directory'], { name });
  const units = await stack.bring(administrator(), 'import-units', set.units);
  await stack.confirm(administrator(), units.body.id);
  await stack.ended(administrator(), units.body.id);
});
afterAll(() => stack.stop());

/** Until something of it is done, and not all. */
async function underWay(post: ReturnType<typeof administrator>, id: string): Promise<void> {
  for (;;) {
    const { counts } = await stack.job(post, id);
    if (counts.done > 0) return expect(counts.left).toBeGreaterThan(0);
  }
}

describe('a job whose worker is killed', () => {
  it('goes on where it was, and nothing is doubled', async () => {
    await stack.stopWorker();
    const child = await workerProcess(stack);
    const { body } = await stack.bring(administrator(), 'import-projects', set.projects);
    await stack.confirm(administrator(), body.id);
    await underWay(administrator(), body.id);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { counts } = await stack.job(administrator(), body.id);
    expect([counts.done > 0, counts.left > 0]).toEqual([true, true]);

    await stack.startWorkerAgain();
    expect((await stack.ended(administrator(), body.id)).counts).toMatchObject({
      done: 120,
      refused: 0,
      left: 0,
    });
    // A budget year that has its run by now takes what it is owed by itself: a second passes, and all of it has arrived.
    await stack.clockTo('2014-05-05T09:00:01+08:00');
    const rows = await stack.store.sql.begin(async (sql) => {
      await sql`select set_config('quancheng.division', ${stack.division}, true)`;
      return await sql<{ type: string; events: string; streams: string }[]>`
        select type, count(*)::text as events, count(distinct stream)::text as streams from events
        where type in ('ProjectTakenOver', 'ProjectYearOpened', 'ProjectYearEnrolled') group by type order by type`;
    });
    expect(rows.map(({ type, events, streams }) => [type, events, streams])).toEqual([
      ['ProjectTakenOver', '120', '120'],
      ['ProjectYearEnrolled', '120', '1'],
      ['ProjectYearOpened', '120', '120'],
    ]);
  });
});

describe('a job whose run is gone', () => {
  it('has one again after the sweep, and goes on from what the store has', async () => {
    const { body } = await stack.bring(treasury(), 'import-payments', set.payments);
    await stack.stopWorker();
    await stack.client.workflow.getHandle(`${stack.division}/job/${body.id}`).terminate();
    await stack.startWorkerAgain();
    // Confirming, too, would begin it; so whether the sweep did is looked up at the engine.
    await untilRunning(body.id);
    expect((await stack.cancel(treasury(), body.id)).body.state).toBe('cancelled');
  });
});

async function untilRunning(jobId: string): Promise<void> {
  for (;;) {
    const { status } = await stack.client.workflow.getHandle(`${stack.division}/job/${jobId}`).describe();
    if (status.name === 'RUNNING') return;
  }
}

describe('a job that is cancelled at work', () => {
  it('keeps what was done and leaves the rest; the same list brings the rest afterwards', async () => {
    const { body } = await stack.bring(treasury(), 'import-payments', set.payments);
    await stack.confirm(treasury(), body.id);
    await underWay(treasury(), body.id);
    expect((await stack.cancel(treasury(), body.id)).body.state).toBe('cancelled');
    const cancelled = await stack.ended(treasury(), body.id);
    expect([cancelled.state, cancelled.counts.left > 0]).toEqual(['cancelled', true]);

    const again = await stack.bring(treasury(), 'import-payments', set.payments);
    expect(again.body.counts.untouched).toBeGreaterThan(0);
    await stack.confirm(treasury(), again.body.id);
    const done = await stack.ended(treasury(), again.body.id);
    expect(done.counts.done + done.counts.untouched).toBe(240);
    const last = await stack.bring(treasury(), 'import-payments', set.payments);
    expect(last.body.counts).toMatchObject({ touched: 0, untouched: 240, faulty: 0 });
  });

  it('a payment that stands otherwise is a named fault, and a row that changed is touched alone', async () => {
    const [header = '', first = '', ...rest] = set.payments.split('\n');
    const other = [...first.split(',').slice(0, 4), '99.00'].join(',');
    const another = [...first.split(',').slice(0, 2), 'ZF-NEW', '2014-05-01', '99.00'].join(',');
    const list = [header, other, ...rest, another].join('\n');
    const { body } = await stack.bring(treasury(), 'import-payments', list);
    expect(body.counts).toMatchObject({ touched: 1, untouched: 239, faulty: 1 });
    const [fault] = await stack.items(treasury(), body.id, 'fault');
    expect([fault?.row, fault?.faults[0]?.code]).toEqual([2, 'PAYMENT_CONFLICT']);
  });

  it('a project that the list has otherwise is amended with the reason of the job', async () => {
    const [header = '', first = '', second = ''] = set.projects.split('\n');
    const cells = first.split(',');
    const list = [header, [cells[0], '改名后的项目', ...cells.slice(2)].join(','), second].join('\n');
    const { body } = await stack.bring(administrator(), 'import-projects', list);
    expect(body.counts).toMatchObject({ touched: 1, untouched: 1, faulty: 0 });
    await stack.confirm(administrator(), body.id, '按批复更名');
    expect((await stack.ended(administrator(), body.id)).counts).toMatchObject({ done: 1 });
    const path = `/api/projects/${cells[0]}/events`;
    const { body: log } = await stack.api.get<{ events: { type: string; data: object }[] }>(
      administrator(),
      path,
    );
    expect(log.events.findLast(({ type }) => type === 'ProjectAmended')?.data).toMatchObject({
      changed: ['name'],
      reason: '按批复更名',
    });
  });
});
