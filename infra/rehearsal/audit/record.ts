import { behindWall, owedInDivision, type Store, staleStreams, verifyChain } from '@quancheng/event-store';
import { type DivisionCode, instantFromEpoch } from '@quancheng/kernel';
import { type Finding, finding } from './difference.ts';

export interface Head {
  readonly stream: string;
  readonly version: number;
  readonly closed: boolean;
}

export const headsOf = async (store: Store, division: string): Promise<Head[]> =>
  await behindWall(
    store,
    division,
    (sql) => sql<Head[]>`select stream, version, closed from streams where division = ${division}`,
  );

const MOST_STALE = 1_000;

/** What the store still has to hand on: it may take moments, and none may be left. */
export async function auditRest(store: Store, division: string): Promise<Finding[]> {
  const owed = await owedInDivision(store, division as DivisionCode);
  const question = {
    before: instantFromEpoch(Date.now()),
    limit: MOST_STALE,
    division: division as DivisionCode,
  };
  const stale = await staleStreams(store, question);
  return [
    ...(owed === 0
      ? []
      : [
          finding('stuck', {
            where: `${division} follow-ups`,
            expected: '0 that nobody has taken',
            found: String(owed),
          }),
        ]),
    ...stale.map((stream) =>
      finding('stuck', { where: stream, expected: 'a run that knows what is stored', found: 'stale' }),
    ),
  ];
}

/** The store by itself: each command is there with exactly the events that its answer names, and nobody changed the log. */
export async function auditRecord(store: Store, division: string): Promise<Finding[]> {
  const answered = await answersIn(store, division);
  const stored = await eventsByCommand(store, division);
  const chain = await verifyChain(store);
  return [
    ...answered.flatMap(({ commandId, eventIds }) => {
      const found = new Set(stored.get(commandId)?.map(({ eventId }) => eventId));
      return eventIds
        .filter((eventId) => !found.has(eventId))
        .map((eventId) => finding('lost', { where: commandId, expected: eventId, found: 'no such event' }));
    }),
    ...answered.flatMap(({ commandId, eventIds }) => {
      const found = stored.get(commandId) ?? [];
      return found.length <= eventIds.length
        ? []
        : [
            finding('twice', {
              where: commandId,
              expected: `${eventIds.length} event(s)`,
              found: `${found.length}`,
            }),
          ];
    }),
    ...[...stored]
      .filter(([, events]) => !isOneAppend(events))
      .map(([commandId, events]) => appliedTwice(commandId, events)),
    ...(chain.intact
      ? []
      : [
          finding('wrong', {
            where: 'hash chain',
            expected: 'intact',
            found: `${chain.fault} at ${chain.firstBroken}`,
          }),
        ]),
  ];
}

interface Answered {
  readonly commandId: string;
  readonly eventIds: readonly string[];
}

/** What people were answered, and what files answered each other. */
async function answersIn(store: Store, division: string): Promise<Answered[]> {
  type Row = { id: string; answer: { outcome?: string; events?: readonly { eventId: string }[] } };
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<Row[]>`
      select command_id as id, answer from commands where division = ${division}
      union all select id, answer from follow_ups where division = ${division} and done_at is not null`,
  );
  return rows
    .filter(({ answer }) => answer.outcome === 'accepted')
    .map(({ id, answer }) => ({
      commandId: id,
      eventIds: (answer.events ?? []).map(({ eventId }) => eventId),
    }));
}

interface OfCommand {
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
}

async function eventsByCommand(store: Store, division: string): Promise<Map<string, OfCommand[]>> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<(OfCommand & { commandId: string })[]>`
      select meta::json ->> 'commandId' as "commandId", event_id as "eventId", stream, version
      from events where division = ${division} order by stream, version`,
  );
  return Map.groupBy(rows, ({ commandId }) => commandId);
}

/** The events of one command lie side by side in one stream: whatever was done again lies elsewhere. */
const isOneAppend = (events: readonly OfCommand[]): boolean =>
  events.every(
    ({ stream, version }, index) =>
      stream === events[0]?.stream && version === (events[0]?.version ?? 0) + index,
  );

const appliedTwice = (commandId: string, events: readonly OfCommand[]): Finding =>
  finding('twice', {
    where: commandId,
    expected: 'events side by side in one stream',
    found: events.map(({ stream, version }) => `${stream} v${version}`).join(', '),
  });
