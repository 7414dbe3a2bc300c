import type { CommandTable } from '../core/aggregate.ts';
import { ApproveBatch, RecordCongressApproval, TakeOutOfBatch } from './decide/approval.ts';
import { CloseYear, OpenWindow, Prepare } from './decide/calendar.ts';
import {
  Enrol,
  NoteDeclared,
  NoteLeft,
  NoteResubmitted,
  NoteUnit,
  RecordNilReturn,
} from './decide/enrolment.ts';
import { AdoptEvaluationPlan, SendTrackingRound } from './decide/rounds.ts';
import type { BudgetYearState } from './state.ts';

/** Everything that can be asked of a budget year, in the order of its work. */
export const commands: CommandTable<BudgetYearState> = {
  Prepare,
  OpenWindow,
  Enrol,
  NoteDeclared,
  NoteResubmitted,
  NoteLeft,
  NoteUnit,
  RecordNilReturn,
  RecordCongressApproval,
  ApproveBatch,
  TakeOutOfBatch,
  SendTrackingRound,
  AdoptEvaluationPlan,
  CloseYear,
};
