import type { CommandTable } from '../core/aggregate.ts';
import { NoteHolidays } from './decide/calendar.ts';
import { Delegate, EndPost, GrantPosts, ReplaceHolder, RevokeDelegation } from './decide/posts.ts';
import { CloseUnit, HandOver, MergeUnits, SplitUnit } from './decide/reorganise.ts';
import { FoundDirectory, MoveUnit, RegisterUnits, RenameUnit } from './decide/units.ts';
import type { DirectoryState } from './state.ts';

/** Everything that can be asked of a division's directory: its units, then its people. */
export const commands: CommandTable<DirectoryState> = {
  FoundDirectory,
  NoteHolidays,
  RegisterUnits,
  RenameUnit,
  MoveUnit,
  MergeUnits,
  SplitUnit,
  CloseUnit,
  HandOver,
  GrantPosts,
  EndPost,
  ReplaceHolder,
  Delegate,
  RevokeDelegation,
};
