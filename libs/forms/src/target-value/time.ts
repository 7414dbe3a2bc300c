import { isRefusal, parsePlainDate } from '@quancheng/kernel';
import { chineseNumber } from './figure.ts';
import { measured, type TargetReading } from './reading.ts';

/** 2022年 and 2022. and 2022- and 2022/ begin a date alike. */
const YEAR = String.raw`(?:(\d{4})(?:年度?|[.\-/]))`;
const MONTH = '(0?[1-9]|1[0-2])';
const DAY = String.raw`(0?[1-9]|[12]\d|3[01])`;
const TO = '(?:-|~|—+|–|至|到)';
/** What may follow an end date without changing it. */
const END = String.raw`(?:24[时点])?(?:之?前|以前|止|截止)?(?:(?:全部|全面|按时|基本)?(?:完成|完工|竣工|建成|交付|到位|结束|验收|发放|支付|实施|投入使用)\p{Script=Han}{0,10})?`;

const SPAN = new RegExp(`^(?:自|从)?${YEAR}${MONTH}月?${TO}${YEAR}?${MONTH}月?$`);
const SPAN_NO_YEAR = new RegExp(`^(?:自|从)?${MONTH}月?${TO}${MONTH}月$`);
const SPAN_DAYS = new RegExp(
  `^(?:自|从)?${YEAR}${MONTH}[月.\\-/]${DAY}日?${TO}${YEAR}?${MONTH}[月.\\-/]${DAY}日?$`,
);
const SPAN_DAYS_NO_YEAR = new RegExp(`^(?:自|从)?${MONTH}月${DAY}日${TO}${MONTH}月${DAY}日$`);
const WHOLE_YEAR = /^(?:(\d{4})年度?|本年度?|当年|一?整年)?(?:全年(?:度)?|全年内)?$/;
const PART =
  /^(?:(\d{4})年度?|本年|当年)?第?([一二三四1-4]季度|上半年|下半年|前三季度)(末|底|前|之前|内|以前)?(?:完成)?$/;
const BY_DAY = new RegExp(`^${YEAR}?${MONTH}[月.\\-/]${DAY}日?${END}$`, 'u');
const BY_MONTH = new RegExp(`^${YEAR}?${MONTH}(月份?)?(底|末)?${END}$`, 'u');
const BY_YEAR_END = new RegExp(`^(?:(\\d{4})年?|本年?|当年?)?(?:年底|年末|年内|年终|底|末)${END}$`, 'u');
const LEAD = /^(?:于|在|截至|截止到?|不(?:晚|迟)于|预计|计划|力争|确保|<=)/;

const CHINESE_MONTH = /[一二三四五六七八九十]{1,3}(?=月)/g;

const two = (text: string): string => text.padStart(2, '0');

const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  一季度: ['01-01', '03-31'],
  二季度: ['04-01', '06-30'],
  三季度: ['07-01', '09-30'],
  四季度: ['10-01', '12-31'],
  前三季度: ['01-01', '09-30'],
  上半年: ['01-01', '06-30'],
  下半年: ['07-01', '12-31'],
};

/** A date to be done by, or a period to be done in; null where the text is no time. Impossible days are no time. */
export function readTime(text: string, fiscalYear: number | undefined): TargetReading | null {
  const year = fiscalYear === undefined ? undefined : String(fiscalYear);
  const bare = text
    .replace(LEAD, '')
    .replace(/期间$/, '')
    .replace(CHINESE_MONTH, (numeral) => chineseNumber(numeral) ?? numeral);
  return readSpan(bare, text, year) ?? readPart(bare, text, year) ?? readEnd(bare, text, year);
}

const dated = (year: string | undefined, rest: string) => (year === undefined ? rest : `${year}-${rest}`);

const period = (text: string, from: string, to: string): TargetReading | null =>
  from <= to && [from, to].every(exists) ? measured('period', text, { operator: 'between', from, to }) : null;

