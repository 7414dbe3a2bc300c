import { createHash } from 'node:crypto';
import {
  type AggregateName,
  aggregates,
  clockEvents,
  FINANCE,
  type Obligation,
  type Recorded,
  type Role,
  type StreamState,
} from '@quancheng/domain';
import type { Instant, Words } from '@quancheng/kernel';
import { type Addressee, WHO_IS_TOLD } from './who-is-told.ts';

type Post = Obligation['holder'];

/** A notice before it is written down. */
export interface NewNotice {
  readonly noticeId: string;
  readonly eventId: string;
  readonly stream: string;
  readonly aggregate: AggregateName;
  readonly objectId: string;
  readonly eventType: string;
  readonly role: Role;
  readonly unit: string;
  readonly title: Words;
  readonly text: Words;
  readonly due: string | null;
  readonly clause: string | null;
  readonly urgent: boolean;
  readonly toldAt: Instant;
}

/** A file after the append of some events. */
export interface ToldFile {
  readonly stream: string;
  readonly aggregate: AggregateName;
  readonly id: string;
  readonly state: StreamState;
}

/** What these events tell, and whom: one notice a post. */
export const noticesOf = (file: ToldFile, events: readonly Recorded[]): NewNotice[] =>
  events.flatMap((event) => noticesOfEvent(file, event));

function noticesOfEvent({ stream, aggregate, id, state }: ToldFile, event: Recorded): NewNotice[] {
  const table = WHO_IS_TOLD[aggregate];
  const telling = Object.hasOwn(table, event.type) ? table[event.type] : undefined;
  if (telling === undefined) return [];
  const posts = new Map<string, Post>();
  for (const post of telling.to.flatMap((addressee) => postsOf(addressee, aggregate, state, event)))
    posts.set(`${post.role} ${post.unit}`, post);
  return [...posts.values()].map(({ role, unit }) => ({
    noticeId: idOf('N', event.eventId, role, unit),
    eventId: event.eventId,
    stream,
    aggregate,
    objectId: id,
    eventType: event.type,
    role,
    unit,
    ...wordsOf(aggregate, id, state, event),
    due: dueIn(event.data),
    clause: event.clause ?? null,
    urgent: telling.urgent ?? false,
    toldAt: event.recordedAt,
  }));
}

/** The same names give the same id, however often the work is done again. */
export const idOf = (letter: string, ...names: readonly string[]): string =>
  `${letter}${createHash('sha256').update(names.join(' ')).digest('hex').slice(0, 24)}`;

const OFFICES = {
  performance: 'finance-performance',
  business: 'finance-business',
  treasury: 'treasury',
  chief: 'section-chief',
} as const satisfies Partial<Record<Addressee, Role>>;

function postsOf(
  addressee: Addressee,
  aggregate: AggregateName,
  state: StreamState,
  event: Recorded,
): Post[] {
  const data = event.data as {
    readonly holder?: Post;
    readonly escalatedTo?: Post | null;
    readonly department?: string;
    readonly silentDepartments?: readonly string[];
  };
  const owner = aggregates[aggregate].ownership(state);
  switch (addressee) {
    case 'unit-clerk':
    case 'unit-head':
      return owner === null ? [] : [{ role: addressee, unit: owner.unit }];
    case 'department':
      return owner === null ? [] : departments([owner.department]);
    case 'holder':
      return data.holder === undefined ? [] : [data.holder];
    case 'escalation':
      return data.escalatedTo ? [data.escalatedTo] : [];
    case 'named-departments':
      return data.department === undefined ? [] : departments([data.department]);
    case 'silent-departments':
      return departments(data.silentDepartments ?? []);
    case 'all-departments':
      return departments(preparedIn(state));
    default:
      return [{ role: OFFICES[addressee], unit: FINANCE }];
  }
}

const departments = (codes: readonly string[]): Post[] => codes.map((unit) => ({ role: 'department', unit }));

const preparedIn = (state: StreamState): readonly string[] =>
  (state as { prepared?: { departments: readonly string[] } | null }).prepared?.departments ?? [];

/** What the notice says: the file by its name, what happened, and the duty where the event speaks of one. */
function wordsOf(
  aggregate: AggregateName,
  id: string,
  state: StreamState,
  event: Recorded,
): { title: Words; text: Words } {
  const kind = kindOf(aggregate, event.type);
  const file = {
    zh: `${aggregates[aggregate].title.zh}“${nameIn(state) ?? id}”`,
    en: `${aggregate} "${nameIn(state) ?? id}"`,
  };
  const { words: duty, message } = event.data as { words?: Words; message?: string };
  const title = { zh: `${kind.title.zh}：${file.zh}`, en: `${kind.title.en}: ${file.en}` };
  const due = dueIn(event.data);
  const zh = [`${file.zh}（${id}）`, duty?.zh ?? kind.says.zh, message, due === null ? '' : `到期日：${due}`];
  const en = [`${file.en} (${id})`, duty?.en ?? kind.says.en, message, due === null ? '' : `due: ${due}`];
  return { title, text: { zh: sentences(zh, '。'), en: sentences(en, '. ') } };
}

const sentences = (parts: readonly (string | undefined)[], stop: string): string =>
  `${parts.filter((part) => part !== undefined && part !== '').join(stop)}${stop.trim()}`;

function kindOf(aggregate: AggregateName, type: string): { title: Words; says: Words } {
  const clock = clockEvents as Readonly<Record<string, { title: Words; says: Words }>>;
  const kind = aggregates[aggregate].events[type] ?? clock[type];
  if (kind === undefined) throw new Error(`${aggregate} knows no event ${type}`);
  return kind;
}

function nameIn(state: StreamState): string | undefined {
  const named = state as {
    identity?: { name?: string; projectName?: string };
    object?: { projectName?: string; name?: string };
  };
  return (
    named.identity?.projectName ?? named.identity?.name ?? named.object?.projectName ?? named.object?.name
  );
}

/** The legal date that the event sets or speaks of: its own, else that of the duty it opens. */
function dueIn(data: unknown): string | null {
  const given = data as Readonly<Record<string, unknown>>;
  const dates = [given, ...Object.values(given)].map((value) => (value as { due?: unknown } | null)?.due);
  return dates.find((due): due is string => typeof due === 'string' && due !== '') ?? null;
}
