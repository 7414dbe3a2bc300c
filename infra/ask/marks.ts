import { oneOf, strict } from '@quancheng/forms';
import { askGrade, askLight, isProvisional } from '@quancheng/rulebook';
import { ask, unruled } from './ask.ts';
import { confirmation, countSchema, editionSchema, exactSchema, rulesOf } from './given.ts';

export const light = ask({
  title: { zh: '指标、资金或实施进程的灯', en: 'the light of an indicator, of money or of the work' },
  usage: '--target 100 --actual 35 --month 7 [--of goal|money|progress] [--edition zh-2014]',
  data: strict({
    target: exactSchema,
    actual: exactSchema,
    month: countSchema.refine((month) => month >= 1 && month <= 12, { error: '应为1至12 / from 1 to 12' }),
    of: oneOf(['goal', 'money', 'progress']).optional(),
    edition: editionSchema.optional(),
  }),
  answer({ edition, of = 'goal', ...given }) {
    const { rules, on } = rulesOf(edition);
    const answered = askLight(rules, { of, ...given }, on);
    if (isProvisional(answered)) return unruled(answered);
    const { percent, light: colour, clause, tier } = answered;
    return { value: percent, light: colour, clause, ...confirmation(tier) };
  },
});

export const grade = ask({
  title: { zh: '得分对应的等级', en: 'the grade of a score' },
  usage: '--score 89.5 [--edition national-2020]',
  data: strict({ score: exactSchema, edition: editionSchema.optional() }),
  answer({ score, edition }) {
    const { rules, on } = rulesOf(edition);
    const answered = askGrade(rules, score, on);
    if (isProvisional(answered)) return unruled(answered);
    return { grade: answered.grade, clause: answered.clause, ...confirmation(answered.tier) };
  },
});
