import {
  checkEvaluationSheet,
  EVALUATION_KINDS,
  type KeyReport,
  keyReportForm,
  lineSchema,
  moneySchema,
  strict,
  textSchema,
  yesNoSchema,
} from '@quancheng/forms';
import { exact, isRefusal, type Refusal, refuse, type Words } from '@quancheng/kernel';
import { askLimit } from '@quancheng/rulebook';
import { z } from 'zod';
import type { World } from '../../core/aggregate.ts';
import { legalDate } from '../../core/legal-date.ts';
import { faultyPaper, ruled, under } from '../../core/refusals.ts';
import type { KeyWork, OpenEvaluation } from '../state.ts';
import { act, fact, caseDays } from './act.ts';
import { scorePaper } from './sheet.ts';

const prepareData = strict({ workPlan: textSchema, experts: z.array(lineSchema).max(50) });

export const PrepareKeyEvaluation = act({
  title: { zh: '布置重点评价', en: 'prepare the key evaluation' },
  roles: ['finance-performance'],
  data: prepareData,
  decide(state, data) {
    const keyReportBy = state.road?.keyReportBy ?? null;
    if (keyReportBy === null) {
      return refuse({
        code: 'ROAD_IS_SELF',
        because: {
          zh: '评价计划没有把它列为财政重点评价',
          en: 'the plan does not make it a key evaluation of finance',
        },
        remedy: { zh: '请先调整年度评价计划', en: "change the year's evaluation plan first" },
      });
    }
    return [fact('KeyEvaluationPrepared', { ...data, keyReportBy }, keyReportBy.clause)];
  },
});

const commissionData = strict({
  agency: lineSchema,
  conflictStatement: textSchema,
  servedUnitBefore: yesNoSchema,
  procurementRecord: lineSchema,
  feeFen: moneySchema.nullable().optional(),
});
type Commission = z.output<typeof commissionData>;

export const Commission = act({
  title: { zh: '委托中介机构', en: 'commission an intermediary' },
  roles: ['finance-performance'],
  data: commissionData,
  decide(state, data, world) {
    const refused = refuseNotCommissioned(state) ?? refuseNotIndependent(state, data, world);
    if (refused !== null) return refused;
    const { agency, conflictStatement, procurementRecord, feeFen = null } = data;
    return [fact('IntermediaryCommissioned', { agency, conflictStatement, procurementRecord, feeFen })];
  },
});

const keyOf = (state: OpenEvaluation): KeyWork | null =>
  state.stage === 'key-evaluation' ? state.key : null;

function refuseNotCommissioned(state: OpenEvaluation): Refusal | null {
  if (state.road?.mode !== 'commissioned') {
    return refuse({
      code: 'MODE_IS_OWN',
      because: { zh: '评价计划定为财政自行组织', en: 'the plan has finance carry it out itself' },
      remedy: { zh: '请先调整年度评价计划', en: "change the year's evaluation plan first" },
    });
  }
  const agency = keyOf(state)?.agency ?? null;
  if (agency === null) return null;
  return refuse({
    code: 'COMMISSIONED_ALREADY',
    because: { zh: `已委托${agency}`, en: `${agency} is commissioned already` },
    remedy: { zh: '一项评价只委托一家机构', en: 'one evaluation has one intermediary' },
  });
}

/** Whoever judges is neither the judged nor in its service: the abuse to end is a third party hired to judge oneself. */
function refuseNotIndependent(
  { object }: OpenEvaluation,
  { agency, servedUnitBefore }: Commission,
  world: World,
): Refusal | null {
  const remedy = { zh: '请另选与单位没有利益关系的机构', en: 'choose an agency without ties to the unit' };
  if (servedUnitBefore) {
    return refuse({
      code: 'AGENCY_SERVED_UNIT',
      because: { zh: '该机构为被评价单位服务过，须回避', en: 'the agency served the evaluated unit' },
      remedy,
      fields: [
        {
          field: 'servedUnitBefore',
          code: 'AGENCY_SERVED_UNIT',
          because: { zh: '须回避', en: 'must stand aside' },
        },
      ],
    });
  }
  if (agency === object.unit || agency === object.department) {
    return refuse({
      code: 'AGENCY_IS_EVALUATED',
      because: { zh: '被评价单位不能评价自己', en: 'the evaluated unit cannot be its own judge' },
      remedy,
    });
  }
  if (world.actor.unit === object.unit) {
    return refuse({
      code: 'COMMISSIONER_IS_EVALUATED',
      because: {
        zh: '委托方与被评价单位不得为同一单位',
        en: 'the commissioning body cannot be the evaluated one',
      },
      remedy: { zh: '请由财政部门其他科室委托', en: 'let another office commission it' },
    });
  }
  return null;
}

