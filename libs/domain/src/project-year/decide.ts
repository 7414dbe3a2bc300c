import type { CommandTable } from '../core/aggregate.ts';
import * as accountability from './decide/accountability.ts';
import * as correction from './decide/correction.ts';
import * as declaration from './decide/declaration.ts';
import * as result from './decide/result.ts';
import * as review from './decide/review.ts';
import * as tracking from './decide/tracking.ts';
import * as unit from './decide/unit.ts';
import * as yearEnd from './decide/year-end.ts';
import type { ProjectYearState } from './state.ts';

/** Every wish that a project-year answers, in the order of its life. */
export const commands = {
  Open: declaration.Open,
  NoteWindow: declaration.NoteWindow,
  TakeOverUnit: unit.TakeOverUnit,
  NoteProjectStatus: yearEnd.NoteProjectStatus,
  ReceiveCarryOver: yearEnd.ReceiveCarryOver,
  NoteEvaluation: yearEnd.NoteEvaluation,

  SaveDraft: declaration.SaveDraft,
  Declare: declaration.Declare,
  Withdraw: declaration.Withdraw,
  ReviewAsDepartment: review.ReviewAsDepartment,
  ReviewMoney: review.ReviewMoney,
  SaveReviewDraft: review.SaveReviewDraft,
  ReviewGoal: review.ReviewGoal,
  SettleRemarks: review.SettleRemarks,
  IssueControlFigure: review.IssueControlFigure,
  Resubmit: review.Resubmit,
  ApproveInBatch: review.ApproveInBatch,

  OpenTrackingRound: tracking.OpenTrackingRound,
  RecordPayments: tracking.RecordPayments,
  SaveTrackingDraft: tracking.SaveTrackingDraft,
  ReportTracking: tracking.ReportTracking,
  AcceptDeviation: tracking.AcceptDeviation,
  OrderRectification: correction.OrderRectification,
  ReportRectification: correction.ReportRectification,
  ConfirmRectification: correction.ConfirmRectification,
  RequestStopPayment: correction.RequestStopPayment,
  AcknowledgeStopPayment: correction.AcknowledgeStopPayment,
  LiftStopPayment: correction.LiftStopPayment,
  RequestAdjustment: correction.RequestAdjustment,
  DecideAdjustment: correction.DecideAdjustment,

  CarryOver: yearEnd.CarryOver,
  ReceiveResult: result.ReceiveResult,
  CirculateResult: result.CirculateResult,
  AcknowledgeNotice: result.AcknowledgeNotice,
  ReportResultRectification: result.ReportResultRectification,
  ConfirmResultRectification: result.ConfirmResultRectification,
  DecideBudgetLink: result.DecideBudgetLink,
  VerifyClue: accountability.VerifyClue,
  CloseClue: accountability.CloseClue,
  OpenCase: accountability.OpenCase,
  DecideDisclosure: accountability.DecideDisclosure,
} as const satisfies CommandTable<ProjectYearState>;
