import { defineForm, type Field, type FormValue } from './field.ts';
import { type Indicator, measuredFields, ROLL_UPS } from './indicator.ts';
import { EVALUATION_KINDS } from './self-evaluation.form.ts';

const text = (zh: string, en: string) => ({ zh, en });

/** Whose indicator it is: of all projects and of an industry, kept by finance; of a department, kept by that department. */
export const LIBRARY_SCOPES = [
  { value: 'common', label: text('共性', 'common') },
  { value: 'industry', label: text('行业', 'industry') },
  { value: 'department', label: text('部门', 'department') },
] as const;

export type LibraryScope = (typeof LIBRARY_SCOPES)[number]['value'];

/** What an indicator reached in years before the system knew of it. */
const pastValueFields = [
  {
    name: 'year',
    label: text('年度', 'year'),
    kind: 'decimal',
    required: true,
    help: text('四位年份', 'four digits'),
  },
  {
    name: 'value',
    label: text('实际值', 'value'),
    kind: 'line',
    required: true,
    help: text('当年实际达到', 'what was reached'),
  },
] as const satisfies readonly Field[];

/** 绩效指标库: one indicator that goals are made of. The names of the exchange table BAS_PERF_INDICATOR lead into it. */
export const libraryIndicatorForm = defineForm({
  id: 'library-indicator',
  title: text('绩效指标库条目', 'indicator of the library'),
  fields: [
    {
      name: 'code',
      label: text('指标编码', 'code'),
      kind: 'line',
      required: true,
      help: text('字母、数字和 . _ -，在本区划唯一', 'letters, digits and . _ -; unique in the division'),
    },
    {
      name: 'scope',
      label: text('指标类别', 'scope'),
      kind: 'choice',
      options: LIBRARY_SCOPES,
      required: true,
      help: text(
        '共性、行业由财政维护，部门由主管部门维护',
        'the first two by finance, the last by the department',
      ),
    },
    {
      name: 'industry',
      label: text('行业', 'industry'),
      kind: 'line',
      required: false,
      help: text('行业指标必填：教育、卫生、交通……', 'asked for of industry indicators'),
    },
    {
      name: 'department',
      label: text('主管部门', 'department'),
      kind: 'line',
      required: false,
      help: text('部门指标必填：部门编码', 'asked for of department indicators: its code'),
    },
    {
      name: 'kind',
      label: text('一、二级指标', 'kind'),
      kind: 'choice',
      options: EVALUATION_KINDS,
      required: true,
      help: text('决策、过程、产出、效益或满意度下的类别', 'where it stands in the framework'),
    },
    {
      name: 'levelTwo',
      label: text('二级指标名称', 'second level'),
      kind: 'line',
      required: false,
      help: text('与上栏不同时填写，如“项目立项”', 'where the paper calls it otherwise'),
    },
    ...measuredFields,
    {
      name: 'unit',
      label: text('计量单位', 'unit'),
      kind: 'line',
      required: false,
      help: text('定量必填：个、%、万元……', 'for numbers: pieces, %, 万元'),
    },
    {
      name: 'content',
      label: text('指标说明', 'what it measures'),
      kind: 'text',
      required: false,
      help: text('口径和计算方法', 'what counts, and how it is computed'),
    },
    {
      name: 'standard',
      label: text('指标值标准', 'standard value'),
      kind: 'line',
      required: false,
      help: text('通常应达到的值；是参考，不是目标', 'what is usually reached: a reference, not a target'),
    },
    {
      name: 'scoring',
      label: text('评分规则', 'scoring rule'),
      kind: 'line',
      required: false,
      help: text('未达到目标时怎样得分', 'the points when the target is missed'),
    },
    {
      name: 'rollUp',
      label: text('汇总方式', 'roll-up'),
      kind: 'choice',
      options: ROLL_UPS,
      required: false,
      help: text('各期怎样合成全年', 'how periods make the year'),
    },
    {
      name: 'source',
      label: text('数据来源', 'data source'),
      kind: 'line',
      required: false,
      help: text('台账、统计报表、问卷……', 'ledger, statistics, survey'),
    },
    {
      name: 'method',
      label: text('采集方法', 'collection'),
      kind: 'line',
      required: false,
      help: text('由谁、何时、怎样取得', 'who takes it, when and how'),
    },
    {
      name: 'keywords',
      label: text('关键词', 'keywords'),
      kind: 'line',
      required: false,
      help: text('用顿号分隔，查找时用', 'separated by 、; for the search'),
    },
    {
      name: 'validFrom',
      label: text('启用日期', 'valid from'),
      kind: 'date',
      required: true,
      help: text('自这一天起可以选用', 'may be taken from that day on'),
    },
    {
      name: 'validUntil',
      label: text('停用日期', 'valid until'),
      kind: 'date',
      required: false,
      help: text('最后可以选用的一天；不填为长期', 'the last day; open where blank'),
    },
    {
      name: 'remark',
      label: text('备注', 'remark'),
      kind: 'text',
      required: false,
      help: text('其他需要说明的', 'anything else'),
    },
    {
      name: 'pastValues',
      label: text('历史值', 'past values'),
      kind: 'rows',
      fields: pastValueFields,
      required: false,
      help: text(
        '系统启用以前的；以后的由项目自动形成',
        'of years before; later ones come from the projects',
      ),
    },
  ],
});

export type LibraryIndicator = FormValue<(typeof libraryIndicatorForm)['fields']>;

/** What was reached with an indicator in one year; which project-year it was, where the reader may know it. */
export interface PastActual {
  readonly fiscalYear: number;
  readonly projectYearId?: string;
  readonly actual: string | null;
}

/**
 * The cells of a goal's indicator that the library fills; target and weight stay the unit's own. The past value is the latest
 * of this very project, else the latest that the library itself keeps: what others reached is no baseline.
 */
export function takenFromLibrary(
  entry: LibraryIndicator,
  { projectId, past }: { projectId: string; past: readonly PastActual[] },
): Partial<Indicator> {
  const { code, kind, name, direction, unit, scoring, source, method, rollUp, pastValues = [] } = entry;
  const own = past
    .filter(({ fiscalYear, projectYearId }) => projectYearId === `${projectId}-${fiscalYear}`)
    .filter(({ actual }) => actual !== null)
    .toSorted((one, other) => other.fiscalYear - one.fiscalYear);
  const kept = pastValues.toSorted((one, other) => Number(other.year) - Number(one.year));
  const baseline = own[0]?.actual ?? kept[0]?.value;
  const filled = { libraryId: code, kind, name, direction, unit, scoring, source, method, rollUp, baseline };
  return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined));
}
