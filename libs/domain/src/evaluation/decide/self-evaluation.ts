import {
  checkEvaluationSheet,
  checkNarrative,
  selfEvaluationForm,
  strict,
  textSchema,
} from '@quancheng/forms';
import { type FieldFault, formatYuan, isRefusal, refuse } from '@quancheng/kernel';
import { z } from 'zod';
import { isSameDraft, lateness, signed } from '../../core/act.ts';
import type { World } from '../../core/aggregate.ts';
import { legalDate } from '../../core/legal-date.ts';
import { faultyPaper, under } from '../../core/refusals.ts';
import { givenSignatureSchema } from '../../core/shapes.ts';
import { rollUpOf } from '../queries.ts';
import { recipientSchema } from '../shapes.ts';
import type { OpenEvaluation } from '../state.ts';
import { act, fact, caseDays } from './act.ts';
import { missedGoals, scorePaper, selfTotalOf, unexplained } from './sheet.ts';

const draftData = strict({ form: selfEvaluationForm.draft });

export const SaveSelfEvaluationDraft = act({
  title: { zh: '保存自评草稿', en: 'save the draft of the self-evaluation' },
  roles: ['unit-head', 'unit-clerk'],
  data: draftData,
  decide({ duty }, { form }) {
    if (duty === null) return notOwed();
    return isSameDraft(form, duty.draft) ? [] : [fact('SelfEvaluationDraftSaved', { form })];
  },
});

const submitData = strict({ form: selfEvaluationForm.schema, signature: givenSignatureSchema });
type Submission = z.output<typeof submitData>;

export const SubmitSelfEvaluation = act({
  title: { zh: '上报自评报告', en: 'submit the self-evaluation' },
  roles: ['unit-head', 'unit-clerk'],
  data: submitData,
  decide(state, data, world) {
    if (state.duty === null) return notOwed();
    const signature = signed(world, data.signature, unsigned);
    if (isRefusal(signature)) return signature;
    const sheet = scoredOrRefused(state, data, world);
    if (isRefusal(sheet)) return sheet;
    const checkBy = legalDate(world, 'deadline/spot-check', world.happenedOn);
    if (isRefusal(checkBy)) return checkBy;
    const { due, clause } = state.duty.due;
    const told = {
      round: state.duty.round,
      form: data.form,
      signature,
      sheet,
      selfTotal: selfTotalOf(sheet) ?? data.form.selfTotal ?? null,
      due,
      checkBy,
    };
    return [fact('SelfEvaluationSubmitted', { ...told, ...lateness(world, state.duty.due) }, clause)];
  },
});

const unsigned = () =>
  refuse({
    code: 'HEAD_SIGNATURE_MISSING',
    because: {
      zh: '自评报告须经单位负责人（第一责任人）签字',
      en: 'the head of the unit signs the self-evaluation',
    },
    remedy: {
      zh: '请负责人在线签字，或上传盖章扫描件',
      en: 'let the head sign online, or send a stamped scan',
    },
    fields: [
      {
        field: 'signature.mode',
        code: 'HEAD_SIGNATURE_MISSING',
        because: { zh: '经办人只能提交盖章扫描件', en: 'a clerk sends a stamped scan' },
      },
    ],
  });

function scoredOrRefused(state: OpenEvaluation, { form }: Submission, world: World) {
  const faults = [...checkEvaluationSheet(form), ...notTheTreasury(state, form.executedFen)];
  if (faults.length > 0) return faultyPaper(under('form', faults));
  const sheet = scorePaper(form, { rules: world.rules, on: caseDays(state, world) });
  if (isRefusal(sheet)) return sheet;
  const open = [
    ...unexplained(sheet, form.selfTotal),
    ...under('form', checkNarrative(form, missedGoals(sheet).length > 0)),
  ];
  return open.length > 0 ? faultyPaper(open) : sheet;
}

/** Spending comes from the treasury's files; a unit that reports another figure is shown both. */
function notTheTreasury({ treasury }: OpenEvaluation, executedFen: bigint): FieldFault[] {
  if (treasury === null || treasury.paidFen === executedFen) return [];
  const because = {
    zh: `与国库支付数${formatYuan(treasury.paidFen)}元不一致`,
    en: `the treasury paid ${formatYuan(treasury.paidFen)} yuan`,
  };
  return [{ field: 'executedFen', code: 'SPENDING_NOT_TREASURY', because }];
}

const notOwed = () =>
  refuse({
    code: 'SELF_EVALUATION_NOT_OWED',
    because: { zh: '目前没有应上报的自评', en: 'no self-evaluation is owed now' },
    remedy: { zh: '项目完成并开始计算期限后再上报', en: 'report after completion started the clock' },
  });

const returnData = strict({
  remarks: z.array(textSchema).min(1, { error: '至少写一条意见 / at least one remark' }).max(100),
});

export const ReturnSelfEvaluation = act({
  title: { zh: '退回自评报告', en: 'return the self-evaluation' },
  roles: ['finance-performance'],
  data: returnData,
  decide(state, { remarks }, world) {
    const due = legalDate(world, 'deadline/rectification', world.happenedOn);
    if (isRefusal(due)) return due;
    const round = (state.selfEvaluation?.round ?? 0) + 1;
    return [fact('SelfEvaluationReturned', { round, remarks, due }, due.clause)];
  },
});

const recipientsData = strict({
  recipients: z.array(recipientSchema).min(1, { error: '至少一户 / at least one' }).max(500),
});

export const ReportRecipients = act({
  title: { zh: '汇入受益对象数据', en: 'report the recipients' },
  roles: ['unit-clerk', 'unit-head', 'department', 'finance-performance'],
  data: recipientsData,
  decide(state, { recipients }) {
    if (state.object.kind !== 'policy') return notAPolicy();
    const numbers = [...state.recipients, ...recipients].map(({ recipientNo }) => recipientNo);
    const twice = recipients
      .map(({ recipientNo }, index) => ({ recipientNo, index }))
      .filter(({ recipientNo }) => numbers.filter((number) => number === recipientNo).length > 1);
    if (twice.length > 0) return faultyPaper(twice.map(knownAlready));
    return [
      fact('RecipientsReported', { recipients, rollUp: rollUpOf([...state.recipients, ...recipients]) }),
    ];
  },
});

function knownAlready({ recipientNo, index }: { recipientNo: string; index: number }): FieldFault {
  return {
    field: `recipients.${index}.recipientNo`,
    code: 'RECIPIENT_TWICE',
    because: { zh: `受益对象${recipientNo}已汇入`, en: `recipient ${recipientNo} is there already` },
  };
}

const notAPolicy = () =>
  refuse({
    code: 'NOT_A_POLICY',
    because: { zh: '只有政策性资金评价汇入受益对象', en: 'only the evaluation of a policy has recipients' },
    remedy: { zh: '项目评价请填自评报告', en: 'for a project, fill in the self-evaluation' },
  });
