import { z } from 'zod';
import type { EventCatalogue, EventOf } from '../core/aggregate.ts';
import { fenSchema, legalDateSchema, plainDateSchema } from '../core/legal-date.ts';
import { takenOverSchema } from '../core/shapes.ts';
import { unitChanged } from '../core/take-over-unit.ts';
import {
  answerableSchema,
  completionDutySchema,
  fiscalYearSchema,
  identitySchema,
  planSchema,
  storedProofSchema,
} from './shapes.ts';

const entry = {
  division: z.string(),
  projectId: z.string(),
  identity: identitySchema,
  plan: planSchema.nullable(),
};

/** The facts of a project in the project library. Stored names are for ever. */
export const projectEvents = {
  ProjectRegistered: {
    title: { zh: '项目已入库', en: 'project registered' },
    says: {
      zh: '项目单位的项目进入项目库，完成报告的期限随计划完工日确定',
      en: "the unit's project enters the library; the planned end fixes when completion is to be reported",
    },
    data: z.object(entry),
  },
  ProjectTakenOver: {
    title: { zh: '项目已接管', en: 'project taken over' },
    says: {
      zh: '已在执行中的项目接入系统，所缺资料逐项标明，不视为零',
      en: 'a project already under way was taken in; what is missing is marked, and never becomes zero',
    },
    data: z.object({ ...entry, gaps: z.array(z.string()) }),
  },
  ProjectAmended: {
    title: { zh: '项目信息已变更', en: 'project amended' },
    says: {
      zh: '因机构调整、重新分类或补充资料，项目库信息按文件变更',
      en: 'a paper changed what the library keeps: a reorganisation, another class, or a gap filled',
    },
    data: z.object({
      identity: identitySchema,
      changed: z.array(z.string()),
      paper: z.string(),
      reason: z.string(),
      plan: planSchema.nullable(),
    }),
  },
  UnitChanged: unitChanged,
  ResponsibleAssigned: {
    title: { zh: '责任人已确定', en: 'responsible person assigned' },
    says: {
      zh: '自该日起由此人负责；此前的责任期间保留原责任人',
      en: 'from that day this person answers; the period before keeps its name',
    },
    data: z.object({ duty: answerableSchema, personId: z.string(), from: plainDateSchema }),
  },
  YearOpened: {
    title: { zh: '预算年度已建立', en: 'fiscal year opened' },
    says: {
      zh: '项目进入一个预算年度；接管的年度写明接管环节和缺口',
      en: 'the project enters a fiscal year; a year taken over names its stage and gaps',
    },
    data: z.object({ fiscalYear: fiscalYearSchema, takenOver: takenOverSchema.nullable() }),
  },
  YearApprovalNoted: {
    title: { zh: '年度批复数已记录', en: "year's approval noted" },
    says: {
      zh: '年度预算批复或调整；累计超过项目总额的予以提示',
      en: "the year's budget was approved or adjusted; more than the total of all years is flagged",
    },
    data: z.object({ fiscalYear: fiscalYearSchema, approvedFen: fenSchema, overTotal: z.boolean() }),
  },
  CarryOverForwarded: {
    title: { zh: '结转资金已转入下一年度', en: 'carry-over forwarded' },
    says: {
      zh: '上年度结转资金转入下一年度，每个来源年度只转一次',
      en: "last year's money goes on to the next year, once for each year it comes from",
    },
    data: z.object({ fromYear: fiscalYearSchema, toYear: fiscalYearSchema, amountFen: fenSchema }),
  },
  YearClosedNoted: {
    title: { zh: '年度已办结', en: 'year closed' },
    says: { zh: '该年度的结果应用事项全部办结', en: "every duty of that year's result is done" },
    data: z.object({ fiscalYear: fiscalYearSchema }),
  },
  NextYearMissing: {
    title: { zh: '年度终了，下一年度未建立', en: 'next year missing' },
    says: {
      zh: '项目尚未结束，年度已终了而没有建立下一预算年度',
      en: 'the year ended, the project did not, and no next fiscal year was opened',
    },
    data: z.object({ fiscalYear: fiscalYearSchema }),
  },
  PlannedEndReached: {
    title: { zh: '计划完工日已到', en: 'planned end reached' },
    says: {
      zh: '计划完工日终了，单位须报告完成或申请延期',
      en: 'the planned end has passed; the unit reports completion or asks for an extension',
    },
    data: z.object({ plannedEnd: plainDateSchema, duty: completionDutySchema }),
  },
  AcceptanceRecorded: {
    title: { zh: '已验收', en: 'accepted' },
    says: {
      zh: '项目通过验收，单位须报告完成',
      en: 'the project passed its acceptance; the unit is to report completion',
    },
    data: z.object({ acceptedOn: plainDateSchema, paper: z.string(), duty: completionDutySchema.nullable() }),
  },
  FinalPaymentRecorded: {
    title: { zh: '最后一笔款已支付', en: 'final payment made' },
    says: {
      zh: '国库支付了最后一笔款，单位须报告完成',
      en: 'the treasury made the last payment; the unit is to report completion',
    },
    data: z.object({
      paidOn: plainDateSchema,
      paymentNo: z.string(),
      amountFen: fenSchema,
      duty: completionDutySchema.nullable(),
    }),
  },
  ExtensionAsked: {
    title: { zh: '已申请延期', en: 'extension asked for' },
    says: {
      zh: '单位说明原因，申请推迟计划完工日',
      en: 'the unit gave its reason and asked for a later planned end',
    },
    data: z.object({ extension: z.number().int(), plannedEnd: plainDateSchema, reason: z.string() }),
  },
  ExtensionGranted: {
    title: { zh: '延期已批准', en: 'extension granted' },
    says: {
      zh: '计划完工日推迟，完成报告的期限重新确定',
      en: 'the planned end moved, and with it the date of the report',
    },
    data: z.object({ extension: z.number().int(), opinion: z.string(), plan: planSchema }),
  },
  ExtensionRefused: {
    title: { zh: '延期未批准', en: 'extension refused' },
    says: {
      zh: '计划完工日不变；已到期的，自答复之日起重新计算报告期限',
      en: 'the planned end stays; where it has passed, the report is due anew from the answer',
    },
    data: z.object({
      extension: z.number().int(),
      opinion: z.string(),
      duty: completionDutySchema.nullable(),
    }),
  },
  CompletionReported: {
    title: { zh: '单位已报告完成', en: 'completion reported' },
    says: {
      zh: '单位以文件证明项目完成，自评期限自完成日起算',
      en: 'the unit reported completion with its paper; the self-evaluation counts from that day',
    },
    data: z.object({
      completedOn: plainDateSchema,
      proof: storedProofSchema,
      due: plainDateSchema.nullable(),
      late: z.boolean(),
      daysLate: z.number().int(),
    }),
  },
  CompletionEstablished: {
    title: { zh: '财政认定完成', en: 'completion established by finance' },
    says: {
      zh: '单位未报告，财政依职权认定项目完成',
      en: 'the unit did not report; finance established completion of its own motion',
    },
    data: z.object({ completedOn: plainDateSchema, proof: storedProofSchema, reason: z.string() }),
  },
  ProjectSuspended: {
    title: { zh: '项目已暂停', en: 'project suspended' },
    says: {
      zh: '项目因故暂停，完工期限停止计算',
      en: 'the project stands still, and so does the clock of its completion',
    },
    data: z.object({ reason: z.string(), paper: z.string(), until: legalDateSchema.nullable() }),
  },
  ProjectResumed: {
    title: { zh: '项目已恢复', en: 'project resumed' },
    says: {
      zh: '项目恢复执行，已到期的报告义务自恢复之日重新计算',
      en: 'the project goes on; a duty that was open is due anew from this day',
    },
    data: z.object({
      reason: z.string(),
      plan: planSchema.nullable(),
      duty: completionDutySchema.nullable(),
    }),
  },
  ProjectTerminated: {
    title: { zh: '项目已终止', en: 'project terminated' },
    says: {
      zh: '项目不再实施，各未办结年度随之终止',
      en: 'the project is given up, and its open years with it',
    },
    data: z.object({ reason: z.string(), paper: z.string() }),
  },
  ProjectReopened: {
    title: { zh: '已更正，项目重新开启', en: 'project reopened' },
    says: {
      zh: '完成或终止的认定有误，更正后项目继续；有误的记录撤销',
      en: 'completion or termination was wrong; the project goes on, and the wrong record is withdrawn',
    },
    data: z.object({
      reason: z.string(),
      withdrawn: z.array(z.enum(['acceptance', 'final-payment'])),
      plan: planSchema.nullable(),
      duty: completionDutySchema.nullable(),
    }),
  },
} as const satisfies EventCatalogue;

export type ProjectEvent = EventOf<typeof projectEvents>;
export type EventData<T extends ProjectEvent['type']> = Extract<ProjectEvent, { type: T }>['data'];
