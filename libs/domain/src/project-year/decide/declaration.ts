import { isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import {
  goalDeclarationForm,
  lineSchema,
  meantBy,
  moneySchema,
  strict,
  textSchema,
  yesNoSchema,
} from '@quancheng/forms';
import { askThreshold, isProvisional } from '@quancheng/rulebook';
import { z } from 'zod';
import { isSameDraft } from '../../core/act.ts';
import { command, type World } from '../../core/aggregate.ts';
import { projectYearId } from '../../core/ids.ts';
import { fixedDate, lapseInstant, legalDate, plainDateSchema } from '../../core/legal-date.ts';
import { onField, onFields, unruled } from '../../core/refusals.ts';
import {
  givenSignatureSchema,
  natureSchema,
  takenOverSchema,
  termSchema,
  windowSchema,
} from '../../core/shapes.ts';
import { machineFindings } from '../checks/index.ts';
import { answerSchema } from '../shapes.ts';
import type { OpenYear, ProjectYearState } from '../state.ts';
import { act, type Decision, fact, signed, unanswered } from './act.ts';

const openData = z.object({
  projectId: z.string().regex(/^[A-Za-z0-9-]{1,21}$/, {
    error: '项目编号应为21位以内的字母、数字或- / up to 21 letters, digits or -',
  }),
  projectName: lineSchema,
  fiscalYear: z.number().int().min(2000).max(2100),
  unit: lineSchema,
  department: lineSchema,
  nature: natureSchema,
  term: termSchema,
  highConcern: yesNoSchema,
  takenOver: takenOverSchema.extend({ approvedFen: moneySchema }).nullable(),
});

export const Open = command<ProjectYearState, typeof openData>({
  title: { zh: '建立项目年度', en: 'open the project-year' },
  roles: ['system'],
  data: openData,
  decide(state, data, world) {
    if (state.stage !== 'none') return [];
    const id = projectYearId(data.projectId, data.fiscalYear);
    if (!world.stream.endsWith(`/${id}`)) {
      return onField('projectId', 'STREAM_MISMATCH', {
        because: { zh: `编号应为 ${id}`, en: `this stream is not ${id}` },
        remedy: { zh: '请使用“项目编号-年度”', en: 'use <project>-<year>' },
      });
    }
    return [fact('ProjectYearOpened', { division: world.division, ...data })];
  },
});

const draftData = strict({ form: goalDeclarationForm.draft });
export const SaveDraft = act({
  title: { zh: '保存草稿', en: 'save the draft' },
  roles: ['unit-clerk', 'unit-head'],
  data: draftData,
  library: true,
  decide: (year, { form }, world) =>
    isSameDraft(form, year.draft)
      ? []
      : [fact('DraftSaved', { form, findings: machineFindings({ form, year, world }) })],
});

const declareData = strict({
  form: goalDeclarationForm.schema,
  answers: z.array(answerSchema).default([]),
  signature: givenSignatureSchema,
});
export const Declare = act({
  title: { zh: '申报目标与预算', en: 'declare goal and budget' },
  roles: ['unit-head', 'unit-clerk'],
  data: declareData,
  library: true,
  decide: declare,
});

function declare(
  year: OpenYear,
  { form, answers, signature: given }: z.output<typeof declareData>,
  world: World,
): Decision {
  if (year.suspended) return suspended();
  const shut = refuseAfterWindow(year, world);
  if (shut !== null) return shut;
  const threshold = askThreshold(world.rules, year.identity.nature, form.requestedFen, world.happenedOn);
  if (isProvisional(threshold)) return unruled(threshold);
  const { required, clause, edition } = threshold;
  const fault = refuseGoal(form, required, clause) ?? unanswered(year.remarks, answers, clause);
  if (fault !== null) return fault;
  const signature = signed(world, given);
  if (isRefusal(signature)) return signature;
  const reviewBy = legalDate(world, 'deadline/department-review', world.happenedOn);
  if (isRefusal(reviewBy)) return reviewBy;

  const submission = (year.declaration?.submission ?? 0) + 1;
  const findings = machineFindings({ form, year, world });
  const declared = {
    submission,
    requestedFen: form.requestedFen,
    goalRequired: required,
    goalClause: clause,
    edition,
    form,
    answers,
    signature,
    findings,
    reviewBy,
  };
  return [fact('GoalAndBudgetDeclared', declared, clause)];
}

/** The first declaration keeps the window; a returned one has a date of its own. */
function refuseAfterWindow(year: OpenYear, world: World): Refusal | null {
  const open = [year.windows.declaration, year.windows['mid-year-adjustment']].filter(
    (window) => window !== undefined,
  );
  if (
    year.stage !== 'draft' ||
    open.length === 0 ||
    open.some((window) => world.receivedAt < lapseInstant(window))
  )
    return null;
  const last = open
    .map(({ due }) => due)
    .sort()
    .at(-1);
  return refuse({
    code: 'WINDOW_CLOSED',
    clause: open[0]?.clause,
    because: { zh: `申报窗口已于 ${last} 24:00 关闭`, en: `the window closed on ${last} at 24:00` },
    remedy: { zh: '请等待年中调整窗口，或联系财政局', en: 'wait for the mid-year window, or ask the bureau' },
  });
}

function refuseGoal(
  form: z.output<typeof goalDeclarationForm.schema>,
  required: boolean,
  clause: string,
): Refusal | null {
  const indicators = form.indicators ?? [];
  const incomplete = (field: string, code: string, zh: string, en: string) => ({
    field,
    code,
    because: { zh, en },
  });
  const fields = [
    ...(required && form.goalAnnual === undefined
      ? [
          incomplete(
            'form.goalAnnual',
            'required',
            '达到金额标准，须填年度绩效目标',
            'asked for above the threshold',
          ),
        ]
      : []),
    ...(required && indicators.length === 0
      ? [
          incomplete(
            'form.indicators',
            'required',
            '达到金额标准，须设绩效指标',
            'asked for above the threshold',
          ),
        ]
      : []),
  ];
  if (fields.length > 0) {
    return onFields(
      'GOAL_REQUIRED',
      fields,
      {
        because: {
          zh: '申报金额达到标准，必须设立绩效目标',
          en: 'at this amount the project must set goals',
        },
        remedy: {
          zh: '请填写年度目标和绩效指标后再申报',
          en: 'fill in the goal of the year and its indicators',
        },
      },
      clause,
    );
  }
  if (form.goalAnnual === undefined && indicators.length > 0) {
    return onField(
      'form.goalAnnual',
      'GOAL_TEXT_MISSING',
      {
        because: { zh: '填了指标但没有写年度目标', en: 'there are indicators but no goal of the year' },
        remedy: { zh: '请写明年度绩效目标', en: 'write the goal of the year' },
      },
      clause,
    );
  }
  return refuseIndicators(indicators, 'form.indicators', clause);
}

/** What tracking and scoring need to be able to read: a row of its own, and a number where a number is compared. */
export function refuseIndicators(
  indicators: readonly { row: string; direction: string; target: string; unit?: string | undefined }[],
  path: string,
  clause?: string,
): Refusal | null {
  const rows = indicators.map(({ row }) => row);
  const fields = indicators.flatMap(({ row, direction, target, unit }, index) => [
    ...(rows.indexOf(row) === index
      ? []
      : [
          {
            field: `${path}.${index}.row`,
            code: 'repeated',
            because: { zh: `序号 ${row} 重复`, en: `row ${row} appears twice` },
          },
        ]),
    ...(direction === 'qualitative' || /^\d+(\.\d+)?$/.test(target)
      ? []
      : [
          {
            field: `${path}.${index}.target`,
            code: 'not-a-number',
            because: {
              zh: `定量指标的目标值应只填数字，现为“${target}”${meantBy(target).zh}`,
              en: `a target to compare with is a number alone, not "${target}"${meantBy(target).en}`,
            },
          },
        ]),
    ...(direction === 'qualitative' || unit !== undefined
      ? []
      : [
          {
            field: `${path}.${index}.unit`,
            code: 'required',
            because: { zh: '定量指标须填计量单位', en: 'a number needs its unit' },
          },
        ]),
  ]);
  if (fields.length === 0) return null;
  return onFields(
    'INDICATORS_INVALID',
    fields,
    {
      because: { zh: '绩效指标不可衡量', en: 'the indicators cannot be measured as written' },
      remedy: {
        zh: '定量指标填方向、数字和单位；不能量化的选“定性”',
        en: 'give direction, number and unit; choose qualitative where there is no number',
      },
    },
    clause,
  );
}

const withdrawData = strict({ reason: textSchema });
export const Withdraw = act({
  title: { zh: '撤回申报', en: 'withdraw' },
  roles: ['unit-head'],
  data: withdrawData,
  decide: (_year, { reason }) => [fact('DeclarationWithdrawn', { reason })],
});

const windowData = z.object({
  window: windowSchema,
  until: plainDateSchema,
  clause: lineSchema,
});
export const NoteWindow = act({
  title: { zh: '记录窗口', en: 'note the window' },
  roles: ['system'],
  data: windowData,
  decide(year, { window, until, clause }, world) {
    if (year.windows[window]?.due === until) return [];
    const edition = world.rules.editionFor(year.identity.fiscalYear, year.identity.division)?.id ?? '';
    const reason = { zh: `财政公布的截止日 ${until}`, en: `announced by finance: ${until}` };
    return [
      fact(
        'WindowAnnounced',
        {
          window,
          until: fixedDate(world, `deadline/window-${window}`, until, {
            since: world.happenedOn,
            reason,
            clause,
            edition,
          }),
        },
        clause,
      ),
    ];
  },
});

export function suspended(): Refusal {
  return refuse({
    code: 'PROJECT_SUSPENDED',
    because: { zh: '项目已中止', en: 'the project is suspended' },
    remedy: { zh: '项目恢复后再办理', en: 'do it when the project resumes' },
  });
}
