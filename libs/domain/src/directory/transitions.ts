import { CLOCK, type StageKind, type Transition } from '../core/aggregate.ts';
import { CLAUSE } from '../core/clauses.ts';

export const stages = {
  none: { title: { zh: '未建立', en: 'not founded' } },
  open: { title: { zh: '使用中', en: 'in use' }, standing: true },
} as const satisfies Record<string, StageKind>;

type Edge = Transition<keyof typeof stages>;

/** No paper of the rulebook speaks of the directory; 谁用款、谁负责 is what it is kept for. */
const edge = (command: string, event: string): Edge => ({
  command,
  from: ['open'],
  event,
  to: 'same',
  clause: CLAUSE.accountability,
});

export const transitions: readonly Edge[] = [
  {
    command: 'FoundDirectory',
    from: ['none'],
    event: 'DirectoryFounded',
    to: ['open'],
    clause: CLAUSE.accountability,
  },
  edge('FoundDirectory', 'DirectoryFounded'),
  edge('NoteHolidays', 'HolidaysNoted'),
  edge('RegisterUnits', 'UnitsRegistered'),
  edge('RenameUnit', 'UnitRenamed'),
  edge('MoveUnit', 'UnitMoved'),
  edge('MergeUnits', 'UnitsMerged'),
  edge('SplitUnit', 'UnitSplit'),
  edge('CloseUnit', 'UnitClosed'),
  edge(CLOCK, 'ChangeInForce'),
  edge('HandOver', 'FilesHandedOver'),
  edge('GrantPosts', 'PostsGranted'),
  edge('EndPost', 'PostEnded'),
  edge('ReplaceHolder', 'HolderReplaced'),
  edge('Delegate', 'PostDelegated'),
  edge('RevokeDelegation', 'DelegationRevoked'),
];
