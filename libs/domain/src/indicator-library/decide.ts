import { type LibraryIndicator, strict } from '@quancheng/forms';
import { canonicalJson, type FieldFault, type PlainDate, type Refusal } from '@quancheng/kernel';
import type { Actor, ActingRole } from '../core/actor.ts';
import { decisionsOf } from '../core/act.ts';
import { command, type CommandTable, type NewEvent } from '../core/aggregate.ts';
import { CLAUSE } from '../core/clauses.ts';
import { plainDateSchema } from '../core/legal-date.ts';
import { onField, onFields } from '../core/refusals.ts';
import type { IndicatorLibraryEvent } from './events.ts';
import { entrySchema, indicatorCodeSchema, listSchema, reasonSchema } from './shapes.ts';
import type { Entry, IndicatorLibraryState } from './state.ts';

type Fact = NewEvent<IndicatorLibraryEvent>;
const { act, fact: factOf } = decisionsOf<IndicatorLibraryState, IndicatorLibraryEvent>();
const fact = <T extends IndicatorLibraryEvent['type']>(
  type: T,
  data: Extract<IndicatorLibraryEvent, { type: T }>['data'],
): Fact => factOf(type, data as never, CLAUSE.reviewSheet);

/** Finance keeps what all or an industry share, a department its own. */
const KEEPERS: readonly ActingRole[] = ['finance-performance', 'department'];
const MOST_AT_ONCE = 2000;

const listData = strict({
  indicators: listSchema.min(1, { error: '至少一个指标 / at least one indicator' }).max(MOST_AT_ONCE),
});

/** A list is one decision. What stands there with the same contents adds nothing; what stands there otherwise is a fault. */
const ListIndicators = command<IndicatorLibraryState, typeof listData>({
  title: { zh: '指标入库', en: 'list indicators' },
  roles: KEEPERS,
  data: listData,
  decide(library, { indicators }, { actor, division }) {
    const known = library.stage === 'none' ? {} : library.indicators;
    const faults = indicators.flatMap((entry, index) => [
      ...entryFaults(entry, `indicators.${index}`, actor),
      ...codeFaults(indicators, index, known),
    ]);
    if (faults.length > 0) return faultyEntries(faults);
    const added = indicators.filter(({ code }) => known[code] === undefined);
    if (added.length === 0) return [];
    const opened = library.stage === 'none' ? [fact('IndicatorLibraryOpened', { division })] : [];
    return [...opened, fact('IndicatorsListed', { indicators: added })];
  },
});

const changeData = strict({ indicator: entrySchema, reason: reasonSchema });

const ChangeIndicator = act({
  title: { zh: '修订指标', en: 'change an indicator' },
  roles: KEEPERS,
  data: changeData,
  decide(library, { indicator, reason }, { actor }) {
    const before = library.indicators[indicator.code];
    if (before === undefined) return unknownCode('indicator.code', indicator.code);
    if (isSame(before, indicator)) return [];
    const faults = [
      ...keeperFaults(before, 'indicator.scope', actor),
      ...entryFaults(indicator, 'indicator', actor),
    ];
    return faults.length > 0 ? faultyEntries(faults) : [fact('IndicatorChanged', { indicator, reason })];
  },
});

const retireData = strict({
  code: indicatorCodeSchema,
  until: plainDateSchema,
  successor: indicatorCodeSchema.optional(),
  reason: reasonSchema,
});

const RetireIndicator = act({
  title: { zh: '停用指标', en: 'retire an indicator' },
  roles: KEEPERS,
  data: retireData,
  decide(library, { code, until, successor = null, reason }, { actor }) {
    const entry = library.indicators[code];
    if (entry === undefined) return unknownCode('code', code);
    const faults = keeperFaults(entry, 'code', actor);
    if (faults.length > 0) return faultyEntries(faults);
    if (entry.validUntil === until && entry.successor === successor) return [];
    if (until < entry.validFrom) return endsBeforeStart('until', entry.validFrom);
    if (successor !== null && (successor === code || library.indicators[successor] === undefined))
      return unknownCode('successor', successor);
    return [fact('IndicatorRetired', { code, until, successor, reason })];
  },
});

/** Everything that can be asked of a division's indicator library. */
export const commands: CommandTable<IndicatorLibraryState> = {
  ListIndicators,
  ChangeIndicator,
  RetireIndicator,
};

const isSame = (entry: Entry, given: LibraryIndicator): boolean => {
  const { successor: _, ...stored } = entry;
  return canonicalJson(stored) === canonicalJson(given);
};

