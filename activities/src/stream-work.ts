import { randomUUID } from 'node:crypto';
import {
  type Aggregate,
  aggregates,
  type AggregateName,
  type Command,
  evolve,
  fold,
  handle,
  type LibraryRequest,
  type NewEvent,
  type OpenFiles,
  type Recorded,
  type StreamState,
  systemActor,
  tick,
  worldOf,
} from '@quancheng/domain';
import {
  clockIn,
  type NewStoredEvent,
  owedByStream,
  requestHash,
  type Store,
  type StoredEvent,
  type StreamTx,
  withStream,
} from '@quancheng/event-store';
import {
  dateOf,
  type Instant,
  isRefusal,
  parseStreamId,
  type PlainDate,
  type Refusal,
  refuse,
  type StreamId,
  toJson,
} from '@quancheng/kernel';
import { noticesOf, writeNotices } from '@quancheng/notices';
import {
  type CommandAnswer,
  type CommandInput,
  commandOf,
  type ExecuteAnswer,
  keyReused,
  recordedOf,
  requestOf,
  type StreamActivities,
  type StreamAnswer,
  type WireCommand,
  type WireEvent,
} from '@quancheng/ports';
import { libraryBeside, openFilesOf, projections } from '@quancheng/read-models';
import { answerOf } from './answer.ts';
import { followUpRows } from './follow-ups.ts';

/** A stream inside its own transaction: locked, loaded and folded. */
interface OpenStream {
  readonly tx: StreamTx;
  readonly stream: string;
  readonly division: string;
  readonly name: AggregateName;
  readonly aggregate: Aggregate;
  readonly events: WireEvent[];
  state: StreamState;
  /** How many follow-ups of this stream may still be untold. */
  owes: number;
  /** Whether others owe this stream more than this transaction took. */
  moreMail: boolean;
  readonly clockStands: boolean;
  /** What is open in each unit, asked for the directory alone: it hands over. */
  readonly openFiles: OpenFiles;
  /** What the project library holds beside this file, read for the commands that are held against it. */
  library: readonly LibraryRequest[];
  /** The moment that counts: the division's standing clock where there is one, else the run's own. */
  readonly now: Instant;
}

/** What is taken out of the mail in one transaction: enough for a department's batch, short enough for a lock. */
const LETTERS_AT_ONCE = 50;

/** The short transactions a stream's run lives by. */
export function streamActivities(store: Store): StreamActivities {
  return {
    resume: async ({ stream, now }) => {
      const { told } = await inStream(store, { stream, now, knownVersion: 0 }, async (open) => {
        open.moreMail = (await open.tx.mail(1)).length > 0;
      });
      return told;
    },

    tick: async (given) => {
      const { told } = await inStream(store, given, async (open) => {
        const clock = { commandId: randomUUID(), actor: systemActor(open.division) };
        const facts = tick(open.aggregate, open.state, open.now);
        record(open, facts, { ...clock, happenedOn: dateOf(open.now) });
      });
      return told;
    },

    execute: async ({ command, receivedAt, ...given }) => {
      const { told, result } = await inStream(store, given, async (open) => {
        const first = await firstAnswer(open, command);
        if (first !== null) return first;
        if (open.aggregate.commands[command.type]?.library === true)
          open.library = await libraryBeside(open.tx.sql, open.stream);
        return keep(open, command, decideAndRecord(open, command, receivedAt));
      });
      return { ...told, result };
    },

    receive: async (given) => {
      const { told } = await inStream(store, given, async (open) => {
        const letters = await open.tx.mail(LETTERS_AT_ONCE + 1);
        open.moreMail = letters.length > LETTERS_AT_ONCE;
        for (const { id, command: letter } of letters.slice(0, LETTERS_AT_ONCE)) {
          const { command, receivedAt } = letter as unknown as CommandInput;
          // A refusal is the answer, and stands beside what was asked for whoever looks into it.
          open.tx.answerFollowUp({ id, answer: toJson(decideAndRecord(open, command, receivedAt)) });
        }
      });
      return told;
    },
  };
}

