import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importSet, type Planted } from '../../infra/bench/import-set.ts';
import { type JobStack, type ShownJob, startJobStack } from './support.ts';

/** The first day of a bureau, with fifty faults of all sorts planted in its three lists. */
const SIZE = { units: 60, projects: 60, payments: 400, faults: 50 };
const KINDS = { units: 'import-units', projects: 'import-projects', payments: 'import-payments' } as const;
type List = keyof typeof KINDS;

let stack: JobStack;
const administrator = () => stack.post('administrator', '101', '101');
const treasury = () => stack.post('treasury', '101', '101');
const postFor = (list: List) => (list === 'payments' ? treasury() : administrator());

async function imported(list: List, text: string): Promise<ShownJob> {
  const { status, body } = await stack.bring(postFor(list), KINDS[list], text);
  expect([status, body.state]).toEqual([201, 'previewed']);
  expect((await stack.confirm(postFor(list), body.id)).status).toBe(200);
  return await stack.ended(postFor(list), body.id);
}

async function named(list: List, job: ShownJob): Promise<Planted[]> {
  const items = await stack.items(postFor(list), job.id, 'fault');
  return items.flatMap(({ row, faults }) => faults.map(({ code }) => ({ list, row, code })));
}

beforeAll(async () => {
  stack = await startJobStack();
  await stack.clockTo('2014-05-05T09:00:00+08:00');
  const name = '镇海区';
  await stack.api.must(administrator(), ['directories', stack.division, 'found-directory'], { name });
});
afterAll(async () => {
  await stack.stop();
});

describe('units, projects and payments of a first day', () => {
  const set = importSet(SIZE);
  const faultsIn = (list: List) => set.planted.filter((planted) => planted.list === list);

  it.each(['units', 'projects', 'payments'] as const)(
    '%s: the good rows are recorded, each planted fault is named by its row and nothing else is',
    async (list) => {
      const job = await imported(list, set[list]);
      expect(await named(list, job)).toEqual(faultsIn(list));
      const good = set[list].split('\n').length - 1 - faultsIn(list).length;
      expect(job.counts).toEqual({
        touched: good,
        untouched: 0,
        faulty: faultsIn(list).length,
        done: good,
        refused: 0,
        left: 0,
      });
    },
  );

  it.each(['units', 'projects', 'payments'] as const)(
    '%s: brought again, nothing is doubled',
    async (list) => {
      const { body } = await stack.bring(postFor(list), KINDS[list], set[list]);
      expect(body.counts).toMatchObject({ touched: 0, faulty: faultsIn(list).length });
    },
  );

  it('each year has its payments once, and stands enrolled in its budget year', async () => {
    const faulty = new Set(faultsIn('payments').map(({ row }) => row));
    const paid = set.payments
      .split('\n')
      .map((line, index) => ({ projectId: line.split(',')[0] ?? '', row: index + 1 }))
      .filter(({ row }) => row > 1 && !faulty.has(row));
    for (const [projectId, payments] of Map.groupBy(paid, (payment) => payment.projectId)) {
      const path = `/api/project-years/${projectId}-2014`;
      const { body } = await stack.api.get<{ state: { payments: unknown[] } }>(treasury(), path);
      expect(body.state.payments).toHaveLength(payments.length);
    }
    const year = await stack.api.get<{ state: { entries: object } }>(
      administrator(),
      '/api/budget-years/2014',
    );
    const projects = SIZE.projects - faultsIn('projects').length;
    expect(Object.keys(year.body.state.entries)).toHaveLength(projects);
  });
});
