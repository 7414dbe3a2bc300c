import {
  checkEvaluationSheet,
  EVALUATION_KINDS,
  type KeyReport,
  strict,
  yesNoSchema,
} from '@quancheng/forms';
import { exact, isRefusal, type Refusal, type Words } from '@quancheng/kernel';
import { askLimit } from '@quancheng/rulebook';
import { z } from 'zod';
import { command, type World } from '../../core/aggregate.ts';
import { keyReportFormSchema, lineSchema, moneySchema, textSchema } from '../shapes.ts';
import type { EvaluationState, KeyWork, OpenEvaluation } from '../state.ts';
import { begun, dueAfter, fact, faultyPaper, no, ruled, under } from './fact.ts';
import { scorePaper } from './sheet.ts';

const preparation = strict({ workPlan: textSchema, experts: z.array(lineSchema).max(50) });

export const prepareKeyEvaluation = command<EvaluationState, typeof preparation>({
  title: { zh: '布置重点评价', en: 'prepare the key evaluation' },
  roles: ['finance-performance'],
  data: preparation,
  decide(given, data) {
    const keyReportBy = begun(given).road?.keyReportBy ?? null;
    if (keyReportBy === null) {
      return no(
        'ROAD_IS_SELF',
        {
          zh: '评价计划没有把它列为财政重点评价',
          en: 'the plan does not make it a key evaluation of finance',
        },
        { zh: '请先调整年度评价计划', en: "change the year's evaluation plan first" },
      );
    }
    return [fact('KeyEvaluationPrepared', { ...data, keyReportBy }, keyReportBy.clause)];
  },
});

const commission = strict({
  agency: lineSchema,
  conflictStatement: textSchema,
  servedUnitBefore: yesNoSchema,
  procurementRecord: lineSchema,
  feeFen: moneySchema.nullable().optional(),
});
type Commission = z.output<typeof commission>;

export const commissionIntermediary = command<EvaluationState, typeof commission>({
  title: { zh: '委托中介机构', en: 'commission an intermediary' },
  roles: ['finance-performance'],
  data: commission,
  decide(given, data, world) {
    const state = begun(given);
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
    return no(
      'MODE_IS_OWN',
      { zh: '评价计划定为财政自行组织', en: 'the plan has finance carry it out itself' },
      { zh: '请先调整年度评价计划', en: "change the year's evaluation plan first" },
    );
  }
  const agency = keyOf(state)?.agency ?? null;
  if (agency === null) return null;
  return no(
    'COMMISSIONED_ALREADY',
    { zh: `已委托${agency}`, en: `${agency} is commissioned already` },
    { zh: '一项评价只委托一家机构', en: 'one evaluation has one intermediary' },
  );
}

/** Whoever judges is neither the judged nor in its service: the abuse to end is a third party hired to judge oneself. */
function refuseNotIndependent(
  { object }: OpenEvaluation,
  { agency, servedUnitBefore }: Commission,
  world: World,
): Refusal | null {
  const remedy = { zh: '请另选与单位没有利益关系的机构', en: 'choose an agency without ties to the unit' };
  if (servedUnitBefore) {
    return no(
      'AGENCY_SERVED_UNIT',
      { zh: '该机构为被评价单位服务过，须回避', en: 'the agency served the evaluated unit' },
      remedy,
      {
        fields: [
          {
            field: 'servedUnitBefore',
            code: 'AGENCY_SERVED_UNIT',
            because: { zh: '须回避', en: 'must stand aside' },
          },
        ],
      },
    );
  }
  if (agency === object.unit || agency === object.department) {
    return no(
      'AGENCY_IS_EVALUATED',
      { zh: '被评价单位不能评价自己', en: 'the evaluated unit cannot be its own judge' },
      remedy,
    );
  }
  if (world.actor.unit === object.unit) {
    return no(
      'COMMISSIONER_IS_EVALUATED',
      { zh: '委托方与被评价单位不得为同一单位', en: 'the commissioning body cannot be the evaluated one' },
      { zh: '请由财政部门其他科室委托', en: 'let another office commission it' },
    );
  }
  return null;
}

const report = strict({ form: keyReportFormSchema });

export const submitKeyReport = command<EvaluationState, typeof report>({
  title: { zh: '提交重点评价报告', en: 'submit the key report' },
  roles: ['finance-performance', 'expert', 'intermediary'],
  data: report,
  decide(given, { form }, world) {
    const state = begun(given);
    const stranger = refuseUncommissioned(state);
    if (stranger !== null) return stranger;
    const faults = checkEvaluationSheet(form);
    if (faults.length > 0) return faultyPaper(under('form', faults));
    const sheet = scorePaper(form, { rules: world.rules, ruledOn: state.ruledOn });
    if (isRefusal(sheet)) return sheet;
    const balance = weightFindings(form, state, world);
    if (isRefusal(balance)) return balance;
    const confirmBy = dueAfter(world, 'result-confirmation');
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
    return no(
      'NOT_COMMISSIONED_YET',
      { zh: '计划为委托中介，尚未委托', en: 'an intermediary is planned and not commissioned yet' },
      remedy,
    );
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
  const limit = ruled(askLimit(world.rules, 'key-evaluation/result-weight', weight, state.ruledOn));
  if (isRefusal(limit)) return limit;
  if (limit.within) return [];
  return [
    {
      zh: `产出和效益分值合计${weight}，低于${limit.limit}（推定条款，仅提示）`,
      en: `output and benefit weigh ${weight}, below ${limit.limit} (derived, a warning only)`,
    },
  ];
}

const returning = strict({
  remarks: z.array(textSchema).min(1, { error: '至少写一条意见 / at least one remark' }).max(100),
});

export const returnKeyReport = command<EvaluationState, typeof returning>({
  title: { zh: '退回重点评价报告', en: 'return the key report' },
  roles: ['finance-performance', 'section-chief'],
  data: returning,
  decide(given, { remarks }, world) {
    const state = begun(given);
    if (state.stage !== 'reported' || state.key === null) {
      return no(
        'NOT_A_KEY_REPORT',
        { zh: '待确认的是单位自评，不是重点评价报告', en: 'what waits for confirmation is no key report' },
        { zh: '自评结果可确认，或取消后重新评价', en: 'confirm it, or cancel the evaluation' },
      );
    }
    const keyReportBy = dueAfter(world, 'rectification');
    return isRefusal(keyReportBy)
      ? keyReportBy
      : [fact('KeyReportReturned', { remarks, keyReportBy }, keyReportBy.clause)];
  },
});
