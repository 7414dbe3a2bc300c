import type { Words } from '@quancheng/kernel';
import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType, Typography } from 'antd';
import { Link } from 'react-router';
import { get } from '../api.ts';
import { pageOf } from '../files/address.ts';
import { dueOf } from '../files/due.ts';
import { DueTag } from '../files/due-tag.tsx';
import { useUnitName } from '../files/units.ts';
import { useWhere } from '../me.ts';
import { ClauseRef } from '../parts/clause.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { RefusalNote } from '../parts/refusal.tsx';

interface Todo {
  readonly aggregate: string;
  readonly id: string;
  readonly name: string | null;
  readonly projectId: string | null;
  readonly unit: string;
  readonly obligation: string;
  readonly words: Words;
  readonly since: string;
  readonly due: string | null;
  readonly legalDate: { readonly reason: Words; readonly provisional: boolean } | null;
  readonly clause: string;
  readonly ifNobodyActs: Words;
}

const KINDS: Readonly<Record<string, string>> = {
  'project-year': '年度',
  evaluation: '评价',
  'budget-year': '预算年度',
};

export function TodoPage() {
  const { data, error, isPending } = useQuery({
    queryKey: ['inbox'],
    queryFn: () => get<{ items: readonly Todo[] }>('/api/inbox'),
  });
  const columns = useColumns();
  if (error) return <RefusalNote refused={error} />;
  return (
    <>
      <Typography.Title level={1} className="title">
        待办
      </Typography.Title>
      <Summary items={data?.items} />
      <Table
        size="middle"
        rowKey={({ aggregate, id, obligation }) => `${aggregate}/${id}/${obligation}`}
        columns={columns}
        dataSource={[...(data?.items ?? [])]}
        loading={isPending}
        className="wide"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Nothing words="目前没有需要您办理的事项" /> }}
      />
    </>
  );
}

function Summary({ items }: { items: readonly Todo[] | undefined }) {
  const where = useWhere();
  if (items === undefined || where === null) return null;
  const pressing = items.map(({ due }) => (due === null ? 'calm' : dueOf(due, where)?.pressing));
  const count = (wanted: string) => pressing.filter((one) => one === wanted).length;
  return (
    <p role="status">
      共 {items.length} 件，已逾期 {count('late')} 件，即将到期 {count('soon')} 件。按法定期限先后排列。
    </p>
  );
}

function useColumns(): TableColumnsType<Todo> {
  const unitName = useUnitName();
  return [
    { title: '法定期限', render: (_, { due }) => <DueTag until={due} /> },
    {
      title: '要办的事',
      render: (_, todo) => (
        <>
          <Link to={pageOf(todo)}>{todo.words.zh}</Link>
          <div className="minor">自 {todo.since} 起</div>
        </>
      ),
    },
    {
      title: '事项',
      render: (_, { aggregate, id, name, unit }) => (
        <div className="name">
          {name ?? `${KINDS[aggregate] ?? ''} ${id}`}
          <div className="minor">{aggregate === 'budget-year' ? null : unitName(unit)}</div>
        </div>
      ),
    },
    {
      title: '为何是这天',
      render: (_, { legalDate, clause }) => (
        <>
          {legalDate?.reason.zh}
          {legalDate?.provisional === true && '（暂定）'} <ClauseRef id={clause} />
        </>
      ),
    },
    { title: '逾期无人办', render: (_, { ifNobodyActs }) => ifNobodyActs.zh },
  ];
}
