import { keyReportForm, selfEvaluationForm } from '@quancheng/forms';
import { z } from 'zod';
import type { EventCatalogue, EventOf } from '../core/aggregate.ts';
import { fenSchema, legalDateSchema, plainDateSchema } from '../core/legal-date.ts';
import { modeSchema, objectSchema, proofSchema, roadSchema, signatureSchema } from '../core/shapes.ts';
import { unitChanged } from '../core/take-over-unit.ts';
import {
  correctionSchema,
  recipientSchema,
  resultSchema,
  rollUpSchema,
  scoredSheetSchema,
  treasurySchema,
} from './shapes.ts';

/** The facts of an evaluation. Stored names are for ever. */
export const evaluationEvents = {
  RoadAssigned: {
    title: { zh: '列入评价计划', en: 'entered into the evaluation plan' },
    says: {
      zh: '年度评价计划确定了评价路径和组织方式',
      en: "the year's plan fixed the road and who carries it out",
    },
    data: z.object({
      division: z.string(),
      evaluationId: z.string(),
      object: objectSchema,
      road: roadSchema,
      mode: modeSchema,
      planPaper: z.string(),
      field: z.string(),
      amountFen: fenSchema.nullable(),
      reason: z.string(),
      /** Scoring and grade follow the rules of this day, whatever is released later. */
      ruledOn: plainDateSchema,
      keyReportBy: legalDateSchema.nullable(),
    }),
  },
  SelfEvaluationStarted: {
    title: { zh: '自评期限起算', en: 'the clock of the self-evaluation began' },
    says: {
      zh: '项目完成（或年度终了），自评报告三个月内上报的期限开始计算',
      en: 'the project was completed, or its year ended; the three months began',
    },
    data: z.object({
      division: z.string(),
      evaluationId: z.string(),
      object: objectSchema,
      completedOn: plainDateSchema,
      proof: proofSchema,
      treasury: treasurySchema.nullable(),
      ruledOn: plainDateSchema,
      due: legalDateSchema,
    }),
  },
  TreasuryNoted: {
    title: { zh: '国库支付数已更新', en: "the treasury's figure renewed" },
    says: {
      zh: '所评年度又有支付登记，自评的支付数以此为准',
      en: 'another payment of an evaluated year was registered; a self-evaluation may say no other figure',
    },
    data: z.object({ projectYearId: z.string(), ...treasurySchema.shape }),
  },
  SelfEvaluationDraftSaved: {
    title: { zh: '自评草稿已保存', en: 'draft of the self-evaluation saved' },
    says: { zh: '单位保存未填完的自评表', en: 'the unit kept an unfinished self-evaluation' },
    data: z.object({ form: selfEvaluationForm.draft }),
  },
  SelfEvaluationSubmitted: {
    title: { zh: '自评报告已上报', en: 'self-evaluation submitted' },
    says: {
      zh: '单位上报自评，系统按规则逐行计分；是否逾期以收到时刻为准',
      en: 'the unit reported; each line was scored by rule; timeliness is judged by the moment of receipt',
    },
    data: z.object({
      round: z.number().int(),
      form: selfEvaluationForm.schema,
      signature: signatureSchema,
      sheet: scoredSheetSchema,
      selfTotal: z.string().nullable(),
      due: plainDateSchema,
      late: z.boolean(),
      daysLate: z.number().int(),
      checkBy: legalDateSchema,
    }),
  },
  SelfEvaluationReturned: {
    title: { zh: '自评报告被退回', en: 'self-evaluation returned' },
    says: { zh: '财政部门指出问题，要求重新自评', en: 'finance named what is wrong and asked for it again' },
    data: z.object({ round: z.number().int(), remarks: z.array(z.string()), due: legalDateSchema }),
  },
  RecipientsReported: {
    title: { zh: '受益对象数据已汇入', en: 'recipients reported' },
    says: {
      zh: '政策性资金的受益对象逐户汇入，数量指标求和，比率和定性指标不求和',
      en: 'recipients of a policy were added; amounts sum up, shares and words do not',
    },
    data: z.object({ recipients: z.array(recipientSchema), rollUp: rollUpSchema }),
  },
  DrawnForSpotCheck: {
    title: { zh: '抽中抽检', en: 'drawn for a spot check' },
    says: { zh: '财政部门抽取该自评报告进行复核', en: 'finance drew this self-evaluation to score it again' },
    data: z.object({ basis: z.string(), recordBy: legalDateSchema }),
  },
  AcceptedWithoutCheck: {
    title: { zh: '未抽中，采用自评', en: 'accepted without a check' },
    says: {
      zh: '未列入抽检，按规则计算的自评得分报请确认',
      en: 'not drawn; the points by rule go to confirmation',
    },
    data: z.object({ basis: z.string(), confirmBy: legalDateSchema }),
  },
  SpotCheckRecorded: {
    title: { zh: '抽检复核结果已登记', en: 'spot check recorded' },
    says: {
      zh: '复核后逐行重新计分，得分与自评的差距在限度以内，报请确认',
      en: 'lines were scored again; the gap to the self-evaluation is within the limit',
    },
    data: z.object({
      opinion: z.string(),
      corrections: z.array(correctionSchema),
      sheet: scoredSheetSchema,
      gap: z.string(),
      limit: z.string(),
      limitClause: z.string(),
      confirmBy: legalDateSchema,
    }),
  },
  SelfEvaluationReopened: {
    title: { zh: '抽检差距过大，重新自评', en: 'reopened by the spot check' },
    says: {
      zh: '复核得分与自评差距超过限度，自评作废，限期重新自评',
      en: 'the gap went beyond the limit; the unit evaluates itself anew',
    },
    data: z.object({
      round: z.number().int(),
      opinion: z.string(),
      corrections: z.array(correctionSchema),
      sheet: scoredSheetSchema,
      gap: z.string(),
      limit: z.string(),
      limitClause: z.string(),
      due: legalDateSchema,
    }),
  },
  KeyEvaluationPrepared: {
    title: { zh: '重点评价已布置', en: 'key evaluation prepared' },
    says: { zh: '工作方案和专家组已定', en: 'the work plan and the experts are fixed' },
    data: z.object({ workPlan: z.string(), experts: z.array(z.string()), keyReportBy: legalDateSchema }),
  },
  IntermediaryCommissioned: {
    title: { zh: '已委托中介机构', en: 'intermediary commissioned' },
    says: {
      zh: '中介机构声明无利益冲突，由财政部门委托并付费',
      en: 'the intermediary declared no conflict; finance commissions and pays',
    },
    data: z.object({
      agency: z.string(),
      conflictStatement: z.string(),
      procurementRecord: z.string(),
      feeFen: fenSchema.nullable(),
    }),
  },
  KeyReportSubmitted: {
    title: { zh: '重点评价报告已提交', en: 'key report submitted' },
    says: {
      zh: '评价报告逐行按规则计分，报请确认',
      en: 'the report was scored line by line and goes to confirmation',
    },
    data: z.object({
      form: keyReportForm.schema,
      sheet: scoredSheetSchema,
      findings: z.array(z.string()),
      confirmBy: legalDateSchema,
    }),
  },
  KeyReportReturned: {
    title: { zh: '重点评价报告被退回', en: 'key report returned' },
    says: { zh: '财政部门要求补充或重做评价报告', en: 'finance asked for the report to be mended' },
    data: z.object({ remarks: z.array(z.string()), keyReportBy: legalDateSchema }),
  },
  ResultConfirmed: {
    title: { zh: '评价结果经财政确认', en: 'result confirmed by finance' },
    says: {
      zh: '得分和等级由财政确认，第一版；此后的决定引用版本',
      en: 'score and grade, version one; later decisions cite the version',
    },
    data: z.object({
      object: objectSchema,
      opinion: z.string(),
      result: resultSchema,
      rollUp: rollUpSchema.nullable(),
    }),
  },
  ResultRevised: {
    title: { zh: '评价结果已更正', en: 'result revised' },
    says: {
      zh: '更正产生新版本，原版本和引用它的决定保留',
      en: 'a new version; the old one and what cited it stay',
    },
    data: z.object({
      object: objectSchema,
      reason: z.string(),
      corrections: z.array(correctionSchema),
      sheet: scoredSheetSchema,
      result: resultSchema,
    }),
  },
  UnitChanged: unitChanged,
  EvaluationCancelled: {
    title: { zh: '评价取消', en: 'evaluation cancelled' },
    says: { zh: '评价因故取消，理由存档', en: 'the evaluation was given up, with its reason' },
    data: z.object({ reason: z.string() }),
  },
} as const satisfies EventCatalogue;

export type EvaluationEvent = EventOf<typeof evaluationEvents>;
export type EventData<T extends EvaluationEvent['type']> = Extract<EvaluationEvent, { type: T }>['data'];
