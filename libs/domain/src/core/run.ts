import { faultOfIssue } from '@quancheng/forms';
import { type Instant, type Refusal, refuse } from '@quancheng/kernel';
import type { Aggregate, Command, NewEvent, Recorded, StreamState, World } from './aggregate.ts';
import { can } from './can.ts';
import { type ClockMark, clockEvents, comingInstants, dueClockFacts } from './obligation.ts';
import { faultyPaper } from './refusals.ts';
import { type RenewedDate, withRenewed } from './renewal.ts';

/** The next state. What is recorded of any obligation marks every aggregate alike; the rest is its own. */
export function evolve<S extends StreamState>(aggregate: Aggregate<S>, state: S, event: Recorded): S {
  if (event.type === 'LegalDatesRenewed')
    return withRenewed(state, (event.data as { dates: RenewedDate[] }).dates);
  if (event.type in clockEvents) return markClock(state, event);
  return aggregate.evolve(state, event as Recorded<never>);
}

export function fold<S extends StreamState>(
  aggregate: Aggregate<S>,
  events: readonly Recorded[],
  from?: S,
): S {
  return events.reduce((state, event) => evolve(aggregate, state, event), from ?? aggregate.initial);
}

function markClock<S extends StreamState>(state: S, event: Recorded): S {
  const data = event.data as { obligationId: string; instant: Instant };
  const before = state.marks[data.obligationId];
  const mark: ClockMark =
    event.type === 'ObligationUrged'
      ? { ...before, urgedAt: event.recordedAt }
      : event.type === 'ObligationLapsed'
        ? { ...before, lapsed: true }
        : { ...before, remindedAt: data.instant };
  return { ...state, marks: { ...state.marks, [data.obligationId]: mark } };
}

/**
 * From a command to facts or a refusal, in the order a clerk would ask: is there such a thing, may I, is it the time for it,
 * is the paper filled in, is the day right; then the rule itself. Runs twice: as the Update's validator and inside `execute`.
 */
export function handle<S extends StreamState>(
  aggregate: Aggregate<S>,
  state: S,
  command: Command,
  world: World,
): NewEvent[] | Refusal {
  const kind = Object.hasOwn(aggregate.commands, command.type) ? aggregate.commands[command.type] : undefined;
  if (kind === undefined) return unknownCommand(aggregate as unknown as Aggregate, command);
  const denial = can(command.actor, kind.roles, aggregate.ownership(state));
  if (denial !== null) {
    const remedy = { zh: '请由有权的岗位办理', en: 'ask the post that may do it' };
    return refuse({ code: denial.code, because: denial.because, remedy });
  }
  const wrongStage = refuseWrongStage(aggregate, state, command);
  if (wrongStage !== null) return wrongStage;
  const parsed = kind.data.safeParse(command.data);
  if (!parsed.success) return refuseForm(parsed.error.issues);
  return refuseDay(command, world) ?? kind.decide(state, parsed.data as never, world);
}

/** The clock's facts up to `now`: timers first, then reminders and lapses of what is still open. */
export function tick<S extends StreamState>(aggregate: Aggregate<S>, state: S, now: Instant): NewEvent[] {
  const fired = aggregate.timers(state).filter((timer) => timer.at <= now);
  if (fired.length > 0) return fired.map((timer) => timer.fact);
  return aggregate
    .openObligations(state)
    .flatMap((obligation) => dueClockFacts(obligation, state.marks[obligation.id], now) as NewEvent[]);
}

/** The next instant at which the clock has something to record; null when nothing is waited for by date. */
export function wakeAt<S extends StreamState>(aggregate: Aggregate<S>, state: S): Instant | null {
  const instants = [
    ...aggregate.timers(state).map((timer) => timer.at),
    ...aggregate.openObligations(state).flatMap((o) => comingInstants(o, state.marks[o.id]).map((c) => c.at)),
  ];
  return instants.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
}

