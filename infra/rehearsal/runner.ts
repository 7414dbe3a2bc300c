import type { Instant } from '@quancheng/kernel';
import { type Answer, type ApiClient, type Post, Refused } from '../client/client.ts';
import { administrator } from './cast.ts';
import { scanFile } from './story/scan.ts';
import type { Fact, Files, Order, Step } from './story/step.ts';
import { LAST_INSTANT, timeline as smallTimeline } from './timeline.ts';

const AT_ONCE = 8;

export interface Run {
  readonly api: ApiClient;
  readonly division: string;
  /** What is played; the small cast's year when absent. */
  readonly timeline?: readonly Step[];
  readonly onStep?: (step: Step, commands: number) => void;
  /** Where the story stops and its clock stands; its end when absent. */
  readonly until?: string;
}

/**
 * Drives the division through the whole timeline. It may be run again, or anew after a kill at any moment: each command has
 * a key of its own that follows from the division, the step and the file, so what was done is answered and not done twice.
 */
export async function runTimeline(run: Run): Promise<{ commands: number }> {
  const clock = await openClock(run);
  await handInScan(run);
  let commands = 0;
  const last = run.until ?? LAST_INSTANT;
  const { timeline = smallTimeline } = run;
  const files = filesOf(run);
  for (const step of timeline.filter(({ at }) => at <= last)) {
    // A paper that was sent back once would later be sent back for another reason: its time is over.
    const isPast = clock.isPast(step.at);
    await clock.moveTo(step.at);
    const orders = typeof step.orders === 'function' ? await step.orders(files) : step.orders;
    const due = orders.filter(({ refused }) => refused === undefined || !isPast);
    await inParallel(due, (order) => carryOut(run, step, order));
    commands += due.length;
    run.onStep?.(step, due.length);
  }
  await clock.moveTo(last);
  return { commands };
}

async function handInScan({ api, division }: Run): Promise<void> {
  const { status, body } = await api.upload({ ...administrator, division }, scanFile);
  if (status !== 201) throw new Refused('attachments', status, body as Refused['problem']);
}

export const instantOf = (at: string): Instant => `${at}:00:00.000+08:00` as Instant;

/** The division's clock. It never goes back, so on a second run it waits until the story has caught up. */
async function openClock({ api, division }: Run) {
  const post: Post = { ...administrator, division };
  const { status, body } = await api.get<{ now: string; stands: boolean; training: boolean }>(
    post,
    '/api/clock',
  );
  if (status !== 200) throw new Refused('clock', status, body as never);
  if (!body.training) throw new Error('rehearsals need a training installation, whose clock can be moved');
  let stands = body.stands ? body.now : '';
  return {
    isPast: (at: string) => stands > instantOf(at),
    async moveTo(at: string) {
      const to = instantOf(at);
      if (to <= stands) return;
      await api.moveClock(post, to);
      stands = to;
    },
  };
}

const SIGN_IN_EXPIRED = 401;

async function carryOut(run: Run, step: Step, order: Order): Promise<void> {
  const { by, to, data, happenedOn, lateReason, refused } = order;
  const post: Post = { ...by, division: run.division };
  const body = {
    data,
    ...(happenedOn === undefined ? {} : { happenedOn }),
    ...(lateReason === undefined ? {} : { lateReason }),
  };
  const send = () => run.api.send(post, to, body, { key: keyOf(run.division, step, order) });
  const first = await send();
  const answer = first.status === SIGN_IN_EXPIRED ? await send() : first;
  const problem = answer.body as Refused['problem'];
  const name = `${step.at} ${step.id}: ${to.join('/')}`;
  if (refused === undefined && answer.status >= 300) throw new Refused(name, answer.status, problem);
  if (refused !== undefined && !isRefusedAs(answer, refused)) {
    throw new Error(`${name}: expected ${refused}, got ${answer.status} ${problem.code ?? ''}`);
  }
}

const isRefusedAs = ({ status, body }: Answer, code: string): boolean =>
  status >= 400 && status < 500 && (body as Refused['problem']).code === code;

const keyOf = (division: string, step: Step, { to, about }: Order): string =>
  [division, step.id, ...to.slice(1), ...(about === undefined ? [] : [about])].join('.');

/** Facts never change, but more of them come: a file is read on from where it was read last. */
function filesOf({ api, division }: Run): Files {
  const known = new Map<string, Promise<File>>();
  const post: Post = { ...administrator, division };
  const readOn = async (path: string, { facts, after }: File): Promise<File> => {
    const { status, body } = await api.get<Page>(post, `${path}?after=${after}`);
    if (status !== 200) throw new Refused(path, status, body as never);
    const file = { facts: [...facts, ...body.events], after: body.after };
    return body.more ? await readOn(path, file) : file;
  };
  return {
    async facts(collection, id) {
      const path = `/api/${collection}/${id}/events`;
      const before = known.get(path) ?? Promise.resolve({ facts: [], after: 0 });
      const file = before.then((read) => readOn(path, read));
      known.set(path, file);
      return (await file).facts;
    },
  };
}

interface File {
  readonly facts: readonly Fact[];
  readonly after: number;
}

interface Page {
  readonly events: readonly Fact[];
  readonly after: number;
  readonly more: boolean;
}

/** Some at once, so that a step takes moments and no file has more than it can take. The answers stand in the order of the items. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const left = items.map((item, index) => ({ item, index }));
  const answers: R[] = [];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      answers[next.index] = await work(next.item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return answers;
}
