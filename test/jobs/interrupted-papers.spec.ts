import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { PaperFile } from '../../infra/client/paper-file.ts';
import { Bureau, yearFile } from '../acceptance/support/bureau.ts';
import { yearsAt } from '../acceptance/support/lives.ts';
import { declaration } from '../acceptance/support/papers.ts';
import { type JobStack, type ShownJob, startJobStack, workerProcess } from './support.ts';

/** An import of papers that is cut off twice: while it is previewed, and while it is carried out. */
const PROJECTS = Array.from({ length: 12 }, (_, index) => `K-${index + 1}`);
let stack: JobStack;
let bureau: Bureau;
const clerk = () => stack.post('unit-clerk');

beforeAll(async () => {
  stack = await startJobStack();
  bureau = new Bureau(stack);
  await bureau.on('2013-09-10');
  await yearsAt(
    bureau,
    'draft',
    PROJECTS.map((id) => ({ id })),
  );
  await bureau.does('unit-clerk', yearFile('K-1'), 'save-draft', { form: declaration('600000.00') });
}, 120_000);
afterAll(async () => {
  for (const child of workers) child.kill('SIGKILL');
  await stack.stop();
});

const workers: ChildProcess[] = [];
async function worker(): Promise<ChildProcess> {
  const child = await workerProcess(stack);
  workers.push(child);
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function uploaded(id: string) {
  const { bytes } = await stack.api.download(clerk(), `/api/${yearFile(id)}/papers/goal-declaration`);
  const file = await PaperFile.open(bytes);
  const filled = file
    .type(file.behind('本年申报金额'), 60)
    .type(file.behind('立项必要性'), `${id}的需要`)
    .type(file.behind('主要内容'), '管网')
    .type(file.under('支出内容', 1), '管网');
  const amount = file.under('支出内容', 1).replace(/^A/, 'E');
  const given = {
    name: `${id}.xlsx`,
    type: 'application/octet-stream',
    bytes: await filled.type(amount, 60).bytes(),
  };
  const { body } = await stack.api.upload(clerk(), given, 'paper');
  return { sha256: (body as { sha256: string }).sha256, name: given.name };
}

async function theJob(): Promise<ShownJob> {
  for (;;) {
    const { body } = await stack.api.get<{ items: ShownJob[] }>(clerk(), '/api/jobs');
    const [job] = body.items;
    if (job !== undefined) return job;
  }
}

describe('an import of papers whose worker is killed', () => {
  it('begins its preview anew, goes on with its work, and keeps each draft once', async () => {
    const files = await Promise.all(PROJECTS.map(uploaded));
    await stack.stopWorker();
    const first = await worker();
    const asked = stack.begin(clerk(), { kind: 'import-papers', parameters: { files } });
    const { id, state } = await theJob();
    await killed(first);
    expect(state).toBe('opened');

    const second = await worker();
    await asked;
    let job = await stack.job(clerk(), id);
    while (job.state === 'opened') job = await stack.job(clerk(), id);
    expect(job.counts).toMatchObject({ touched: PROJECTS.length, faulty: 0 });
    await stack.confirm(clerk(), id);
    await killed(second);

    await stack.startWorkerAgain();
    expect((await stack.ended(clerk(), id)).counts).toMatchObject({ done: PROJECTS.length, refused: 0 });
    const kept = await Promise.all(PROJECTS.map((project) => bureau.typesOf(yearFile(project))));
    const drafts = kept.map((types) => types.filter((type) => type === 'DraftSaved').length);
    expect(drafts).toEqual(PROJECTS.map((project) => (project === 'K-1' ? 2 : 1)));
  }, 120_000);
});
