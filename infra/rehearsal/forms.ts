import { isBlankCell } from '@quancheng/forms';
import type { Json } from '@quancheng/kernel';
import { completeSheet } from './complete-sheet.ts';
import { amountOf, type Money, printedSheet, type Sheet, type SheetLine } from './printed-sheet.ts';
import type { PublishedForm } from './published-form.ts';
import { SideLists } from './side-lists.ts';

export interface RehearsalBodies {
  readonly id: string;
  readonly source: PublishedForm['source'];
  readonly projectName: string;
  /** `POST /project/{id}/Register` */
  readonly register: Json;
  /** `POST /project-year/{id}/Declare` */
  readonly declare: Json;
  /** `POST /evaluation/{id}/SubmitSelfEvaluation`, with nothing added; null where the paper is no self-evaluation. */
  readonly selfEvaluationAsPrinted: Json;
  /** The same command with what the rules ask for filled in. */
  readonly selfEvaluation: Json;
  /** Values that no paper gives. */
  readonly invented: SideLists['invented'];
  /** Printed cells that had to be read: an operator in words, a unit inside the cell. */
  readonly readings: SideLists['readings'];
}

const ONLINE = { mode: 'online' };

/** One published form as the bodies of the commands that carry it through a fiscal year. Amounts stay as they are printed. */
export function bodiesOf(form: PublishedForm, { fiscalYear }: { fiscalYear: number }): RehearsalBodies {
  const side = new SideLists();
  const printed = printedSheet(form, side);
  const complete = completeSheet(form, printed, side);
  return {
    id: form.id,
    source: form.source,
    projectName: form.project,
    register: register(form, complete.money, { fiscalYear, side }),
    declare: { form: declaration(form, complete, side), signature: ONLINE },
    selfEvaluationAsPrinted:
      form.form_type === 'self-evaluation'
        ? { form: paper(printed, narrativeAsPrinted(form, side)), signature: ONLINE }
        : null,
    selfEvaluation: { form: paper(complete, complete.narrative), signature: ONLINE },
    invented: side.invented,
    readings: side.readings,
  };
}

const requested = (money: Money): Json =>
  money.beginBudgetFen ?? money.fullYearBudgetFen ?? money.executedFen ?? { amount: '', unit: '元' };

function register(
  form: PublishedForm,
  money: Money,
  { fiscalYear, side }: { fiscalYear: number; side: SideLists },
): Json {
  const recurring = /延续|持续|年度|工资|经费|养护|物业|监测|防御|补助|营养/.test(
    `${form.extra?.project_kind ?? ''}${form.project}`,
  );
  const put = (name: string, value: Json, why: string) => side.invent(`register.${name}`, value, why);
  return {
    name: form.project,
    nature: put('nature', recurring ? 'recurrent' : 'new', '原表未分新增和经常性'),
    term: put('term', recurring ? 'continuing' : 'one-off', '原表未写项目期限类型'),
    field: put('field', '其他', '原表未写领域'),
    highConcern: put('highConcern', false, '原表未写社会关注度'),
    totalFen: side.invent('register.totalFen', requested(money), '原表未写项目总投资，用本年数'),
    plannedStart: put('plannedStart', `${fiscalYear}-01-01`, `原表为${form.year}年，演练改为${fiscalYear}年`),
    plannedEnd: recurring
      ? put('plannedEnd', null, '经常性项目不设完工日')
      : put('plannedEnd', `${fiscalYear}-11-30`, '原表未写完工日'),
  };
}

const DECLARED_KINDS = new Set([
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economic',
  'social',
  'ecological',
  'sustained',
  'satisfaction',
]);

/** The paper that would have been filed before such a year: its goal, its targets and the amount, without any result. */
function declaration(form: PublishedForm, sheet: Sheet, side: SideLists): Json {
  const goal = isBlankCell(form.goals.expected)
    ? side.invent('declare.form.goalAnnual', `完成${form.project}的年度任务`, '原表没有目标')
    : (form.goals.expected as string);
  const indicators = sheet.indicators
    .filter(
      ({ kind, partOf, notApplicable }) =>
        DECLARED_KINDS.has(kind) && partOf === undefined && notApplicable === undefined,
    )
    .map(({ row, kind, name, direction, target, unit, weight }) => ({
      row,
      kind,
      name,
      direction,
      target,
      ...(unit === undefined ? {} : { unit }),
      weight: weight ?? '0',
    }));
  return {
    requestedFen: requested(sheet.money),
    need: side.invent(
      'declare.form.need',
      `${form.project}由${form.unit}承担，按职责实施`,
      '原表未写立项必要性',
    ),
    content: side.invent('declare.form.content', form.project, '原表未写主要内容'),
    lines: expenditure(form, sheet.money, side),
    goalAnnual: goal,
    indicators,
    executionWeight: sheet.executionWeight,
  };
}

function expenditure(form: PublishedForm, money: Money, side: SideLists): Json {
  const plan = form.extra?.plan;
  if (plan !== undefined)
    return plan.map(([item, amount]) => ({ item, amountFen: amountOf(amount, form.money_unit) }));
  return side.invent(
    'declare.form.lines',
    [{ item: form.project, amountFen: requested(money) }],
    '原表没有支出明细，列为一行',
  );
}

interface Narrative {
  readonly goalExpected: string | null;
  readonly goalAchieved: string | null;
  readonly problems: string | null;
  readonly measures: string | null;
}

/** The collection has no column for problems and measures: that it is silent says nothing about the paper. */
function narrativeAsPrinted({ goals }: PublishedForm, side: SideLists): Narrative {
  const silent = (name: string) =>
    side.invent(`selfEvaluationAsPrinted.form.${name}`, '此栏未收入资料集', '资料集没有这一栏');
  return {
    goalExpected: goals.expected,
    goalAchieved: goals.actual,
    problems: silent('problems'),
    measures: silent('measures'),
  };
}

function paper(sheet: Sheet, narrative: Narrative): Json {
  const { money, executionWeight, executionSelfScore, executionReason, selfTotal } = sheet;
  return present({
    indicators: sheet.indicators.map(lineBody),
    beginBudgetFen: money.beginBudgetFen,
    fullYearBudgetFen: money.fullYearBudgetFen,
    executedFen: money.executedFen,
    executionWeight,
    executionSelfScore,
    executionReason,
    selfTotal,
    ...narrative,
  });
}

const lineBody = (line: SheetLine): Json => present({ ...line });

/** Blank cells are left out: not filled in is not zero. */
function present(values: Record<string, Json | undefined>): Json {
  const filled = Object.entries(values).filter(([, value]) => value !== undefined && value !== null) as [
    string,
    Json,
  ][];
  return Object.fromEntries(filled);
}
