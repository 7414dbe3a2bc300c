import type { Actor } from '@quancheng/domain';
import { behindWall, type Store } from '@quancheng/event-store';
import {
  type Asked,
  faultsByRow,
  faultsOf,
  isList,
  type Item,
  type Job,
  listCommand,
  type Settled,
  stepCommands,
} from '@quancheng/jobs';
import { isRefusal, type Instant, type Json, type Refusal } from '@quancheng/kernel';
import type { CommandAnswer, CommandInput, StreamActivities } from '@quancheng/ports';
import { refusalIn, sendCommand } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';

/** What a stroke needs of the outside. */
export interface Hands {
  readonly store: Store;
  readonly client: Client;
  readonly streams: StreamActivities;
  readonly now: () => Instant;
}

/** Carries out the items of one stream, as a clerk's button would, in the name of whoever confirmed the job. */
export async function carryOut(
  hands: Hands,
  job: Job,
  items: readonly Item[],
  withRun: ReadonlySet<string>,
): Promise<Settled[]> {
  const stream = items[0]?.stream ?? null;
  if (stream === null) return items.map(({ row }) => done(row, null));
  const send = senderFor(hands, stream, withRun.has(stream));
  return isList(items) ? await carryOutList(job, items, send) : await carryOutSteps(job, items, send);
}

type Send = (command: CommandInput['command']) => Promise<CommandAnswer | Refusal>;

/**
 * To the stream's run, where it has had one: it must not fall behind what a person sees. A stream that no run ever knew is
 * written directly; its lock makes that safe, and the sweep begins its run afterwards.
 */
function senderFor({ client, streams, now }: Hands, stream: string, hasRun: boolean): Send {
  return async (command) => {
    const receivedAt = now();
    if (hasRun) {
      try {
        return await sendCommand(client, stream, { command, receivedAt }, attemptOf(receivedAt));
      } catch (error) {
        const refusal = refusalIn(error);
        if (refusal === null) throw error;
        return refusal;
      }
    }
    const { result } = await streams.execute({ stream, command, receivedAt, knownVersion: 0, now: now() });
    return result.outcome === 'accepted' ? result : result.refusal;
  };
}

/** Under the number of an earlier try a passing failure would come back for ever. */
const attemptOf = (at: Instant): number => Math.floor(Date.parse(at) / 10) % 2_000_000_000;

/** Those of these streams that a run has ever known. */
export async function streamsWithRun(
  store: Store,
  division: string,
  streams: ReadonlySet<string>,
): Promise<Set<string>> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<{ stream: string }[]>`
      select stream from streams where stream = any(${[...streams]}) and acknowledged_version > 0`,
  );
  return new Set(rows.map(({ stream }) => stream));
}

/** One command for the list; entries that it is refused for are named, and it is sent again without them. */
async function carryOutList(job: Job, items: readonly Item[], send: Send): Promise<Settled[]> {
  const settled: Settled[] = [];
  let left = items;
  for (;;) {
    const asked = listCommand(left, job.reason ?? '');
    if (asked === null) return settled;
    const answer = await send(commandOf(job, asked, `${asked.rows.length}`));
    if (!isRefusal(answer)) return [...settled, ...left.map(({ row }) => done(row, answer))];
    const faults = faultsByRow(answer, left);
    if (faults === null) return [...settled, ...left.map(({ row }) => refusedItem(row, answer))];
    for (const [row, named] of faults)
      settled.push({ row, state: 'refused', faults: named, result: resultOf(answer) });
    left = left.filter(({ row }) => !faults.has(row));
  }
}

async function carryOutSteps(job: Job, items: readonly Item[], send: Send): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const item of items) {
    const commands = stepCommands(item, job.reason ?? '');
    const above = settled.at(-1);
    // What asks nothing itself was asked with the row above it.
    if (commands.length === 0 && above !== undefined) settled.push({ ...above, row: item.row });
    else settled.push(await carryOutItem(job, item.row, commands, send));
  }
  return settled;
}

async function carryOutItem(job: Job, row: number, commands: readonly Asked[], send: Send): Promise<Settled> {
  let last: CommandAnswer | null = null;
  for (const [index, asked] of commands.entries()) {
    const answer = await send(commandOf(job, asked, `${index + 1}`));
    if (isRefusal(answer)) return refusedItem(row, answer);
    last = answer;
  }
  return done(row, last);
}

/**
 * The same work has the same id, so that whoever begins it anew after a kill gets the first answer. The number of rows belongs
 * to it: a list that was sent again without its faulty rows is another request.
 */
function commandOf(
  { jobId, confirmedBy }: Job,
  { type, data, rows, ...seen }: Asked,
  part: string,
): CommandInput['command'] {
  const commandId = `job-${jobId}-${rows[0] ?? 0}-${part}`;
  return { type, commandId, actor: confirmedBy as Actor, data, ...seen };
}

const done = (row: number, answer: CommandAnswer | null): Settled => ({
  row,
  state: 'done',
  faults: [],
  result:
    answer === null
      ? null
      : { version: answer.version, events: answer.events.map(({ eventId, type }) => ({ eventId, type })) },
});

const refusedItem = (row: number, refusal: Refusal): Settled => ({
  row,
  state: 'refused',
  faults: faultsOf(refusal),
  result: resultOf(refusal),
});

const resultOf = ({ code, because, remedy, clause }: Refusal): Json => ({
  code,
  because: { ...because },
  remedy: { ...remedy },
  clause: clause ?? null,
});
