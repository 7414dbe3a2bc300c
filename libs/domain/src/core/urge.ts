import { lineSchema, strict, textSchema } from '@quancheng/forms';
import { dateOf, type Refusal, refuse } from '@quancheng/kernel';
import type { Aggregate, CommandKind, NewEvent, StreamState, Transition, World } from './aggregate.ts';
import { byDate, type Obligation } from './obligation.ts';
import { CLAUSE } from './clauses.ts';

/** 催办: somebody who may press for it reminds the holder of an open duty. It leaves its trace, and moves no date. */

const urgeData = strict({
  /** The duty with the earliest date where absent. */
  obligationId: lineSchema.optional(),
  message: textSchema,
});

/** Who may remind another of an open duty. */
export const ROLES_THAT_URGE = [
  'department',
  'finance-business',
  'finance-performance',
  'section-chief',
  'bureau-leader',
  'leading-group',
] as const;

/** The same aggregate, whose open duties can be urged wherever one may be open. */
export function urgeable<S extends StreamState>(aggregate: Aggregate<S>): Aggregate<S> {
  const from = Object.keys(aggregate.stages).filter((stage) => stage !== 'none');
  const transition: Transition = {
    command: 'Urge',
    from,
    event: 'ObligationUrged',
    to: 'same',
    clause: CLAUSE.accountability,
  };
  const Urge: CommandKind<S> = {
    title: { zh: '催办', en: 'urge the holder of a duty' },
    roles: ROLES_THAT_URGE,
    data: urgeData,
    decide: (state: S, data: never, world: World) => urge(aggregate, state, data, world),
  };
  return {
    ...aggregate,
    commands: { ...aggregate.commands, Urge },
    transitions: [...aggregate.transitions, transition],
  };
}

function urge<S extends StreamState>(
  aggregate: Aggregate<S>,
  state: S,
  { obligationId, message }: { obligationId?: string; message: string },
  world: World,
): NewEvent[] | Refusal {
  const open = byDate(aggregate.openObligations(state));
  const obligation = obligationId === undefined ? open[0] : open.find(({ id }) => id === obligationId);
  if (obligation === undefined) return nothingOpen();
  const before = state.marks[obligation.id]?.urgedAt;
  // A second urging on the same day would only make people mute the first.
  if (before !== undefined && dateOf(before) === world.today) return urgedToday();
  return [{ type: 'ObligationUrged', data: urged(obligation, message), clause: obligation.clause }];
}

const urged = ({ id, what, words, holder, date, clause }: Obligation, message: string) => ({
  obligationId: id,
  what,
  words,
  holder,
  due: date?.due ?? null,
  clause,
  message,
});

const nothingOpen = (): Refusal =>
  refuse({
    code: 'NOTHING_TO_URGE',
    because: { zh: '没有待办的义务', en: 'no duty is open here' },
    remedy: { zh: '无需催办', en: 'there is nobody to urge' },
  });

const urgedToday = (): Refusal =>
  refuse({
    code: 'URGED_TODAY',
    because: { zh: '今天已经催办过', en: 'the holder was urged today already' },
    remedy: { zh: '请明天再催办', en: 'urge again tomorrow' },
  });
