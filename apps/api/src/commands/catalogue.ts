import {
  type Aggregate,
  aggregates,
  type AggregateName,
  type CommandKind,
  type StreamState,
} from '@quancheng/domain';
import { isRefusal, parseStreamId, type StreamId, streamIdOf } from '@quancheng/kernel';
import { notFound, type Problem, problem } from '../http/problem.ts';

/** The kinds of files as addresses name them. */
export const COLLECTIONS = {
  projects: 'project',
  'project-years': 'project-year',
  evaluations: 'evaluation',
  'budget-years': 'budget-year',
  directories: 'directory',
  'indicator-libraries': 'indicator-library',
} as const satisfies Record<string, AggregateName>;
export type Collection = keyof typeof COLLECTIONS;

export const collectionOf = (name: AggregateName): Collection =>
  Object.entries(COLLECTIONS).find(([, aggregate]) => aggregate === name)?.[0] as Collection;

/** The kind of file an address names. Throws 404. */
export function aggregateAt(collection: string): Aggregate {
  if (!Object.hasOwn(COLLECTIONS, collection)) throw notFound({ zh: '此类事项', en: 'this kind of file' });
  return aggregates[COLLECTIONS[collection as Collection]];
}

/** The stream of an id in the actor's own division. Throws 404: an id of another shape names nothing. */
export function streamAt(aggregate: Aggregate, division: string, id: string): StreamId {
  if (isRefusal(parseStreamId(`${division}/${aggregate.name}/${id}`))) throw notFound(aggregate.title);
  return streamIdOf({ division, aggregate: aggregate.name, id });
}

export const kebabOf = (type: string): string => type.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();

/** The commands that a person may send; what only the clock and other streams say cannot be reached from outside. */
export const personCommands = (aggregate: Aggregate): [string, CommandKind<StreamState>][] =>
  Object.entries(aggregate.commands).filter(([, kind]) => !kind.roles.every((role) => role === 'system'));

/** A command by its name in an address (`report-completion`) or its own (`ReportCompletion`). Throws 404. */
export function commandAt(
  aggregate: Aggregate,
  text: string,
): { type: string; kind: CommandKind<StreamState> } {
  const found = personCommands(aggregate).find(([type]) => type === text || kebabOf(type) === text);
  if (found === undefined) throw unknownCommand(aggregate, text);
  return { type: found[0], kind: found[1] };
}

function unknownCommand(aggregate: Aggregate, text: string): Problem {
  const known = personCommands(aggregate)
    .map(([type]) => kebabOf(type))
    .join(', ');
  const named = text.slice(0, 60).toWellFormed();
  return problem(404, {
    code: 'UNKNOWN_COMMAND',
    because: {
      zh: `“${aggregate.title.zh}”没有命令“${named}”`,
      en: `${aggregate.name} knows no command "${named}"`,
    },
    remedy: { zh: `可用命令：${known}`, en: `known commands: ${known}` },
  });
}