/** Locks, loads, works, writes the read models once, and tells where the stream now stands. */
async function inStream<T>(
  store: Store,
  { stream, now, knownVersion }: { stream: string; now: Instant; knownVersion: number },
  work: (open: OpenStream) => Promise<T>,
): Promise<{ told: StreamAnswer; result: T }> {
  const parts = parseStreamId(stream);
  if (isRefusal(parts)) throw new Error(`not a stream: ${stream}`);
  const { division, aggregate: name } = parts;
  return await withStream(store, stream as StreamId, division, async (tx) => {
    const [stored, standing] = await Promise.all([tx.load(), clockIn(tx.sql, division)]);
    const aggregate = aggregates[name];
    const events = stored.map(wireOf);
    const open: OpenStream = {
      tx,
      stream,
      division,
      name,
      aggregate,
      events,
      state: fold(aggregate, events.map(recordedOf)),
      // A run that knows another version than the store may also not know what its stream still owes to others.
      owes: knownVersion === tx.version ? 0 : await owedByStream(tx.sql, tx.stream),
      moreMail: false,
      clockStands: standing !== null,
      openFiles: name === 'directory' ? await openFilesOf(tx.sql, division) : {},
      library: [],
      now: standing ?? now,
    };
    const result = await work(open);
    if (open.events.length > tx.version)
      await Promise.all([...project(open, parts.id), tell(open, parts.id)]);
    return { told: answer(open, knownVersion), result };
  });
}

/** The same key gets its first answer again; the same key with another body is refused. */
async function firstAnswer(open: OpenStream, command: WireCommand): Promise<ExecuteAnswer['result'] | null> {
  const known = await open.tx.findCommand(command.commandId);
  if (known === undefined) return null;
  if (known.requestHash === requestHash(requestOf(open.stream, command)))
    return known.answer as unknown as CommandAnswer;
  return { outcome: 'refused', refusal: keyReused() };
}

function decideAndRecord(open: OpenStream, wire: WireCommand, receivedAt: Instant): ExecuteAnswer['result'] {
  const stale = refuseStale(open, wire);
  if (stale !== null) return stale;
  const command = commandOf(wire);
  const world = worldOf({
    stream: open.stream,
    actor: wire.actor,
    now: open.now,
    receivedAt: open.clockStands ? open.now : receivedAt,
    happenedOn: wire.happenedOn,
    openFiles: open.openFiles,
    library: open.library,
  });
  const decided = handle(open.aggregate, open.state, command, world);
  if (isRefusal(decided)) return { outcome: 'refused', refusal: decided };
  const events = record(open, decided, { ...command, happenedOn: world.happenedOn });
  return {
    outcome: 'accepted',
    commandId: wire.commandId,
    version: open.events.length,
    stage: open.state.stage,
    events: events.map(({ eventId, type, version }) => ({ eventId, type, version })),
  };
}

/** An acceptance is kept under its key for ever; a refusal leaves nothing, so that the mended paper may use the key again. */
function keep(open: OpenStream, wire: WireCommand, result: ExecuteAnswer['result']): ExecuteAnswer['result'] {
  if (result.outcome === 'accepted') {
    open.tx.saveCommand({
      commandId: wire.commandId,
      actor: wire.actor.personId,
      requestHash: requestHash(requestOf(open.stream, wire)),
      answer: toJson(result),
    });
  }
  return result;
}

/** Appends the facts and what they owe to other streams. */
function record(
  open: OpenStream,
  facts: readonly NewEvent[],
  cause: Pick<Command, 'commandId' | 'actor' | 'lateReason' | 'cause'> & { happenedOn: PlainDate },
): Recorded[] {
  if (facts.length === 0) return [];
  const news = facts.map((fact, index) => wireFact(open, fact, cause, open.events.length + index + 1));
  const recorded = news.map(recordedOf);
  const followUps = recorded.flatMap((event) => {
    open.state = evolve(open.aggregate, open.state, event);
    const owed = open.aggregate.followUps(open.state, event as Recorded<never>);
    return followUpRows(open.division, owed, event);
  });
  open.events.push(...news);
  open.tx.append(news.map((event) => storedOf(open, event, cause)));
  open.tx.addFollowUps(followUps);
  open.owes += followUps.length;
  return recorded;
}

