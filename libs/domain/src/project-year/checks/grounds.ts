import type { Check } from './check.ts';
import { seen, seenUnless, spansYears } from './check.ts';

/** 项目实施依据、主要内容: papers on file, and a kind and period that fit each other. */
export const groundsChecks = {
  NO_POLICY_NUMBER: ({ form: { policyBasis = [] } }) =>
    seenUnless(
      policyBasis.some(({ number }) => number !== undefined),
      'policyBasis',
      '没有写明依据文件的文号',
      'no paper with its document number is cited',
    ),
  NO_POLICY_TEXT: ({ form: { policyBasis = [] } }) =>
    policyBasis.flatMap(({ sha256 }, index) =>
      seenUnless(
        sha256 !== undefined,
        `policyBasis.${index}.sha256`,
        '没有附依据文件的文本',
        'the text of the paper is not attached',
      ),
    ),
  NO_STUDY: ({ form: { studies = [] } }) =>
    seenUnless(
      studies.length > 0,
      'studies',
      '没有论证或集体决策材料',
      'no study, opinion or collective decision is on file',
    ),
  DATES: ({ form: { startOn, endOn }, year }) => {
    const openEnded = year.identity.term === 'continuing';
    if (startOn === undefined) return [seen('startOn', '没有填开始日期', 'the start is missing')];
    if (endOn === undefined) return seenUnless(openEnded, 'endOn', '没有填结束日期', 'the end is missing');
    return seenUnless(startOn <= endOn, 'endOn', '起止日期颠倒', 'the end is before the start');
  },
  YEAR_OUTSIDE_PERIOD: ({ form: { startOn, endOn }, year: { identity } }) => {
    const year = String(identity.fiscalYear);
    const begins = startOn === undefined || startOn.slice(0, 4) <= year;
    const lasts = endOn === undefined || endOn.slice(0, 4) >= year;
    return seenUnless(
      begins && lasts,
      begins ? 'endOn' : 'startOn',
      `起止日期不含${year}年度`,
      `the period does not reach into ${year}`,
    );
  },
  ONE_OFF_OVER_YEARS: ({ form, year: { identity } }) =>
    seenUnless(
      identity.term !== 'one-off' || !spansYears(form),
      'endOn',
      '一次性项目的起止日期跨年度',
      'a one-off project that runs over several years',
    ),
} satisfies Record<string, Check>;
