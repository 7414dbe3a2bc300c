import { aggregates } from '@quancheng/domain';
import { toJson } from '@quancheng/kernel';
import type { Projection, StreamChange } from '../projection.ts';

const VERSION = 1;

/** Replaces the open duties of one stream. */
export const obligations: Projection = {
  name: 'obligations',
  version: VERSION,
  write: (sql, change) => {
    const rows = obligationRows(change);
    const removed = sql`delete from obligation_view where stream = ${change.stream}`;
    return Promise.all(
      rows.length === 0 ? [removed] : [removed, sql`insert into obligation_view ${sql(rows)}`],
    );
  },
};

function obligationRows(change: StreamChange) {
  const owner = aggregates[change.aggregate].ownership(change.state);
  return change.obligations.map((obligation) => {
    const mark = change.state.marks[obligation.id];
    return {
      stream: change.stream,
      obligation_id: obligation.id,
      division: change.division,
      aggregate: change.aggregate,
      object_id: change.id,
      stream_version: change.version,
      projection_version: VERSION,
      what: obligation.what,
      words: toJson(obligation.words) as never,
      holder_role: obligation.holder.role,
      holder_unit: obligation.holder.unit,
      owner_unit: owner?.unit ?? '',
      owner_department: owner?.department ?? '',
      since: obligation.since,
      due: obligation.date?.due ?? null,
      legal_date: toJson(obligation.date) as never,
      clause: obligation.clause,
      unblocked_by: toJson(obligation.unblockedBy) as never,
      if_nobody_acts: toJson(obligation.ifNobodyActs) as never,
      escalates_to: toJson(obligation.escalatesTo) as never,
      reminded_at: mark?.remindedAt ?? null,
      lapsed: mark?.lapsed ?? false,
    };
  });
}
