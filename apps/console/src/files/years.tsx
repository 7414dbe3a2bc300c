import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { ToBeConfirmed } from '../parts/clause.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { percentOf, roundWan } from './money.ts';
import { type FileRead, useFiles } from './read.ts';

/** What the project itself knows of a year. */
export interface Year {
  readonly fiscalYear: number;
}

interface YearState {
  readonly declaration: { readonly requestedYuan: string; readonly declaredOn: string } | null;
  readonly controlYuan: string | null;
  readonly secondYuan: string | null;
  readonly approvedYuan: string | null;
  readonly approval: { readonly paperNo: string } | null;
  readonly paidYuan: string;
  readonly suspended: boolean;
  readonly goal: { readonly annual: string } | null;
  readonly rounds: readonly { readonly report: unknown; readonly deviation: 'none' | 'open' | 'settled' }[];
  readonly orders: readonly { readonly status: string }[];
  readonly result: {
    readonly grade: string;
    readonly score: string;
    readonly clause: string;
    readonly proposal: { readonly sizeClause: string };
  } | null;
  readonly budgetLink: { readonly cutPercent: string } | null;
  readonly disclosure: 'published' | 'withheld' | null;
}

type YearFile = FileRead<YearState>;

const ROWS: readonly (readonly [label: string, show: (file: YearFile) => ReactNode])[] = [
  ['环节', ({ stageTitle, state }) => `${stageTitle.zh}${state.suspended ? '（暂停）' : ''}`],
  ['年度目标', ({ state }) => <div className="goal">{state.goal?.annual}</div>],
  ['申报数', ({ state }) => roundWan(state.declaration?.requestedYuan)],
  ['控制数（一下）', ({ state }) => roundWan(state.controlYuan)],
  ['二上数', ({ state }) => roundWan(state.secondYuan)],
  ['批复数', ({ state }) => roundWan(state.approvedYuan)],
  ['批复文号', ({ state }) => state.approval?.paperNo],
  ['已支付', ({ state }) => roundWan(state.paidYuan)],
  ['支付进度', ({ state }) => percentOf(state.paidYuan, state.approvedYuan)],
  ['跟踪', ({ state }) => trackingOf(state)],
  ['整改', ({ state }) => ordersOf(state)],
  [
    '评价结果',
    ({ state: { result } }) =>
      result && (
        <>
          {result.grade}（{result.score} 分） <ToBeConfirmed clause={result.clause} />
        </>
      ),
  ],
  [
    '预算挂钩',
    ({ state: { budgetLink, result } }) =>
      budgetLink && (
        <>
          {cutOf(budgetLink)} {result && <ToBeConfirmed clause={result.proposal.sizeClause} />}
        </>
      ),
  ],
  [
    '公开',
    ({ state }) => (state.disclosure === null ? '' : state.disclosure === 'published' ? '已公开' : '不公开'),
  ],
];

/** The years of a project side by side: what was asked for, decided, spent, reached and made of it. */
export function Years({ projectId, years }: { projectId: string; years: readonly Year[] }) {
  const oldestFirst = years.toReversed();
  const answers = useFiles<YearState>(
    oldestFirst.map(({ fiscalYear }) => ({ collection: 'project-years', id: `${projectId}-${fiscalYear}` })),
  );
  const failed = answers.find(({ error }) => error !== null)?.error;
  if (failed) return <RefusalNote refused={failed} />;
  const files = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
  type Row = { label: string; cells: readonly ReactNode[] };
  const columns: TableColumnsType<Row> = [
    { title: '金额单位：万元', dataIndex: 'label', rowScope: 'row', width: 140 },
    ...files.map(({ id }, index) => ({
      key: id,
      title: `${id.slice(-4)} 年度`,
      render: (_: unknown, { cells }: Row) => cells[index],
    })),
  ];
  const rows = ROWS.map(([label, show]) => ({ label, cells: files.map(show) })).filter(({ cells }) =>
    cells.some((cell) => cell !== '' && cell !== undefined && cell !== null),
  );
  return (
    <Table
      size="small"
      bordered
      rowKey="label"
      columns={columns}
      dataSource={rows}
      loading={files.length < years.length}
      pagination={false}
      className="wide"
    />
  );
}

function trackingOf({ rounds }: YearState): string {
  if (rounds.length === 0) return '';
  const reported = rounds.filter(({ report }) => report !== null).length;
  const open = rounds.filter(({ deviation }) => deviation === 'open').length;
  return `${rounds.length} 轮，已报 ${reported} 轮${open === 0 ? '' : `，${open} 轮偏差未处理`}`;
}

function ordersOf({ orders }: YearState): string {
  if (orders.length === 0) return '';
  const confirmed = orders.filter(({ status }) => status === 'confirmed').length;
  return `${orders.length} 份整改通知，已销号 ${confirmed} 份`;
}

const cutOf = (link: NonNullable<YearState['budgetLink']>): string =>
  Number(link.cutPercent) === 0 ? '不压减' : `压减 ${link.cutPercent}%`;
