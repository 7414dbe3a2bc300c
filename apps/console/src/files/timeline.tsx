import { Checkbox, Timeline as AntTimeline, Typography } from 'antd';
import { useState } from 'react';
import { ClauseRef } from '../parts/clause.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { isReminder, linesOf } from './gaps.ts';
import { type Entry, type FileAddress, useTimeline } from './read.ts';
import { useUnitName } from './units.ts';

/** What happened, the latest first; quiet months are one line, and what only the clock did shows when asked for. */
export function Timeline({ address }: { address: FileAddress }) {
  const [withReminders, setWithReminders] = useState(false);
  const { data, error } = useTimeline(address);
  if (error) return <RefusalNote refused={error} />;
  const entries = (data?.entries ?? []).filter((entry) => withReminders || !isReminder(entry));
  const items = linesOf(entries).map((line) =>
    'entry' in line
      ? { key: line.entry.eventId, content: <Happened entry={line.entry} /> }
      : {
          key: `quiet ${line.after}`,
          color: 'gray',
          content: <Typography.Text type="secondary">其间 {line.quietDays} 天无事项</Typography.Text>,
        },
  );
  return (
    <>
      <Checkbox checked={withReminders} onChange={({ target }) => setWithReminders(target.checked)}>
        显示系统提醒
      </Checkbox>
      <AntTimeline style={{ marginTop: 16 }} items={items} />
    </>
  );
}

function Happened({ entry: { title, happenedOn, recordedAt, by, clause, lateReason } }: { entry: Entry }) {
  const unitName = useUnitName();
  const who =
    by.role === 'system'
      ? '系统'
      : `${by.name === null ? '' : `${by.name} · `}${by.post}（${unitName(by.unit)}）${by.words?.zh ?? ''}`;
  return (
    <>
      <div>
        <time dateTime={happenedOn}>{happenedOn}</time> <strong>{title.zh}</strong>
      </div>
      <div>
        {who}
        {recordedAt.slice(0, 10) !== happenedOn && `，${recordedAt.slice(0, 10)} 补录`}
        {lateReason !== null && `（${lateReason}）`}
        {clause !== null && (
          <>
            {' '}
            依据 <ClauseRef id={clause} />
          </>
        )}
      </div>
    </>
  );
}
