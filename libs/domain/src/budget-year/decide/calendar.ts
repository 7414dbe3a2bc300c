import { lineSchema, strict, textSchema } from '@quancheng/forms';
import { isRefusal, makeDate, type PlainDate, type Refusal, refuse } from '@quancheng/kernel';
import { z } from 'zod';
import { command, type World } from '../../core/aggregate.ts';
import { CLAUSE } from '../../core/clauses.ts';
import { fixedDate, plainDateSchema } from '../../core/legal-date.ts';
import { firstRefusal, onField, onFields } from '../../core/refusals.ts';
import { roundSchema, windowSchema } from '../../core/shapes.ts';
import { openTasks } from '../obligations.ts';
import { type AgendaItem, taskSchema } from '../shapes.ts';
import type { BegunYear, BudgetYearState, OpenWindow as WindowState } from '../state.ts';
import { act, fact, yearOfStream } from './act.ts';

const agendaData = strict({ task: taskSchema, round: roundSchema.optional(), due: plainDateSchema });
const prepareData = strict({
  noticePaper: lineSchema,
  departments: z.array(lineSchema).max(500).default([]),
  agenda: z.array(agendaData).max(60).default([]),
});

/** The notice of the year's work. A later notice replaces its dates and its list of departments. */
export const Prepare = command<BudgetYearState, typeof prepareData>({
  title: { zh: '布置年度工作', en: 'prepare the year' },
  roles: ['finance-performance', 'finance-business', 'section-chief'],
  data: prepareData,
  decide(state, { noticePaper, departments, agenda }, world) {
    const year = yearOfStream(world);
    if (isRefusal(year)) return year;
    const told = state.stage !== 'none' && state.prepared?.noticePaper === noticePaper;
    const refusal = firstRefusal(
      told ? preparedBefore() : null,
      ...agenda.map((_item, index) => badItem(agenda, index, year.fiscalYear)),
    );
    if (refusal !== null) return refusal;
    const reason = (due: PlainDate) => ({
      zh: `${noticePaper} 定于 ${due}`,
      en: `fixed for ${due} by ${noticePaper}`,
    });
    const dated = agenda.map(({ task, round, due }): AgendaItem => {
      const basis = {
        since: world.happenedOn,
        reason: reason(due),
        clause: CLAUSE.newGoal,
        edition: year.edition,
      };
      return { task, round: round ?? null, date: fixedDate(world, `deadline/${task}`, due, basis) };
    });
    const data = {
      division: world.division,
      fiscalYear: year.fiscalYear,
      noticePaper,
      departments: [...new Set(departments)],
      agenda: dated,
    };
    return [fact('BudgetYearPrepared', data, CLAUSE.newGoal)];
  },
});

const windowData = strict({ window: windowSchema, until: plainDateSchema, noticePaper: lineSchema });

/** Opens a window, or moves the last day of one that is open. It never gets shorter: people rely on it. */
export const OpenWindow = act({
  title: { zh: '开启窗口', en: 'open a window' },
  roles: ['finance-performance', 'finance-business'],
  data: windowData,
  decide(year, { window, until, noticePaper }, world) {
    const open = year.windows.find((one) => one.window === window);
    if (open?.until.due === until) return [];
    const refusal = firstRefusal(
      until < world.today ? windowInPast(world) : null,
      open !== undefined && until < open.until.due ? shortened(open) : null,
    );
    if (refusal !== null) return refusal;
    const ruled = yearOfStream(world);
    if (isRefusal(ruled)) return ruled;
    const reason = {
      zh: `${noticePaper} 公布的截止日 ${until}`,
      en: `last day announced by ${noticePaper}: ${until}`,
    };
    const date = fixedDate(world, `deadline/window-${window}`, until, {
      since: world.happenedOn,
      reason,
      clause: CLAUSE.newGoal,
      edition: ruled.edition,
    });
    const data = { window, noticePaper, until: date };
    return open === undefined
      ? [fact('WindowOpened', { ...data, turn: year.turns[window] + 1 }, CLAUSE.newGoal)]
      : [fact('WindowExtended', { ...data, turn: open.turn }, CLAUSE.newGoal)];
  },
});

const closeData = strict({
  opinion: textSchema,
  leftUndone: z
    .array(strict({ task: taskSchema, round: roundSchema.optional(), reason: textSchema }))
    .max(60)
    .default([]),
});

