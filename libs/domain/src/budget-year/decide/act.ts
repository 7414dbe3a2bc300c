import { type Refusal, refuse } from '@quancheng/kernel';
import { decisionsOf, idOf } from '../../core/act.ts';
import type { World } from '../../core/aggregate.ts';
import { unruledYear } from '../../core/refusals.ts';
import type { BudgetYearEvent } from '../events.ts';
import type { BudgetYearState } from '../state.ts';

export const { act, fact } = decisionsOf<BudgetYearState, BudgetYearEvent>();

/** The fiscal year and the edition that rules it, or why there is none. */
export function yearOfStream(world: World): { fiscalYear: number; edition: string } | Refusal {
  const id = idOf(world);
  if (!/^\d{4}$/.test(id)) {
    return refuse({
      code: 'FISCAL_YEAR_SHAPE',
      because: { zh: '预算年度应为四位数字', en: 'a budget year has four digits' },
      remedy: { zh: '例如 2014', en: 'for example 2014' },
    });
  }
  const fiscalYear = Number(id);
  const edition = world.rules.editionFor(fiscalYear, world.division);
  return edition === undefined
    ? refuse({ code: 'NO_RULE', ...unruledYear(fiscalYear) })
    : { fiscalYear, edition: edition.id };
}
