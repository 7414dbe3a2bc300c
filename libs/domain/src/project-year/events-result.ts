import { z } from 'zod';
import type { EventCatalogue } from '../core/aggregate.ts';
import { fenSchema, legalDateSchema, plainDateSchema } from '../core/legal-date.ts';
import { gradeSchema, signatureSchema } from '../core/shapes.ts';
import { dutySchema, problemAnswerSchema, problemSchema, proposalSchema } from './shapes.ts';

/** Which version of which result a decision rests on: a changed result shows every decision that cited it. */
const cites = { evaluationId: z.string(), resultVersion: z.number().int() };

/** The leftover of the year, and the use of its result. */
export const resultEvents = {
  MoneyCarriedOver: {
    title: { zh: '结转结余已处理', en: 'leftover settled' },
    says: {
      zh: '未用资金部分结转下年，其余收回',
      en: 'what was not spent is carried to the next year or taken back',
    },
    data: z.object({
      fromYear: z.number().int(),
      unspentFen: fenSchema,
      amountFen: fenSchema,
      returnedFen: fenSchema,
      reason: z.string().optional(),
    }),
  },
  CarryOverReceived: {
    title: { zh: '上年结转已转入', en: 'carry-over received' },
    says: {
      zh: '上年结转计入本年可用资金，每年只计一次',
      en: "counted into this year's money, once a source year",
    },
    data: z.object({ fromYear: z.number().int(), amountFen: fenSchema }),
  },
  EvaluationBegunNoted: {
    title: { zh: '项目评价已开始', en: "the project's evaluation has begun" },
    says: {
      zh: '项目完成后的评价已开始，本年度的支付数随登记告知评价',
      en: 'the finished project is evaluated; what the treasury paid in this year is told as it is registered',
    },
    data: z.object({ evaluationId: z.string() }),
  },
  ResultReceived: {
    title: { zh: '评价结果已确认', en: 'result received' },
    says: {
      zh: '财政确认的结果到达，展开通报、整改、挂钩、问责、公开',
      en: 'a result that finance confirmed opens its duties',
    },
    data: z.object({
      ...cites,
      grade: gradeSchema,
      score: z.string(),
      road: z.string(),
      edition: z.string(),
      clause: z.string(),
      missedGoals: z.array(z.string()),
      confirmedOn: plainDateSchema,
      ruledOn: plainDateSchema.optional(),
      opens: z.array(dutySchema),
      circulateBy: legalDateSchema,
      linkBy: legalDateSchema,
      verifyBy: legalDateSchema,
      discloseBy: legalDateSchema,
      proposal: proposalSchema,
    }),
  },
  ResultCirculated: {
    title: { zh: '结果已通报', en: 'result circulated' },
    says: {
      zh: '向主管部门和单位通报结果和问题',
      en: 'the result and its problems go to department and unit',
    },
    data: z.object({
      ...cites,
      problems: z.array(problemSchema),
      acknowledgeBy: legalDateSchema,
      rectifyBy: legalDateSchema,
    }),
  },
  NoticeAcknowledged: {
    title: { zh: '通报已签收', en: 'notice acknowledged' },
    says: { zh: '主管部门签收通报', en: 'the department in charge has read it' },
    data: z.object({ ...cites, reply: z.string().optional() }),
  },
  ResultRectificationReported: {
    title: { zh: '评价问题整改已报告', en: 'rectification of the result reported' },
    says: {
      zh: '单位负责人逐项报告评价问题的整改',
      en: 'the head of the unit reports on each problem of the result',
    },
    data: z.object({
      ...cites,
      answers: z.array(problemAnswerSchema),
      signature: signatureSchema,
      confirmBy: legalDateSchema,
      late: z.boolean(),
      daysLate: z.number().int(),
    }),
  },
  ResultRectificationConfirmed: {
    title: { zh: '评价问题已销号', en: 'rectification of the result confirmed' },
    says: { zh: '绩效科认可整改', en: 'the performance office accepts the correction' },
    data: z.object({ ...cites, opinion: z.string() }),
  },
  ResultRectificationSentBack: {
    title: { zh: '评价问题继续整改', en: 'rectification of the result sent back' },
    says: { zh: '整改不到位，重新计期限', en: 'not enough: a new date runs' },
    data: z.object({ ...cites, opinion: z.string(), rectifyBy: legalDateSchema }),
  },
  BudgetLinkDecided: {
    title: { zh: '预算挂钩已决定', en: 'budget link decided' },
    says: {
      zh: '人决定；与建议不同的写明理由',
      en: 'a person decides; against the proposal only with a reason',
    },
    data: z.object({
      ...cites,
      action: z.enum(['priority', 'unchanged', 'cut', 'no-next-budget']),
      cutPercent: z.string(),
      successor: z.string().optional(),
      reason: z.string().optional(),
      proposal: proposalSchema,
      followsProposal: z.boolean(),
    }),
  },
  ClueVerified: {
    title: { zh: '问责线索已核实', en: 'clue verified' },
    says: { zh: '未实现目标的线索经核实成立或不成立', en: 'the missed goal was looked into: founded or not' },
    data: z.object({
      ...cites,
      founded: z.boolean(),
      opinion: z.string(),
      decideBy: legalDateSchema.nullable(),
    }),
  },
  ClueClosed: {
    title: { zh: '问责线索已了结', en: 'clue closed' },
    says: { zh: '核实成立但不立案，写明理由', en: 'founded, but no case; the reason is kept' },
    data: z.object({ ...cites, reason: z.string() }),
  },
  AccountabilityCaseOpened: {
    title: { zh: '问责已立案', en: 'accountability case opened' },
    says: {
      zh: '财政措施由财政办理；对人员的只提建议并移送',
      en: "finance measures are finance's own; about persons only a proposal, transferred",
    },
    data: z.object({
      ...cites,
      summary: z.string(),
      measures: z.array(z.enum(['ask', 'talk', 'circulate', 'order', 'cut', 'take-back'])),
      personProposals: z.array(
        z.object({
          personId: z.string(),
          proposal: z.string(),
          transferTo: z.enum(['government', 'supervision', 'appointing-body']),
        }),
      ),
    }),
  },
  ResultPublished: {
    title: { zh: '结果已公开', en: 'result published' },
    says: { zh: '向社会公开', en: 'published to the public' },
    data: z.object({ ...cites, url: z.string() }),
  },
  ResultWithheld: {
    title: { zh: '决定不公开', en: 'result withheld' },
    says: { zh: '不公开，写明理由', en: 'not published, with the reason' },
    data: z.object({ ...cites, reason: z.string() }),
  },
  ProjectYearClosed: {
    title: { zh: '项目年度办结', en: 'project-year closed' },
    says: { zh: '各项义务都已办结', en: 'no duty is open any more' },
    data: z.object({ fiscalYear: z.number().int(), ...cites }),
  },
} as const satisfies EventCatalogue;
