import type { Recorded } from '../../core/aggregate.ts';
import type { TrackingEvent } from '../events.ts';
import type { Adjustment, OpenYear, RectificationOrder, Round, StopRequest } from '../state.ts';
import { revised } from './declaration.ts';

export function evolveTracking(year: OpenYear, event: Recorded<TrackingEvent>): OpenYear {
  switch (event.type) {
    case 'TrackingRoundOpened':
      return { ...year, rounds: [...year.rounds, newRound(event)] };
    case 'PaymentsRecorded':
      return { ...year, payments: [...year.payments, ...event.data.payments], paidFen: event.data.paidFen };
    case 'TrackingReported':
      return onRound(year, event.data.round, (round) => ({ ...round, report: event.data, draft: null }));
    case 'TrackingDraftSaved':
      return onRound(year, event.data.round, (round) => ({ ...round, draft: event.data.form }));
    case 'DeviationFound':
      return onRound(year, event.data.round, (round) => ({
        ...round,
        deviation: 'open',
        deviationClause: event.data.clause,
      }));
    case 'DeviationExplained':
      return onRound(year, event.data.round, (round) => ({ ...round, deviation: 'settled' }));
    case 'RectificationOrdered':
      return ordered(year, event);
    case 'RectificationReported':
      return onOrder(year, event.data.order, (order) => ({
        ...order,
        status: 'reported',
        since: event.happenedOn,
        confirmBy: event.data.confirmBy,
      }));
    case 'RectificationConfirmed':
      return onOrder(year, event.data.order, (order) => ({ ...order, status: 'confirmed' }));
    case 'RectificationSentBack':
      return onOrder(year, event.data.order, (order) => ({
        ...order,
        status: 'ordered',
        attempt: order.attempt + 1,
        since: event.happenedOn,
        answerBy: event.data.answerBy,
      }));
    case 'StopPaymentRequested':
      return {
        ...year,
        stops: [
          ...year.stops,
          { request: event.data.request, requestedOn: event.happenedOn, status: 'requested' },
        ],
      };
    case 'StopPaymentAcknowledged':
      return onStop(year, event.data.request, 'acknowledged');
    case 'StopPaymentLifted':
      return onStop(year, event.data.request, 'lifted');
    case 'AdjustmentRequested':
      return {
        ...year,
        adjustments: [
          ...year.adjustments,
          { ...event.data, requestedOn: event.happenedOn, status: 'requested' },
        ],
      };
    case 'AdjustmentGranted':
      return granted(year, event.data);
    case 'AdjustmentRefused':
      return onAdjustment(year, event.data.adjustment, 'refused');
    case 'FiscalYearEnded':
      return { ...year, yearEnded: true, stage: year.stage === 'approved' ? 'ended' : year.stage };
    case 'ProjectSuspended':
      return { ...year, suspended: true };
    case 'ProjectResumed':
      return { ...year, suspended: false };
    case 'ProjectTerminated':
      return {
        ...year,
        suspended: false,
        terminated: true,
        stage: TERMINATES_FROM.has(year.stage) ? 'terminated' : year.stage,
      };
    default:
      event satisfies never;
      return year;
  }
}

/** A year whose money was spent is still answered for: after its end a terminated project keeps its stage. */
const TERMINATES_FROM: ReadonlySet<string> = new Set([
  'draft',
  'declared',
  'returned',
  'department-reviewed',
  'finance-reviewed',
  'controlled',
  'resubmitted',
  'approved',
  'blocked',
]);

function newRound(event: Recorded<Extract<TrackingEvent, { type: 'TrackingRoundOpened' }>>): Round {
  const { round, asOf, reportBy } = event.data;
  return {
    round,
    asOf,
    openedOn: event.happenedOn,
    reportBy,
    report: null,
    draft: null,
    deviation: 'none',
    deviationClause: null,
  };
}

function ordered(
  year: OpenYear,
  event: Recorded<Extract<TrackingEvent, { type: 'RectificationOrdered' }>>,
): OpenYear {
  const { order, round, problems, receivedOn, answerBy } = event.data;
  const next: RectificationOrder = {
    order,
    attempt: 1,
    since: receivedOn,
    problems,
    answerBy,
    status: 'ordered',
    confirmBy: null,
  };
  const settled =
    round === undefined
      ? year
      : onRound(year, round, (one) => ({
          ...one,
          deviation: one.deviation === 'open' ? 'settled' : one.deviation,
        }));
  return { ...settled, orders: [...year.orders, next] };
}

function granted(
  year: OpenYear,
  { adjustment, approvedFen }: Extract<TrackingEvent, { type: 'AdjustmentGranted' }>['data'],
): OpenYear {
  const revision = year.adjustments.find((one) => one.adjustment === adjustment)?.goalRevision ?? null;
  return { ...onAdjustment(year, adjustment, 'granted'), approvedFen, goal: revised(year.goal, revision) };
}

const onRound = (year: OpenYear, round: string, change: (round: Round) => Round): OpenYear => ({
  ...year,
  rounds: year.rounds.map((one) => (one.round === round ? change(one) : one)),
});

const onOrder = (
  year: OpenYear,
  order: string,
  change: (order: RectificationOrder) => RectificationOrder,
): OpenYear => ({
  ...year,
  orders: year.orders.map((one) => (one.order === order ? change(one) : one)),
});

const onStop = (year: OpenYear, request: string, status: StopRequest['status']): OpenYear => ({
  ...year,
  stops: year.stops.map((one) => (one.request === request ? { ...one, status } : one)),
});

const onAdjustment = (year: OpenYear, adjustment: string, status: Adjustment['status']): OpenYear => ({
  ...year,
  adjustments: year.adjustments.map((one) => (one.adjustment === adjustment ? { ...one, status } : one)),
});
