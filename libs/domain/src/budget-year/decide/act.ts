import {
  type FieldFault,
  isRefusal,
  parseStreamId,
  type Refusal,
  refuse,
  type Words,
} from '@quancheng/kernel';
import type { z } from 'zod';
import type { ActingRole } from '../../core/actor.ts';
import { type CommandKind, command, type NewEvent, type World } from '../../core/aggregate.ts';
import type { BudgetYearEvent, EventData } from '../events.ts';
import type { BegunYear, BudgetYearState } from '../state.ts';

export type Fact = NewEvent<BudgetYearEvent>;
export type Decision = Fact[] | Refusal;

/** A command on a budget year that has begun. */
export const act = <D extends z.ZodType>(kind: {
  title: Words;
  roles: readonly ActingRole[];
  data: D;
  decide: (year: BegunYear, data: z.output<D>, world: World) => Decision;
}): CommandKind<BudgetYearState> =>
  command<BudgetYearState, D>({
    ...kind,
    decide: (state, data, world) => (state.stage === 'none' ? notBegun() : kind.decide(state, data, world)),
  });

export function fact<T extends BudgetYearEvent['type']>(type: T, data: EventData<T>, clause: string): Fact {
  return { type, data, clause } as unknown as Fact;
}

/** The fiscal year and the edition that rules it, or why there is none. */
export function yearOfStream(world: World): { fiscalYear: number; edition: string } | Refusal {
  const parts = parseStreamId(world.stream);
  const id = isRefusal(parts) ? '' : parts.id;
  if (!/^\d{4}$/.test(id)) {
    return refuse({
      code: 'FISCAL_YEAR_SHAPE',
      because: { zh: '预算年度应为四位数字', en: 'a budget year has four digits' },
      remedy: { zh: '例如 2014', en: 'for example 2014' },
    });
  }
  const edition = editionOf(world, Number(id));
  return isRefusal(edition) ? edition : { fiscalYear: Number(id), edition };
}

export function editionOf(world: World, fiscalYear: number): string | Refusal {
  const edition = world.rules.editionFor(fiscalYear, world.division);
  if (edition !== undefined) return edition.id;
  return refuse({
    code: 'NO_RULE',
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

function notBegun(): Refusal {
  return refuse({
    code: 'BUDGET_YEAR_NOT_BEGUN',
    because: { zh: '该预算年度尚未启动', en: 'this budget year has not begun' },
    remedy: { zh: '请先布置年度工作', en: 'prepare the year first' },
  });
}
