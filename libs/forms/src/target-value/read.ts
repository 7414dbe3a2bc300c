import type { Words } from '@quancheng/kernel';
import { chanceOfSpoiling } from './doubt.ts';
import { chineseNumber, isBelow, takeFigure } from './figure.ts';
import { agree, type Comparison, isProse, takeOperatorAfter, takeOperatorBefore } from './operator.ts';
import { plainText } from './plain-text.ts';
import {
  measured,
  type Suggestion,
  type TargetContext,
  type TargetReading,
  unread,
  worded,
} from './reading.ts';
import { suggested, withContext } from './suggest.ts';
import { readTime } from './time.ts';
import { isBareUnit, LEAVES_OUT_YUAN, readUnit } from './unit.ts';
import { readTrend, readWords, TREND_BEFORE } from './words.ts';

/** No target is longer; it also keeps every pattern below fast on whatever a file holds. */
const LONGEST_CELL = 300;

/**
 * Reads one target or actual as people write it: operator, value, unit and kind, or why it cannot be read. Never throws
 * and never guesses: where a person has to decide the reading says `ambiguous` or `unreadable`, with what to offer them.
 */
export function readTargetValue(cell: string, context: TargetContext = {}): TargetReading {
  if (cell.length > LONGEST_CELL) return unread(cell.slice(0, 60), TOO_LONG);
  const text = plainText(cell);
  if (text === '') return unread('', BLANK);
  const reading =
    readWords(text) ??
    readTime(text, context.fiscalYear) ??
    readRange(text) ??
    readMeasure(text) ??
    readTrend(text) ??
    readProse(text);
  return withContext(reading, context);
}

const TOO_LONG: Words = {
  zh: `一格超过${LONGEST_CELL}字，不是一个指标值`,
  en: `more than ${LONGEST_CELL} characters are no target value`,
};
const BLANK: Words = { zh: '未填写', en: 'not filled in' };

const TO = /^(?:-|~|—+|–|至|到)/;

/** 10-20个, 80%~90%, 5至8天, 80%≤…≤90%, ≥80%且≤90%. The ends must be in order and in one unit. */
function readRange(text: string): TargetReading | null {
  const low = takeOperatorBefore(text);
  const first = takeFigure(low.operator === '>=' ? low.rest : text);
  if (first === null) return null;
  const [, unitBetween = '', after = ''] = /^([^\d\-~—–至到<>=且,]{0,6})(.*)$/u.exec(first.rest) ?? [];
  const second = takeFigure(afterLink(after, low.operator === '>=') ?? '?');
  if (second === null) return null;
  const tail =
    takeOperatorAfter(second.rest).operator === '<=' ? takeOperatorAfter(second.rest).rest : second.rest;
  const unit = readUnit(tail === '' ? unitBetween : tail);
  const same = unitBetween === '' || readUnit(unitBetween)?.unit === unit?.unit;
  if (unit === null || !same) return null;
  if (!isBelow(first.value, second.value)) return unread(text, NOT_IN_ORDER, { unit: unit.unit });
  return measured(unit.kind, text, {
    operator: 'between',
    from: first.value,
    to: second.value,
    unit: unit.unit,
  });
}

const NOT_IN_ORDER: Words = { zh: '区间的下限不小于上限', en: 'the lower end is not below the upper' };

function afterLink(text: string, lowerBound: boolean): string | null {
  const between = /^<=[^\d<>=]{1,10}(?=<=)/.exec(text);
  if (!lowerBound && between === null) return TO.test(text) ? text.replace(TO, '') : null;
  if (between !== null) return takeOperatorBefore(text.slice(between[0].length)).rest;
  const upper = takeOperatorBefore(text.replace(/^[且,、]/, ''));
  return upper.operator === '<=' ? upper.rest : null;
}

/** Verbs that only introduce or close a figure: 完成50个, 100%到位. */
const VERB_BEFORE =
  /^(?:已经?)?(?:(?:全年|共计?|总计|合计|累计|人均|当年|年度)?(?:完成|开展|举办|组织|建设|建成|新建|新增|改建|采购|购置|安装|培训|发放|维持|保持|实现|增加|覆盖|惠及|受益|为)?)(?=[\d>=<¥￥不大小高低超至]|各)/;
