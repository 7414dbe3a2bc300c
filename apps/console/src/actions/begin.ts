import { type AskedField, type Field, goalDeclarationForm } from '@quancheng/forms';
import type { PlainDate } from '@quancheng/kernel';
import { isProvisional, reviewPhrases, reviewSheet, type Rulebook, rulebookAt } from '@quancheng/rulebook';
import { type Finding, findingsOf } from '../files/findings.tsx';
import { asTyped, isValues, rowsOf, textOf, type Values } from '../forms/values.ts';

/** What a form starts with, and what its rows are about: nobody copies a number from one page to another. */
/** The rules that judge a review: those of the file's division, on the day the paper was declared. */
export interface ReviewedBy {
  readonly rules: Rulebook;
  readonly on: PlainDate;
}

export interface Begun {
  readonly data: Values;
  readonly captions: ReadonlyMap<string, string>;
  /** What machine checks saw in the paper that the form begins with. */
  readonly findings: readonly Finding[];
  readonly reviewedBy: ReviewedBy;
  /** What machine checks saw at each point, and ready texts for it, by address. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  readonly phrases: ReadonlyMap<string, readonly string[]>;
}

interface Given {
  readonly fields: readonly AskedField[];
  readonly state: Values;
  readonly today: PlainDate;
}

interface Begins {
  readonly data: Values;
  readonly captions?: Texts<string>;
  readonly notes?: Texts<readonly string[]>;
  readonly phrases?: Texts<readonly string[]>;
}
type Texts<T> = Iterable<readonly [address: string, T]>;
type Beginning = (given: Given) => Begins;

const NOTHING: Beginning = () => ({ data: {} });
const ONLINE = { signature: { mode: 'online' } };
const inside = (state: Values, name: string): Values => (isValues(state[name]) ? state[name] : {});
const money = (value: unknown) => ({ amount: textOf(value), unit: '元' });

/** Each thing a reviewer asked for has its line, so that none is left without an answer. */
const answersTo = (asked: readonly Values[], name: 'remark' | 'problem') => ({
  data: { answers: asked.map(({ id }) => ({ [name]: id })) },
  captions: asked.map((one, index) => [`answers.${index}`, textOf(one[name])] as const),
});

/** A paper as it was kept, typed into its form; nothing where none was. */
function paperIn(fields: readonly AskedField[], written: unknown) {
  const form = fields.find(({ name }) => name === 'form');
  return form?.kind === 'group' && isValues(written) ? { form: asTyped(form.fields, written) } : {};
}

const paper = ({ fields, state }: Given) =>
  paperIn(fields, isValues(state.draft) ? state.draft : inside(state, 'declaration').form);

const declaring: Beginning = (given) => {
  const { data, captions } = answersTo(rowsOf(given.state.remarks), 'remark');
  return { data: { ...paper(given), ...data, ...ONLINE }, captions };
};

const openRound = (state: Values, is: (round: Values) => boolean) => rowsOf(state.rounds).findLast(is);

const tracking: Beginning = ({ fields, state }) => {
  const goals = rowsOf(inside(state, 'goal').indicators);
  const round = openRound(state, ({ report }) => !isValues(report));
  const { form = {} }: { form?: Values } = paperIn(fields, round?.draft);
  const begun = new Map(rowsOf(form.indicators).map((one) => [one.row, one]));
  return {
    data: {
      round: round?.round,
      form: { ...form, indicators: goals.map(({ row }) => begun.get(row) ?? { row }) },
    },
    captions: goals.map(
      (goal, index) =>
        [
          `form.indicators.${index}`,
          `${textOf(goal.name)}（目标 ${textOf(goal.target)} ${textOf(goal.unit)}）`,
        ] as const,
    ),
  };
};

const rectifying: Beginning = ({ state }) => {
  const order = rowsOf(state.orders).find(({ status }) => status === 'ordered');
  const { data, captions } = answersTo(rowsOf(order?.problems), 'problem');
  return { data: { order: order?.order, ...data, ...ONLINE }, captions };
};

const rectifyingResult: Beginning = ({ state }) => {
  const duty = rowsOf(state.duties).find((one) => one.duty === 'rectification');
  const { data, captions } = answersTo(rowsOf(duty?.problems), 'problem');
  return { data: { ...data, ...ONLINE }, captions };
};

/** All points of the sheet stand ready, with what machines saw at each: a point that is not marked is the most usual refusal. */
const reviewing: Beginning = ({ state, today }) => {
  const { rules, on } = reviewedBy(state, today);
  const sheet = reviewSheet(rules, on);
  if (isProvisional(sheet)) return { data: {} };
  const points = sheet.value.aspects.flatMap((aspect) => aspect.points);
  const draft = inside(inside(state, 'review'), 'draft');
  const begun = new Map(rowsOf(draft.marks).map((one) => [one.point, one]));
  const findings = findingsOf(state);
  const phrases = reviewPhrases(rules, on);
  return {
    data: { ...draft, marks: points.map(({ no }) => begun.get(no) ?? { point: no }) },
    captions: points.map(({ text }, index) => [`marks.${index}`, text.zh] as const),
    notes: points.map(
      ({ no }, index) => [`marks.${index}`, findings.filter(({ point }) => point === no).map(told)] as const,
    ),
    phrases: isProvisional(phrases)
      ? []
      : points.map(
          ({ no }, index) =>
            [`marks.${index}.reason`, Object.values(phrases.value[no] ?? {}).map(({ zh }) => zh)] as const,
        ),
  };
};

const reviewedBy = (state: Values, today: PlainDate): ReviewedBy => ({
  rules: rulebookAt(textOf(inside(state, 'identity').division)),
  on: (inside(state, 'declaration').declaredOn as PlainDate | undefined) ?? today,
});

const told = ({ words, field }: Finding): string =>
  field === undefined ? words.zh : `${words.zh}（${labelOf(goalDeclarationForm.fields, field)}）`;

/** 绩效指标第1行 目标值: where a path leads in a paper, in its own words. */
function labelOf(fields: readonly Field[], path: string): string {
  const [name, row, ...rest] = path.split('.');
  const field = fields.find((one) => one.name === name);
  if (field === undefined) return path;
  if (field.kind !== 'rows' || row === undefined) return field.label.zh;
  return `${field.label.zh}第${Number(row) + 1}行 ${labelOf(field.fields, rest.join('.'))}`;
}

/** The answered remarks of the office stand ready to be ticked. */
const settling: Beginning = ({ state }) => {
  const answered = rowsOf(state.answered);
  return {
    data: { settled: answered.map(({ id, settled }) => ({ remark: id, settled: settled ?? undefined })) },
    captions: answered.map(
      ({ remark, answer }, index) => [`settled.${index}`, `${textOf(remark)} —— ${textOf(answer)}`] as const,
    ),
  };
};

const evaluating: Beginning = ({ fields, state }) => {
  const treasury = inside(state, 'treasury');
  // What a kept draft leaves blank stays blank.
  const { form }: { form?: Values } = paperIn(fields, inside(state, 'duty').draft);
  const figures =
    treasury.budgetYuan === undefined
      ? {}
      : { fullYearBudgetFen: money(treasury.budgetYuan), executedFen: money(treasury.paidYuan) };
  return { data: { form: form ?? figures, ...ONLINE } };
};

const BEGINNINGS: Readonly<Record<string, Beginning>> = {
  'project-years/save-draft': (given) => ({ data: paper(given) }),
  'project-years/declare': declaring,
  'project-years/resubmit': (given) => {
    const { data, captions } = answersTo(rowsOf(given.state.remarks), 'remark');
    return { data: { requestedFen: money(given.state.controlYuan), ...data, ...ONLINE }, captions };
  },
  'project-years/save-review-draft': (given) => {
    const { data, captions, notes, phrases } = reviewing(given);
    return {
      data: { form: data },
      captions: inForm(captions),
      notes: inForm(notes),
      phrases: inForm(phrases),
    };
  },
  'project-years/review-goal': reviewing,
  'project-years/settle-remarks': settling,
  'project-years/issue-control-figure': ({ state }) => ({
    data: { controlFen: money(inside(state, 'review').recommendedYuan) },
  }),
  'project-years/save-tracking-draft': tracking,
  'project-years/report-tracking': tracking,
  'project-years/accept-deviation': ({ state }) => ({
    data: { round: openRound(state, ({ deviation }) => deviation === 'open')?.round },
  }),
  'project-years/order-rectification': ({ state, today }) => ({
    data: { receivedOn: today, round: openRound(state, ({ deviation }) => deviation === 'open')?.round },
  }),
  'project-years/report-rectification': rectifying,
  'project-years/confirm-rectification': ({ state }) => ({
    data: { order: rowsOf(state.orders).find(({ status }) => status === 'reported')?.order },
  }),
  'project-years/acknowledge-stop-payment': ({ state }) => ({
    data: { request: rowsOf(state.stops).find(({ status }) => status === 'requested')?.request },
  }),
  'project-years/lift-stop-payment': ({ state }) => ({
    data: { request: rowsOf(state.stops).find(({ status }) => status === 'acknowledged')?.request },
  }),
  'project-years/request-adjustment': () => ({ data: ONLINE }),
  'project-years/report-result-rectification': rectifyingResult,
  'evaluations/save-self-evaluation-draft': (given) => ({ data: { form: evaluating(given).data.form } }),
  'evaluations/submit-self-evaluation': evaluating,
};

const inForm = <T>(texts: Texts<T> = []): Texts<T> =>
  [...texts].map(([at, text]) => [`form.${at}`, text] as const);

/** Forms that begin with the declaration as it was kept or handed in. */
const PAPER_FORMS: ReadonlySet<string> = new Set(['project-years/save-draft', 'project-years/declare']);

/** By the address of the command, `project-years/declare`. */
export function beginningOf(address: string, given: Given): Begun {
  const beginning = (Object.hasOwn(BEGINNINGS, address) ? BEGINNINGS[address] : undefined) ?? NOTHING;
  const { data, captions = [], notes = [], phrases = [] } = beginning(given);
  return {
    data,
    captions: new Map(captions),
    notes: new Map(notes),
    phrases: new Map(phrases),
    reviewedBy: reviewedBy(given.state, given.today),
    findings: PAPER_FORMS.has(address) ? findingsOf(given.state) : [],
  };
}
