import {
  daysBetween,
  dateOf,
  type FieldFault,
  isRefusal,
  type Refusal,
  refuse,
  type Words,
} from '@quancheng/kernel';
import type { z } from 'zod';
import type { ActingRole } from '../../core/actor.ts';
import { type CommandKind, command, type NewEvent, type World } from '../../core/aggregate.ts';
import { type LegalDate, lapseInstant, legalDate } from '../../core/legal-date.ts';
import type { ProjectYearEvent } from '../events.ts';
import type { givenSignatureSchema, Problem, Remark, Signature } from '../shapes.ts';
import { isNotOpened, type OpenYear, type ProjectYearState } from '../state.ts';

export type Fact = NewEvent<ProjectYearEvent>;
export type Decision = Fact[] | Refusal;

/** A command on an opened year. */
export const act = <D extends z.ZodType>(kind: {
  title: Words;
  roles: readonly ActingRole[];
  data: D;
  decide: (year: OpenYear, data: z.output<D>, world: World) => Decision;
}): CommandKind<ProjectYearState> =>
  command<ProjectYearState, D>({
    ...kind,
    decide: (state, data, world) => (isNotOpened(state) ? notOpened() : kind.decide(state, data, world)),
  });

export function fact<T extends ProjectYearEvent['type']>(
  type: T,
  data: Extract<ProjectYearEvent, { type: T }>['data'],
  clause?: string,
): Fact {
  const event = { type, data } as Extract<ProjectYearEvent, { type: T }>;
  return (clause === undefined ? event : { ...event, clause }) as Fact;
}

/** Several legal dates at once, from one day; the first question without a rule refuses them all. */
export function datesFrom<K extends string>(
  world: World,
  start: World['today'],
  questions: Readonly<Record<K, string>>,
): Record<K, LegalDate> | Refusal {
  const dates: Partial<Record<K, LegalDate>> = {};
  for (const [name, question] of Object.entries(questions) as [K, string][]) {
    const date = legalDate(world, question, start);
    if (isRefusal(date)) return date;
    dates[name] = date;
  }
  return dates as Record<K, LegalDate>;
}

/** Timeliness is judged by when the paper reached the bureau's door: 24:00 of the due day is still in time. */
export function lateness(world: World, date: LegalDate): { late: boolean; daysLate: number } {
  const late = world.receivedAt >= lapseInstant(date);
  return { late, daysLate: late ? daysBetween(date.due, dateOf(world.receivedAt)) : 0 };
}

/** 一把手 signs online himself; in his stead a clerk may only send the stamped scan. */
export function signed(world: World, given: z.output<typeof givenSignatureSchema>): Signature | Refusal {
  const { personId, role } = world.actor;
  if (given.mode === 'online' && role !== 'unit-head') {
    return onField('signature', 'HEAD_MUST_SIGN', {
      because: {
        zh: '须由单位负责人（第一责任人）签字',
        en: 'the head of the unit, who is first responsible, must sign',
      },
      remedy: {
        zh: '请单位负责人在线签字，或上传盖章扫描件',
        en: 'let the head sign online, or send a stamped scan',
      },
    });
  }
  return given.mode === 'online'
    ? { mode: 'online', personId }
    : { mode: given.mode, sha256: given.sha256, personId };
}

export function onField(
  field: string,
  code: string,
  words: { because: Words; remedy: Words },
  clause?: string,
): Refusal {
  return refuse({ code, clause, ...words, fields: [{ field, code, because: words.because }] });
}

export function onFields(
  code: string,
  fields: readonly FieldFault[],
  words: { because: Words; remedy: Words },
  clause?: string,
): Refusal {
  return refuse({ code, clause, ...words, fields });
}

/** Each remark of the reviewers has its answer, and no answer is to something nobody asked. */
export function unanswered(
  remarks: readonly Remark[],
  answers: readonly { remark: string }[],
  clause?: string,
): Refusal | null {
  const given = answers.map(({ remark }) => remark);
  const open = remarks.filter(({ id }) => !given.includes(id));
  const unknown = given.filter(
    (id, index) => !remarks.some((one) => one.id === id) || given.indexOf(id) !== index,
  );
  if (open.length === 0 && unknown.length === 0) return null;
  return onFields(
    'REMARKS_NOT_ANSWERED',
    [...open.map(missing('answers')), ...unknown.map(stray('answers'))],
    {
      because: {
        zh: `还有 ${open.length} 条修改要求没有回复`,
        en: `${open.length} remark(s) of the review are not answered`,
      },
      remedy: { zh: '请对每条要求逐条回复', en: 'answer each remark once, by its id' },
    },
    clause,
  );
}

/** As `unanswered`, for the problems of a rectification. */
export function unansweredProblems(
  problems: readonly Problem[],
  answers: readonly { problem: string }[],
  clause?: string,
): Refusal | null {
  const asRemarks = problems.map(({ id, problem }) => ({ id, remark: problem }));
  const refusal = unanswered(
    asRemarks,
    answers.map(({ problem }) => ({ remark: problem })),
    clause,
  );
  if (refusal === null) return null;
  return {
    ...refusal,
    code: 'PROBLEMS_NOT_ANSWERED',
    because: { zh: '有问题没有逐项报告整改', en: 'not every problem is answered' },
  };
}

const missing =
  (field: string) =>
  ({ id, remark }: Remark): FieldFault => ({
    field: `${field}.${id}`,
    code: 'required',
    because: { zh: `未回复：${remark}`, en: `not answered: ${remark}` },
  });
const stray =
  (field: string) =>
  (id: string): FieldFault => ({
    field: `${field}.${id}`,
    code: 'unknown',
    because: { zh: '没有这一条，或重复回复', en: 'no such item, or answered twice' },
  });

function notOpened(): Refusal {
  return refuse({
    code: 'YEAR_NOT_OPENED',
    because: { zh: '该项目年度尚未建立', en: 'this project-year is not opened' },
    remedy: { zh: '请先在项目中建立该年度', en: 'open the year in its project first' },
  });
}

export const repeated = (what: Words): Refusal =>
  refuse({
    code: 'ALREADY_DONE',
    because: { zh: `${what.zh}已经办理过`, en: `${what.en} has been done already` },
    remedy: { zh: '无需重复办理', en: 'nothing more is needed' },
  });
