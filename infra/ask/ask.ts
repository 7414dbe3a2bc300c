import { faultOfIssue } from '@quancheng/forms';
import { type Refusal, refuse, type Words } from '@quancheng/kernel';
import type { Provisional } from '@quancheng/rulebook';
import type { z } from 'zod';

/** What an ask answers: an object of JSON. */
export type Answer = { readonly [key: string]: unknown };

/** One question that the rules answer without any server. `data` reads one line of a batch and the options of one call alike. */
export interface Ask {
  readonly title: Words;
  /** As it is typed: `--start 2014-07-01 --months 3`. */
  readonly usage: string;
  /** The key of the one value that stands without an option, as in `capitals 1409.50`. */
  readonly positional?: string;
  answer(given: unknown): Answer | Refusal | Promise<Answer | Refusal>;
  /** What a line of a batch asks, where that is another thing than the options of one call: the form itself, not its file. */
  readonly answerLine?: (given: unknown) => Answer | Refusal | Promise<Answer | Refusal>;
  /** Whether what was looked at does not hold, for a script to tell by the exit code. */
  readonly isFaulty?: (answer: Answer) => boolean;
}

/** An ask whose values are read by a schema before anything is asked. */
export function ask<S extends z.ZodType>({
  data,
  answer,
  ...head
}: {
  title: Words;
  usage: string;
  positional?: string;
  isFaulty?: (answer: Answer) => boolean;
  data: S;
  answer(given: z.output<S>): Answer | Refusal | Promise<Answer | Refusal>;
}): Ask {
  return {
    ...head,
    async answer(given) {
      const read = data.safeParse(given);
      if (!read.success) return notRead(read.error.issues);
      return await answer(read.data);
    },
  };
}

/** How a refusal stands on a line of the output. */
export const errorOf = ({ code, clause, because, remedy, fields }: Refusal): Answer => ({
  error: {
    code,
    ...(clause === undefined ? {} : { clause }),
    because,
    remedy,
    ...(fields === undefined ? {} : { fields }),
  },
});

function notRead(issues: z.ZodError['issues']): Refusal {
  return refuse({
    code: 'ASKED_WRONGLY',
    because: { zh: '所问的内容不全或不对', en: 'what is asked is incomplete or does not hold' },
    remedy: { zh: '请按字段提示修改；用法见 --help', en: 'mend the named fields; --help shows how to ask' },
    fields: issues.map((issue) => ({ field: issue.path.map(String).join('.'), ...faultOfIssue(issue) })),
  });
}

/** The rules have no answer: nothing is answered by a default. */
export const unruled = ({ because }: Provisional): Refusal =>
  refuse({
    code: 'NO_RULE',
    because,
    remedy: {
      zh: '请用 editions 查看现有规则，或改问其他年度、区划、版本',
      en: 'see `editions` for the rules there are, or ask another year, division or edition',
    },
  });
