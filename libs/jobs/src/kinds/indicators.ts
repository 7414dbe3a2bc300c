import { EVALUATION_KINDS, readTargetValue } from '@quancheng/forms';
import { dateOf, type FieldFault, type Json, streamIdOf } from '@quancheng/kernel';
import { halfWidth } from '@quancheng/sheets';
import type { Planned } from '../item.ts';
import type { ImportKind, PlanInput } from '../kind.ts';
import type { ReadRow } from '../rows.ts';
import { indicatorColumns } from './columns-of-indicators.ts';
import { textIn, twice, zerosLost } from './rows-twice.ts';

/** The library from a list: all of it is one decision, the faulty rows left out. */
export const importIndicators: ImportKind = {
  title: { zh: '导入绩效指标', en: 'import of indicators' },
  roles: ['finance-performance', 'department'],
  columns: indicatorColumns,
  plan: async (rows, input) => {
    const faults = [twice(rows, 'code', 'CODE_TWICE'), zerosLost(rows, 'code')];
    return rows.map((row) => indicatorOf(row, input, faults));
  },
};

/** A column that the list leaves out is still named by its title. */
const TITLES = Object.fromEntries(indicatorColumns.map(({ name, title }) => [name, title]));

function indicatorOf(
  row: ReadRow,
  { look, actor }: PlanInput,
  found: readonly ReadonlyMap<number, FieldFault>[],
): Planned {
  const { levelOne, levelTwo, ...cells } = row.values;
  const name = textIn(row, 'name') ?? '';
  const code = textIn(row, 'code') ?? '';
  const placed = placeOf(textIn(row, 'levelTwo') ?? '');
  const scope = cells.scope ?? scopeOf(row, actor.role);
  const entry: Json = {
    ...measureOf(textIn(row, 'standard')),
    ...(scope === 'department' ? { department: actor.department } : {}),
    validFrom: dateOf(look.now),
    ...(placed?.levelTwo === undefined ? {} : { levelTwo: placed.levelTwo }),
    ...(Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)) as Record<
      string,
      Json
    >),
    scope,
    kind: placed?.kind ?? '',
  };
  return {
    row: row.row,
    key: code,
    what: { zh: `指标入库 ${code} ${name}`, en: `list indicator ${code} ${name}` },
    stream: streamIdOf({ division: look.division, aggregate: 'indicator-library', id: look.division }),
    piece: { type: 'ListIndicators', into: 'indicators', entry },
    titles: { ...TITLES, ...row.titles, kind: row.titles.levelTwo ?? '二级指标' },
    faults: [...row.faults, ...levelFaults(row, placed), ...found.flatMap((one) => one.get(row.row) ?? [])],
  };
}

type Place = { readonly kind: string; readonly class: string; readonly levelTwo?: string };

/** What papers call second-level indicators that are not called as the kind itself. */
const CALLED: Readonly<Record<string, string>> = {
  项目立项: 'decision',
  绩效目标: 'decision',
  资金投入: 'decision',
  资金管理: 'process',
  组织实施: 'process',
  业务管理: 'process',
  财务管理: 'process',
  满意度: 'satisfaction',
  社会公众或服务对象满意度: 'satisfaction',
  可持续影响效益: 'sustained',
};

const plain = (text: string): string => halfWidth(text).replace(/\s+/g, '').replace(/指标$/, '');

function placeOf(levelTwo: string): Place | undefined {
  const called = plain(levelTwo);
  const kind = EVALUATION_KINDS.find(
    ({ value, label }) => label.zh === called || label.zh === `${called}效益` || value === CALLED[called],
  );
  if (kind === undefined) return undefined;
  return { kind: kind.value, class: kind.class, ...(kind.label.zh === called ? {} : { levelTwo: called }) };
}

const CLASSES: Readonly<Record<string, string>> = {
  决策: 'decision',
  过程: 'process',
  产出: 'output',
  效益: 'benefit',
  效果: 'benefit',
  满意度: 'satisfaction',
};

function levelFaults(row: ReadRow, placed: Place | undefined): FieldFault[] {
  const levelTwo = textIn(row, 'levelTwo');
  if (levelTwo === undefined) return [];
  if (placed === undefined)
    return [
      {
        field: row.titles.levelTwo ?? '二级指标',
        code: 'NOT_ONE_OF',
        because: {
          zh: `“${levelTwo.slice(0, 40)}”不是已知的二级指标`,
          en: `"${levelTwo.slice(0, 40)}" is no second-level indicator that is known`,
        },
      },
    ];
  const levelOne = textIn(row, 'levelOne');
  const given = levelOne === undefined ? undefined : CLASSES[plain(levelOne)];
  // The framework of 2020 has satisfaction under benefit.
  const isUnder =
    given === undefined || given === placed.class || (given === 'benefit' && placed.class === 'satisfaction');
  if (isUnder) return [];
  return [
    {
      field: row.titles.levelOne ?? '一级指标',
      code: 'LEVELS_DISAGREE',
      because: {
        zh: `“${levelTwo}”不在“${levelOne}”之下`,
        en: `"${levelTwo}" does not stand under "${levelOne}"`,
      },
    },
  ];
}

/** Where no column says whose it is: an industry is named, a department brings it, or it is for all. */
function scopeOf(row: ReadRow, role: string): string {
  if (role === 'department') return 'department';
  return textIn(row, 'industry') === undefined ? 'common' : 'industry';
}

const DIRECTION_OF: Readonly<Record<string, string>> = {
  '>=': 'higher',
  '>': 'above',
  '<=': 'lower',
  '<': 'below',
  '=': 'equal',
};
const IN_WORDS: readonly string[] = ['qualitative', 'tier', 'boolean', 'trend'];

/** What the standard value itself says of direction and unit; nothing where a person would have to be asked. */
function measureOf(standard: string | undefined): { direction?: string; unit?: string } {
  if (standard === undefined) return {};
  const reading = readTargetValue(standard);
  if (reading.ambiguous !== undefined || reading.implied_operator === true) return {};
  if (IN_WORDS.includes(reading.kind)) return { direction: 'qualitative' };
  const direction = reading.operator === null ? undefined : DIRECTION_OF[reading.operator];
  if (direction === undefined) return {};
  return { direction, ...(reading.unit === null ? {} : { unit: reading.unit }) };
}
