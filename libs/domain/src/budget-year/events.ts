import { z } from 'zod';
import type { EventCatalogue, EventOf } from '../core/aggregate.ts';
import { fenSchema, legalDateSchema, plainDateSchema } from '../core/legal-date.ts';
import { roundSchema, windowSchema } from '../core/shapes.ts';
import {
  agendaItemSchema,
  batchItemSchema,
  enrolmentSchema,
  leavingSchema,
  planItemSchema,
  taskSchema,
  totalsSchema,
} from './shapes.ts';

const year = { division: z.string(), fiscalYear: z.number().int() };

/** The facts of a division's budget year. Stored names are for ever. */
export const budgetYearEvents = {
  BudgetYearBegun: {
    title: { zh: '预算年度已启动', en: 'budget year begun' },
    says: {
      zh: '首个项目编入该年度，年度工作通知尚未下发',
      en: 'the first project entered the year, before the notice of its work',
    },
    data: z.object(year),
  },
  BudgetYearPrepared: {
    title: { zh: '年度工作已布置', en: 'budget year prepared' },
    says: {
      zh: '年度通知确定了应申报的部门和各项工作的日期',
      en: "the year's notice named the departments that owe a declaration and the dates of the work",
    },
    data: z.object({
      ...year,
      noticePaper: z.string(),
      departments: z.array(z.string()),
      agenda: z.array(agendaItemSchema),
    }),
  },
  WindowOpened: {
    title: { zh: '窗口已开启', en: 'window opened' },
    says: {
      zh: '财政公布申报、二上或年中调整的起止日期',
      en: 'finance announced from when to when papers are taken',
    },
    data: z.object({
      window: windowSchema,
      turn: z.number().int(),
      noticePaper: z.string(),
      until: legalDateSchema,
    }),
  },
  WindowExtended: {
    title: { zh: '窗口已延长', en: 'window extended' },
    says: {
      zh: '截止日推迟，已编入的项目都得到通知',
      en: 'the last day moved; every enrolled project is told',
    },
    data: z.object({
      window: windowSchema,
      turn: z.number().int(),
      noticePaper: z.string(),
      until: legalDateSchema,
    }),
  },
  WindowClosed: {
    title: { zh: '窗口已截止', en: 'window closed' },
    says: {
      zh: '截止日24时已过，未申报的项目和部门逐一列明',
      en: 'the last day has passed at 24:00; projects and departments that did not declare are named',
    },
    data: z.object({
      window: windowSchema,
      turn: z.number().int(),
      until: plainDateSchema,
      undeclared: z.array(z.string()),
      silentDepartments: z.array(z.string()),
    }),
  },
  ProjectYearEnrolled: {
    title: { zh: '项目已编入年度', en: 'project-year enrolled' },
    says: { zh: '项目年度编入该预算年度', en: 'a project-year entered this budget year' },
    data: enrolmentSchema,
  },
  DeclarationNoted: {
    title: { zh: '申报已记录', en: 'declaration noted' },
    says: {
      zh: '项目已申报，是否须设目标以申报数为准',
      en: 'the project declared; whether a goal is required follows from the amount requested',
    },
    data: z.object({ projectYearId: z.string(), requestedFen: fenSchema, goalRequired: z.boolean() }),
  },
  SecondSubmissionNoted: {
    title: { zh: '二上已记录', en: 'second submission noted' },
    says: {
      zh: '项目已按控制数二上，可以列入批复',
      en: 'the project submitted again at its control figure: a batch may approve it',
    },
    data: z.object({ projectYearId: z.string(), secondFen: fenSchema }),
  },
  ProjectYearUnitNoted: {
    title: { zh: '项目年度的单位已变动', en: "project-year's unit noted" },
    says: {
      zh: '单位变动后，该项目年度归入新的单位和主管部门',
      en: 'after a reorganisation the project-year stands under its new unit and department',
    },
    data: z.object({ projectYearId: z.string(), unit: z.string(), department: z.string() }),
  },
  ProjectYearLeft: {
    title: { zh: '项目已退出年度', en: 'project-year left' },
    says: {
      zh: '项目撤回、未通过评审或终止，不再应报',
      en: 'withdrawn, blocked or terminated: it owes nothing more this year',
    },
    data: z.object({ projectYearId: z.string(), why: leavingSchema }),
  },
  NilReturnRecorded: {
    title: { zh: '零申报已登记', en: 'nil return recorded' },
    says: {
      zh: '部门书面说明本年度没有应申报的项目，视为已申报',
      en: 'the department stated that it has nothing to declare, which counts as done',
    },
    data: z.object({ department: z.string(), paper: z.string() }),
  },
  CongressApprovalRecorded: {
    title: { zh: '人代会已批准预算', en: 'budget approved by the congress' },
    says: {
      zh: '人代会批准预算，部门批复的期限自该日起算',
      en: 'the congress approved the budget; the batches are due from that day',
    },
    data: z.object({ approvedOn: plainDateSchema, paperNo: z.string(), batchesBy: legalDateSchema }),
  },
  BatchApproved: {
    title: { zh: '部门预算已批复', en: 'batch approved' },
    says: {
      zh: '按部门成批批复，目标与资金同时批复',
      en: 'goals and money of one department approved together, in one batch',
    },
    data: z.object({
      batch: z.string(),
      department: z.string(),
      paperNo: z.string(),
      approvedOn: plainDateSchema,
      items: z.array(batchItemSchema),
      totalFen: fenSchema,
    }),
  },
  BatchItemTakenOut: {
    title: { zh: '项目已移出批复批次', en: 'taken out of its batch' },
    says: {
      zh: '误列入批次、未能批复的项目移出，可列入另一批次',
      en: 'a project listed by mistake leaves the batch and may enter another',
    },
    data: z.object({
      batch: z.string(),
      projectYearId: z.string(),
      approvedFen: fenSchema,
      reason: z.string(),
    }),
  },
  TrackingRoundSent: {
    title: { zh: '跟踪轮次已布置', en: 'tracking round sent' },
    says: {
      zh: '向全部已批复和接管的项目布置一轮跟踪',
      en: 'every approved or taken-over project is asked for a report of the round',
    },
    data: z.object({ round: roundSchema, asOf: plainDateSchema, projectYearIds: z.array(z.string()) }),
  },
  EvaluationPlanAdopted: {
    title: { zh: '年度评价计划已确定', en: 'evaluation plan adopted' },
    says: {
      zh: '确定评价项目、路径和理由；政策性资金在项目之外另计',
      en: 'objects, roads and reasons are fixed; policies are counted on top of the projects',
    },
    data: z.object({
      paperNo: z.string(),
      items: z.array(planItemSchema),
      projects: totalsSchema,
      policies: totalsSchema,
    }),
  },
  BudgetYearEnded: {
    title: { zh: '预算年度终了', en: 'budget year ended' },
    says: {
      zh: '12月31日终了，年度工作应予办结',
      en: '31 December has passed; the work of the year is to be closed',
    },
    data: z.object({ fiscalYear: z.number().int(), endedOn: plainDateSchema }),
  },
  BudgetYearClosed: {
    title: { zh: '年度工作已办结', en: 'budget year closed' },
    says: {
      zh: '年度工作办结，未做的事项逐项说明原因',
      en: 'the work is closed; what was left undone has its reason',
    },
    data: z.object({
      opinion: z.string(),
      leftUndone: z.array(z.object({ task: taskSchema, round: z.string().nullable(), reason: z.string() })),
    }),
  },
} as const satisfies EventCatalogue;

export type BudgetYearEvent = EventOf<typeof budgetYearEvents>;
export type EventData<T extends BudgetYearEvent['type']> = Extract<BudgetYearEvent, { type: T }>['data'];
