import { randomUUID } from 'node:crypto';
import {
  type Aggregate,
  aggregates,
  type AggregateName,
  type Command,
  evolve,
  fold,
  handle,
  type NewEvent,
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
import {
  type CommandAnswer,
  commandOf,
  type ExecuteAnswer,
  recordedOf,
  requestOf,
  type StreamActivities,
  type StreamAnswer,
  type WireCommand,
  type WireEvent,
} from '@quancheng/ports';
import { projections } from '@quancheng/read-models';
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
  readonly clockStands: boolean;
  /** The moment that counts: the division's standing clock where there is one, else the run's own. */
  readonly now: Instant;
}

/** The three short transactions a stream's run lives by. */
export function streamActivities(store: Store): StreamActivities {
  return {
    resume: ({ stream, now }) =>
      inStream(store, stream, now, async (open) => answer(open, 0, await owed(open))),

    tick: ({ stream, knownVersion, now }) =>
      inStream(store, stream, now, async (open) => {
        const facts = tick(open.aggregate, open.state, open.now);
        const clock = { commandId: randomUUID(), actor: systemActor(open.division) };
        const behind = knownVersion < open.tx.version ? await owed(open) : 0;
        const { followUps } = await record(open, facts, { ...clock, happenedOn: dateOf(open.now) });
        return answer(open, knownVersion, behind + followUps);
      }),

    execute: ({ stream, command, receivedAt, knownVersion, now }) =>
      inStream(store, stream, now, async (open): Promise<ExecuteAnswer> => {
        // A run that is behind the store may also not know what its stream still owes to others.
        const behind = knownVersion < open.tx.version ? await owed(open) : 0;
        const first = await firstAnswer(open, command);
        if (first !== null) return { ...answer(open, knownVersion, behind), result: first };
        const { result, followUps } = await decideAndRecord(open, command, receivedAt);
        return { ...answer(open, knownVersion, behind + followUps), result };
      }),
  };
}

async function inStream<T>(
  store: Store,
  stream: string,
  now: Instant,
  work: (open: OpenStream) => Promise<T>,
): Promise<T> {
  const parts = parseStreamId(stream);
  if (isRefusal(parts)) throw new Error(`not a stream: ${stream}`);
  const { division, aggregate: name } = parts;
  return await withStream(store, stream as StreamId, division, async (tx) => {
    const [stored, standing] = await Promise.all([tx.load(), clockIn(tx.sql, division)]);
    const aggregate = aggregates[name];
    const events = stored.map(wireOf);
    const state = fold(aggregate, events.map(recordedOf));
    return await work({
      tx,
      stream,
      division,
      name,
      aggregate,
      events,
      state,
      clockStands: standing !== null,
      now: standing ?? now,
    });
  });
}

const owed = (open: OpenStream): Promise<number> => owedByStream(open.tx.sql, open.tx.stream);

/** The same key gets its first answer again; the same key with another body is refused. */
async function firstAnswer(open: OpenStream, command: WireCommand): Promise<ExecuteAnswer['result'] | null> {
  const known = await open.tx.findCommand(command.commandId);
  if (known === undefined) return null;
  if (known.requestHash === requestHash(requestOf(open.stream, command)))
    return known.answer as unknown as CommandAnswer;
  return refusedWith({
    code: 'IDEMPOTENCY_KEY_REUSED',
    because: { zh: '同一办理编号已用于另一项内容', en: 'this key was used for another request' },
    remedy: { zh: '请刷新页面后重新提交', en: 'send it again under a new key' },
  });
}

interface Decided {
  readonly result: ExecuteAnswer['result'];
  readonly followUps: number;
}

async function decideAndRecord(open: OpenStream, wire: WireCommand, receivedAt: Instant): Promise<Decided> {
  const stale = refuseStale(open, wire);
  if (stale !== null) return { result: stale, followUps: 0 };
  const command = commandOf(wire);
  const world = worldOf({
    stream: open.stream,
    actor: wire.actor,
    now: open.now,
    receivedAt: open.clockStands ? open.now : receivedAt,
    happenedOn: wire.happenedOn,
  });
  const decided = handle(open.aggregate, open.state, command, world);
  if (isRefusal(decided)) return { result: { outcome: 'refused', refusal: decided }, followUps: 0 };
  const { events, followUps } = await record(open, decided, { ...command, happenedOn: world.happenedOn });
  const accepted: CommandAnswer = {
    outcome: 'accepted',
    commandId: wire.commandId,
    version: open.events.length,
    stage: open.state.stage,
    events: events.map(({ eventId, type, version }) => ({ eventId, type, version })),
  };
  open.tx.saveCommand({
    commandId: wire.commandId,
    actor: wire.actor.personId,
    requestHash: requestHash(requestOf(open.stream, wire)),
    answer: toJson(accepted),
  });
  return { result: accepted, followUps };
}

/** Appends the facts and everything that follows from them: read models, follow-ups, the stream's own row. */
async function record(
  open: OpenStream,
  facts: readonly NewEvent[],
  cause: Pick<Command, 'commandId' | 'actor' | 'lateReason' | 'cause'> & { happenedOn: PlainDate },
): Promise<{ events: Recorded[]; followUps: number }> {
  if (facts.length === 0) return { events: [], followUps: 0 };
  const news = facts.map((fact, index) => wireFact(open, fact, cause, open.events.length + index + 1));
  const followUps = news.flatMap((event) => {
    open.state = evolve(open.aggregate, open.state, recordedOf(event));
    return followUpRows(
      open.division,
      open.aggregate.followUps(open.state, recordedOf(event) as Recorded<never>),
      recordedOf(event),
    );
  });
  open.events.push(...news);
  open.tx.append(news.map((event) => storedOf(open, event, cause)));
  if (followUps.length > 0) open.tx.addFollowUps(followUps);
  await Promise.all(project(open));
  return { events: news.map(recordedOf), followUps: followUps.length };
}

function project(open: OpenStream): Promise<unknown>[] {
  const parts = parseStreamId(open.stream);
  const change = {
    stream: open.stream,
    division: open.division,
    aggregate: open.name,
    id: isRefusal(parts) ? '' : parts.id,
    version: open.events.length,
    state: open.state,
    obligations: open.aggregate.openObligations(open.state),
    recordedAt: open.now,
  };
  return projections.map((projection) => projection.write(open.tx.sql, change));
}

function answer(open: OpenStream, knownVersion: number, pendingFollowUps: number): StreamAnswer {
  const told = answerOf({
    ...open,
    version: open.events.length,
    pendingFollowUps,
    events: open.events.filter((event) => event.version > knownVersion),
  });
  open.tx.setStage({ stage: told.stage, wakeAt: told.wakeAt, closed: told.closed });
  return told;
}

function wireFact(
  open: OpenStream,
  fact: NewEvent,
  cause: { actor: Command['actor']; happenedOn: PlainDate; lateReason?: string },
  version: number,
): WireEvent {
  const { personId, role, post, unit } = cause.actor;
  return {
    eventId: randomUUID(),
    version,
    type: fact.type,
    data: toJson(fact.data),
    happenedOn: cause.happenedOn,
    recordedAt: open.now,
    actor: { personId, role, post, unit },
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
