import { exact, isExactText } from '@quancheng/kernel';

/** Digits as papers print them: plain, or grouped by threes. A group of another length is no figure. */
const FIGURE = /^[+]?(-?)((?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.\d{1,30})?)(?![\d,.])/;

/** The figure a text begins with: its plain decimal, and what comes after it. Null where it begins with none. */
export function takeFigure(text: string): { readonly value: string; readonly rest: string } | null {
  const match = FIGURE.exec(text);
  if (match === null) return takeChineseFigure(text);
  const [whole, sign = '', digits = ''] = match;
  const value = sign + digits.replaceAll(',', '');
  return isExactText(value) ? { value, rest: text.slice(whole.length) } : null;
}

const DIGITS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const NUMERAL = /^[零〇一二两三四五六七八九十百千]{1,9}/;

/** Only before these is a Chinese numeral a count for sure: 一致 and 三农 begin with one too. */
const COUNTED =
  /^(?:%|万|亿|元|个|次|场|期|批|名|人|户|台|辆|套|座|条|处|份|篇|项|村|镇|公里|米|吨|件|家|所|支|只|头|株|亩|小时|工作日|天|周|年|分钟)(?!致|体|般|定|直|切)/;

function takeChineseFigure(text: string): { readonly value: string; readonly rest: string } | null {
  const numeral = NUMERAL.exec(text)?.[0];
  if (numeral === undefined || !COUNTED.test(text.slice(numeral.length))) return null;
  const value = chineseNumber(numeral);
  return value === null ? null : { value, rest: text.slice(numeral.length) };
}

/** 十二 is '12', 两 is '2', 一百零五 is '105'; null where the numeral is not well formed. */
export function chineseNumber(numeral: string): string | null {
  let total = 0;
  let digit: number | null = null;
  let place = 10_000;
  for (const sign of numeral.replaceAll('〇', '零').replaceAll('两', '二')) {
    const size = PLACES[sign];
    if (size === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS.indexOf(sign);
    } else {
      if (size >= place || (digit === null && !(size === 10 && total === 0)) || digit === 0) return null;
      total += (digit ?? 1) * size;
      [digit, place] = [null, size];
    }
  }
  return String(total + (digit ?? 0));
}

export const isBelow = (one: string, other: string): boolean => exact(one).lt(exact(other));
