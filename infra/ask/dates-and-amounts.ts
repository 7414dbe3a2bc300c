import { dateSchema, oneOf, strict } from '@quancheng/forms';
import {
  capitals,
  type Deadline,
  daysAfter,
  formatYuan,
  isRefusal,
  monthsAfter,
  type PlainDate,
  parseYuan,
  type Refusal,
  refuse,
  stateCouncilCalendar,
  workingDaysAfter,
} from '@quancheng/kernel';
import { askThreshold, isProvisional, rulebook, rulebookOfEdition } from '@quancheng/rulebook';
import { z } from 'zod';
import { ask, unruled } from './ask.ts';
import { amountSchema, confirmation, countSchema, yearSchema } from './given.ts';

const COUNTS = { months: monthsAfter, days: daysAfter, workingDays: workingDaysAfter } as const;

export const deadline = ask({
  title: { zh: '由起算日计算截止日', en: 'the last day of a period that begins on a day' },
  usage: '--start 2014-07-01 (--months 3 | --working-days 10 | --days 20)',
  data: strict({
    start: dateSchema,
    months: countSchema.optional(),
    days: countSchema.optional(),
    workingDays: countSchema.optional(),
  }),
  answer({ start, ...counts }) {
    const asked = (Object.keys(COUNTS) as (keyof typeof COUNTS)[]).filter(
      (unit) => counts[unit] !== undefined,
    );
    const [unit] = asked;
    if (unit === undefined || asked.length > 1) return onePeriod();
    const { due, reason, provisional }: Deadline = COUNTS[unit](
      start,
      counts[unit] ?? 0,
      stateCouncilCalendar,
    );
    return { due, reason, provisional };
  },
});

const onePeriod = (): Refusal =>
  refuse({
    code: 'PERIOD_NOT_ONE',
    because: { zh: '期限应且只应给一种', en: 'exactly one period is asked for' },
    remedy: {
      zh: '请在 months、days、workingDays 中给出一个',
      en: 'give one of months, days, workingDays',
    },
  });

const KINDS = { new: 'new', 新增: 'new', recurrent: 'recurrent', 经常性: 'recurrent' } as const;

export const threshold = ask({
  title: { zh: '申报金额是否须设绩效目标', en: 'whether a project must set goals at the amount it requests' },
  usage: '--kind new|recurrent --amount 500000.00 --year 2014 [--division 330211]',
  data: strict({
    kind: oneOf(['new', 'recurrent', '新增', '经常性']),
    amount: amountSchema,
    year: yearSchema,
    division: z
      .string()
      .regex(/^\d{2,9}$/, { error: '应为2至9位区划代码 / 2 to 9 digits' })
      .optional(),
  }),
  answer({ kind, amount, year, division }) {
    const requestedFen = parseYuan(amount);
    if (isRefusal(requestedFen)) return requestedFen;
    const edition = rulebook.editionFor(year, division);
    const rules = edition === undefined ? undefined : rulebookOfEdition(edition.id);
    const answered = askThreshold(rules ?? rulebook, KINDS[kind], requestedFen, `${year}-01-01` as PlainDate);
    if (isProvisional(answered)) return unruled(answered);
    const { required, clause, tier } = answered;
    return { goalRequired: required, clause, ...confirmation(tier) };
  },
});

export const inCapitals = ask({
  title: { zh: '金额大写', en: 'an amount in capitals' },
  usage: '1409.50',
  positional: 'amount',
  data: strict({ amount: amountSchema }),
  answer({ amount }) {
    const fen = parseYuan(amount);
    return isRefusal(fen) ? fen : { amount: formatYuan(fen), capitals: capitals(fen) };
  },
});
