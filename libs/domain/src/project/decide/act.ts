import {
  isRefusal,
  parseStreamId,
  type PlainDate,
  type Refusal,
  refuse,
  type Words,
} from '@quancheng/kernel';
import type { z } from 'zod';
import type { ActingRole } from '../../core/actor.ts';
import { type CommandKind, command, type NewEvent, type World } from '../../core/aggregate.ts';
import { legalDate } from '../../core/legal-date.ts';
import type { EventData, ProjectEvent } from '../events.ts';
import type { CompletionDuty, Identity, Plan } from '../shapes.ts';
import type { ProjectState, RegisteredProject } from '../state.ts';

export type Fact = NewEvent<ProjectEvent>;
export type Decision = Fact[] | Refusal;

/** A command on a project that is in the library. */
export const act = <D extends z.ZodType>(kind: {
  title: Words;
  roles: readonly ActingRole[];
  data: D;
  decide: (project: RegisteredProject, data: z.output<D>, world: World) => Decision;
}): CommandKind<ProjectState> =>
  command<ProjectState, D>({
    ...kind,
    decide: (state, data, world) =>
      state.stage === 'none' ? notRegistered() : kind.decide(state, data, world),
  });

export function fact<T extends ProjectEvent['type']>(type: T, data: EventData<T>, clause?: string): Fact {
  return { type, data, ...(clause === undefined ? {} : { clause }) } as unknown as Fact;
}

export const idOf = (world: World): string => {
  const parts = parseStreamId(world.stream);
  return isRefusal(parts) ? '' : parts.id;
};

export const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

const QUESTION = 'deadline/report-completion';

/**
 * What the planned end will ask for. Null where none does: a recurrent project ends no year by it, since each 31 December
 * counts. The duty never arises before the bureau knew of the plan (`knownOn`).
 */
export function planOf(
  world: World,
  identity: Pick<Identity, 'nature' | 'plannedEnd'>,
  knownOn: PlainDate,
): Plan | null | Refusal {
  const { nature, plannedEnd } = identity;
  if (nature === 'recurrent' || plannedEnd === null) return null;
  const arisesOn = later(plannedEnd, knownOn);
  const reportBy = legalDate(world, QUESTION, arisesOn);
  return isRefusal(reportBy) ? reportBy : { plannedEnd, arisesOn, reportBy };
}

/** The duty "report completion or ask for an extension", as it arises on a day; a new round where it was open before. */
export function dutyFrom(
  world: World,
  project: RegisteredProject,
  raisedBy: CompletionDuty['raisedBy'],
  arisesOn: PlainDate,
): CompletionDuty | Refusal {
  const reportBy = legalDate(world, QUESTION, arisesOn);
  return isRefusal(reportBy) ? reportBy : { round: project.rounds + 1, raisedBy, arisesOn, reportBy };
}

export function onField(
  field: string,
  code: string,
  words: { because: Words; remedy: Words },
  clause?: string,
): Refusal {
  return refuse({ code, clause, ...words, fields: [{ field, code, because: words.because }] });
}

/** What has happened is not reported before it happens. */
export function inFuture(world: World, field: string, date: PlainDate): Refusal | null {
  if (date <= world.today) return null;
  return onField(field, 'FUTURE_DATE', {
    because: { zh: `${date} 晚于今天 ${world.today}`, en: `${date} is later than today, ${world.today}` },
    remedy: { zh: '请填写实际发生的日期', en: 'give the day it really happened' },
  });
}

/** No edition rules that fiscal year: then nothing is opened in it. */
export function unruledYear(world: World, field: string, fiscalYear: number): Refusal | null {
  if (world.rules.editionFor(fiscalYear, world.division) !== undefined) return null;
  return onField(field, 'NO_RULE', {
    because: {
      zh: `规则库没有适用于 ${fiscalYear} 年度的规则版本`,
      en: `no edition of the rules covers fiscal year ${fiscalYear}`,
    },
    remedy: {
      zh: '请核对年度，或请绩效科先发布该年度的规则版本',
      en: 'check the year, or have its edition released first',
    },
  });
}

function notRegistered(): Refusal {
  return refuse({
    code: 'PROJECT_NOT_REGISTERED',
    because: { zh: '项目尚未入库', en: 'the project is not in the library' },
    remedy: { zh: '请先登记或接管项目', en: 'register it, or take it over' },
  });
}
