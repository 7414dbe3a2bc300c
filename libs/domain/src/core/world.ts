import { dateOf, type Instant, type PlainDate, stateCouncilCalendar } from '@quancheng/kernel';
import { rulebookAt } from '@quancheng/rulebook';
import type { Actor } from './actor.ts';
import type { LibraryRequest, OpenFiles, World } from './aggregate.ts';

/** The outside as one decision sees it: the moment, the rules, the published calendar, and who speaks. */
export function worldOf(given: {
  stream: string;
  actor: Actor;
  now: Instant;
  receivedAt: Instant;
  happenedOn?: PlainDate | undefined;
  openFiles?: OpenFiles | undefined;
  library?: readonly LibraryRequest[] | undefined;
}): World {
  const today = dateOf(given.receivedAt);
  return {
    now: given.now,
    receivedAt: given.receivedAt,
    today,
    happenedOn: given.happenedOn ?? today,
    rules: rulebookAt(given.actor.division),
    calendar: stateCouncilCalendar,
    actor: given.actor,
    stream: given.stream,
    division: given.actor.division,
    openFiles: given.openFiles ?? {},
    library: given.library ?? [],
  };
}
