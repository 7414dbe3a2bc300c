import { exact, type Words } from '@quancheng/kernel';
import { takeFigure } from './figure.ts';
import { plainText } from './plain-text.ts';
import { type Operator, type TargetContext, type TargetReading, unread } from './reading.ts';
import { readUnit } from './unit.ts';

/** Shares of a whole. A rate of growth, or a plan over-fulfilled, may pass 100; these may not. */
const SHARE =
  /合格率|覆盖率|及时率|达标率|成活率|存活率|知晓率|满意度|满意率|到位率|参保率|完工率|开工率|验收率|准确率|入学率|就业率|治愈率|完好率|普及率|出勤率|发放率|使用率|利用率|办结率|公开率|合规率/;

export const isShareName = (name: string | null | undefined): boolean => SHARE.test(name ?? '');

const MISREAD: Words = {
  zh: '数字前的“2”疑为误识别的“≥”，请核对原件',
  en: 'the 2 before the figure looks like a misread ≥: check the original',
};

/** A percentage of three digits that begins with 2, or a share above 100: 290% is ≥90% misread. */
export function spoiltShare(reading: TargetReading, { name }: TargetContext): TargetReading | null {
  const { kind, value, unit, implied_operator, text } = reading;
  if (kind !== 'percent' || value === null || exact(value).lte(100)) return null;
  const behind = /^2(?=\d{2,3}(?:\.\d+)?$)/.test(value) ? value.slice(1) : null;
  const plausible = behind !== null && !/^0/.test(behind) && exact(behind).lte(100) ? behind : null;
  if (implied_operator === true && plausible !== null)
    return unread(text, MISREAD, { unit, suggestion: { operator: '>=', value: plausible, unit } });
  if (!isShareName(name)) return null;
  const because = { zh: `${value}%超过100%，请核对`, en: `${value}% is more than the whole: check it` };
  return unread(text, because, {
    unit,
    suggestion: plausible === null ? undefined : { operator: '>=', value: plausible, unit },
  });
}

/** 2280次 beside an actual of 285: without its first digit the figure fits the row, with it nothing does. */
export function spoiltByContext(reading: TargetReading, { beside }: TargetContext): TargetReading | null {
  const { value, unit, kind, text, implied_operator } = reading;
  if (
    implied_operator !== true ||
    kind === 'percent' ||
    value === null ||
    beside === null ||
    beside === undefined
  )
    return null;
  const other = takeFigure(plainText(beside).replace(/^(?:>=|<=|=|>|<)/, ''));
  if (!/^2[1-9]\d+(?:\.\d+)?$/.test(value) || other === null || !isSameUnit(other.rest, unit)) return null;
  const behind = exact(value.slice(1));
  const fits = exact(other.value).gte(behind) && exact(other.value).lte(behind.times(1.5));
  if (!fits) return null;
  return unread(text, MISREAD, { unit, suggestion: { operator: '>=', value: value.slice(1), unit } });
}

const isSameUnit = (text: string, unit: string | null): boolean => {
  const read = readUnit(text);
  return read !== null && (read.unit === null || read.unit === unit);
};

/** Signs that recognition puts for others: O for 0, l for 1, 》 for >. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/^[》〉z]=?(?=\d)/i, '>='],
  [/^[《〈]=?(?=\d)/, '<='],
  [/(?<=\d)[Oo]|[Oo](?=[\dOo%])/g, '0'],
  [/(?<=\d)[lI]|[lI](?=\d)/g, '1'],
];

/** A figure with letters in it, refused with the figure it may have been; null where there is none. */
export function chanceOfSpoiling(text: string): TargetReading | null {
  const mended = LOOKALIKES.reduce((all, [sign, plain]) => all.replace(sign, plain), text);
  if (mended === text) return null;
  const [, operator = '>=', rest = ''] = /^(>=|<=|=|>|<)?(.*)$/.exec(mended) ?? [];
  const figure = takeFigure(rest);
  const unit = figure === null ? null : readUnit(figure.rest);
  if (figure === null || unit === null) return null;
  const because = {
    zh: '数字里夹有字母或符号，疑为误识别，请核对',
    en: 'a letter or sign in the figure looks misread: check it',
  };
  return unread(text, because, {
    unit: unit.unit,
    suggestion: { operator: operator as Operator, value: figure.value, unit: unit.unit },
  });
}
