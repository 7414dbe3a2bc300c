import type { ProjectState } from '@quancheng/domain';
import { type FieldFault, type Json, parseStreamId, isRefusal, type Words } from '@quancheng/kernel';
import type { Planned, Step } from '../item.ts';
import type { ImportKind, PlanInput } from '../kind.ts';
import type { ReadRow } from '../rows.ts';
import { PROJECT_COLUMNS } from './columns-of-projects.ts';
import { type UnitBook, unitBook } from './directory-look.ts';
import { differences, IDENTITY, identityIn } from './project-identity.ts';
import { textIn, zerosLost } from './rows-twice.ts';

/** The bureau's list of projects: new ones are registered, running ones taken over at their stage with their gaps marked. */
export const importProjects: ImportKind = {
  title: { zh: '导入项目清单', en: 'import of the project list' },
  roles: ['administrator', 'finance-business'],
  columns: PROJECT_COLUMNS,
  plan: async (rows, input) => {
    const units = await unitBook(input.look);
    const zeros = zerosLost(rows, 'unit', (unit) => units?.isKnown(unit) ?? false);
    const groups = Map.groupBy(rows, (row) => textIn(row, 'projectId') ?? `row ${row.row}`);
    const planned = await Promise.all(
      [...groups.values()].map((group) => projectOf(group, { input, units, zeros })),
    );
    return planned.flat().sort((a, b) => a.row - b.row);
  },
};

interface Given {
  readonly input: PlanInput;
  readonly units: UnitBook | null;
  readonly zeros: ReadonlyMap<number, FieldFault>;
}

/** All rows of one project. What its first row lacks or has wrong, none of them can do without. */
async function projectOf(rows: readonly ReadRow[], given: Given): Promise<Planned[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const projectId = textIn(first, 'projectId') ?? '';
  const stream = `${given.input.look.division}/project/${projectId}`;
  if (projectId === '' || isRefusal(parseStreamId(stream)))
    return rows.map((row) => planned(row, projectId, null, [], rowFaults(row, given, first)));
  const state = (await given.input.look.state(stream)) as ProjectState;
  const faults = new Map(rows.map((row) => [row.row, rowFaults(row, given, first)]));
  for (const [row, fault] of yearsTwice(rows)) faults.get(row)?.push(fault);
  const spoilt = rows.find(({ row }) => (faults.get(row)?.length ?? 0) > 0);
  if (spoilt !== undefined && state.stage === 'none' && (faults.get(first.row)?.length ?? 0) > 0)
    for (const row of rows.slice(1)) faults.get(row.row)?.push(firstRowFaulty(first.row));
  const good = rows.filter(({ row }) => faults.get(row)?.length === 0);
  const steps =
    state.stage === 'none' ? entrySteps(good, given) : changeSteps(good, state, given.input, faults);
  return rows.map((row) =>
    planned(
      row,
      projectId,
      stream,
      steps.get(row.row) ?? [],
      faults.get(row.row) ?? [],
      state.stage !== 'none',
    ),
  );
}

function planned(
  row: ReadRow,
  projectId: string,
  stream: string | null,
  steps: readonly Step[],
  faults: readonly FieldFault[],
  isKnown = false,
): Planned {
  const year = row.values.fiscalYear === undefined ? '' : ` ${String(row.values.fiscalYear)}`;
  const name = textIn(row, 'name') ?? '';
  const untouched = stream !== null && faults.length === 0 && steps.length === 0 && isKnown;
  const valid = stream === null || isRefusal(parseStreamId(stream)) ? null : stream;
  return {
    row: row.row,
    key: `${projectId}${year.replace(' ', '-')}`,
    what: { zh: `${name}（${projectId}）${year}`, en: `${name} (${projectId})${year}` },
    stream: valid,
    piece: untouched ? null : { steps },
    titles: row.titles,
    faults,
    ...(untouched ? { untouched: SAME } : {}),
  };
}

const SAME: Words = { zh: '已登记，内容相同', en: 'it is on record already, with the same contents' };

function rowFaults(row: ReadRow, { units, zeros }: Given, first: ReadRow): FieldFault[] {
  const faults = [...row.faults, ...[zeros.get(row.row)].filter((fault) => fault !== undefined)];
  const unit = textIn(row, 'unit');
  const at = (column: string, code: string, zh: string, en: string): FieldFault => ({
    field: row.titles[column] ?? column,
    code,
    because: { zh, en },
  });
  const lostZeros = zeros.has(row.row);
  if (unit !== undefined && units !== null && !units.isKnown(unit) && !lostZeros)
    faults.push(at('unit', 'UNIT_UNKNOWN', `名录中没有单位 ${unit}`, `the directory knows no unit ${unit}`));
  const department = textIn(row, 'department');
  const known = unit === undefined ? undefined : units?.departmentOf(unit);
  if (department !== undefined && known !== undefined && department !== known)
    faults.push(
      at(
        'department',
        'DEPARTMENT_OTHERWISE',
        `单位 ${unit} 在名录中属于 ${known}`,
        `unit ${unit} is under ${known} in the directory`,
      ),
    );
  if (
    row.values.atStage !== undefined &&
    row.values.approvedFen === undefined &&
    !faults.some(isOf(row, 'approvedFen'))
  )
    faults.push(
      at('approvedFen', 'REQUIRED', '接管年度须填写批复数', 'a year taken over has its approved amount'),
    );
  if (
    row.values.atStage !== undefined &&
    row.values.fiscalYear === undefined &&
    !faults.some(isOf(row, 'fiscalYear'))
  )
    faults.push(at('fiscalYear', 'REQUIRED', '接管须填写年度', 'what is taken over has its year'));
  if (row !== first)
    for (const column of IDENTITY)
      if (row.values[column] !== undefined && row.values[column] !== first.values[column])
        faults.push(
          at(
            column,
            'OTHER_THAN_ABOVE',
            `与第 ${first.row} 行同一项目的填写不同`,
            `is other than in row ${first.row} of the same project`,
          ),
        );
  return faults;
}

