/** A bureau's first day, invented: a tree of units, its projects and the treasury's payments, with faults planted by row. */

export interface ImportSet {
  readonly units: string;
  readonly projects: string;
  readonly payments: string;
  /** What was planted: in which list, in which row, and the code it has to be named by. */
  readonly planted: readonly Planted[];
}

export interface Planted {
  readonly list: 'units' | 'projects' | 'payments';
  readonly row: number;
  readonly code: string;
}

export interface ImportSize {
  readonly units: number;
  readonly projects: number;
  readonly payments: number;
  readonly faults: number;
}

export const FULL_SIZE: ImportSize = { units: 60, projects: 500, payments: 5_000, faults: 50 };

/** A department has so many units under it. */
const UNITS_A_DEPARTMENT = 10;
const UNIT_HEADER = '单位编码,单位名称,单位类型,主管部门编码,起始日期';
const PROJECT_HEADER =
  '项目编码,项目名称,单位编码,项目性质,期限类型,领域,项目总额（万元）,计划开工日,计划完工日,年度,接管环节,批复数（万元）';
const PAYMENT_HEADER = '项目编码,单位编码,支付单号,支付日期,支付金额（元）';
/** The header is the first row. */
const FIRST_ROW = 2;

type Row = string[];
type Spoiler = readonly [
  list: Planted['list'],
  code: string,
  spoil: (row: Row, rows: readonly Row[]) => void,
];

/** Every sort of fault that a list of a bureau has been seen with. A spoiled row is its own, so that no other falls with it. */
const SPOILERS: readonly Spoiler[] = [
  ['payments', 'PROJECT_UNKNOWN', (row) => (row[0] = 'NOWHERE-1')],
  ['payments', 'AGENCY_MISMATCH', (row) => (row[1] = '0299')],
  ['payments', 'PAYMENT_TWICE', (row, rows) => (row[2] = rows[0]?.[2] ?? '')],
  ['payments', 'MONEY_BELOW_ONE_FEN', (row) => (row[4] = '100.005')],
  ['payments', 'MONEY_NEGATIVE', (row) => (row[4] = '-100.00')],
  ['payments', 'MONEY_NOT_AN_AMOUNT', (row) => (row[4] = '一百元')],
  ['payments', 'PAYMENT_EMPTY', (row) => (row[4] = '0')],
  ['payments', 'DATE_DOES_NOT_EXIST', (row) => (row[3] = '2014-02-30')],
  ['payments', 'DATE_SHAPE', (row) => (row[3] = '年初')],
  ['payments', 'YEAR_NOT_OPENED', (row) => (row[3] = '2013-12-31')],
  ['payments', 'PAYMENT_IN_FUTURE', (row) => (row[3] = '2014-12-30')],
  ['payments', 'REQUIRED', (row) => (row[2] = '')],
  ['projects', 'UNIT_UNKNOWN', (row) => (row[2] = '0299001')],
  ['projects', 'NOT_ONE_OF', (row) => (row[3] = '特别')],
  ['projects', 'PLAN_ENDS_BEFORE_START', (row) => (row[8] = '2012-01-01')],
  ['projects', 'REQUIRED', (row) => (row[11] = '')],
  ['projects', 'YEAR_SHAPE', (row) => (row[9] = '今年')],
  ['units', 'DEPARTMENT_UNKNOWN', (row) => (row[3] = '0298')],
  ['units', 'UNIT_TWICE', (row, rows) => (row[0] = rows[1]?.[0] ?? '')],
  ['units', 'REQUIRED', (row) => (row[1] = '')],
];

export function importSet(size: ImportSize): ImportSet {
  const units = unitRows(size.units);
  const projects = projectRows(size.projects, units);
  const payments = paymentRows(size.payments, projects);
  const lists = { units, projects, payments };
  const planted = plant(lists, size.faults);
  return {
    units: [UNIT_HEADER, ...units.map((row) => row.join(','))].join('\n'),
    projects: [PROJECT_HEADER, ...projects.map((row) => row.join(','))].join('\n'),
    payments: [PAYMENT_HEADER, ...payments.map((row) => row.join(','))].join('\n'),
    planted,
  };
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

function unitRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const department = `02${padded(Math.floor(index / UNITS_A_DEPARTMENT), 2)}`;
    const within = index % UNITS_A_DEPARTMENT;
    return within === 0
      ? [department, `主管部门${department}`, '主管部门', '', '2013-01-01']
      : [
          `${department}${padded(within, 3)}`,
          `单位${department}${within}`,
          '项目单位',
          department,
          '2013-01-01',
        ];
  });
}

function projectRows(count: number, units: readonly Row[]): Row[] {
  // The last of each department stays without projects: there a fault may be planted.
  const owners = units.filter(([code = '', , kind]) => kind === '项目单位' && !code.endsWith('009'));
  return Array.from({ length: count }, (_, index) => {
    const [unit = ''] = owners[index % owners.length] ?? [];
    return [
      `P${padded(index + 1, 6)}`,
      `项目${index + 1}`,
      unit,
      index % 3 === 0 ? '新增' : '经常性',
      index % 3 === 0 ? '阶段性' : '延续性',
      ['教育', '三农', '卫生', '环保'][index % 4] ?? '',
      '1000.00',
      '2013-01-01',
      index % 3 === 0 ? '2016-12-31' : '',
      '2014',
      '跟踪中',
      `${100 + (index % 50)}.132912`,
    ];
  });
}

function paymentRows(count: number, projects: readonly Row[]): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const [projectId = '', , unit = ''] = projects[index % projects.length] ?? [];
    const day = `2014-${padded(1 + (index % 4), 2)}-${padded(1 + (index % 28), 2)}`;
    return [
      projectId,
      unit,
      `ZF2014${padded(index + 1, 7)}`,
      day,
      `${1_000 + index}.${padded(index % 100, 2)}`,
    ];
  });
}

/** From the ends of the lists, each fault in a row of its own; units and projects that others rest on stay whole. */
function plant(lists: Readonly<Record<Planted['list'], Row[]>>, count: number): Planted[] {
  const taken = { units: 0, projects: 0, payments: 0 };
  const planted: Planted[] = [];
  const wanted = Array.from({ length: count }, (_, number) => SPOILERS[number % SPOILERS.length] as Spoiler);
  // Payments are spoiled last: before, those of a spoiled project are moved to another one, so that they are no faults.
  for (const [list, code, spoil] of wanted.toSorted((a, b) => lastOf(a) - lastOf(b))) {
    const rows = lists[list];
    const step = list === 'units' ? UNITS_A_DEPARTMENT : 1;
    const index = rows.length - 1 - taken[list] * step;
    taken[list] += 1;
    const row = rows[index];
    if (row === undefined) continue;
    const projectId = list === 'projects' ? row[0] : undefined;
    spoil(row, rows);
    planted.push({ list, row: index + FIRST_ROW, code });
    if (projectId !== undefined) payOthers(lists, projectId);
  }
  return planted.sort((a, b) => (a.list === b.list ? a.row - b.row : a.list < b.list ? -1 : 1));
}

const lastOf = ([list]: Spoiler): number => Number(list === 'payments');

function payOthers(
  { payments, projects }: { payments: Row[]; projects: readonly Row[] },
  projectId: string,
): void {
  const [instead = '', , unit = ''] = projects[0] ?? [];
  for (const row of payments) if (row[0] === projectId) row.splice(0, 2, instead, unit);
}
