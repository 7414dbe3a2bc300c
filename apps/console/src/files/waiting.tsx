import { Card, Descriptions } from 'antd';
import { ClauseRef } from '../parts/clause.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { DueTag } from './due-tag.tsx';
import type { Office, Wait } from './read.ts';
import { useUnitName } from './units.ts';

export interface FileWait {
  /** Which of the files on the page it is; null where there is but one. */
  readonly file: string | null;
  readonly wait: Wait;
}

/** The nearest date first; what has no date comes last. */
export const byDate = (one: FileWait, other: FileWait): number =>
  (one.wait.until ?? '9999').localeCompare(other.wait.until ?? '9999');

/** Waiting for whom, for what, since, until and why that date, under which clause, and what then. */
export function Waiting({ waits }: { waits: readonly FileWait[] }) {
  if (waits.length === 0) return <Nothing words="目前没有等待办理的事项" />;
  return (
    <div className="waits">
      {waits.map(({ file, wait }) => (
        <OneWait key={`${file} ${wait.obligation}`} file={file} wait={wait} />
      ))}
    </div>
  );
}

function OneWait({ file, wait }: FileWait) {
  const unitName = useUnitName();
  const office = ({ title, unit }: Office) => `${title.zh}（${unitName(unit)}）`;
  const people = wait.people.map(
    ({ name, personId, actingFor }) => `${name ?? personId}${actingFor === null ? '' : '（代办）'}`,
  );
  const rows = [
    { label: '等谁', children: <strong>{office(wait.waitingFor)}</strong> },
    ...(people.length === 0 ? [] : [{ label: '今天是', children: people.join('、') }]),
    { label: '自何时', children: wait.since },
    { label: '到何时', children: <DueTag until={wait.until} /> },
    ...(wait.whyThatDate === null
      ? []
      : [{ label: '为何这天', children: `${wait.whyThatDate.zh}${wait.provisional ? '（暂定）' : ''}` }]),
    { label: '依据', children: <ClauseRef id={wait.clause} /> },
    { label: '办什么后继续', children: wait.unblockedBy.map(({ title }) => title.zh).join('、或') },
    {
      label: '逾期无人办',
      children: `${wait.ifNobodyActs.zh}${wait.escalatesTo === null ? '' : `（上报${office(wait.escalatesTo)}）`}`,
    },
  ].map((row) => ({ ...row, key: row.label }));
  return (
    <Card
      size="small"
      className={wait.overdue ? 'wait late' : 'wait'}
      title={<h3>{file === null ? wait.forWhat.zh : `${file}：${wait.forWhat.zh}`}</h3>}
    >
      <Descriptions column={1} size="small" items={rows} />
    </Card>
  );
}
