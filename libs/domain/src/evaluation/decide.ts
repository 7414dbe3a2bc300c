import type { CommandTable } from '../core/aggregate.ts';
import { assignRoad, cancel, startSelfEvaluation } from './decide/begin.ts';
import {
  commissionIntermediary,
  prepareKeyEvaluation,
  returnKeyReport,
  submitKeyReport,
} from './decide/key-evaluation.ts';
import { confirmResult, reviseResult } from './decide/result.ts';
import { reportRecipients, returnSelfEvaluation, submitSelfEvaluation } from './decide/self-evaluation.ts';
import { acceptWithoutCheck, drawForSpotCheck, recordSpotCheck } from './decide/spot-check.ts';
import type { EvaluationState } from './state.ts';

/** What may be asked of an evaluation; each command's own file says how it is decided. */
export const commands: CommandTable<EvaluationState> = {
  AssignRoad: assignRoad,
  StartSelfEvaluation: startSelfEvaluation,
  SubmitSelfEvaluation: submitSelfEvaluation,
  ReturnSelfEvaluation: returnSelfEvaluation,
  ReportRecipients: reportRecipients,
  DrawForSpotCheck: drawForSpotCheck,
  AcceptWithoutCheck: acceptWithoutCheck,
  RecordSpotCheck: recordSpotCheck,
  PrepareKeyEvaluation: prepareKeyEvaluation,
  Commission: commissionIntermediary,
  SubmitKeyReport: submitKeyReport,
  ReturnKeyReport: returnKeyReport,
  ConfirmResult: confirmResult,
  ReviseResult: reviseResult,
  Cancel: cancel,
};