const VERB_AFTER = /(?:完成|达标|覆盖|到位|及时|完工|合格)$/;
const ABOUT = /^(?:约|大约|近|左右|≈)|(?:左右|余|多)$/;
const EACH = /^(?:各|分别)/;
const PER = /^(?:每(?:人|年|月|日|天|周|季度|户|次|个|亩|村|车|辆|学期))+(?!\d+[日号])/;

/** Operator, number, unit. Null where the text is not of this form. */
function readMeasure(text: string): TargetReading | null {
  const change = TREND_BEFORE.test(text);
  const bare = text
    .replace(TREND_BEFORE, '')
    .replace(VERB_BEFORE, '')
    .replace(/^(?:人民币)?[¥￥]/, '');
  const each = EACH.test(bare);
  const per = [...(PER.exec(bare)?.[0] ?? '').matchAll(/每([^每]+)/g)].map(([, one]) => one).join('·');
  const before = takeOperatorBefore(bare.replace(EACH, '').replace(PER, ''));
  const about = ABOUT.test(before.rest);
  const sharing = /^(百|千)分之/.exec(before.rest.replace(/^(?:约|近)/, ''));
  const share = sharing === null ? '' : sharing[1] === '百' ? '%' : '‰';
  const counted = before.rest.replace(/^(?:约|大约|近|≈)/, '').replace(/^[百千]分之/, '');
  const figure = share === '' ? takeFigure(counted) : takeShare(counted);
  if (figure === null) return null;
  const trailing = takeOperatorAfter(figure.rest.replace(VERB_AFTER, '').replace(/(?:左右|余|多)$/, ''));
  const operator = agree(before.operator, trailing.operator);
  const unit = readUnit(share + trailing.rest.replace(/^[余多](?=.)/, '') + (per === '' ? '' : `/${per}`));
  if (operator === null) return unread(text, TWO_OPERATORS);
  if (unit === null) return null;
  return compose(text, {
    operator: operator.operator,
    printed: before.printed,
    value: figure.value,
    unit,
    each,
    about: about || /(?:左右|余|多)$/.test(figure.rest) || /^[余多]./.test(trailing.rest),
    change,
    leavesOutYuan: LEAVES_OUT_YUAN.test(trailing.rest),
  });
}

/** The share of 百分之九十五: here the numeral needs no counted word behind it. */
function takeShare(text: string): ReturnType<typeof takeFigure> {
  const numeral = /^[零〇一二三四五六七八九十百]{1,5}/.exec(text)?.[0];
  const value = numeral === undefined ? null : chineseNumber(numeral);
  return numeral === undefined || value === null
    ? takeFigure(text)
    : { value, rest: text.slice(numeral.length) };
}

const TWO_OPERATORS: Words = { zh: '一格里有两个比较符', en: 'two operators in one cell' };

type Parts = {
  readonly operator: Comparison | null;
  readonly printed: string;
  readonly value: string;
  readonly unit: { readonly unit: string | null; readonly kind: TargetReading['kind'] };
  readonly each: boolean;
  readonly about: boolean;
  readonly change: boolean;
  readonly leavesOutYuan: boolean;
};

function compose(text: string, parts: Parts): TargetReading {
  const { operator, value, unit, each, about } = parts;
  // Without a unit only money is printed with decimals: its unit stands in the head of the form.
  const kind = parts.change
    ? 'trend'
    : each
      ? 'compound'
      : unit.unit === null && value.includes('.')
        ? 'money'
        : unit.kind;
  const implied = operator === null && Number(value) !== 0 && !each;
  const reading = measured(kind, text, {
    operator: operator ?? '=',
    value,
    unit: unit.unit,
    ...(implied && { implied_operator: true as const }),
  });
  const inYuan = isProse(parts.printed) ? proseInYuan(reading) : reading;
  if (about) return { ...inYuan, ambiguous: ABOUT_A_FIGURE };
  if (each) return { ...inYuan, notes: [EACH_OF_SEVERAL] };
  return parts.leavesOutYuan && operator !== null ? { ...inYuan, ambiguous: YUAN_LEFT_OUT } : inYuan;
}

