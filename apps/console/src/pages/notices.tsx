import type { Words } from '@quancheng/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import { post } from '../api.ts';
import { minuteOf } from '../files/moments.ts';
import { pageOf } from '../files/address.ts';
import { ClauseRef } from '../parts/clause.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { More, usePages } from '../parts/pages.tsx';
import { RefusalNote } from '../parts/refusal.tsx';

interface Notice {
  readonly id: string;
  readonly aggregate: string;
  readonly objectId: string;
  readonly title: Words;
  readonly text: Words;
  readonly due: string | null;
  readonly clause: string | null;
  readonly urgent: boolean;
  readonly toldAt: string;
  readonly readAt: string | null;
}

/** What the post was told, the latest first. */
export function NoticesPage() {
  const queries = useQueryClient();
  const pages = usePages<Notice>({ queryKey: ['notices'], path: '/api/notices' });
  const reading = useMutation({
    mutationFn: ({ id }: Notice) =>
      post(`/api/notices/${id}/read`, {}, { idempotencyKey: crypto.randomUUID() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  const failed = pages.error ?? reading.error;
  return (
    <>
      <Typography.Title level={1} className="title">
        通知
      </Typography.Title>
      {failed && <RefusalNote refused={failed} />}
      <Table
        size="middle"
        className="wide"
        rowKey="id"
        columns={columnsWith((notice) => reading.mutate(notice))}
        dataSource={[...pages.items]}
        loading={pages.isPending}
        pagination={false}
        locale={{ emptyText: <Nothing words="还没有通知" /> }}
      />
      <More pages={pages} />
    </>
  );
}

const columnsWith = (onRead: (notice: Notice) => void): TableColumnsType<Notice> => [
  { title: '时间', render: (_, { toldAt }) => minuteOf(toldAt) },
  {
    title: '通知',
    render: (_, { aggregate, objectId, title, text, urgent, readAt }) => (
      <>
        {urgent && <Tag color="error">紧急</Tag>}
        {readAt === null && <Tag color="blue">未读</Tag>}
        <Link to={pageOf({ aggregate, id: objectId })}>{title.zh}</Link>
        <div className="minor">{text.zh}</div>
      </>
    ),
  },
  { title: '法定期限', render: (_, { due }) => <span style={{ whiteSpace: 'nowrap' }}>{due}</span> },
  { title: '依据', render: (_, { clause }) => (clause === null ? '' : <ClauseRef id={clause} />) },
  {
    title: '已读',
    render: (_, notice) =>
      notice.readAt === null ? (
        <Button size="small" aria-label={`标为已读：${notice.title.zh}`} onClick={() => onRead(notice)}>
          标为已读
        </Button>
      ) : (
        notice.readAt.slice(0, 10)
      ),
  },
];
