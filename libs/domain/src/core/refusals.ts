import {
  type FieldFault,
  isRefusal,
  type PlainDate,
  type Refusal,
  refuse,
  type Words,
} from '@quancheng/kernel';
import { isProvisional, type Provisional } from '@quancheng/rulebook';
import type { World } from './aggregate.ts';

/** The refusals that every aggregate words alike. */

type Said = { readonly because: Words; readonly remedy: Words };

/** Of several answers that may each be a refusal, the first refusal wins. */
export function firstRefusal(...answers: readonly unknown[]): Refusal | null {
  return (answers.find(isRefusal) as Refusal | undefined) ?? null;
}

/** A refusal that one field of the paper is the reason for. */
export function onField(field: string, code: string, { because, remedy }: Said, clause?: string): Refusal {
  return onFields(code, [{ field, code, because }], { because, remedy }, clause);
}

export function onFields(code: string, fields: readonly FieldFault[], said: Said, clause?: string): Refusal {
  return refuse({ code, clause, ...said, fields });
}

/** Faults of the paper inside a command, named from the command's own root. */
export function faultyPaper(faults: readonly FieldFault[]): Refusal {
  return onFields('FORM_INVALID', faults, {
    because: {
      zh: `填报内容有 ${faults.length} 处不符合要求`,
      en: `${faults.length} field(s) do not hold`,
    },
    remedy: { zh: '请按字段提示修改后重新提交', en: 'mend the named fields and send again' },
  });
}

/** Faults of a paper that is itself one field of the command. */
export const under = (root: string, faults: readonly FieldFault[]): FieldFault[] =>
  faults.map((fault) => ({ ...fault, field: `${root}.${fault.field}` }));

/** Where the same wish twice is more likely a mistake than an echo, it is refused by this. */
export const alreadyDone = (what: Words): Refusal =>
  refuse({
    code: 'ALREADY_DONE',
    because: { zh: `${what.zh}已经办理过`, en: `${what.en} has been done already` },
    remedy: { zh: '无需重复办理', en: 'nothing more is needed' },
  });

/** What has happened is not reported before it happens. */
export function inFuture(
  world: World,
  field: string,
  date: PlainDate,
  remedy: Words = { zh: '请填写实际发生的日期', en: 'give the day it really happened' },
): Refusal | null {
  if (date <= world.today) return null;
  const because = {
    zh: `${date} 晚于今天 ${world.today}`,
    en: `${date} is later than today, ${world.today}`,
  };
  return onField(field, 'FUTURE_DATE', { because, remedy });
}

/** The rules do not answer yet: nothing is decided by a default. */
export const unruled = ({ because }: Provisional): Refusal =>
  refuse({
    code: 'NO_RULE',
    because,
    remedy: {
      zh: '请财政绩效科先发布适用的规则版本',
      en: 'ask the performance office to release an edition that answers',
    },
  });

export const ruled = <T extends object>(answer: T | Provisional): T | Refusal =>
  isProvisional(answer) ? unruled(answer) : answer;

/** No edition rules that fiscal year: then nothing is opened or planned in it. */
export const unruledYear = (fiscalYear: number): Said => ({
  because: {
    zh: `规则库没有适用于 ${fiscalYear} 年度的规则版本`,
    en: `no edition of the rules covers fiscal year ${fiscalYear}`,
  },
  remedy: {
    zh: '请核对年度，或请绩效科先发布该年度的规则版本',
    en: 'check the year, or have its edition released first',
  },
});
