import type { CommandTable } from '../core/aggregate.ts';
import {
  AskExtension,
  DecideExtension,
  EstablishCompletion,
  RecordAcceptance,
  RecordFinalPayment,
  Reopen,
  ReportCompletion,
} from './decide/completion.ts';
import { Amend, AssignResponsible, Register, TakeOver } from './decide/library.ts';
import { Resume, Suspend, Terminate } from './decide/standing.ts';
import { TakeOverUnit } from './decide/unit.ts';
import { NoteCarryOver, NoteYearApproved, NoteYearClosed, OpenYear } from './decide/years.ts';
import type { ProjectState } from './state.ts';

/** Everything that can be asked of a project, in the order of its life. */
export const commands: CommandTable<ProjectState> = {
  Register,
  TakeOver,
  Amend,
  TakeOverUnit,
  AssignResponsible,
  OpenYear,
  NoteYearApproved,
  NoteCarryOver,
  NoteYearClosed,
  RecordAcceptance,
  RecordFinalPayment,
  AskExtension,
  DecideExtension,
  ReportCompletion,
  EstablishCompletion,
  Suspend,
  Resume,
  Terminate,
  Reopen,
};