function project(open: OpenStream, id: string): Promise<unknown>[] {
  const change = {
    stream: open.stream,
    division: open.division,
    aggregate: open.name,
    id,
    version: open.events.length,
    state: open.state,
    obligations: open.aggregate.openObligations(open.state),
    recordedAt: open.now,
  };
  return projections.map((projection) => projection.write(open.tx.sql, change));
}

/** Whom the new facts concern is told of them, if they come to stand. */
function tell(
  { tx, stream, division, name, state, events, clockStands }: OpenStream,
  id: string,
): Promise<unknown> {
  const news = events.slice(tx.version).map(recordedOf);
  const notices = noticesOf({ stream, aggregate: name, id, state }, news);
  return writeNotices(tx.sql, { division, training: clockStands }, notices);
}

function answer(open: OpenStream, knownVersion: number): StreamAnswer {
  // A run that is ahead of the store (which was put back to an earlier point) is told everything anew.
  const known = knownVersion > open.tx.version ? 0 : knownVersion;
  const told = answerOf({
    ...open,
    version: open.events.length,
    events: open.events.filter((event) => event.version > known),
  });
  open.tx.setStage({
    stage: told.stage,
    wakeAt: told.wakeAt,
    closed: told.closed,
    acknowledged: knownVersion,
  });
  return told;
}

function wireFact(
  open: OpenStream,
  fact: NewEvent,
  cause: { actor: Command['actor']; happenedOn: PlainDate; lateReason?: string },
  version: number,
): WireEvent {
  const { personId, role, post, unit, actingFor } = cause.actor;
  return {
    eventId: randomUUID(),
    version,
    type: fact.type,
    data: toJson(fact.data),
    happenedOn: cause.happenedOn,
    recordedAt: open.now,
    actor: { personId, role, post, unit, ...(actingFor === undefined ? {} : { actingFor }) },
    ...(fact.clause === undefined ? {} : { clause: fact.clause }),
    ...(cause.lateReason === undefined ? {} : { lateReason: cause.lateReason }),
  };
}

function storedOf(
  open: OpenStream,
  event: WireEvent,
  cause: { commandId: string; cause?: string },
): NewStoredEvent {
  const { eventId, type, data, happenedOn, recordedAt, actor, clause, lateReason } = event;
  const edition = clause?.split('/')[0];
  const meta = { actor, clause, edition, lateReason, commandId: cause.commandId, cause: cause.cause };
  return { eventId, type, data, meta: toJson(meta), happenedOn, recordedAt, training: open.clockStands };
}

function wireOf(event: StoredEvent): WireEvent {
  const meta = event.meta as unknown as Pick<WireEvent, 'actor' | 'clause' | 'lateReason'>;
  const { eventId, version, type, data, happenedOn, recordedAt } = event;
  return {
    eventId,
    version,
    type,
    data,
    happenedOn,
    recordedAt,
    actor: meta.actor,
    ...(meta.clause === undefined ? {} : { clause: meta.clause }),
    ...(meta.lateReason === undefined ? {} : { lateReason: meta.lateReason }),
  };
}

function refuseStale(open: OpenStream, command: WireCommand): ExecuteAnswer['result'] | null {
  const version = open.events.length;
  if (command.expectedVersion === undefined || command.expectedVersion === version) return null;
  return refusedWith({
    code: 'STALE_VERSION',
    because: {
      zh: `您看到的是第 ${command.expectedVersion} 版，现已是第 ${version} 版`,
      en: `you saw version ${command.expectedVersion}, it is now ${version}`,
    },
    remedy: { zh: '请查看变化后重新提交', en: 'look at what changed and send again' },
  });
}

const refusedWith = (refusal: Omit<Refusal, 'refused'>) => ({
  outcome: 'refused' as const,
  refusal: refuse(refusal),
});
