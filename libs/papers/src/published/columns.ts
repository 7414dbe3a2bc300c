import { labelKey } from '../layout.ts';

/** How bureaus title the columns of a published self-evaluation. The names on the left are those of a published form. */
export const MONEY_COLUMNS = {
  begin_budget: /年初预算|年初数/,
  full_year_budget: /全年预算|调整后?预算|^预算数/,
  executed: /执行数|支出数/,
  weight: /^分值|^权重/,
  rate: /执行率/,
  score: /得分/,
} as const;

export const INDICATOR_COLUMNS = {
  level1: /^一级指标/,
  level2: /^二级指标/,
  level3: /^三级指标|^指标名称|^绩效指标名称/,
  target: /指标值|目标值/,
  actual: /完成值|完成情况|实际值/,
  weight: /^分值|^权重/,
  score: /得分/,
  reason: /偏差|原因|改进措施/,
} as const;

export const GOAL_COLUMNS = { expected: /预期目标|设定目标/, actual: /完成情况/ } as const;

export const HEAD_LINES = {
  project: /^项目名称/,
  department: /^主管部门/,
  unit: /^(?:项目)?(?:实施|预算|填报|资金使用)?单位(?:名称)?$/,
} as const;

export type MoneyColumn = keyof typeof MONEY_COLUMNS;
export type IndicatorColumn = keyof typeof INDICATOR_COLUMNS;

/** The first of the names whose title this is. */
export const named = <N extends string>(titles: Readonly<Record<N, RegExp>>, text: string): N | undefined =>
  (Object.entries(titles) as [N, RegExp][]).find(([, title]) => title.test(labelKey(text)))?.[0];