const ABOUT_A_FIGURE: Words = { zh: '约数，请写确切的数', en: 'an approximate figure: write the exact one' };
const EACH_OF_SEVERAL: Words = { zh: '“各”指几项中的每一项', en: '"each" counts every one of several' };
const YUAN_LEFT_OUT: Words = {
  zh: '“元”未写出，请确认是金额',
  en: '元 is left out: confirm that it is money',
};

const YUAN_PLACES: Readonly<Record<string, number>> = { 万元: 4, 亿元: 8 };

/** 超13万元 is told, not set: given in yuan, with the amount as printed beside it. */
function proseInYuan(reading: TargetReading): TargetReading {
  const places = YUAN_PLACES[reading.unit ?? ''];
  if (places === undefined || reading.value === null) return reading;
  const [whole = '', decimals = ''] = reading.value.split('.');
  if (decimals.length > places) return reading;
  const value = (whole + decimals.padEnd(places, '0')).replace(/^0+(?=\d)/, '');
  return { ...reading, value, unit: '元', base: `${reading.value} ${reading.unit}` };
}

/** Words without a figure say something about quality; words with figures are told apart by a person. */
function readProse(text: string): TargetReading {
  if (isBareUnit(text)) return unread(text, ONLY_A_UNIT, { unit: text });
  const monthly = /^每[年月周季旬]度?.{0,3}\d{1,2}[日号](?:之?前|以前)/.test(text);
  if (monthly) return { ...measured('deadline', text, { operator: 'by' }), ambiguous: EVERY_TIME };
  if (!/\d/.test(text) && !/[<>=]/.test(text))
    return /\p{Script=Han}/u.test(text)
      ? worded('qualitative', text)
      : (chanceOfSpoiling(text) ?? unread(text, NO_TARGET));
  const figures = figuresIn(text);
  if (figures.length > 1 && figures.every(({ unit }) => unit !== null) && /[、,，;；和及]/.test(text))
    return { ...worded('compound', text), ambiguous: SEVERAL };
  const spoilt = chanceOfSpoiling(text);
  if (spoilt !== null) return spoilt;
  const [only] = figures;
  return figures.length === 1 && only !== undefined && only.unit !== null
    ? unread(text, IN_A_SENTENCE, { unit: only.unit, suggestion: only })
    : unread(text, NO_TARGET);
}

const ONLY_A_UNIT: Words = { zh: '只有单位，没有数', en: 'a unit without a number' };
const EVERY_TIME: Words = {
  zh: '每期一次的期限，请写明全年的次数或最后的日期',
  en: 'a date of every period: say how often in the year, or the last date',
};
const NO_TARGET: Words = { zh: '读不出指标值', en: 'no target value can be read' };
const SEVERAL: Words = {
  zh: '一格里有几个指标值，请分行填写',
  en: 'several targets in one cell: give each its row',
};
const IN_A_SENTENCE: Words = {
  zh: '数字写在一句话里，请只填比较符、数字和单位',
  en: 'the figure stands in a sentence: write operator, number and unit alone',
};

function figuresIn(text: string): Suggestion[] {
  const found: Suggestion[] = [];
  for (const [part] of text.matchAll(/(?<![\d.A-Za-z])(?:>=|<=|>|<|=)?\d[\d,.]*[^\d,.、;<>=]{0,6}/g)) {
    const before = takeOperatorBefore(part);
    const figure = takeFigure(before.rest.replace(/[,.]+$/, ''));
    if (figure === null) continue;
    const after = takeOperatorAfter(figure.rest);
    const unit = longestUnit(after.rest);
    found.push({
      operator: before.operator ?? after.operator ?? suggested(unit.kind, {}),
      value: figure.value,
      unit: unit.unit,
    });
  }
  return found;
}

function longestUnit(text: string): { unit: string | null; kind: TargetReading['kind'] } {
  for (let length = Math.min(text.length, 5); length > 0; length--) {
    const unit = readUnit(text.slice(0, length));
    if (unit !== null) return unit;
  }
  return { unit: null, kind: 'number' };
}
