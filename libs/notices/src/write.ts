import { asJson, type Sql } from '@quancheng/event-store';
import type { NewNotice } from './notice.ts';

/** In the transaction that appends the events. An event is told once, however often its rows are written. */
export function writeNotices(
  sql: Sql,
  { division, training }: { division: string; training: boolean },
  notices: readonly NewNotice[],
): Promise<unknown> {
  const rows = notices.map((notice) => ({
    division,
    notice_id: notice.noticeId,
    event_id: notice.eventId,
    stream: notice.stream,
    aggregate: notice.aggregate,
    object_id: notice.objectId,
    event_type: notice.eventType,
    role: notice.role,
    unit: notice.unit,
    title: asJson(sql, notice.title),
    text: asJson(sql, notice.text),
    due: notice.due,
    clause: notice.clause,
    urgent: notice.urgent,
    training,
    told_at: notice.toldAt,
  }));
  return rows.length === 0
    ? Promise.resolve()
    : sql`insert into notices ${sql(rows as never)} on conflict do nothing`;
}
