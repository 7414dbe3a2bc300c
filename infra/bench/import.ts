import { openStore } from '@quancheng/event-store';
import { ApiClient, type Post } from '../client/client.ts';
import type { Report } from '../start/report.ts';
import { temporaryStack } from '../start/temporary.ts';
import { type Figures, figuresOf, median } from './figures.ts';
import { accepted, jobAt, type ShownJob } from './jobs.ts';
import { FULL_SIZE, type ImportSet, importSet, type Planted } from './import-set.ts';

type List = Planted['list'];

const ROUNDS = 3;
const LISTS: readonly List[] = ['units', 'projects', 'payments'];
const KINDS = { units: 'import-units', projects: 'import-projects', payments: 'import-payments' } as const;
const ASK_EVERY_MS = 100;
/** Of the division's clock: the lists take over what stands at this moment. */
const FIRST_DAY = '2014-05-05T09:00:00+08:00';

/** Seconds of an import of all three lists, and of each. */
interface Took {
  readonly whole: number;
  readonly lists: Readonly<Record<List, number>>;
}

interface Round {
  readonly first: Took;
  readonly again: Took;
  readonly peer: number;
}

/**
 * A bureau's first day through the public API (upload, preview, confirmation, work), twice in a row, each round in a division of
 * its own; beside it the least that typing the same rows into a database costs: a bare INSERT of each, one row a statement. An
 * import that names another fault than those planted, or doubles anything, gives no figure at all.
 */
export async function benchImport({ seed, report }: { seed: number; report: Report }): Promise<Figures[]> {
  const stack = await temporaryStack(report);
  const store = openStore(stack.addresses.database, { max: 1, name: 'bench-peer' });
  try {
    const set = importSet(FULL_SIZE);
    const rounds: Round[] = [];
    for (let number = 1; number <= ROUNDS; number++) {
      const bureau = await newBureau(stack.apiUrl, `330211${100 + number}`);
      rounds.push({
        first: await bringAll(bureau, set, 'first'),
        again: await bringAll(bureau, set, 'again'),
        peer: await bareInserts(store.sql, set),
      });
    }
    const [server] = await store.sql<[{ server_version: string }]>`show server_version`;
    const figures = (time: 'again' | 'first') =>
      figuresOf({
        bench: 'import',
        unit: 's',
        rounds: rounds.map((round) => ({ ours: round[time].whole, peer: round.peer })),
        load: {
          clients: 1,
          ...FULL_SIZE,
          time,
          medianSeconds: mediansOf(rounds.map((round) => round[time])),
        },
        versions: { postgres: server.server_version },
        seed,
      });
    return [figures('again'), figures('first')];
  } finally {
    await store.end();
    await stack.stop();
  }
}

interface Bureau {
  readonly api: ApiClient;
  readonly postFor: (list: List) => Post;
}

async function newBureau(apiUrl: string, division: string): Promise<Bureau> {
  const api = new ApiClient(apiUrl);
  const post = (role: Post['role']): Post => ({ role, unit: '101', department: '101', division });
  const administrator = post('administrator');
  await api.moveClock(administrator, FIRST_DAY);
  await api.must(administrator, ['directories', division, 'found-directory'], { name: '测速区' });
  return { api, postFor: (list) => (list === 'payments' ? post('treasury') : administrator) };
}

async function bringAll(bureau: Bureau, set: ImportSet, time: 'first' | 'again'): Promise<Took> {
  const lists = { units: 0, projects: 0, payments: 0 };
  for (const list of LISTS) {
    const before = performance.now();
    const job = await bring(bureau, list, set[list]);
    lists[list] = secondsSince(before);
    // Not part of the time: what is read here, nobody has to read.
    await prove(bureau, list, set, { job, time });
  }
  return { whole: lists.units + lists.projects + lists.payments, lists };
}

const secondsSince = (start: number): number => (performance.now() - start) / 1_000;

async function bring({ api, postFor }: Bureau, list: List, text: string): Promise<ShownJob> {
  const post = postFor(list);
  const file = { name: `${list}.csv`, type: 'text/csv', bytes: new TextEncoder().encode(text) };
  const uploaded = accepted('jobs', await api.upload(post, file)) as { sha256: string };
  const request = { kind: KINDS[list], sha256: uploaded.sha256, fileName: file.name };
  const { id } = accepted('jobs', await api.post<ShownJob>(post, '/api/jobs', request));
  const job = { api, post, id, askEveryMs: ASK_EVERY_MS };
  await jobAt('previewed', job);
  accepted('jobs', await api.post<ShownJob>(post, `/api/jobs/${id}/confirm`, { reason: '首次导入' }));
  return await jobAt('done', job);
}

/** The planted faults are named by row, no other is, and the second time nothing is touched. */
async function prove(
  { api, postFor }: Bureau,
  list: List,
  { planted, ...set }: ImportSet,
  { job, time }: { job: ShownJob; time: 'first' | 'again' },
): Promise<void> {
  const path = `/api/jobs/${job.id}/items?state=fault`;
  const { body } = await api.get<{ items: { row: number; faults: { code: string }[] }[] }>(
    postFor(list),
    path,
  );
  const named = body.items.flatMap(({ row, faults }) => faults.map(({ code }) => `${row} ${code}`));
  const wanted = planted.filter((one) => one.list === list).map(({ row, code }) => `${row} ${code}`);
  const good = set[list].split('\n').length - 1 - wanted.length;
  const isDone = job.counts.done === (time === 'first' ? good : 0) && job.counts.refused === 0;
  if (named.join() !== wanted.join() || !isDone)
    throw new Error(
      `${list}, ${time}: ${JSON.stringify(job.counts)}, named ${named.join()}, planted ${wanted.join()}`,
    );
}

const mediansOf = (took: readonly Took[]) =>
  Object.fromEntries(
    LISTS.map((list) => [list, Number(median(took.map(({ lists }) => lists[list])).toFixed(2))]),
  );

async function bareInserts(sql: ReturnType<typeof openStore>['sql'], set: ImportSet): Promise<number> {
  await sql`create table bare_rows (list text, cells text[])`;
  const start = performance.now();
  for (const list of LISTS)
    for (const line of set[list].split('\n').slice(1))
      await sql`insert into bare_rows (list, cells) values (${list}, ${line.split(',')})`;
  const took = secondsSince(start);
  await sql`drop table bare_rows`;
  return took;
}
