import { isRefusal, type PlainDate, type Refusal } from '@quancheng/kernel';
import { decisionsOf } from '../../core/act.ts';
import type { NewEvent, World } from '../../core/aggregate.ts';
import { legalDate } from '../../core/legal-date.ts';
import { onField, unruledYear } from '../../core/refusals.ts';
import type { ProjectEvent } from '../events.ts';
import type { CompletionDuty, Identity, Plan } from '../shapes.ts';
import type { ProjectState, RegisteredProject } from '../state.ts';

export type Fact = NewEvent<ProjectEvent>;
export const { act, fact } = decisionsOf<ProjectState, ProjectEvent>();

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

/** Nothing is opened in a year that no edition rules. */
export function refuseUnruled(world: World, field: string, fiscalYear: number): Refusal | null {
  const ruled = world.rules.editionFor(fiscalYear, world.division) !== undefined;
  return ruled ? null : onField(field, 'NO_RULE', unruledYear(fiscalYear));
}
