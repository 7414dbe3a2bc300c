import type { Rehearsal } from './rehearse.ts';
import type { Row } from './summary.ts';

const COLUMNS: readonly (readonly [title: string, of: (row: Row) => string])[] = [
  ['项目 project', ({ project, year }) => `${project} ${year}`],
  ['环节 stage', ({ stage, stageTitle }) => `${stageTitle} ${stage}`],
  ['等级 grade', ({ grade, score }) => (grade === null ? '–' : `${grade} ${score}`)],
  ['逾期 late', ({ daysLate }) => (daysLate === null ? '–' : daysLate === 0 ? '否' : `${daysLate} d`)],
  ['挂钩 cut', ({ cut }) => cut ?? '–'],
  ['公开 disclosed', ({ disclosed }) => disclosed ?? '–'],
  ['链接 link', ({ link }) => link],
];

/** The table, the totals and the audit as a person reads them. */
export function printed({ rows, totals, audit, commands, seconds, division }: Rehearsal): string {
  const cells = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, of]) => of(row)))];
  const widths = COLUMNS.map((_, index) => Math.max(...cells.map((line) => columnsOf(line[index] ?? ''))));
  const table = cells.map((line) =>
    line
      .map((cell, index) => padded(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const grades = Object.entries(totals.grades).map(([grade, count]) => `${grade} ${count}`);
  const { stored, published, streams, dates, differences } = audit;
  return [
    ...table,
    '',
    `区划 division ${division}：${totals.projects} 个项目 projects，${totals.projectYears} 个项目年度 project-years，办结 closed ${totals.closed}`,
    `申报 requested ${totals.requestedWan} 万元，批复 approved ${totals.approvedWan} 万元，支付 paid ${totals.paidWan} 万元`,
    `等级 grades：${grades.join('，')}；自评逾期 late ${totals.lateSelfEvaluations}`,
    `提醒 reminders ${totals.reminders}，义务逾期 lapsed ${totals.lapsed}；办理 commands ${commands}，用时 ${seconds} s`,
    '',
    `审计 audit：存储事件 stored ${stored} = Kafka ${published}（${streams} 条流 streams，逐流同序 in order）；期限 legal dates ${dates}`,
    differences.length === 0
      ? '没有差异 / nothing differs'
      : `${differences.length} 处差异 / difference(s)：\n${differences.map(({ where, expected, found }) => `  ${where}: expected ${expected}, found ${found}`).join('\n')}`,
  ].join('\n');
}

/** Chinese characters are two columns wide. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columnsOf(text)));
