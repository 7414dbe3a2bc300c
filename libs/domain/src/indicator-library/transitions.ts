import type { StageKind, Transition } from '../core/aggregate.ts';
import { CLAUSE } from '../core/clauses.ts';

export const stages = {
  none: { title: { zh: '未建立', en: 'not opened' } },
  open: { title: { zh: '使用中', en: 'in use' }, standing: true },
} as const satisfies Record<string, StageKind>;

type Edge = Transition<keyof typeof stages>;

/** No paper of the rulebook speaks of the library; the review asks whether a goal's indicators are fit. */
const edge = (command: string, event: string): Edge => ({
  command,
  from: ['open'],
  event,
  to: 'same',
  clause: CLAUSE.reviewSheet,
});

export const transitions: readonly Edge[] = [
  {
    command: 'ListIndicators',
    from: ['none'],
    event: 'IndicatorLibraryOpened',
    to: ['open'],
    clause: CLAUSE.reviewSheet,
  },
  edge('ListIndicators', 'IndicatorsListed'),
  edge('ChangeIndicator', 'IndicatorChanged'),
  edge('RetireIndicator', 'IndicatorRetired'),
];