export const isClosed = (aggregate: Aggregate, state: StreamState): boolean =>
  aggregate.stages[state.stage]?.final === true;

/** Each command with the answer a person would get before filling anything in: allowed, or why not. */
export function actionsFor(aggregate: Aggregate, state: StreamState, actor: Command['actor']) {
  return Object.entries(aggregate.commands)
    .filter(([, kind]) => !kind.roles.every((role) => role === 'system'))
    .map(([type, kind]) => {
      const denial = can(actor, kind.roles, aggregate.ownership(state));
      const stage = refuseWrongStage(aggregate, state, { type });
      const clause = aggregate.transitions.find((row) => row.command === type)?.clause ?? null;
      const refusal = denial ?? (stage === null ? null : { code: stage.code, because: stage.because });
      return { type, title: kind.title, allowed: refusal === null, refusal, clause };
    });
}

function unknownCommand(
  aggregate: Pick<Aggregate, 'title' | 'name' | 'commands'>,
  command: Command,
): Refusal {
  const known = Object.keys(aggregate.commands).join(', ');
  return refuse({
    code: 'UNKNOWN_COMMAND',
    because: {
      zh: `“${aggregate.title.zh}”没有命令“${command.type}”`,
      en: `${aggregate.name} knows no command "${command.type}"`,
    },
    remedy: { zh: `可用命令：${known}`, en: `known commands: ${known}` },
  });
}

function refuseWrongStage<S extends StreamState>(
  aggregate: Aggregate<S>,
  state: S,
  command: Pick<Command, 'type'>,
): Refusal | null {
  const rows = aggregate.transitions.filter((row) => row.command === command.type);
  if (rows.some((row) => row.from.includes(state.stage))) return null;
  const title = (stage: string) => aggregate.stages[stage]?.title ?? { zh: stage, en: stage };
  const wanted = [...new Set(rows.flatMap((row) => row.from))].map(title);
  const clause = rows[0]?.clause;
  return refuse({
    code: 'WRONG_STAGE',
    ...(clause === undefined ? {} : { clause }),
    because: {
      zh: `目前处于“${title(state.stage).zh}”环节，不能办理此事项`,
      en: `the file is at "${title(state.stage).en}", where this cannot be done`,
    },
    remedy: {
      zh: `可办理的环节：${wanted.map((words) => words.zh).join('、')}`,
      en: `it can be done at: ${wanted.map((words) => words.en).join(', ')}`,
    },
  });
}

function refuseForm(
  issues: readonly { path: PropertyKey[]; code: string; message: string; params?: unknown }[],
): Refusal {
  return faultyPaper(
    issues.map((issue) => ({ field: issue.path.map(String).join('.'), ...faultOfIssue(issue) })),
  );
}

/** Nothing happens tomorrow, and what happened earlier than today says why it comes late. */
function refuseDay(command: Command, world: World): Refusal | null {
  // What another stream or the clock carries has been judged where it was recorded.
  if (command.actor.role === 'system') return null;
  if (world.happenedOn > world.today) {
    return refuse({
      code: 'FUTURE_DATE',
      because: {
        zh: `发生日期 ${world.happenedOn} 晚于今天 ${world.today}`,
        en: `${world.happenedOn} is later than today, ${world.today}`,
      },
      remedy: { zh: '请填写实际发生的日期', en: 'give the day it really happened' },
      fields: [{ field: 'happenedOn', code: 'future', because: { zh: '晚于今天', en: 'later than today' } }],
    });
  }
  if (world.happenedOn < world.today && !command.lateReason?.trim()) {
    return refuse({
      code: 'LATE_ENTRY_NEEDS_REASON',
      because: {
        zh: `补录 ${world.happenedOn} 的事项须说明原因`,
        en: `an entry for ${world.happenedOn} needs its reason`,
      },
      remedy: { zh: '请填写补录原因', en: 'state why it is entered late' },
      fields: [{ field: 'lateReason', code: 'required', because: { zh: '必填', en: 'required' } }],
    });
  }
  return null;
}
