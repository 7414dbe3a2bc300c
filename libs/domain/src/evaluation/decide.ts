import type { CommandTable } from '../core/aggregate.ts';
import { AssignRoad, Cancel, NoteTreasury, StartSelfEvaluation } from './decide/begin.ts';
import {
  Commission,
  PrepareKeyEvaluation,
  ReturnKeyReport,
  SubmitKeyReport,
} from './decide/key-evaluation.ts';
import { ConfirmResult, ReviseResult } from './decide/result.ts';
import {
  ReportRecipients,
  ReturnSelfEvaluation,
  SaveSelfEvaluationDraft,
  SubmitSelfEvaluation,
} from './decide/self-evaluation.ts';
import { AcceptWithoutCheck, DrawForSpotCheck, RecordSpotCheck } from './decide/spot-check.ts';
import { TakeOverUnit } from './decide/unit.ts';
import type { EvaluationState } from './state.ts';

/** What may be asked of an evaluation; each command's own file says how it is decided. */
export const commands: CommandTable<EvaluationState> = {
  AssignRoad,
  StartSelfEvaluation,
  NoteTreasury,
  SaveSelfEvaluationDraft,
  SubmitSelfEvaluation,
  ReturnSelfEvaluation,
  ReportRecipients,
  DrawForSpotCheck,
  AcceptWithoutCheck,
  RecordSpotCheck,
  PrepareKeyEvaluation,
  Commission,
  SubmitKeyReport,
  ReturnKeyReport,
  ConfirmResult,
  ReviseResult,
  TakeOverUnit,
  Cancel,
};
