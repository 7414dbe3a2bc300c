import { formatYuan, isRefusal, type Refusal, refuse, sumFen } from '@quancheng/kernel';
import {
  lineSchema,
  moneySchema,
  strict,
  textSchema,
  type TrackingReport,
  trackingReportForm,
} from '@quancheng/forms';
import { isProvisional } from '@quancheng/rulebook';
import { z } from 'zod';
import { isSameDraft, lateness } from '../../core/act.ts';
import type { World } from '../../core/aggregate.ts';
import { legalDate, plainDateSchema } from '../../core/legal-date.ts';
import { alreadyDone, onField, onFields } from '../../core/refusals.ts';
import { roundSchema } from '../../core/shapes.ts';
import { deviation, measure } from '../measure.ts';
import { reportedFor } from '../reached.ts';
import { availableFen } from '../amounts.ts';
import type { OpenYear, Round } from '../state.ts';
import { act, type Decision, fact } from './act.ts';
import { withClosing } from './closing.ts';

const openRoundData = z.object({ round: roundSchema, asOf: plainDateSchema });
export const OpenTrackingRound = act({
  title: { zh: '布置跟踪轮次', en: 'open a tracking round' },
  roles: ['system'],
  data: openRoundData,
  decide(year, { round, asOf }, world) {
    // A suspended project owes no report; when it resumes, the next round finds it.
    if (year.suspended || year.rounds.some((one) => one.round === round)) return [];
    const reportBy = legalDate(world, 'deadline/tracking-report', asOf);
    return isRefusal(reportBy)
      ? reportBy
      : [fact('TrackingRoundOpened', { round, asOf, reportBy }, reportBy.clause)];
  },
});

const paymentsData = strict({
  payments: z
    .array(strict({ paymentNo: lineSchema, paidOn: plainDateSchema, amountFen: moneySchema }))
    .min(1, { error: '至少一笔 / at least one' })
    .max(5000, { error: '一次最多5000笔 / at most 5000 at once' }),
});
export const RecordPayments = act({
  title: { zh: '登记国库支付', en: "record the treasury's payments" },
  roles: ['treasury'],
  data: paymentsData,
  decide: recordPayments,
});

type Payment = z.output<typeof paymentsData>['payments'][number];

function recordPayments(year: OpenYear, { payments }: z.output<typeof paymentsData>, world: World): Decision {
  const known = new Map(year.payments.map((one): [string, Payment] => [one.paymentNo, one]));
  const added: Payment[] = [];
  for (const [index, payment] of payments.entries()) {
    const fault = refusePayment(payment, known.get(payment.paymentNo), `payments.${index}`, world);
    if (fault !== null) return fault;
    if (!known.has(payment.paymentNo)) added.push(payment);
    known.set(payment.paymentNo, payment);
  }
  if (added.length === 0) return [];
  const paidFen = year.paidFen + sumFen(added.map(({ amountFen }) => amountFen));
  const afterStopRequest = year.stops.some(({ status }) => status !== 'lifted');
  return withClosing(
    year,
    [
      fact('PaymentsRecorded', {
        payments: added,
        paidFen,
        overspent: paidFen > availableFen(year),
        afterStopRequest,
      }),
    ],
    world,
  );
}

function refusePayment(
  payment: Payment,
  before: Payment | undefined,
  path: string,
  world: World,
): Refusal | null {
  const { paymentNo, paidOn, amountFen } = payment;
  const remedy = { zh: '请核对国库支付文件', en: 'check the payment file' };
  if (before !== undefined && (before.amountFen !== amountFen || before.paidOn !== paidOn)) {
    const because = {
      zh: `支付单 ${paymentNo} 已登记为 ${before.paidOn}、${formatYuan(before.amountFen)} 元`,
      en: `payment ${paymentNo} stands as ${formatYuan(before.amountFen)} yuan on ${before.paidOn}`,
    };
    return onField(`${path}.paymentNo`, 'PAYMENT_CONFLICT', { because, remedy });
  }
  if (amountFen === 0n)
    return onField(`${path}.amountFen`, 'PAYMENT_EMPTY', {
      because: { zh: '支付金额为0', en: 'a payment of nothing' },
      remedy,
    });
  if (paidOn > world.today)
    return onField(`${path}.paidOn`, 'PAYMENT_IN_FUTURE', {
      because: { zh: `支付日期 ${paidOn} 晚于今天`, en: `${paidOn} is later than today` },
      remedy,
    });
  return null;
}