const isOf =
  (row: ReadRow, column: string) =>
  ({ field }: FieldFault): boolean =>
    field === row.titles[column];

function yearsTwice(rows: readonly ReadRow[]): Map<number, FieldFault> {
  const first = new Map<Json, number>();
  const faults = new Map<number, FieldFault>();
  for (const { row, values, titles } of rows) {
    const year = values.fiscalYear ?? null;
    const before = first.get(year);
    if (before === undefined) first.set(year, row);
    else
      faults.set(row, {
        field: titles.fiscalYear ?? titles.projectId ?? '',
        code: 'PROJECT_YEAR_TWICE',
        because: {
          zh: `同一项目、年度与第 ${before} 行重复`,
          en: `the same project and year stand in row ${before}`,
        },
      });
  }
  return faults;
}

const firstRowFaulty = (row: number): FieldFault => ({
  field: '',
  code: 'FIRST_ROW_FAULTY',
  because: { zh: `该项目的首行（第 ${row} 行）有问题`, en: `the project's first row, ${row}, is faulty` },
});

/** A project that is not in the library: taken over where a row names its stage, registered otherwise. */
function entrySteps(rows: readonly ReadRow[], given: Given): Map<number, Step[]> {
  const [first] = rows;
  if (first === undefined) return new Map();
  const identity = entryData(first, given);
  const takenOver = rows.filter(({ values }) => values.atStage !== undefined);
  const entry: Step =
    takenOver.length === 0
      ? { type: 'Register', data: identity }
      : { type: 'TakeOver', data: { ...identity, gaps: gapsIn(rows), years: takenOver.map(yearTakenOver) } };
  const opened = rows.filter(({ values }) => values.atStage === undefined && values.fiscalYear !== undefined);
  const steps = new Map<number, Step[]>(rows.map(({ row }) => [row, []]));
  for (const row of opened) steps.set(row.row, [openYear(row)]);
  steps.set(first.row, [entry, ...(steps.get(first.row) ?? [])]);
  return steps;
}

const openYear = ({ values }: ReadRow): Step => ({
  type: 'OpenYear',
  data: { fiscalYear: values.fiscalYear ?? null },
});

function entryData(row: ReadRow, { units }: Given): { [key: string]: Json } {
  const unit = textIn(row, 'unit') ?? '';
  const department = textIn(row, 'department') ?? units?.departmentOf(unit);
  return { ...identityIn(row), ...(department === undefined ? {} : { department }) };
}

const gapsIn = (rows: readonly ReadRow[]): string[] =>
  [
    ...new Set(rows.flatMap((row) => (textIn(row, 'gaps') ?? '').split(/[;；]/)).map((gap) => gap.trim())),
  ].filter((gap) => gap !== '');

function yearTakenOver(row: ReadRow): Json {
  const { fiscalYear = null, atStage = null, approvedFen = null } = row.values;
  return { fiscalYear, atStage, approvedFen, gaps: gapsIn([row]) };
}

/** What is in the library already: what the list has otherwise is amended with the reason of the job, a new year opened. */
function changeSteps(
  rows: readonly ReadRow[],
  state: Exclude<ProjectState, { stage: 'none' }>,
  { fileName }: PlanInput,
  faults: ReadonlyMap<number, FieldFault[]>,
): Map<number, Step[]> {
  const steps = new Map<number, Step[]>();
  for (const [index, row] of rows.entries()) {
    const changed = index === 0 ? differences(row, state) : {};
    const amend: Step[] =
      Object.keys(changed).length === 0
        ? []
        : [{ type: 'Amend', data: { ...changed, paper: `导入清单 ${fileName}`.trim() }, reasoned: true }];
    const year = yearStep(row, state);
    if (year !== null && 'code' in year) faults.get(row.row)?.push(year);
    else steps.set(row.row, [...amend, ...(year === null ? [] : [year])]);
  }
  return steps;
}

function yearStep(row: ReadRow, state: Exclude<ProjectState, { stage: 'none' }>): Step | FieldFault | null {
  const { fiscalYear, atStage, approvedFen } = row.values;
  if (fiscalYear === undefined) return null;
  const year = state.years.find((one) => one.fiscalYear === fiscalYear);
  const at = (column: string, code: string, zh: string, en: string): FieldFault => ({
    field: row.titles[column] ?? column,
    code,
    because: { zh, en },
  });
  if (year === undefined)
    return atStage === undefined
      ? openYear(row)
      : at(
          'atStage',
          'TAKEN_OVER_WITH_ITS_PROJECT',
          '项目已在库，年度不能再接管',
          'the project is in the library: no further year is taken over',
        );
  if (atStage !== undefined && !year.takenOver)
    return at(
      'atStage',
      'YEAR_OPEN_ALREADY',
      `${String(fiscalYear)} 年度已建立，不是接管的`,
      'the year was opened here, not taken over',
    );
  const isOther =
    approvedFen !== undefined && year.approvedFen !== null && approvedFen !== year.approvedFen.toString();
  return isOther
    ? at(
        'approvedFen',
        'APPROVED_OTHERWISE',
        '该年度已登记的批复数不同，请办理预算调整',
        'the year stands with another approved amount: adjust the budget instead',
      )
    : null;
}
