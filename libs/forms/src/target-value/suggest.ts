import { exact, type Words } from '@quancheng/kernel';
import { spoiltByContext, spoiltShare } from './doubt.ts';
import type { Operator, TargetContext, TargetKind, TargetReading } from './reading.ts';

const COST = /成本|费用|投资|支出|造价|单价|控制数|限额/;
const LESS_IS_BETTER =
  /投诉|事故|差错|故障|失误|超支|缺陷|违规|死亡|发病|流失|退出|空置|闲置|排放|能耗|恢复时间|响应|时限|耗时|用时|时长/;
const MORE_IS_BETTER = /[率度比例]|收入|收益|产值|利润|增收|税收|节约|带动|受益|覆盖|合格|满意|存活|成活/;
const MONEY_NAME = /金额|资金|投资|成本|费用|收入|产值|补助标准|经费|支出/;

const wordsOf = ({ level1, level2, name }: TargetContext): string =>
  [level1, level2, name].filter((words) => typeof words === 'string').join(' ');

/** The operator to offer where none was printed: at most for costs, times and harms; at least for what is wanted. */
export function suggested(kind: TargetKind, context: TargetContext): Operator {
  const words = wordsOf(context);
  if (/效益|满意/.test(context.level2 ?? context.level1 ?? '') && !LESS_IS_BETTER.test(words)) return '>=';
  if (LESS_IS_BETTER.test(words) || (COST.test(words) && kind !== 'percent')) return '<=';
  if (kind === 'money') return MORE_IS_BETTER.test(context.name ?? '') ? '>=' : '<=';
  if (kind === 'rate') return COST.test(words) ? '<=' : '>=';
  if (kind === 'duration' || kind === 'permille') return '<=';
  return '>=';
}

/** The reading as its place on the form changes it: what is asked, what is offered, what is refused. */
export function withContext(reading: TargetReading, context: TargetContext): TargetReading {
  if (reading.operator === null || reading.value === null) return reading;
  const placed = asMoney(reading, context);
  const spoilt = spoiltShare(placed, context) ?? spoiltByContext(placed, context);
  if (spoilt !== null) return spoilt;
  if (context.column === 'actual') return asActual(placed);
  return placed.implied_operator === true ? asked(placed, context) : placed;
}

/** A bare figure in a row about money is an amount in the unit of the head; in a row about a share it is none. */
function asMoney(reading: TargetReading, context: TargetContext): TargetReading {
  const { kind, unit } = reading;
  if (unit !== null || (kind !== 'number' && kind !== 'money')) return reading;
  const words = context.name ?? '';
  if (/[率度]$|比例|百分比/.test(words)) return { ...reading, kind: 'number', notes: [UNIT_LEFT_OUT] };
  const isMoney = kind === 'money' || MONEY_NAME.test(words);
  return {
    ...reading,
    kind: isMoney ? 'money' : 'number',
    notes: [isMoney ? headUnit(context) : UNIT_LEFT_OUT],
  };
}

const UNIT_LEFT_OUT: Words = { zh: '没有单位，须从指标名称确定', en: 'no unit: the name must give it' };
const headUnit = ({ moneyUnit }: TargetContext): Words => ({
  zh: `没有单位，以表头金额单位${moneyUnit ?? ''}为准`,
  en: `no unit: that of the form's head holds${moneyUnit ? ` (${moneyUnit})` : ''}`,
});

function asked(reading: TargetReading, context: TargetContext): TargetReading {
  const operator = suggested(reading.kind, context);
  const { value, unit, kind } = reading;
  const suggestion = { operator, value: value ?? '', unit };
  if (reading.ambiguous !== undefined) return { ...reading, suggestion };
  if (unit === null && couldBeADate(value ?? '')) return { ...reading, suggestion, ambiguous: A_DATE };
  const over100 = kind === 'percent' && exact(value ?? '0').gt(100);
  const open = over100 || (unit !== null && (kind === 'money' || kind === 'duration'));
  return open
    ? { ...reading, suggestion, ambiguous: over100 ? OVER_100 : whichWay(suggestion) }
    : { ...reading, suggestion };
}

const couldBeADate = (value: string): boolean =>
  /^(?:19|20)\d{2}$/.test(value) || /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(value);
const A_DATE: Words = { zh: '可能是日期，请核对', en: 'this may be a date: check it' };

const OVER_100: Words = { zh: '超过100%，请核对', en: 'above 100%: check it' };
const SIGNS: Readonly<Record<Operator, string>> = {
  '>=': '≥',
  '>': '＞',
  '=': '＝',
  '<=': '≤',
  '<': '＜',
  between: '在',
  by: '不晚于',
};
const whichWay = ({
  operator,
  value,
  unit,
}: {
  operator: Operator;
  value: string;
  unit: string | null;
}): Words => ({
  zh: `没有写比较符，是否为${SIGNS[operator]}${value}${unit ?? ''}`,
  en: `no operator: is ${operator} ${value}${unit ?? ''} meant?`,
});

/** An actual is one plain value: an operator in it was copied from the target. */
function asActual(reading: TargetReading): TargetReading {
  const { implied_operator, text, value, unit, ...rest } = reading;
  if (implied_operator === true || reading.operator === '=') return { ...rest, text, value, unit };
  return {
    operator: null,
    value: null,
    unit,
    kind: 'unreadable',
    text,
    unreadable: { zh: '实际完成值应是一个值，不带≥、≤', en: 'an actual is a plain value, without ≥ or ≤' },
    suggestion: { operator: '=', value: value ?? '', unit },
  };
}
