import {
  type Aggregate,
  type AggregateName,
  byDate,
  isClosed,
  type Obligation,
  ROLES,
  type StreamState,
  wakeAt,
} from '@quancheng/domain';
import type { Instant } from '@quancheng/kernel';
import type { StreamAnswer, WireEvent } from '@quancheng/ports';

/** Where a stream stands, in the words a run and the operators' page need. */
export function answerOf(given: {
  name: AggregateName;
  division: string;
  aggregate: Aggregate;
  state: StreamState;
  version: number;
  clockStands: boolean;
  owes: number;
  moreMail: boolean;
  events: readonly WireEvent[];
}): StreamAnswer {
  const { aggregate, state, version } = given;
  const obligations = byDate(aggregate.openObligations(state));
  const next = wakeAt(aggregate, state);
  return {
    version,
    stage: state.stage,
    // A stream that nothing was ever accepted for has nothing to wait for either.
    closed: version === 0 || isClosed(aggregate, state),
    wakeAt: next,
    clockStands: given.clockStands,
    owes: given.owes,
    moreMail: given.moreMail,
    events: given.events,
    searchAttributes: searchAttributesOf(given, obligations, next),
    details: detailsOf(aggregate, state, obligations),
  };
}

function searchAttributesOf(
  {
    name,
    division,
    aggregate,
    state,
  }: { name: AggregateName; division: string; aggregate: Aggregate; state: StreamState },
  obligations: readonly Obligation[],
  next: Instant | null,
): StreamAnswer['searchAttributes'] {
  const owner = aggregate.ownership(state);
  return {
    QcDivision: division,
    QcAggregate: name,
    QcStage: state.stage,
    QcUnit: owner?.unit ?? null,
    QcDepartment: owner?.department ?? null,
    QcWaitingFor: obligations[0]?.holder.role ?? null,
    QcWakeAt: next,
    QcOverdue: obligations.some((obligation) => state.marks[obligation.id]?.lapsed === true),
  };
}

/** Markdown in Chinese: an operator reads on the server's own page what the file waits for. */
function detailsOf(aggregate: Aggregate, state: StreamState, obligations: readonly Obligation[]): string {
  const stage = aggregate.stages[state.stage]?.title.zh ?? state.stage;
  const lines = obligations.map((obligation) => {
    const overdue = state.marks[obligation.id]?.lapsed ? '（已逾期）' : '';
    const due = obligation.date === null ? '无法定期限' : `截止 ${obligation.date.due}${overdue}`;
    return `- 等待 **${ROLES[obligation.holder.role].zh}**：${obligation.words.zh}，${due}，依据 ${obligation.clause}`;
  });
  return [`**环节** ${stage}`, ...lines].join('\n');
}