/** What is still open is done first, or left undone with its reason. */
export const CloseYear = act({
  title: { zh: '办结年度工作', en: 'close the year' },
  roles: ['finance-performance', 'section-chief'],
  data: closeData,
  decide(year, { opinion, leftUndone }, world) {
    const lastDay = makeDate(year.fiscalYear, 12, 31);
    if (world.today <= lastDay) return notOver(lastDay);
    const refusal = unexplained(year, leftUndone);
    const undone = leftUndone.map(({ task, round, reason }) => ({ task, round: round ?? null, reason }));
    return refusal ?? [fact('BudgetYearClosed', { opinion, leftUndone: undone }, CLAUSE.approval)];
  },
});

function unexplained(year: BegunYear, given: z.output<typeof closeData>['leftUndone']): Refusal | null {
  const open = openTasks(year).filter(({ task }) => task !== 'close-year');
  const missing = open.filter(
    ({ task, round }) => !given.some((one) => one.task === task && (one.round ?? null) === round),
  );
  if (missing.length === 0) return null;
  const fields = missing.map(({ task, round, words }) => ({
    field: `leftUndone.${round === null ? task : `${task}.${round}`}`,
    code: 'required',
    because: { zh: `未做：${words.zh}`, en: `not done: ${words.en}` },
  }));
  return onFields('TASKS_OPEN', fields, {
    because: {
      zh: `年度还有 ${missing.length} 项工作没有完成`,
      en: `${missing.length} task(s) of the year are open`,
    },
    remedy: {
      zh: '请先完成，或在 leftUndone 中逐项说明原因',
      en: 'do them, or give each its reason in leftUndone',
    },
  });
}

type AgendaGiven = z.output<typeof agendaData>;

function badItem(agenda: readonly AgendaGiven[], index: number, fiscalYear: number): Refusal | null {
  const item = agenda[index];
  if (item === undefined) return null;
  const field = `agenda.${index}`;
  const twice = agenda.findIndex(({ task, round }) => task === item.task && round === item.round) !== index;
  if (twice) {
    return onField(`${field}.task`, 'TASK_TWICE', {
      because: { zh: '同一项工作列了两次', en: 'the same task is listed twice' },
      remedy: { zh: '每项工作列一次', en: 'list each task once' },
    });
  }
  if ((item.task === 'tracking-round') === (item.round !== undefined))
    return badRound(`${field}.round`, item.round, fiscalYear);
  return onField(`${field}.round`, 'ROUND_MISSING', {
    because: {
      zh: '跟踪轮次须写明月份，其他工作不写',
      en: 'a tracking round names its month, no other task does',
    },
    remedy: { zh: '例如 2014-07', en: 'for example 2014-07' },
  });
}

export function badRound(field: string, round: string | undefined, fiscalYear: number): Refusal | null {
  if (round === undefined || round.startsWith(`${fiscalYear}-`)) return null;
  return onField(field, 'ROUND_OF_OTHER_YEAR', {
    because: {
      zh: `轮次 ${round} 不在 ${fiscalYear} 年度内`,
      en: `round ${round} is not within fiscal year ${fiscalYear}`,
    },
    remedy: { zh: '请到该年度布置', en: 'send it in that year' },
  });
}

const preparedBefore = (): Refusal =>
  onField('noticePaper', 'ALREADY_PREPARED', {
    because: { zh: '该通知已经登记', en: 'this notice is on record' },
    remedy: { zh: '变更安排须有新的通知', en: 'a change needs a notice of its own' },
  });

const windowInPast = (world: World): Refusal =>
  onField('until', 'WINDOW_IN_PAST', {
    because: {
      zh: `截止日早于今天 ${world.today}`,
      en: `the last day is earlier than today, ${world.today}`,
    },
    remedy: { zh: '请填写今天或以后的日期', en: 'give today or a later day' },
  });

const shortened = ({ until }: WindowState): Refusal =>
  onField('until', 'WINDOW_NOT_SHORTENED', {
    because: {
      zh: `已公布的截止日 ${until.due} 不得提前`,
      en: `the announced last day, ${until.due}, does not move forward`,
    },
    remedy: { zh: '只能延后', en: 'it may only be later' },
  });

const notOver = (lastDay: PlainDate): Refusal =>
  refuse({
    code: 'YEAR_NOT_OVER',
    because: { zh: `年度至 ${lastDay} 终了`, en: `the year ends on ${lastDay}` },
    remedy: { zh: '请在年度终了后办结', en: 'close it after that day' },
  });
