import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Alert,
  App,
  Button,
  Card,
  Descriptions,
  Form,
  Input,
  Progress,
  Spin,
  Table,
  type TableColumnsType,
  Typography,
} from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, post, Refused } from '../api.ts';
import { isMoving, type Job, type JobItem, percentDone, whyNot } from '../files/jobs.ts';
import { Nothing } from '../parts/nothing.tsx';
import { More, usePages } from '../parts/pages.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { saveFile } from '../parts/save-file.ts';

const LOOK_AGAIN_MS = 1_000;
const jobKey = (id: string) => ['job', id] as const;

/** One job: what it would touch and what not, the decision, and each item's result. */
export function JobPage() {
  const { jobId = '' } = useParams();
  const { data: job, error } = useQuery({
    queryKey: jobKey(jobId),
    queryFn: () => get<Job>(`/api/jobs/${jobId}`),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? LOOK_AGAIN_MS : false),
  });
  if (error) return <RefusalNote refused={error} />;
  if (!job) return <Spin fullscreen description="正在打开" />;
  const { counts } = job;
  const rows = [
    { label: '要办', children: counts.touched },
    { label: '已办', children: counts.done },
    { label: '未通过', children: counts.refused },
    { label: '有问题', children: counts.faulty },
    { label: '无需办理', children: counts.untouched },
    ...(job.reason === null ? [] : [{ label: '理由', children: job.reason }]),
  ].map((row) => ({ ...row, key: row.label }));
  return (
    <>
      <Typography.Title level={1} className="title">
        {job.title.zh}
      </Typography.Title>
      <p role="status">
        {job.stateTitle.zh}
        {job.file !== null && ` · ${job.file.name}`} · <Link to="/jobs">全部批量事项</Link>
      </p>
      <Progress percent={percentDone(job)} aria-label="进度" />
      {job.refusal !== null && <RefusalNote refused={new Refused(0, job.refusal)} />}
      {job.notes.map(({ zh }) => (
        <Alert key={zh} type="info" showIcon title={zh} className="part" />
      ))}
      <Descriptions size="small" items={rows} className="part" />
      <Decision job={job} />
      <section aria-labelledby="items">
        <h2 id="items">逐项结果</h2>
        <SaveButton path={job.links.results} words="下载逐项结果" of="" />
        <Items job={job} />
      </section>
    </>
  );
}

/** Nothing is done to any file before somebody says why. The keys stay: pressed twice it is done once. */
function Decision({ job }: { job: Job }) {
  const queries = useQueryClient();
  const [keys] = useState(() => ({ confirm: crypto.randomUUID(), cancel: crypto.randomUUID() }));
  const deciding = useMutation({
    mutationFn: ({ step, body }: { step: 'confirm' | 'cancel'; body: object }) =>
      post(`/api/jobs/${job.id}/${step}`, body, { idempotencyKey: keys[step] }),
    onSettled: () => queries.invalidateQueries({ queryKey: jobKey(job.id) }),
  });
  const isPreviewed = job.state === 'previewed';
  const mayConfirm = isPreviewed && job.counts.touched > 0;
  if (!isPreviewed && !isMoving(job)) return null;
  return (
    <Card size="small" className="part" title={<h2 className="within">办理</h2>}>
      {deciding.error && <RefusalNote refused={deciding.error} />}
      <Form layout="vertical" onFinish={(body: object) => deciding.mutate({ step: 'confirm', body })}>
        {mayConfirm && (
          <Form.Item name="reason" label="理由" rules={[{ required: true, message: '请说明理由' }]}>
            <Input.TextArea maxLength={2_000} rows={3} />
          </Form.Item>
        )}
        {mayConfirm && (
          <Button
            type="primary"
            htmlType="submit"
            loading={deciding.isPending}
            style={{ marginInlineEnd: 8 }}
          >
            确认办理 {job.counts.touched} 项
          </Button>
        )}
        <Button onClick={() => deciding.mutate({ step: 'cancel', body: {} })}>取消此事项</Button>
      </Form>
    </Card>
  );
}

function Items({ job }: { job: Job }) {
  const pages = usePages<JobItem>({
    // A job that goes on gives its items anew with each of its steps.
    queryKey: [...jobKey(job.id), 'items', job.state, job.counts.left],
    path: `/api/jobs/${job.id}/items`,
    keepsBefore: true,
  });
  if (pages.error) return <RefusalNote refused={pages.error} />;
  return (
    <>
      <Table
        size="small"
        className="wide"
        rowKey={({ row, key }) => `${row} ${key}`}
        columns={COLUMNS}
        dataSource={[...pages.items]}
        loading={pages.isPending}
        pagination={false}
        locale={{ emptyText: <Nothing words="没有逐项结果" /> }}
      />
      <More pages={pages} />
    </>
  );
}

const COLUMNS: TableColumnsType<JobItem> = [
  { title: '行', dataIndex: 'row', align: 'right', width: 60 },
  { title: '编号', dataIndex: 'key' },
  { title: '内容', render: (_, { what }) => what.zh },
  { title: '结果', render: (_, { stateTitle }) => stateTitle.zh },
  {
    title: '原因',
    render: (_, { links, key, ...item }) => (
      <>
        {whyNot(item)}
        {links !== undefined && <SaveButton path={links.marked} words="下载标明问题的文件" of={key} />}
      </>
    ),
  },
  { title: '改动与读取说明', render: (_, { detail }) => <Detail detail={detail} /> },
];

/** Everything that a paper changes, and whatever was read otherwise than it stood there. */
function Detail({ detail }: Pick<JobItem, 'detail'>) {
  const { changes = [], notes = [] } = detail ?? {};
  if (changes.length + notes.length === 0) return null;
  return (
    <details>
      <summary>
        改动 {changes.length} 处{notes.length > 0 && `，说明 ${notes.length} 条`}
      </summary>
      <ul>
        {changes.map(({ label, before, after }) => (
          <li key={label.zh}>
            {label.zh}：{before ?? '（空）'} → {after ?? '（空）'}
          </li>
        ))}
        {notes.map(({ zh }) => (
          <li key={zh}>{zh}</li>
        ))}
      </ul>
    </details>
  );
}

function SaveButton({
  path,
  words,
  of,
}: {
  readonly path: string;
  readonly words: string;
  readonly of: string;
}) {
  const { message } = App.useApp();
  const save = () =>
    saveFile(path).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      void message.error(error.refusal.because.zh);
    });
  return (
    <Button type="link" size="small" aria-label={`${words} ${of}`.trim()} onClick={() => void save()}>
      {words}
    </Button>
  );
}