const trackingDraftData = strict({ round: roundSchema, form: trackingReportForm.draft });
export const SaveTrackingDraft = act({
  title: { zh: '保存跟踪草稿', en: 'save the draft of the tracking report' },
  roles: ['unit-clerk', 'unit-head'],
  data: trackingDraftData,
  decide(year, { round: name, form }) {
    const round = unreported(year, name);
    if (isRefusal(round)) return round;
    return isSameDraft(form, round.draft) ? [] : [fact('TrackingDraftSaved', { round: name, form })];
  },
});

const reportData = strict({ round: roundSchema, form: trackingReportForm.schema });
export const ReportTracking = act({
  title: { zh: '填报跟踪情况', en: 'report on the round' },
  roles: ['unit-clerk', 'unit-head'],
  data: reportData,
  decide(year, { round: name, form }, world) {
    const round = unreported(year, name);
    if (isRefusal(round)) return round;
    const fault = refuseRows(year, form);
    if (fault !== null) return fault;

    const measured = measure(year, round, form, world);
    const { progressPercent } = form;
    const reported = fact(
      'TrackingReported',
      { round: name, form, ...measured, progressPercent, ...lateness(world, round.reportBy) },
      round.reportBy.clause,
    );
    const judged = deviation(measured, progressPercent, world);
    if (isProvisional(judged) || !judged.deviates) return [reported];
    const { findings, clause, edition } = judged;
    return [
      reported,
      fact('DeviationFound', { round: name, findings: [...findings], clause, edition }, clause),
    ];
  },
});

/** The round that was sent out and waits for its report. */
function unreported(year: OpenYear, name: string): Round | Refusal {
  const round = year.rounds.find((one) => one.round === name);
  if (round === undefined) return unknownRound(name);
  return round.report === null ? round : alreadyDone({ zh: `${name} 跟踪填报`, en: `the report on ${name}` });
}

/** Every approved indicator is answered in its own kind; a blank is "not filled in", and no row is invented. */
function refuseRows(year: OpenYear, form: TrackingReport): Refusal | null {
  const indicators = year.goal?.indicators ?? [];
  const rows = (form.indicators ?? []).map(({ row }) => row);
  const fields = [
    ...indicators
      .filter((indicator) => reportedFor(form, indicator) === null)
      .map(({ row, name, direction }) => ({
        field: `form.indicators.${row}.${direction === 'qualitative' ? 'attainedPercent' : 'actual'}`,
        code: 'required',
        because: { zh: `“${name}”没有填报`, en: `"${name}" is not reported` },
      })),
    ...rows
      .filter((row, index) => rows.indexOf(row) !== index || !indicators.some((one) => one.row === row))
      .map((row) => ({
        field: `form.indicators.${row}`,
        code: 'unknown',
        because: {
          zh: `批复的目标中没有第 ${row} 行，或重复`,
          en: `no such row in the approved goal, or twice: ${row}`,
        },
      })),
  ];
  if (fields.length === 0) return null;
  return onFields('INDICATORS_NOT_REPORTED', fields, {
    because: {
      zh: '指标完成情况与批复的目标不对应',
      en: 'the report does not match the approved indicators',
    },
    remedy: { zh: '请按批复的指标逐行填报', en: 'report row by row as approved' },
  });
}

const explainedData = strict({ round: roundSchema, reason: textSchema });
export const AcceptDeviation = act({
  title: { zh: '认可偏离说明', en: 'accept the explanation of a deviation' },
  roles: ['finance-performance'],
  data: explainedData,
  decide(year, { round: name, reason }, world): Decision {
    const round = year.rounds.find((one) => one.round === name);
    if (round === undefined) return unknownRound(name);
    if (round.deviation !== 'open') return noDeviation(name);
    return withClosing(
      year,
      [fact('DeviationExplained', { round: name, reason }, round.deviationClause ?? undefined)],
      world,
    );
  },
});

export function unknownRound(round: string): Refusal {
  return onField('round', 'ROUND_UNKNOWN', {
    because: { zh: `没有布置 ${round} 轮次`, en: `round ${round} was not sent out` },
    remedy: { zh: '请选择已布置的轮次', en: 'choose a round that is open' },
  });
}

export function noDeviation(round: string): Refusal {
  return refuse({
    code: 'NO_OPEN_DEVIATION',
    because: { zh: `${round} 没有待处理的偏离`, en: `no deviation of ${round} is open` },
    remedy: { zh: '无需办理', en: 'nothing is needed' },
  });
}