const reportData = strict({ form: keyReportForm.schema });

export const SubmitKeyReport = act({
  title: { zh: '提交重点评价报告', en: 'submit the key report' },
  roles: ['finance-performance', 'expert', 'intermediary'],
  data: reportData,
  decide(state, { form }, world) {
    const stranger = refuseUncommissioned(state);
    if (stranger !== null) return stranger;
    const faults = checkEvaluationSheet(form);
    if (faults.length > 0) return faultyPaper(under('form', faults));
    const sheet = scorePaper(form, { rules: world.rules, on: caseDays(state, world) });
    if (isRefusal(sheet)) return sheet;
    const balance = weightFindings(form, state, world);
    if (isRefusal(balance)) return balance;
    const confirmBy = legalDate(world, 'deadline/result-confirmation', world.happenedOn);
    if (isRefusal(confirmBy)) return confirmBy;
    const findings = (form.findings ?? []).map(({ problem }) => problem);
    return [
      fact(
        'KeyReportSubmitted',
        { form, sheet: { ...sheet, findings: [...sheet.findings, ...balance] }, findings, confirmBy },
        confirmBy.clause,
      ),
    ];
  },
});

/** Whoever was named reaches the file at all (`can`); what is planned for an intermediary waits for it. */
function refuseUncommissioned(state: OpenEvaluation): Refusal | null {
  const key = keyOf(state);
  const remedy = {
    zh: '请由财政绩效科先办理委托或增列专家',
    en: 'let the performance office commission it or name the expert first',
  };
  if (state.road?.mode === 'commissioned' && (key?.agency ?? null) === null) {
    return refuse({
      code: 'NOT_COMMISSIONED_YET',
      because: { zh: '计划为委托中介，尚未委托', en: 'an intermediary is planned and not commissioned yet' },
      remedy,
    });
  }
  return null;
}

const RESULT_CLASSES: readonly string[] = ['output', 'benefit', 'satisfaction'];

/** How a project was decided and run should not outweigh what it brought about. Derived for 2014: pointed out, not refused. */
function weightFindings({ indicators }: KeyReport, state: OpenEvaluation, world: World): Words[] | Refusal {
  const classOf = new Map<string, string>(EVALUATION_KINDS.map((kind) => [kind.value, kind.class]));
  const weight = indicators
    .filter(({ kind }) => RESULT_CLASSES.includes(classOf.get(kind) ?? ''))
    .reduce((sum, line) => sum.plus(line.weight ?? '0'), exact('0'))
    .toString();
  const limit = ruled(askLimit(world.rules, 'key-evaluation/result-weight', weight, caseDays(state, world)));
  if (isRefusal(limit)) return limit;
  if (limit.within) return [];
  return [
    {
      zh: `产出和效益分值合计${weight}，低于${limit.limit}（推定条款，仅提示）`,
      en: `output and benefit weigh ${weight}, below ${limit.limit} (derived, a warning only)`,
    },
  ];
}

const returnData = strict({
  remarks: z.array(textSchema).min(1, { error: '至少写一条意见 / at least one remark' }).max(100),
});

export const ReturnKeyReport = act({
  title: { zh: '退回重点评价报告', en: 'return the key report' },
  roles: ['finance-performance', 'section-chief'],
  data: returnData,
  decide(state, { remarks }, world) {
    if (state.stage !== 'reported' || state.key === null) {
      return refuse({
        code: 'NOT_A_KEY_REPORT',
        because: {
          zh: '待确认的是单位自评，不是重点评价报告',
          en: 'what waits for confirmation is no key report',
        },
        remedy: { zh: '自评结果可确认，或取消后重新评价', en: 'confirm it, or cancel the evaluation' },
      });
    }
    const keyReportBy = legalDate(world, 'deadline/rectification', world.happenedOn);
    return isRefusal(keyReportBy)
      ? keyReportBy
      : [fact('KeyReportReturned', { remarks, keyReportBy }, keyReportBy.clause)];
  },
});
