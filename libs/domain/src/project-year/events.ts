import { z } from 'zod';
import type { EventCatalogue, EventOf } from '../core/aggregate.ts';
import { fenSchema, legalDateSchema, plainDateSchema } from '../core/legal-date.ts';
import { natureSchema, signatureSchema, takenOverSchema, termSchema, windowSchema } from '../core/shapes.ts';
import { unitChanged } from '../core/take-over-unit.ts';
import {
  answerSchema,
  declarationFormSchema,
  draftFormSchema,
  findingSchema,
  goalRevisionSchema,
  remarkSchema,
  reviewDraftSchema,
  reviewMarkSchema,
  settledSchema,
} from './shapes.ts';
import { trackingEvents } from './events-tracking.ts';
import { resultEvents } from './events-result.ts';

/** From opening to approval. */
export const declarationEvents = {
  ProjectYearOpened: {
    title: { zh: '项目年度已建立', en: 'project-year opened' },
    says: {
      zh: '项目进入一个预算年度；接管的写明接管环节和缺口',
      en: 'the project enters a fiscal year; a taken-over one names its stage and gaps',
    },
    data: z.object({
      division: z.string(),
      projectId: z.string(),
      projectName: z.string(),
      fiscalYear: z.number().int(),
      unit: z.string(),
      department: z.string(),
      nature: natureSchema,
      term: termSchema,
      highConcern: z.boolean(),
      takenOver: takenOverSchema.nullable(),
    }),
  },
  UnitChanged: unitChanged,
  DraftSaved: {
    title: { zh: '草稿已保存', en: 'draft saved' },
    says: {
      zh: '经办人保存未申报的表，附机器检查结果',
      en: 'the clerk kept an unfinished paper, with what machine checks see',
    },
    data: z.object({ form: draftFormSchema, findings: z.array(findingSchema).optional() }),
  },
  WindowAnnounced: {
    title: { zh: '申报窗口已公布', en: 'window announced' },
    says: { zh: '财政公布申报、二上或年中调整的截止日', en: 'finance announced until when a window is open' },
    data: z.object({
      window: windowSchema,
      until: legalDateSchema,
    }),
  },
  GoalAndBudgetDeclared: {
    title: { zh: '目标与预算已申报', en: 'goal and budget declared' },
    says: {
      zh: '目标和资金作为一份申报提交，由单位负责人签字',
      en: 'goal and money filed as one submission, signed by the head of the unit',
    },
    data: z.object({
      submission: z.number().int(),
      requestedFen: fenSchema,
      goalRequired: z.boolean(),
      goalClause: z.string(),
      edition: z.string(),
      form: declarationFormSchema,
      answers: z.array(answerSchema),
      signature: signatureSchema,
      findings: z.array(findingSchema),
      reviewBy: legalDateSchema,
    }),
  },
  DeclarationWithdrawn: {
    title: { zh: '申报已撤回', en: 'declaration withdrawn' },
    says: { zh: '批复前由单位负责人撤回', en: 'taken back by the head of the unit before approval' },
    data: z.object({ reason: z.string() }),
  },
  DepartmentReviewPassed: {
    title: { zh: '主管部门审核通过', en: 'passed by the department' },
    says: {
      zh: '主管部门先审，报财政',
      en: 'the department in charge reviewed first and sends it to finance',
    },
    data: z.object({ submission: z.number().int(), opinion: z.string(), financeBy: legalDateSchema }),
  },
  DeclarationReturnedByDepartment: {
    title: { zh: '主管部门退回修改', en: 'returned by the department' },
    says: {
      zh: '退回并列出修改要求，逐条回复后再申报',
      en: 'sent back with remarks, each to be answered in the next declaration',
    },
    data: z.object({
      submission: z.number().int(),
      opinion: z.string(),
      remarks: z.array(remarkSchema),
      againBy: legalDateSchema,
    }),
  },
  MoneyReviewed: {
    title: { zh: '业务科室审核资金', en: 'money reviewed' },
    says: { zh: '业务科室提出建议数', en: 'the business office recommends an amount' },
    data: z.object({ submission: z.number().int(), recommendedFen: fenSchema, opinion: z.string() }),
  },
  ReviewDraftSaved: {
    title: { zh: '评审草稿已保存', en: 'draft of the review saved' },
    says: { zh: '绩效科保存未评完的评审表', en: 'the performance office kept an unfinished review sheet' },
    data: z.object({ form: reviewDraftSchema }),
  },
  GoalReviewed: {
    title: { zh: '绩效科评审目标', en: 'goal reviewed' },
    says: {
      zh: '按要点逐条评审，结果和路径由规则得出',
      en: 'every point marked; result and route follow from the rules',
    },
    data: z.object({
      submission: z.number().int(),
      marks: z.array(z.object({ point: z.string(), mark: z.string(), reason: z.string().optional() })),
      total: z.string(),
      result: reviewMarkSchema,
      route: z.enum(['pass', 'polish', 'return', 'block']),
      clause: z.string(),
      edition: z.string(),
      findings: z.array(z.object({ zh: z.string(), en: z.string() })),
      opinion: z.string(),
      remarks: z.array(remarkSchema),
    }),
  },
  FinanceReviewPassed: {
    title: { zh: '财政评审通过', en: 'passed by finance' },
    says: {
      zh: '资金和目标都已审核；需完善的在二上时逐条回复',
      en: 'money and goal both reviewed; what is to be polished is answered in the second submission',
    },
    data: z.object({ submission: z.number().int(), polish: z.boolean(), controlBy: legalDateSchema }),
  },
  DeclarationReturnedByFinance: {
    title: { zh: '财政退回修改', en: 'returned by finance' },
    says: { zh: '评审结果要求修改后重新评审', en: 'the review asks for changes and a full new review' },
    data: z.object({ submission: z.number().int(), againBy: legalDateSchema }),
  },
  DeclarationBlocked: {
    title: { zh: '评审未通过，不得进入下一环节', en: 'blocked by the review' },
    says: {
      zh: '评审结果为差，本窗口内不得进入下一环节',
      en: 'the review is poor: it may not go on in this window',
    },
    data: z.object({ submission: z.number().int() }),
  },
  RemarksSettled: {
    title: { zh: '修改要求已核对', en: 'remarks checked' },
    says: {
      zh: '提出要求的部门逐条核对回复是否落实',
      en: 'the office that made the remarks says which answers settle them',
    },
    data: z.object({ settled: z.array(settledSchema) }),
  },
  ControlFigureIssued: {
    title: { zh: '控制数已下达（一下）', en: 'control figure issued' },
    says: { zh: '财政下达控制数，单位据此二上', en: 'finance sets the amount for the second submission' },
    data: z.object({ controlFen: fenSchema, reason: z.string().optional(), resubmitBy: legalDateSchema }),
  },
  SecondSubmissionMade: {
    title: { zh: '二上已提交', en: 'second submission made' },
    says: { zh: '按控制数提交，目标作相应修订', en: 'at the control figure, with the goal matched to it' },
    data: z.object({
      requestedFen: fenSchema,
      goalRevision: goalRevisionSchema.nullable(),
      answers: z.array(answerSchema),
      signature: signatureSchema,
    }),
  },
  FullReviewReopened: {
    title: { zh: '变动较大，重新全面评审', en: 'full review reopened' },
    says: {
      zh: '控制数与申报数相差超过规则限度，目标和资金重新全面评审',
      en: 'the change is above the limit of the rules: goal and money are reviewed again',
    },
    data: z.object({
      submission: z.number().int(),
      changePercent: z.string(),
      clause: z.string(),
      reviewBy: legalDateSchema,
    }),
  },
  GoalAndBudgetApproved: {
    title: { zh: '目标与预算已批复', en: 'goal and budget approved' },
    says: {
      zh: '随部门预算成批批复，目标和资金同时生效',
      en: "approved in the department's batch; goal and money take effect together",
    },
    data: z.object({
      batch: z.string(),
      paperNo: z.string(),
      approvedOn: plainDateSchema,
      approvedFen: fenSchema,
      edition: z.string(),
      differsFromSecondSubmission: z.boolean(),
    }),
  },
} as const satisfies EventCatalogue;

/** Everything that can have happened in one fiscal year of a project. */
export const projectYearEvents = {
  ...declarationEvents,
  ...trackingEvents,
  ...resultEvents,
} as const satisfies EventCatalogue;

export type ProjectYearEvent = EventOf<typeof projectYearEvents>;
export type DeclarationEvent = EventOf<typeof declarationEvents>;
export type TrackingEvent = EventOf<typeof trackingEvents>;
export type ResultEvent = EventOf<typeof resultEvents>;
