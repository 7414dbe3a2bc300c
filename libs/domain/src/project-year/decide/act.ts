import { type FieldFault, isRefusal, type Refusal } from '@quancheng/kernel';
import type { CaseDays } from '@quancheng/rulebook';
import { decisionsOf, signed as signedFor } from '../../core/act.ts';
import type { NewEvent, World } from '../../core/aggregate.ts';
import { type LegalDate, legalDate } from '../../core/legal-date.ts';
import { onField, onFields } from '../../core/refusals.ts';
import type { GivenSignature, Signature } from '../../core/shapes.ts';
import type { ProjectYearEvent } from '../events.ts';
import type { Problem, Remark } from '../shapes.ts';
import type { OpenYear, ProjectYearState } from '../state.ts';

export type Fact = NewEvent<ProjectYearEvent>;
export type Decision = Fact[] | Refusal;
export const { act, fact } = decisionsOf<ProjectYearState, ProjectYearEvent>();

/** A goal follows the rules under which it was approved; until then those of the declaration that is being reviewed. */
export const caseDays = ({ approval, declaration }: OpenYear, { happenedOn }: World): CaseDays => ({
  today: happenedOn,
  'goal-approval': approval?.approvedOn ?? declaration?.declaredOn,
});

/** Several legal dates at once, from one day; the first question without a rule refuses them all. */
export function datesFrom<K extends string>(
  world: World,
  start: World['today'],
  questions: Readonly<Record<K, string>>,
): Record<K, LegalDate> | Refusal {
  const dates: Partial<Record<K, LegalDate>> = {};
  for (const [name, question] of Object.entries(questions) as [K, string][]) {
    const date = legalDate(world, question, start);
    if (isRefusal(date)) return date;
    dates[name] = date;
  }
  return dates as Record<K, LegalDate>;
}

export const signed = (world: World, given: GivenSignature): Signature | Refusal =>
  signedFor(world, given, () =>
    onField('signature', 'HEAD_MUST_SIGN', {
      because: {
        zh: '须由单位负责人（第一责任人）签字',
        en: 'the head of the unit, who is first responsible, must sign',
      },
      remedy: {
        zh: '请单位负责人在线签字，或上传盖章扫描件',
        en: 'let the head sign online, or send a stamped scan',
      },
    }),
  );

/** Each remark of the reviewers has its answer, and no answer is to something nobody asked. */
export function unanswered(
  remarks: readonly Remark[],
  answers: readonly { remark: string }[],
  clause?: string,
): Refusal | null {
  const given = answers.map(({ remark }) => remark);
  const open = remarks.filter(({ id }) => !given.includes(id));
  const unknown = given.filter(
    (id, index) => !remarks.some((one) => one.id === id) || given.indexOf(id) !== index,
  );
  if (open.length === 0 && unknown.length === 0) return null;
  return onFields(
    'REMARKS_NOT_ANSWERED',
    [...open.map(missing('answers')), ...unknown.map(stray('answers'))],
    {
      because: {
        zh: `还有 ${open.length} 条修改要求没有回复`,
        en: `${open.length} remark(s) of the review are not answered`,
      },
      remedy: { zh: '请对每条要求逐条回复', en: 'answer each remark once, by its id' },
    },
    clause,
  );
}

/** As `unanswered`, for the problems of a rectification. */
export function unansweredProblems(
  problems: readonly Problem[],
  answers: readonly { problem: string }[],
  clause?: string,
): Refusal | null {
  const asRemarks = problems.map(({ id, problem }) => ({ id, remark: problem }));
  const refusal = unanswered(
    asRemarks,
    answers.map(({ problem }) => ({ remark: problem })),
    clause,
  );
  if (refusal === null) return null;
  return {
    ...refusal,
    code: 'PROBLEMS_NOT_ANSWERED',
    because: { zh: '有问题没有逐项报告整改', en: 'not every problem is answered' },
  };
}

const missing =
  (field: string) =>
  ({ id, remark }: Remark): FieldFault => ({
    field: `${field}.${id}`,
    code: 'required',
    because: { zh: `未回复：${remark}`, en: `not answered: ${remark}` },
  });
const stray =
  (field: string) =>
  (id: string): FieldFault => ({
    field: `${field}.${id}`,
    code: 'unknown',
    because: { zh: '没有这一条，或重复回复', en: 'no such item, or answered twice' },
  });
