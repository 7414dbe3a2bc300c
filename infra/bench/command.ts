import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { ApiClient, type Post } from '../client/client.ts';
import { launch } from '../start/process.ts';
import type { Report } from '../start/report.ts';
import { ROOT } from '../start/settings.ts';
import { type TemporaryStack, temporaryStack } from '../start/temporary.ts';
import { type Figures, figuresOf, median } from './figures.ts';

const ROUNDS = 7;
const COMMANDS_PER_ROUND = 40;
const WARM_UP = 30;

/**
 * One command at a time through the public API (identity, form, Update, decide, append, read models) against the least any
 * durable command costs on the same server: a bare Update with an empty local activity. p50 of each, in turn.
 */
export async function benchCommand({ seed, report }: { seed: number; report: Report }): Promise<Figures> {
  const stack = await temporaryStack(report);
  const peer = await startPeer(stack);
  try {
    const ours = await ourCommand(stack, seed);
    for (let i = 0; i < WARM_UP; i++) {
      await ours();
      await peer.touch();
    }
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await oneRound(ours, peer.touch));
    return figuresOf({
      bench: 'command',
      unit: 'ms',
      rounds,
      load: { clients: 1, commandsPerRound: COMMANDS_PER_ROUND, command: 'project-years SaveDraft' },
      versions: { temporal: await peer.serverVersion() },
      seed,
    });
  } finally {
    await peer.stop();
    await stack.stop();
  }
}

async function oneRound(ours: () => Promise<unknown>, peer: () => Promise<unknown>) {
  const took: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let i = 0; i < COMMANDS_PER_ROUND; i++) {
    took.ours.push(await timed(ours));
    took.peer.push(await timed(peer));
  }
  return { ours: median(took.ours), peer: median(took.peer) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A clerk saves the draft of a declaration, each time with other words, on a project-year of its own each few dozen times. */
async function ourCommand(stack: TemporaryStack, seed: number): Promise<() => Promise<unknown>> {
  const api = new ApiClient(stack.apiUrl);
  const clerk: Post = {
    role: 'unit-clerk',
    unit: '201001',
    department: '201',
    division: stack.settings.division,
  };
  let count = 0;
  let year = '';
  return async () => {
    if (count % (WARM_UP + COMMANDS_PER_ROUND) === 0) year = await openYear(api, clerk, `B${seed}-${count}`);
    count += 1;
    await api.must(clerk, ['project-years', year, 'save-draft'], {
      form: { need: `第 ${count} 稿：三个村的生活污水直排河道` },
    });
  };
}

async function openYear(api: ApiClient, clerk: Post, project: string): Promise<string> {
  const fiscalYear = new Date().getFullYear();
  await api.must(clerk, ['projects', project, 'register'], {
    name: '测速项目',
    nature: 'new',
    term: 'one-off',
    field: '其他',
    totalFen: { amount: '10', unit: '万元' },
    plannedStart: `${fiscalYear}-01-01`,
    plannedEnd: `${fiscalYear}-12-31`,
  });
  await api.must(clerk, ['projects', project, 'open-year'], { fiscalYear });
  const year = `${project}-${fiscalYear}`;
  // The year opens by a fact that the project carries over: asked for until it is there.
  while ((await api.get(clerk, `/api/project-years/${year}`)).status !== 200);
  return year;
}

async function startPeer(stack: TemporaryStack) {
  const { temporal: address } = stack.addresses;
  const namespace = stack.settings.temporalNamespace;
  const worker = await launch({
    name: 'bench-peer',
    command: process.execPath,
    args: [path.join(ROOT, 'infra/bench/peer-worker.ts'), address, namespace],
    cwd: ROOT,
    logFile: path.join(stack.settings.dataFolder, 'logs', 'bench-peer.log'),
    graceMs: 10_000,
  });
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const handle = await client.workflow.start('bareUpdate', {
    workflowId: 'bench-peer',
    taskQueue: 'bench-peer',
  });
  await handle.executeUpdate('touch');
  return {
    touch: () => handle.executeUpdate('touch'),
    serverVersion: async () => (await connection.workflowService.getSystemInfo({})).serverVersion ?? '?',
    async stop() {
      await connection.close();
      await worker.stop();
    },
  };
}
