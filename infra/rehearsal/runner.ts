import type { Instant } from '@quancheng/kernel';
import { type Answer, type ApiClient, type Post, Refused } from '../client/client.ts';
import { administrator } from './cast.ts';
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
  let commands = 0;
  const last = run.until ?? LAST_INSTANT;
  const { timeline = smallTimeline } = run;
  for (const step of timeline.filter(({ at }) => at <= last)) {
    // A paper that was sent back once would later be sent back for another reason: its time is over.
    const isPast = clock.isPast(step.at);
    await clock.moveTo(step.at);
    const orders = typeof step.orders === 'function' ? await step.orders(filesOf(run)) : step.orders;
    const due = orders.filter(({ refused }) => refused === undefined || !isPast);
    await inParallel(due, (order) => carryOut(run, step, order));
    commands += due.length;
    run.onStep?.(step, due.length);
  }
  await clock.moveTo(last);
  return { commands };
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

const filesOf = ({ api, division }: Run): Files => ({
  async facts(collection, id) {
    const path = `/api/${collection}/${id}/events`;
    const { status, body } = await api.get<{ events: readonly Fact[]; more: boolean }>(
      { ...administrator, division },
      path,
    );
    if (status !== 200) throw new Refused(path, status, body as never);
    if (body.more) throw new Error(`${path} has more than one page`);
    return body.events;
  },
});

/** Some at once, so that a step takes moments and no file has more than it can take. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
}