const faultAt = (field: string, code: string, zh: string, en: string): FieldFault => ({
  field,
  code,
  because: { zh, en },
});

/** What an entry must be in itself, and for whoever lists it. */
function entryFaults(entry: LibraryIndicator, at: string, actor: Actor): FieldFault[] {
  const { code, direction, unit, validFrom, validUntil, pastValues = [] } = entry;
  return [
    ...(indicatorCodeSchema.safeParse(code).success
      ? []
      : [
          faultAt(
            `${at}.code`,
            'CODE_SHAPE',
            '编码只用字母、数字和 . _ -',
            'letters, digits and . _ - alone',
          ),
        ]),
    ...keeperFaults(entry, `${at}.scope`, actor),
    ...ownerFaults(entry, at),
    ...(direction === 'qualitative' || unit !== undefined
      ? []
      : [faultAt(`${at}.unit`, 'UNIT_MISSING', '定量指标没有计量单位', 'the unit is missing')]),
    ...(validUntil === undefined || validFrom <= validUntil
      ? []
      : [faultAt(`${at}.validUntil`, 'ENDS_BEFORE_START', '停用早于启用', 'it ends before it begins')]),
    ...pastValues.flatMap(({ year }, index) =>
      /^[12]\d{3}$/.test(year)
        ? []
        : [faultAt(`${at}.pastValues.${index}.year`, 'YEAR_SHAPE', '应为四位年份', 'a year of four digits')],
    ),
  ];
}

function ownerFaults({ scope, industry, department }: LibraryIndicator, at: string): FieldFault[] {
  if (scope === 'industry' && industry === undefined)
    return [faultAt(`${at}.industry`, 'INDUSTRY_MISSING', '行业指标须写明行业', 'which industry is it of?')];
  if (scope === 'department' && department === undefined)
    return [
      faultAt(`${at}.department`, 'DEPARTMENT_MISSING', '部门指标须写明部门', 'which department is it of?'),
    ];
  return [];
}

/** 谁的指标谁维护. */
function keeperFaults(
  { scope, department }: Pick<LibraryIndicator, 'scope' | 'department'>,
  at: string,
  actor: Actor,
): FieldFault[] {
  const own =
    scope === 'department'
      ? actor.role === 'department' && (department === undefined || department === actor.department)
      : actor.role !== 'department';
  if (own) return [];
  return [
    faultAt(
      at,
      'NOT_YOUR_INDICATOR',
      '共性、行业指标由财政维护，部门指标由该部门维护',
      'finance keeps what is common or of an industry, each department its own',
    ),
  ];
}

function codeFaults(
  list: readonly LibraryIndicator[],
  index: number,
  known: Readonly<Record<string, Entry>>,
): FieldFault[] {
  const entry = list[index];
  if (entry === undefined) return [];
  const at = `indicators.${index}.code`;
  if (list.findIndex(({ code }) => code === entry.code) < index)
    return [faultAt(at, 'CODE_TWICE', `编码 ${entry.code} 重复`, `${entry.code} is there twice`)];
  const before = known[entry.code];
  if (before === undefined || isSame(before, entry)) return [];
  return [
    faultAt(
      at,
      'CODE_KNOWN_OTHERWISE',
      `编码 ${entry.code} 已入库（${before.name}），内容不同，请办理修订`,
      `${entry.code} is listed with other contents (${before.name}): change it instead`,
    ),
  ];
}

const faultyEntries = (faults: readonly FieldFault[]): Refusal =>
  onFields('INDICATORS_FAULTY', faults, {
    because: {
      zh: `指标有 ${faults.length} 处不符合要求`,
      en: `${faults.length} place(s) of the indicators do not hold`,
    },
    remedy: { zh: '请按字段提示修改后重新提交', en: 'mend the named fields and send again' },
  });

const unknownCode = (field: string, code: string): Refusal =>
  onField(field, 'INDICATOR_UNKNOWN', {
    because: { zh: `指标库中没有 ${code}`, en: `the library has no ${code}` },
    remedy: { zh: '请核对编码，或先办理入库', en: 'check the code, or list it first' },
  });

const endsBeforeStart = (field: string, from: PlainDate): Refusal =>
  onField(field, 'ENDS_BEFORE_START', {
    because: { zh: `早于启用日期 ${from}`, en: `before its first day, ${from}` },
    remedy: { zh: '请填写启用之后的日期', en: 'give a later day' },
  });
