import { setTimeout as pause } from 'node:timers/promises';
import { canonicalJson, isRefusal } from '@quancheng/kernel';
import { type PaperHead, readPaper } from '@quancheng/papers';
import { ApiClient, type Post } from '../client/client.ts';
import type { Report } from '../start/report.ts';
import { temporaryStack } from '../start/temporary.ts';
import { type Figures, figuresOf, median } from './figures.ts';
import { accepted, jobAt, type ShownJob } from './jobs.ts';
import { type Filled, filledPapers, type Values } from './papers-set.ts';

const ROUNDS = 3;
const PAPERS = 100;
const FAULTS = 20;
const AT_ONCE = 4;
const ASK_EVERY_MS = 50;
const FIRST_DAY = '2013-09-10T09:00:00+08:00';
const GOAL_SECONDS = 10;

interface Item {
  readonly row: number;
  readonly faults: readonly { readonly field: string }[];
  readonly detail: { readonly changes: readonly { readonly field: string }[] };
}

/** Seconds of each part of one import. */
interface Took {
  readonly upload: number;
  readonly preview: number;
  readonly work: number;
}

/**
 * An import of 100 declarations through the public API, 20 of them with a spoilt cell, each round in a division of its own:
 * files handed in, previewed, confirmed, kept as drafts. Beside it the least that it could cost: the same files read one after
 * the other in one process. An import that does not name each spoilt cell and no other, changes a draft without saying so, or
 * does not bring back what it sent out gives no figure at all.
 */