const by = (text: string, date: string): TargetReading | null =>
  exists(date) ? measured('deadline', text, { operator: 'by', date }) : null;

/** A month, a month of a year, or a day with or without its year (29 February may be one). */
function exists(text: string): boolean {
  if (/^(\d{4}-)?\d{2}$/.test(text)) return true;
  return !isRefusal(parsePlainDate(text.length === 5 ? `2024-${text}` : text));
}

function readSpan(bare: string, text: string, year: string | undefined): TargetReading | null {
  const days = SPAN_DAYS.exec(bare);
  if (days !== null) {
    const [, first = '', m1 = '', d1 = '', second = first, m2 = '', d2 = ''] = days;
    return period(text, `${first}-${two(m1)}-${two(d1)}`, `${second}-${two(m2)}-${two(d2)}`);
  }
  const sameYear = SPAN_DAYS_NO_YEAR.exec(bare);
  if (sameYear !== null) {
    const [, m1 = '', d1 = '', m2 = '', d2 = ''] = sameYear;
    return period(text, dated(year, `${two(m1)}-${two(d1)}`), dated(year, `${two(m2)}-${two(d2)}`));
  }
  const months = SPAN.exec(bare);
  if (months !== null) {
    const [, first = '', m1 = '', second = first, m2 = ''] = months;
    return period(text, `${first}-${two(m1)}`, `${second}-${two(m2)}`);
  }
  const [, m1, m2] = SPAN_NO_YEAR.exec(bare) ?? [];
  if (m1 === undefined || m2 === undefined) return null;
  return period(text, dated(year, two(m1)), dated(year, two(m2)));
}

function readPart(bare: string, text: string, year: string | undefined): TargetReading | null {
  const whole = bare === '' ? null : WHOLE_YEAR.exec(bare);
  if (whole !== null) {
    const of = whole[1] ?? year;
    return period(text, dated(of, '01-01'), dated(of, '12-31'));
  }
  const [, printed, part = '', end] = PART.exec(bare) ?? [];
  const named = part.replace(/^[1-4]/, (digit) => '一二三四'[Number(digit) - 1] ?? '');
  const days = PARTS[named];
  if (days === undefined) return null;
  const of = printed ?? year;
  return end === undefined || end === '内'
    ? period(text, dated(of, days[0]), dated(of, days[1]))
    : by(text, dated(of, days[1]));
}

function readEnd(bare: string, text: string, year: string | undefined): TargetReading | null {
  const yearEnd = BY_YEAR_END.exec(bare);
  if (yearEnd !== null) return by(text, dated(yearEnd[1] ?? year, '12-31'));
  const onDay = BY_DAY.exec(bare);
  if (onDay !== null) {
    const [, printed, month = '', dayOfMonth = ''] = onDay;
    const plainNumber = printed === undefined && !/[月日]/.test(bare);
    return plainNumber ? null : by(text, dated(printed ?? year, `${two(month)}-${two(dayOfMonth)}`));
  }
  const [, printed, month, named] = BY_MONTH.exec(bare) ?? [];
  if (month === undefined || (printed === undefined && named === undefined)) return null;
  return withDoubt(by(text, dated(printed ?? year, endOfMonth(printed ?? year, month))), bare);
}

function endOfMonth(year: string | undefined, month: string): string {
  const last = ['31', '30', '29', '28'].find(
    (day) => !isRefusal(parsePlainDate(`${year ?? '2023'}-${two(month)}-${day}`)),
  );
  return `${two(month)}-${last}`;
}

/** "12月" alone may be the month, or twelve of them with 个 left out; 2022.12 may be a number. */
function withDoubt(reading: TargetReading | null, bare: string): TargetReading | null {
  if (reading === null || !/^(?:\d{1,2}月|\d{4}\.\d{1,2})$/.test(bare)) return reading;
  return {
    ...reading,
    ambiguous: {
      zh: `“${bare}”读作该月底前，请核对是否为时长或数字`,
      en: `"${bare}" is read as the end of that month: check that it is no length of time or number`,
    },
  };
}
