import type { PlainDate } from '@quancheng/kernel';
import type { Recorded } from '../../core/aggregate.ts';
import type { ResultEvent } from '../events.ts';
import type { Duty } from '../shapes.ts';
import type { DutyState, OpenYear } from '../state.ts';

export function evolveResult(year: OpenYear, event: Recorded<ResultEvent>): OpenYear {
  switch (event.type) {
    case 'MoneyCarriedOver':
      return { ...year, leftover: { amountFen: event.data.amountFen, returnedFen: event.data.returnedFen } };
    case 'CarryOverReceived':
      return { ...year, carriedIn: [...year.carriedIn, event.data] };
    case 'EvaluationBegunNoted':
      return { ...year, toldTo: event.data.evaluationId };
    case 'ResultReceived':
      return received(year, event);
    case 'ResultCirculated':
      return circulated(year, event);
    case 'NoticeAcknowledged':
      return done(year, 'notice', event.happenedOn);
    case 'ResultRectificationReported':
      return onDuty(year, 'rectification', {
        step: 'confirm',
        since: event.happenedOn,
        by: event.data.confirmBy,
      });
    case 'ResultRectificationConfirmed':
      return done(year, 'rectification', event.happenedOn);
    case 'ResultRectificationSentBack':
      return sentBack(year, event);
    case 'BudgetLinkDecided':
      return { ...done(year, 'budget-link', event.happenedOn), budgetLink: event.data };
    case 'ClueVerified':
      return event.data.founded
        ? onDuty(year, 'accountability', {
            step: 'case-or-close',
            since: event.happenedOn,
            by: event.data.decideBy,
          })
        : done(year, 'accountability', event.happenedOn);
    case 'ClueClosed':
    case 'AccountabilityCaseOpened':
      return done(year, 'accountability', event.happenedOn);
    case 'ResultPublished':
      return { ...done(year, 'disclosure', event.happenedOn), disclosure: 'published' };
    case 'ResultWithheld':
      return { ...done(year, 'disclosure', event.happenedOn), disclosure: 'withheld' };
    case 'ProjectYearClosed':
      return { ...year, stage: 'closed' };
    default:
      event satisfies never;
      return year;
  }
}

function received(
  year: OpenYear,
  event: Recorded<Extract<ResultEvent, { type: 'ResultReceived' }>>,
): OpenYear {
  const {
    evaluationId,
    resultVersion,
    grade,
    score,
    road,
    clause,
    missedGoals,
    confirmedOn,
    proposal,
    opens,
  } = event.data;
  const result = {
    evaluationId,
    resultVersion,
    grade,
    score,
    road,
    clause,
    missedGoals,
    confirmedOn,
    proposal,
  };
  const openings = opens.map(
    (duty): DutyState => ({
      duty,
      ...firstStep(duty, event.data),
      since: event.happenedOn,
      round: roundOf(year, duty) + 1,
      problems: [],
    }),
  );
  const kept = year.duties.filter(({ duty }) => !opens.includes(duty));
  return {
    ...year,
    stage: opens.length > 0 ? 'result-in-use' : year.stage,
    result,
    duties: [...kept, ...openings],
  };
}

type Dates = Extract<ResultEvent, { type: 'ResultReceived' }>['data'];

function firstStep(duty: Duty, dates: Dates): Pick<DutyState, 'step' | 'by'> {
  switch (duty) {
    case 'notice':
      return { step: 'circulate', by: dates.circulateBy };
    // Never opened by the result itself: what is to be put right is known when the notice names it.
    case 'rectification':
      return { step: 'report', by: null };
    case 'budget-link':
      return { step: 'decide', by: dates.linkBy };
    case 'accountability':
      return { step: 'verify', by: dates.verifyBy };
    case 'disclosure':
      return { step: 'disclose', by: dates.discloseBy };
  }
}

function circulated(
  year: OpenYear,
  event: Recorded<Extract<ResultEvent, { type: 'ResultCirculated' }>>,
): OpenYear {
  const { problems, acknowledgeBy, rectifyBy } = event.data;
  const acknowledged = onDuty(year, 'notice', {
    step: 'acknowledge',
    since: event.happenedOn,
    by: acknowledgeBy,
  });
  // A new notice stands in for the earlier one: without problems, nothing is left to put right.
  if (problems.length === 0) return done(acknowledged, 'rectification', event.happenedOn);
  const rectification: DutyState = {
    duty: 'rectification',
    step: 'report',
    since: event.happenedOn,
    by: rectifyBy,
    round: roundOf(year, 'rectification') + 1,
    problems,
  };
  return {
    ...acknowledged,
    duties: [...acknowledged.duties.filter(({ duty }) => duty !== 'rectification'), rectification],
  };
}

function sentBack(
  year: OpenYear,
  event: Recorded<Extract<ResultEvent, { type: 'ResultRectificationSentBack' }>>,
): OpenYear {
  const round = roundOf(year, 'rectification') + 1;
  return onDuty(year, 'rectification', {
    step: 'report',
    since: event.happenedOn,
    by: event.data.rectifyBy,
    round,
  });
}

function roundOf(year: OpenYear, duty: Duty): number {
  return year.duties.find((one) => one.duty === duty)?.round ?? 0;
}

function onDuty(year: OpenYear, duty: Duty, change: Partial<DutyState>): OpenYear {
  return { ...year, duties: year.duties.map((one) => (one.duty === duty ? { ...one, ...change } : one)) };
}

function done(year: OpenYear, duty: Duty, since: PlainDate): OpenYear {
  return onDuty(year, duty, { step: 'done', since, by: null });
}
