import type { Recorded, World } from '../../core/aggregate.ts';
import type { ProjectYearEvent } from '../events.ts';
import { isSettled } from '../amounts.ts';
import { evolve, type OpenYear, type ProjectYearState } from '../state.ts';
import { type Fact, fact } from './act.ts';

/** The year closes with the last decision: nothing else has to remember to do it. */
export function withClosing(year: OpenYear, facts: Fact[], world: World): Fact[] {
  const after = facts.reduce<ProjectYearState>((state, one) => evolve(state, asRecorded(one, world)), year);
  if (after.stage !== 'result-in-use' || after.result === null || !isSettled(after)) return facts;
  const { evaluationId, resultVersion } = after.result;
  return [
    ...facts,
    fact('ProjectYearClosed', { fiscalYear: after.identity.fiscalYear, evaluationId, resultVersion }),
  ];
}

/** The fact as it will stand, as far as the state looks at it. */
function asRecorded(one: Fact, { happenedOn, now, actor }: World): Recorded<ProjectYearEvent> {
  return {
    ...one,
    eventId: '',
    version: 0,
    happenedOn,
    recordedAt: now,
    actor,
  } as Recorded<ProjectYearEvent>;
}
