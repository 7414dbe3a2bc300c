import { trackingReportForm } from '@quancheng/forms';
import { z } from 'zod';
import type { EventCatalogue } from '../core/aggregate.ts';
import { fenSchema, legalDateSchema, plainDateSchema, wordsSchema } from '../core/legal-date.ts';
import { roundSchema, signatureSchema } from '../core/shapes.ts';
import {
  goalRevisionSchema,
  lightSchema,
  paymentSchema,
  problemAnswerSchema,
  problemSchema,
  standingsSchema,
  trackingDraftSchema,
} from './shapes.ts';

const lateness = { late: z.boolean(), daysLate: z.number().int() };

/** From approval to the end of the year. */
export const trackingEvents = {
  TrackingRoundOpened: {
    title: { zh: '跟踪轮次已布置', en: 'tracking round opened' },
    says: {
      zh: '财政布置一轮跟踪，单位按期填报',
      en: 'finance sent out a round; the unit reports by its date',
    },
    data: z.object({ round: roundSchema, asOf: plainDateSchema, reportBy: legalDateSchema }),
  },
  PaymentsRecorded: {
    title: { zh: '国库支付已登记', en: 'payments recorded' },
    says: { zh: '支付数据来自国库，每笔只计一次', en: 'payments come from the treasury, each counted once' },
    data: z.object({
      payments: z.array(paymentSchema),
      paidFen: fenSchema,
      overspent: z.boolean(),
      afterStopRequest: z.boolean(),
    }),
  },
  TrackingDraftSaved: {
    title: { zh: '跟踪草稿已保存', en: 'draft of the tracking report saved' },
    says: { zh: '单位保存本轮未填完的跟踪表', en: 'the unit kept an unfinished report on the round' },
    data: z.object({ round: roundSchema, form: trackingDraftSchema }),
  },
  TrackingReported: {
    title: { zh: '跟踪情况已填报', en: 'tracking reported' },
    says: { zh: '目标、资金、进度三项对照', en: 'goal, money and progress side by side' },
    data: z.object({
      round: roundSchema,
      form: trackingReportForm.schema,
      paidFen: fenSchema,
      goalPercent: z.string().nullable(),
      moneyPercent: z.string().nullable(),
      progressPercent: z.string(),
      plannedPercent: z.string().nullable(),
      lights: z.array(lightSchema),
      standings: standingsSchema.optional(),
      notes: z.array(wordsSchema),
      ...lateness,
    }),
  },
  DeviationFound: {
    title: { zh: '发现偏离', en: 'deviation found' },
    says: {
      zh: '目标、资金、进度之间发生偏离，须督促纠正或说明',
      en: 'goal, money and progress have parted: to be corrected or explained',
    },
    data: z.object({
      round: roundSchema,
      findings: z.array(wordsSchema),
      clause: z.string(),
      edition: z.string(),
    }),
  },
  DeviationExplained: {
    title: { zh: '偏离已说明', en: 'deviation explained' },
    says: {
      zh: '绩效科认可说明，不下达整改',
      en: 'the performance office accepts the explanation and orders nothing',
    },
    data: z.object({ round: roundSchema, reason: z.string() }),
  },
  RectificationOrdered: {
    title: { zh: '整改通知已送达', en: 'rectification ordered' },
    says: {
      zh: '单位收到整改通知，按工作日计期限',
      en: 'the unit received the order; its date is counted in working days',
    },
    data: z.object({
      order: z.string(),
      round: roundSchema.optional(),
      problems: z.array(problemSchema),
      receivedOn: plainDateSchema,
      answerBy: legalDateSchema,
    }),
  },
  RectificationReported: {
    title: { zh: '整改情况已报告', en: 'rectification reported' },
    says: { zh: '单位负责人逐项报告整改', en: 'the head of the unit reports on each problem' },
    data: z.object({
      order: z.string(),
      answers: z.array(problemAnswerSchema),
      signature: signatureSchema,
      confirmBy: legalDateSchema,
      ...lateness,
    }),
  },
  RectificationConfirmed: {
    title: { zh: '整改已销号', en: 'rectification confirmed' },
    says: { zh: '绩效科认可整改', en: 'the performance office accepts the correction' },
    data: z.object({ order: z.string(), opinion: z.string() }),
  },
  RectificationSentBack: {
    title: { zh: '整改未认可，继续整改', en: 'rectification sent back' },
    says: { zh: '整改不到位，重新计期限', en: 'not enough: a new date runs' },
    data: z.object({ order: z.string(), opinion: z.string(), answerBy: legalDateSchema }),
  },
  StopPaymentRequested: {
    title: { zh: '已提请停拨', en: 'stop of payment requested' },
    says: {
      zh: '绩效科向国库科提请停拨，系统本身不停拨',
      en: 'asked of the treasury office; the system itself stops nothing',
    },
    data: z.object({ request: z.string(), reason: z.string() }),
  },
  StopPaymentAcknowledged: {
    title: { zh: '国库科已确认停拨', en: 'stop of payment acknowledged' },
    says: { zh: '国库科确认收到停拨请求', en: 'the treasury office acknowledges the request' },
    data: z.object({ request: z.string(), note: z.string().optional() }),
  },
  StopPaymentLifted: {
    title: { zh: '已解除停拨', en: 'stop of payment lifted' },
    says: { zh: '原因消除，提请恢复拨付', en: 'the cause is gone: payment may go on' },
    data: z.object({ request: z.string(), reason: z.string() }),
  },
  AdjustmentRequested: {
    title: { zh: '已申请调整或调剂', en: 'adjustment requested' },
    says: { zh: '资金变动，目标随之修订', en: 'the money is to change, and the goal with it' },
    data: z.object({
      adjustment: z.string(),
      kind: z.enum(['adjustment', 'transfer']),
      fromFen: fenSchema,
      newAmountFen: fenSchema,
      goalRevision: goalRevisionSchema.nullable(),
      reason: z.string(),
      signature: signatureSchema,
      decideBy: legalDateSchema,
    }),
  },
  AdjustmentGranted: {
    title: { zh: '调整或调剂已批准', en: 'adjustment granted' },
    says: { zh: '新的金额和目标同时生效', en: 'the new amount and the new goal take effect together' },
    data: z.object({
      adjustment: z.string(),
      approvedFen: fenSchema,
      paperNo: z.string().optional(),
      opinion: z.string(),
    }),
  },
  AdjustmentRefused: {
    title: { zh: '调整或调剂未批准', en: 'adjustment refused' },
    says: { zh: '维持原金额和目标', en: 'amount and goal stay' },
    data: z.object({ adjustment: z.string(), opinion: z.string() }),
  },
  FiscalYearEnded: {
    title: { zh: '预算年度结束', en: 'fiscal year ended' },
    says: { zh: '12月31日24:00，由时钟记录', en: '31 December 24:00, recorded by the clock' },
    data: z.object({ fiscalYear: z.number().int(), endedOn: plainDateSchema }),
  },
  ProjectSuspended: {
    title: { zh: '项目中止', en: 'project suspended' },
    says: { zh: '项目暂停，新的跟踪轮次不再布置', en: 'the project rests; no new round is owed' },
    data: z.object({ reason: z.string() }),
  },
  ProjectResumed: {
    title: { zh: '项目恢复', en: 'project resumed' },
    says: { zh: '项目恢复实施', en: 'the project goes on' },
    data: z.object({ reason: z.string() }),
  },
  ProjectTerminated: {
    title: { zh: '项目终止', en: 'project terminated' },
    says: { zh: '项目终止，本年度不再办理', en: 'the project ended before its time' },
    data: z.object({ reason: z.string() }),
  },
} as const satisfies EventCatalogue;
