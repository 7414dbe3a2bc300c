import { dateOf, type FieldFault, type Json, streamIdOf } from '@quancheng/kernel';
import type { Column } from '../columns.ts';
import type { Planned } from '../item.ts';
import type { ImportKind, PlanInput } from '../kind.ts';
import type { ReadRow } from '../rows.ts';
import { textIn, twice, zerosLost } from './rows-twice.ts';

const columns: readonly Column[] = [
  {
    name: 'unit',
    title: '单位编码',
    aliases: ['agency_code', '预算单位编码', '单位代码'],
    kind: 'code',
    required: true,
    help: '预算系统的单位编码，按文本填写，保留前面的零',
  },
  {
    name: 'name',
    title: '单位名称',
    aliases: ['agency_name', '预算单位名称', '名称'],
    kind: 'line',
    required: true,
    help: '单位全称',
  },
  {
    name: 'kind',
    title: '单位类型',
    aliases: ['类型'],
    kind: 'choice',
    choices: [
      { value: 'unit', words: ['项目单位', '预算单位', '基层单位'] },
      { value: 'department', words: ['主管部门', '部门'] },
      { value: 'finance', words: ['财政部门', '财政局'] },
      { value: 'outside', words: ['外部单位', '中介机构'] },
    ],
    help: '不填时：有上级主管部门的为项目单位，没有的为主管部门',
  },
  {
    name: 'department',
    title: '主管部门编码',
    aliases: ['dept_code', '上级单位编码', '主管部门代码'],
    kind: 'code',
    help: '所属主管部门的编码；主管部门自身可不填',
  },
  {
    name: 'from',
    title: '起始日期',
    aliases: ['成立日期', '启用日期'],
    kind: 'date',
    help: '自何日起列入名录，不填为导入当日',
  },
];

/** The tree of units: all of them are one decision of the division's directory, the faulty rows left out. */
export const importUnits: ImportKind = {
  title: { zh: '导入单位', en: 'import of units' },
  roles: ['administrator'],
  columns,
  plan: async (rows, input) => {
    const faults = [
      twice(rows, 'unit', 'UNIT_TWICE'),
      zerosLost(rows, 'unit'),
      zerosLost(rows, 'department'),
    ];
    return rows.map((row) => unitOf(row, input, faults));
  },
};

function unitOf(
  row: ReadRow,
  { look }: PlanInput,
  found: readonly ReadonlyMap<number, FieldFault>[],
): Planned {
  const unit = textIn(row, 'unit') ?? '';
  const name = textIn(row, 'name') ?? '';
  const department = textIn(row, 'department') ?? unit;
  const entry: Json = {
    unit,
    name,
    kind: row.values.kind ?? (department === unit ? 'department' : 'unit'),
    department,
    from: row.values.from ?? dateOf(look.now),
  };
  return {
    row: row.row,
    key: unit,
    what: { zh: `登记单位 ${unit} ${name}`, en: `register unit ${unit} ${name}` },
    stream: streamIdOf({ division: look.division, aggregate: 'directory', id: look.division }),
    piece: { type: 'RegisterUnits', into: 'units', entry },
    titles: row.titles,
    faults: [...row.faults, ...found.flatMap((one) => one.get(row.row) ?? [])],
  };
}
