import { strict } from '@quancheng/forms';
import { isRefusal, type PlainDate } from '@quancheng/kernel';
import type { Aggregate, CommandKind, NewEvent, StreamState, Transition, World } from './aggregate.ts';
import { CLAUSE } from './clauses.ts';
import { type LegalDate, legalDate, legalDateSchema } from './legal-date.ts';

/** 暂定日期: a date that was computed before a year's holidays were published is computed again when they are. */

export interface RenewedDate {
  readonly was: PlainDate;
  readonly date: LegalDate;
}

/** The same aggregate, whose provisional dates can be computed again wherever it holds one. Every change is a fact of the file. */
export function renewable<S extends StreamState>(aggregate: Aggregate<S>): Aggregate<S> {
  const transition: Transition = {
    command: 'RenewLegalDates',
    from: Object.keys(aggregate.stages).filter((stage) => stage !== 'none'),
    event: 'LegalDatesRenewed',
    to: 'same',
    clause: CLAUSE.completion,
  };
  const RenewLegalDates: CommandKind<S> = {
    title: { zh: '重新计算暂定日期', en: 'compute provisional dates again' },
    roles: ['system'],
    data: strict({}),
    decide: (state: S, _data: never, world: World) => renewals(state, world),
  };
  return {
    ...aggregate,
    commands: { ...aggregate.commands, RenewLegalDates },
    transitions: [...aggregate.transitions, transition],
  };
}

function renewals(state: StreamState, world: World): NewEvent[] {
  const dates = provisionalDates(state).flatMap((held): RenewedDate[] => {
    if (held.from === undefined) return [];
    const date = legalDate(world, held.clause.slice(held.edition.length + 1), held.from);
    if (isRefusal(date) || date.clause !== held.clause) return [];
    return date.provisional && date.due === held.due ? [] : [{ was: held.due, date }];
  });
  return dates.length === 0 ? [] : [{ type: 'LegalDatesRenewed', data: { dates } }];
}

/** Each date once, however often the state repeats it. */
function provisionalDates(state: StreamState): LegalDate[] {
  const found = new Map<string, LegalDate>();
  const look = (value: unknown): void => {
    if (isProvisionalDate(value)) found.set(keyOf(value), value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(state);
  return [...found.values()];
}

/** The state with the renewed dates in the place of those that they were computed for. */
export function withRenewed<S extends StreamState>(state: S, dates: readonly RenewedDate[]): S {
  const renewed = new Map(dates.map(({ was, date }) => [keyOf({ ...date, due: was }), date]));
  const put = (value: unknown): unknown => {
    if (isProvisionalDate(value)) return renewed.get(keyOf(value)) ?? value;
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, put(item)]));
  };
  return put(state) as S;
}

const keyOf = ({ clause, from, due }: LegalDate): string => `${clause} ${from} ${due}`;

const isProvisionalDate = (value: unknown): value is LegalDate =>
  typeof value === 'object' &&
  value !== null &&
  (value as { provisional?: unknown }).provisional === true &&
  legalDateSchema.safeParse(value).success;
