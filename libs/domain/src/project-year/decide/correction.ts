import { formatYuan, isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import { lineSchema, moneySchema, oneOf, strict, textSchema, yesNoSchema } from '@quancheng/forms';
import { askThreshold, isProvisional } from '@quancheng/rulebook';
import { z } from 'zod';
import { lateness } from '../../core/act.ts';
import type { World } from '../../core/aggregate.ts';
import { lapseInstant, legalDate, plainDateSchema } from '../../core/legal-date.ts';
import { alreadyDone, onField, unruled } from '../../core/refusals.ts';
import { givenSignatureSchema, roundSchema } from '../../core/shapes.ts';
import { goalRevisionSchema, problemAnswerSchema } from '../shapes.ts';
import type { OpenYear } from '../state.ts';
import { act, type Decision, fact, signed, unansweredProblems, caseDays } from './act.ts';
import { withClosing } from './closing.ts';
import { refuseIndicators, suspended } from './declaration.ts';
import { refuseUnmatched } from './review.ts';
import { noDeviation, unknownRound } from './tracking.ts';

const orderData = strict({
  problems: z.array(lineSchema).min(1, { error: '至少写一个问题 / at least one problem' }),
  receivedOn: plainDateSchema,
  round: roundSchema.optional(),
});
export const OrderRectification = act({
  title: { zh: '下达整改通知', en: 'order a rectification' },
  roles: ['finance-performance'],
  data: orderData,
  decide(year, { problems, receivedOn, round: name }, world) {
    if (receivedOn > world.today) {
      return onField('receivedOn', 'RECEIVED_IN_FUTURE', {
        because: { zh: `送达日期 ${receivedOn} 晚于今天`, en: `${receivedOn} is later than today` },
        remedy: { zh: '请填写单位实际收到的日期', en: 'give the day the unit received it' },
      });
    }
    const fault = name === undefined ? null : refuseRound(year, name);
    if (fault !== null) return fault;
    const open = year.orders.filter(({ status }) => status !== 'confirmed');
    if (
      open.some((order) => order.problems.map(({ problem }) => problem).join('\n') === problems.join('\n'))
    ) {
      return alreadyDone({ zh: '同样问题的整改通知', en: 'an order on the same problems' });
    }
    const answerBy = legalDate(world, 'deadline/rectification', receivedOn);
    if (isRefusal(answerBy)) return answerBy;
    const order = `R${year.orders.length + 1}`;
    const listed = problems.map((problem, index) => ({ id: `${order}-${index + 1}`, problem }));
    return [
      fact(
        'RectificationOrdered',
        { order, ...(name === undefined ? {} : { round: name }), problems: listed, receivedOn, answerBy },
        answerBy.clause,
      ),
    ];
  },
});

function refuseRound(year: OpenYear, name: string): Refusal | null {
  const round = year.rounds.find((one) => one.round === name);
  if (round === undefined) return unknownRound(name);
  return round.deviation === 'open' ? null : noDeviation(name);
}

const reportData = strict({
  order: lineSchema,
  answers: z.array(problemAnswerSchema),
  signature: givenSignatureSchema,
});
export const ReportRectification = act({
  title: { zh: '报告整改情况', en: 'report the rectification' },
  roles: ['unit-head', 'unit-clerk'],
  data: reportData,
  decide(year, { order: name, answers, signature: given }, world) {
    const order = year.orders.find((one) => one.order === name);
    if (order?.status !== 'ordered') return noOpenOrder(name, '待整改', 'to be answered');
    const fault = unansweredProblems(order.problems, answers, order.answerBy.clause);
    if (fault !== null) return fault;
    const signature = signed(world, given);
    if (isRefusal(signature)) return signature;
    const confirmBy = legalDate(world, 'deadline/rectification-confirmation', world.happenedOn);
    if (isRefusal(confirmBy)) return confirmBy;
    return [
      fact(
        'RectificationReported',
        { order: name, answers, signature, confirmBy, ...lateness(world, order.answerBy) },
        order.answerBy.clause,
      ),
    ];
  },
});

const confirmData = strict({ order: lineSchema, accepted: yesNoSchema, opinion: textSchema });
export const ConfirmRectification = act({
  title: { zh: '确认整改', en: 'confirm the rectification' },
  roles: ['finance-performance'],
  data: confirmData,
  decide(year, { order: name, accepted, opinion }, world) {
    const order = year.orders.find((one) => one.order === name);
    if (order?.status !== 'reported') return noOpenOrder(name, '待确认', 'to be confirmed');
    if (accepted)
      return withClosing(
        year,
        [fact('RectificationConfirmed', { order: name, opinion }, order.confirmBy?.clause)],
        world,
      );
    const answerBy = legalDate(world, 'deadline/rectification', world.happenedOn);
    return isRefusal(answerBy)
      ? answerBy
      : [fact('RectificationSentBack', { order: name, opinion, answerBy }, answerBy.clause)];
  },
});

function noOpenOrder(order: string, zh: string, en: string): Refusal {
  return onField('order', 'NO_OPEN_ORDER', {
    because: { zh: `没有${zh}的整改通知 ${order}`, en: `no order ${order} is waiting ${en}` },
    remedy: { zh: '请选择未办结的整改通知', en: 'choose an open order' },
  });
}

const stopData = strict({ reason: textSchema });
export const RequestStopPayment = act({
  title: { zh: '提请停拨', en: 'request that payment stop' },
  roles: ['finance-performance'],
  data: stopData,
  decide(year, { reason }) {
    if (year.stops.some(({ status }) => status !== 'lifted'))
      return alreadyDone({ zh: '停拨请求', en: 'a request to stop payment' });
    return [fact('StopPaymentRequested', { request: `S${year.stops.length + 1}`, reason })];
  },
});

const acknowledgeData = strict({ request: lineSchema, note: textSchema.optional() });
export const AcknowledgeStopPayment = act({
  title: { zh: '确认停拨', en: 'acknowledge the stop of payment' },
  roles: ['treasury'],
  data: acknowledgeData,
  decide(year, { request, note }, world) {
    const stop = year.stops.find((one) => one.request === request);
    if (stop?.status !== 'requested') return noStop(request);
    return withClosing(
      year,
      [fact('StopPaymentAcknowledged', { request, ...(note === undefined ? {} : { note }) })],
      world,
    );
  },
});

const liftData = strict({ request: lineSchema, reason: textSchema });
export const LiftStopPayment = act({
  title: { zh: '解除停拨', en: 'lift the stop of payment' },
  roles: ['finance-performance'],
  data: liftData,
  decide(year, { request, reason }, world) {
    const stop = year.stops.find((one) => one.request === request);
    if (stop === undefined || stop.status === 'lifted') return noStop(request);
    return withClosing(year, [fact('StopPaymentLifted', { request, reason })], world);
  },
});

function noStop(request: string): Refusal {
  return onField('request', 'NO_OPEN_STOP', {
    because: { zh: `没有待办的停拨请求 ${request}`, en: `no request ${request} is open` },
    remedy: { zh: '请选择未办结的停拨请求', en: 'choose an open request' },
  });
}

const adjustData = strict({
  kind: oneOf(['adjustment', 'transfer']),
  newAmountFen: moneySchema,
  goalRevision: goalRevisionSchema.nullable().default(null),
  reason: textSchema,
  signature: givenSignatureSchema,
});
export const RequestAdjustment = act({
  title: { zh: '申请调整或调剂', en: 'request an adjustment or transfer' },
  roles: ['unit-head', 'unit-clerk'],
  data: adjustData,
  decide: requestAdjustment,
});

function requestAdjustment(year: OpenYear, data: z.output<typeof adjustData>, world: World): Decision {
  if (year.suspended) return suspended();
  if (year.adjustments.some(({ status }) => status === 'requested'))
    return alreadyDone({ zh: '调整申请（尚未决定）', en: 'a request that is not decided yet' });
  const window = year.windows['mid-year-adjustment'];
  if (data.kind === 'adjustment' && window !== undefined && world.receivedAt >= lapseInstant(window))
    return windowClosed(window.due, window.clause);
  const fromFen = year.approvedFen ?? 0n;
  const { newAmountFen, goalRevision, kind, reason } = data;
  const nothing = newAmountFen === fromFen && goalRevision === null;
  if (nothing) return sameAmount(fromFen);
  if (newAmountFen < year.paidFen) return belowPaid(year);
  const fault =
    year.goal === null
      ? refuseNewGoal(year, data, world)
      : refuseUnmatched({ year, changed: newAmountFen !== fromFen, goalRevision });
  if (fault !== null) return fault;
  const signature = signed(world, data.signature);
  if (isRefusal(signature)) return signature;
  const decideBy = legalDate(world, 'deadline/finance-review', world.happenedOn);
  if (isRefusal(decideBy)) return decideBy;
  const adjustment = `A${year.adjustments.length + 1}`;
  return [
    fact(
      'AdjustmentRequested',
      { adjustment, kind, fromFen, newAmountFen, goalRevision, reason, signature, decideBy },
      decideBy.clause,
    ),
  ];
}

/** A year without a goal that is raised to the threshold needs one now; a taken-over one may fill its gap at any time. */
function refuseNewGoal(
  year: OpenYear,
  { newAmountFen, goalRevision }: z.output<typeof adjustData>,
  world: World,
): Refusal | null {
  const { goalAnnual, indicators = [] } = goalRevision ?? {};
  const begun = goalAnnual !== undefined && indicators.length > 0;
  if (begun) return refuseIndicators(indicators, 'goalRevision.indicators');
  const raised = newAmountFen > (year.approvedFen ?? 0n);
  const threshold = askThreshold(world.rules, year.identity.nature, newAmountFen, caseDays(year, world));
  if (isProvisional(threshold)) return unruled(threshold);
  if (indicators.length === 0 && goalAnnual === undefined && !(raised && threshold.required)) return null;
  return onField(
    'goalRevision',
    'GOAL_REQUIRED',
    {
      because: {
        zh: '须同时写明年度目标和绩效指标',
        en: 'the goal of the year and its indicators are both needed',
      },
      remedy: { zh: '请填写年度目标和绩效指标', en: 'fill in both' },
    },
    threshold.clause,
  );
}

const decideData = strict({ granted: yesNoSchema, paperNo: lineSchema.optional(), opinion: textSchema });
export const DecideAdjustment = act({
  title: { zh: '决定调整或调剂', en: 'decide the adjustment' },
  roles: ['finance-business'],
  data: decideData,
  decide(year, { granted, paperNo, opinion }, world) {
    const open = year.adjustments.find(({ status }) => status === 'requested');
    if (open === undefined) return noAdjustment();
    const { adjustment, kind, newAmountFen, decideBy } = open;
    if (!granted)
      return withClosing(year, [fact('AdjustmentRefused', { adjustment, opinion }, decideBy.clause)], world);
    if (kind === 'adjustment' && paperNo === undefined) return paperMissing();
    const paper = paperNo === undefined ? {} : { paperNo };
    return withClosing(
      year,
      [
        fact(
          'AdjustmentGranted',
          { adjustment, approvedFen: newAmountFen, ...paper, opinion },
          decideBy.clause,
        ),
      ],
      world,
    );
  },
});

const windowClosed = (due: string, clause: string): Refusal =>
  refuse({
    code: 'WINDOW_CLOSED',
    clause,
    because: {
      zh: `年中调整窗口已于 ${due} 24:00 关闭`,
      en: `the mid-year window closed on ${due} at 24:00`,
    },
    remedy: { zh: '预算内调剂请选“调剂”', en: 'for a change inside the budget choose transfer' },
  });

const sameAmount = (fen: bigint): Refusal =>
  onField('newAmountFen', 'NOTHING_CHANGES', {
    because: {
      zh: `与批复数 ${formatYuan(fen)} 元相同，目标也没有变动`,
      en: 'neither the amount nor the goal changes',
    },
    remedy: { zh: '请填写新的金额或目标', en: 'give a new amount or goal' },
  });

const belowPaid = (year: OpenYear): Refusal =>
  onField('newAmountFen', 'BELOW_PAID', {
    because: {
      zh: `低于已支付的 ${formatYuan(year.paidFen)} 元`,
      en: `below the ${formatYuan(year.paidFen)} yuan already paid`,
    },
    remedy: { zh: '新的金额不低于已支付数', en: 'ask for at least what is paid' },
  });

const paperMissing = (): Refusal =>
  onField('paperNo', 'PAPER_MISSING', {
    because: {
      zh: '预算调整须经人大常委会批准，须填批准文号',
      en: "an adjustment rests on the standing committee's paper",
    },
    remedy: { zh: '请填写批准文号', en: 'give the number of the paper' },
  });

const noAdjustment = (): Refusal =>
  refuse({
    code: 'NO_OPEN_ADJUSTMENT',
    because: { zh: '没有待决定的调整申请', en: 'no request is open' },
    remedy: { zh: '无需办理', en: 'nothing is needed' },
  });
