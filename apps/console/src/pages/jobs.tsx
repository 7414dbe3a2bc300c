import { Progress, Table, type TableColumnsType, Typography } from 'antd';
import { Link } from 'react-router';
import { minuteOf } from '../files/moments.ts';
import { isMoving, type Job, percentDone } from '../files/jobs.ts';
import { Nothing } from '../parts/nothing.tsx';
import { More, usePages } from '../parts/pages.tsx';
import { ImportPapers } from '../papers/import.tsx';
import { RefusalNote } from '../parts/refusal.tsx';

const LOOK_AGAIN_MS = 2_000;

/** Imports and batch work, the latest first, with how far each has come. */
export function JobsPage() {
  const pages = usePages<Job>({
    queryKey: ['jobs'],
    path: '/api/jobs',
    lookAgainMs: (jobs) => (jobs.some(isMoving) ? LOOK_AGAIN_MS : false),
  });
  return (
    <>
      <Typography.Title level={1} className="title">
        批量办理与导入
      </Typography.Title>
      <ImportPapers />
      {pages.error && <RefusalNote refused={pages.error} />}
      <Table
        size="middle"
        className="wide"
        rowKey="id"
        columns={COLUMNS}
        dataSource={[...pages.items]}
        loading={pages.isPending}
        pagination={false}
        locale={{ emptyText: <Nothing words="还没有批量事项" /> }}
      />
      <More pages={pages} />
    </>
  );
}

const COLUMNS: TableColumnsType<Job> = [
  { title: '提出时间', render: (_, { createdAt }) => minuteOf(createdAt) },
  {
    title: '事项',
    render: (_, { id, title, file }) => (
      <>
        <Link to={`/jobs/${id}`}>{title.zh}</Link>
        {file !== null && <div className="minor">{file.name}</div>}
      </>
    ),
  },
  { title: '状态', render: (_, { stateTitle }) => stateTitle.zh },
  {
    title: '进度',
    width: 200,
    render: (_, job) => (
      <Progress percent={percentDone(job)} size="small" aria-label={`${job.title.zh}的进度`} />
    ),
  },
  { title: '要办', align: 'right', render: (_, { counts }) => counts.touched },
  { title: '已办', align: 'right', render: (_, { counts }) => counts.done },
  { title: '未通过', align: 'right', render: (_, { counts }) => counts.refused },
  { title: '有问题', align: 'right', render: (_, { counts }) => counts.faulty },
  { title: '无需办理', align: 'right', render: (_, { counts }) => counts.untouched },
];
