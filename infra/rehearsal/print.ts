import { namedProjects } from './named-projects.ts';
import type { Rehearsal } from './rehearse.ts';
import { type Row, type Totals, TURNS } from './summary.ts';

type Column<T> = readonly [title: string, of: (row: T) => string];

const COLUMNS: readonly Column<Row>[] = [
  ['项目 project', ({ project, year }) => `${project} ${year}`],
  ['名称 name', ({ name }) => name],
  ['单位 unit', ({ unit }) => unit],
  [
    '批复万元 approved',
    ({ approvedWan, amounts }) => `${approvedWan ?? '–'}${amounts === 'invented' ? ' 虚构' : ''}`,
  ],
  ['环节 stage', ({ stage, stageTitle }) => `${stageTitle} ${stage}`],
  ['等级 grade', ({ grade, score }) => (grade === null ? '–' : `${grade} ${score}`)],
  ['逾期 late', ({ daysLate }) => (daysLate === null ? '–' : daysLate === 0 ? '否' : `${daysLate} d`)],
  ['挂钩 cut', ({ cut }) => cut ?? '–'],
  ['公开 disclosed', ({ disclosed }) => disclosed ?? '–'],
  ['链接 link', ({ link }) => link],
];

/** Every project-year on a line of its own. */
export const listed = (rows: readonly Row[]): string => tableOf(COLUMNS, rows);

interface Group {
  readonly stage: string;
  readonly grade: string;
  readonly rows: readonly Row[];
}

const count = (of: (row: Row) => boolean) => (group: Group) => String(group.rows.filter(of).length);

const GROUP_COLUMNS: readonly Column<Group>[] = [
  ['环节 stage', ({ stage }) => stage],
  ['等级 grade', ({ grade }) => grade],
  ['项目年度 project-years', ({ rows }) => String(rows.length)],
  ['自评逾期 late', count(({ daysLate }) => (daysLate ?? 0) > 0)],
  ['一下削减 cut at 一下', count(({ controlCut }) => controlCut)],
  ['挂钩调减 cut by result', count(({ cut }) => cut?.startsWith('cut') === true)],
  ['不按建议 against', count(({ cut }) => cut?.includes('against') === true)],
  ['公开 disclosed', count(({ disclosed }) => disclosed === 'published')],
  ['不公开 withheld', count(({ disclosed }) => disclosed === 'withheld')],
];

const GRADES = ['优秀', '良好', '合格', '不合格', '–'];

function grouped(rows: readonly Row[]): string {
  const groups = Map.groupBy(
    rows,
    ({ stage, stageTitle, grade }) => `${stageTitle} ${stage}|${grade ?? '–'}`,
  );
  const sorted = [...groups]
    .map(([key, of]): Group => ({ stage: key.split('|')[0] ?? '', grade: key.split('|')[1] ?? '', rows: of }))
    .sort((a, b) =>
      a.stage === b.stage ? GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) : a.stage < b.stage ? -1 : 1,
    );
  return tableOf(GROUP_COLUMNS, sorted);
}

/** More lines than a screen shows are told in groups, and the four named projects one by one. */
const MOST_LINES = 40;

/** The table, the totals and the audit as a person reads them. */
export function printed(
  { rows, totals, audit, commands, seconds, division }: Rehearsal,
  listFile?: string,
): string {
  const named = rows.filter(({ project }) => namedProjects.some(({ id }) => id === project));
  const table =
    rows.length <= MOST_LINES
      ? [listed(rows)]
      : [grouped(rows), '', '点名项目 named projects', listed(named)];
  const { stored, published, streams, dates, differences } = audit;
  return [
    ...table,
    '',
    ...totalled(totals, division),
    `办理 commands ${commands}，用时 ${seconds} s${listFile === undefined ? '' : `；全部项目及链接 every project with its link: ${listFile}`}`,
    '',
    `审计 audit：存储事件 stored ${stored} = Kafka ${published}（${streams} 条流 streams，逐流同序 in order）；期限 legal dates ${dates}`,
    differences.length === 0
      ? '没有差异 / nothing differs'
      : `${differences.length} 处差异 / difference(s)：\n${differences.map(({ where, expected, found }) => `  ${where}: expected ${expected}, found ${found}`).join('\n')}`,
  ].join('\n');
}

function totalled(totals: Totals, division: string): string[] {
  const { projects, projectYears, units, departments, closed, plan, policies } = totals;
  const grades = Object.entries(totals.grades).map(([grade, times]) => `${grade} ${times}`);
  const turns = Object.entries(totals.turns).flatMap(([type, times]) =>
    times === 0 ? [] : [`${TURNS[type]} ${times}`],
  );
  return [
    `区划 division ${division}：${departments} 个部门 departments，${units} 个单位 units，${projects} 个项目 projects，${projectYears} 个项目年度 project-years，办结 closed ${closed}`,
    `评价计划 plan：${plan.count} 个项目 projects，${plan.sumWan} 万元；另有政策性资金 policies on top ${policies.count} 项，${policies.sumWan} 万元`,
    `申报 requested ${totals.requestedWan} 万元，批复 approved ${totals.approvedWan} 万元（其中承接、无申报 taken over without a request ${totals.takenOverWan}），支付 paid ${totals.paidWan} 万元（除公开表格外金额均为演练虚构 / invented but for the published forms）`,
    `等级 grades：${grades.join('，')}；自评逾期 late ${totals.lateSelfEvaluations}`,
    `经过 turns：${turns.join('，')}`,
    `提醒 reminders ${totals.reminders}，义务逾期 lapsed ${totals.lapsed}`,
  ];
}

function tableOf<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const cells = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, of]) => of(row)))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => columnsOf(line[index] ?? ''))));
  return cells
    .map((line) =>
      line
        .map((cell, index) => padded(cell, widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Chinese characters are two columns wide. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columnsOf(text)));