export async function benchPapers({ seed, report }: { seed: number; report: Report }): Promise<Figures[]> {
  const stack = await temporaryStack(report);
  try {
    const rounds: { took: Took; peer: number }[] = [];
    for (let number = 1; number <= ROUNDS; number++) {
      const clerk = await newClerk(stack.apiUrl, `330211${100 + number}`);
      const heads = await clerk.openYears();
      const files = await filledPapers(heads, { seed: seed + number, faults: FAULTS });
      // In turn, so that a slow moment of the machine falls on both sides.
      const peer = await secondsOf(() => readAll(files));
      rounds.push({ took: await bringAndProve(clerk, files), peer });
    }
    const medianOf = (part: keyof Took) => median(rounds.map(({ took }) => took[part]));
    return [
      figuresOf({
        bench: 'papers',
        unit: 's',
        rounds: rounds.map(({ took, peer }) => ({ ours: took.preview + took.work, peer })),
        load: {
          clients: 1,
          papers: PAPERS,
          faulty: FAULTS,
          namedByCell: FAULTS,
          silentChanges: 0,
          goalSeconds: GOAL_SECONDS,
          medianSeconds: { upload: medianOf('upload'), preview: medianOf('preview'), work: medianOf('work') },
        },
        versions: {},
        seed,
      }),
    ];
  } finally {
    await stack.stop();
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

async function readAll(files: readonly Filled[]): Promise<void> {
  for (const { bytes } of files) await readPaper(bytes);
}

type Clerk = Awaited<ReturnType<typeof newClerk>>;

async function newClerk(apiUrl: string, division: string) {
  const api = new ApiClient(apiUrl);
  const post: Post = { role: 'unit-clerk', unit: '201001', department: '201', division };
  await api.moveClock({ ...post, role: 'administrator' }, FIRST_DAY);
  const ids = Array.from({ length: PAPERS }, (_, index) => `B-${String(index + 1).padStart(3, '0')}`);
  const address = (id: string) => `/api/project-years/${id}-2014`;
  const open = async (id: string): Promise<PaperHead> => {
    await api.must(post, ['projects', id, 'register'], PROJECT);
    await api.must(post, ['projects', id, 'open-year'], { fiscalYear: 2014 });
    while ((await api.get(post, address(id))).status !== 200) await pause(ASK_EVERY_MS);
    return (await readBack(await download(id))).head;
  };
  const download = async (id: string): Promise<Uint8Array> =>
    (await api.download(post, `${address(id)}/papers/goal-declaration?unit=元`)).bytes;
  const versionOf = async (id: string): Promise<number> =>
    (await api.get<{ version: number }>(post, address(id))).body.version;
  return { api, post, ids, download, versionOf, openYears: () => someAtOnce(ids, open) };
}

const PROJECT = {
  name: '农村生活污水集污工程',
  nature: 'new',
  term: 'one-off',
  field: '三农',
  plannedStart: '2014-01-01',
  plannedEnd: '2014-11-30',
  totalFen: { amount: '2760', unit: '万元' },
};

async function someAtOnce<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const left = [...all.entries()];
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      done[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done;
}

async function readBack(bytes: Uint8Array) {
  const read = await readPaper(bytes);
  if (isRefusal(read)) throw new Error(read.because.en);
  return read;
}

async function bringAndProve(clerk: Clerk, files: readonly Filled[]): Promise<Took> {
  const before = await someAtOnce(clerk.ids, clerk.versionOf);
  const first = await bring(clerk, files);
  await proveNamed(clerk, first.job, files);
  const sent = await someAtOnce(clerk.ids, clerk.download);
  await proveKept(clerk, files, { before, sent });
  const good = files.flatMap(({ name, spoilt }, index) =>
    spoilt === null ? [{ name, bytes: sent[index] ?? new Uint8Array() }] : [],
  );
  const again = await bring(clerk, good);
  if (again.job.counts.untouched !== good.length)
    throw new Error(`again: ${JSON.stringify(again.job.counts)}`);
  const back = await someAtOnce(clerk.ids, clerk.download);
  if (!back.every((bytes, index) => Buffer.from(bytes).equals(sent[index] ?? new Uint8Array())))
    throw new Error('what came back is not what was sent out');
  return first.took;
}

/** Hands the files in, previews, confirms where anything is to be done, and waits for the end. */
async function bring({ api, post }: Clerk, files: readonly { name: string; bytes: Uint8Array }[]) {
  const type = 'application/octet-stream';
  let given: { sha256: string; name: string }[] = [];
  const upload = await secondsOf(async () => {
    given = await someAtOnce(files, async ({ name, bytes }) => {
      const { sha256 } = accepted('papers', await api.upload(post, { name, type, bytes }, 'paper')) as {
        sha256: string;
      };
      return { sha256, name };
    });
  });
  let job: ShownJob | undefined;
  const preview = await secondsOf(async () => {
    const request = { kind: 'import-papers', parameters: { files: given } };
    const { id } = accepted('papers', await api.post<ShownJob>(post, '/api/jobs', request));
    job = await jobAt('previewed', { api, post, id, askEveryMs: ASK_EVERY_MS });
  });
  if (job === undefined) throw new Error('there is no job');
  const { id } = job;
  if (job.counts.touched === 0) return { job, took: { upload, preview, work: 0 } };
  const work = await secondsOf(async () => {
    accepted('papers', await api.post(post, `/api/jobs/${id}/confirm`, { reason: '各单位申报' }));
    job = await jobAt('done', { api, post, id, askEveryMs: ASK_EVERY_MS });
  });
  return { job, took: { upload, preview, work } };
}

/** Each spoilt cell is named in its file, and no other file or cell is. */
async function proveNamed({ api, post }: Clerk, job: ShownJob, files: readonly Filled[]): Promise<void> {
  const { body } = await api.get<{ items: Item[] }>(post, `/api/jobs/${job.id}/items`);
  const named = body.items.map(({ faults }) => [...new Set(faults.map(({ field }) => field))].join());
  const planted = files.map(({ spoilt }) => spoilt ?? '');
  const silent = body.items.filter(
    ({ detail, faults }) => faults.length === 0 && detail.changes.length === 0,
  );
  const { done, refused, faulty } = job.counts;
  const isWhole = faulty === FAULTS && done === PAPERS - FAULTS && refused === 0;
  if (canonicalJson(named) !== canonicalJson(planted) || silent.length > 0 || !isWhole)
    throw new Error(`${JSON.stringify(job.counts)}, named ${named.join(' ')}, planted ${planted.join(' ')}`);
}

/** A good file's draft says what the file said; of a faulty one nothing was touched. */
async function proveKept(
  clerk: Clerk,
  files: readonly Filled[],
  { before, sent }: { before: readonly number[]; sent: readonly Uint8Array[] },
): Promise<void> {
  const after = await someAtOnce(clerk.ids, clerk.versionOf);
  for (const [index, { name, values, spoilt }] of files.entries()) {
    const kept: Values = (await readBack(sent[index] ?? new Uint8Array())).values;
    const isAsWanted =
      spoilt === null
        ? after[index] === (before[index] ?? 0) + 1 && canonicalJson(kept) === canonicalJson(values)
        : after[index] === before[index] && canonicalJson(kept) === '{}';
    if (!isAsWanted) throw new Error(`${name} changed otherwise than it says`);
  }
}
