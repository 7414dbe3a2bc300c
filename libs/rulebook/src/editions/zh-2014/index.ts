import type { Edition } from '../../edition.ts';
import { accountabilityLadder } from './accountability-ladder.clause.ts';
import { budgetLinkCutProposal } from './budget-link-cut-proposal.clause.ts';
import { budgetLinkGoodGrade } from './budget-link-good-grade.clause.ts';
import { budgetLinkNotDemonstrated } from './budget-link-not-demonstrated.clause.ts';
import { evaluationUnprovenWeight } from './evaluation-unproven-weight.clause.ts';
import { budgetLinkNamedGrades } from './budget-link-named-grades.clause.ts';
import { calendarRestDays } from './calendar-rest-days.clause.ts';
import { commissionLargeMoney } from './commission-large-money.clause.ts';
import { completionStart } from './completion-start.clause.ts';
import { deadlineAccountabilityClue } from './deadline-accountability-clue.clause.ts';
import { deadlineApproval } from './deadline-approval.clause.ts';
import { deadlineBudgetLinkDecision } from './deadline-budget-link-decision.clause.ts';
import { deadlineControlFigure } from './deadline-control-figure.clause.ts';
import { deadlineDepartmentReview } from './deadline-department-review.clause.ts';
import { deadlineDisclosure } from './deadline-disclosure.clause.ts';
import { deadlineFinanceReview } from './deadline-finance-review.clause.ts';
import { deadlineKeyEvaluation } from './deadline-key-evaluation.clause.ts';
import { deadlineRectificationConfirmation } from './deadline-rectification-confirmation.clause.ts';
import { deadlineRectificationOfResult } from './deadline-rectification-of-result.clause.ts';
import { deadlineRectification } from './deadline-rectification.clause.ts';
import { deadlineReportCompletion } from './deadline-report-completion.clause.ts';
import { deadlineResubmission } from './deadline-resubmission.clause.ts';
import { deadlineResultConfirmation } from './deadline-result-confirmation.clause.ts';
import { deadlineResultNotice } from './deadline-result-notice.clause.ts';
import { deadlineResultReview } from './deadline-result-review.clause.ts';
import { deadlineSecondSubmission } from './deadline-second-submission.clause.ts';
import { deadlineSelfEvaluation } from './deadline-self-evaluation.clause.ts';
import { deadlineSpotCheck } from './deadline-spot-check.clause.ts';
import { deadlineTrackingReport } from './deadline-tracking-report.clause.ts';
import { frameworkProject } from './framework-project.clause.ts';
import { goalReviewPhrases } from './goal-review-phrases.clause.ts';
import { goalReviewSheet } from './goal-review-sheet.clause.ts';
import { goalThresholdNew } from './goal-threshold-new.clause.ts';
import { goalThresholdRecurrent } from './goal-threshold-recurrent.clause.ts';
import { gradeBands } from './grade-bands.clause.ts';
import { keyEvaluationResultWeight } from './key-evaluation-result-weight.clause.ts';
import { lightDepartment } from './light-department.clause.ts';
import { lightGoal } from './light-goal.clause.ts';
import { lightMoney } from './light-money.clause.ts';
import { lightProgress } from './light-progress.clause.ts';
import { lightTask } from './light-task.clause.ts';
import { reminderDefault } from './reminder-default.clause.ts';
import { resultReviewEffect } from './result-review-effect.clause.ts';
import { scoringEqual } from './scoring-equal.clause.ts';
import { scoringExecution } from './scoring-execution.clause.ts';
import { scoringHigher } from './scoring-higher.clause.ts';
import { scoringLower } from './scoring-lower.clause.ts';
import { scoringQualitative } from './scoring-qualitative.clause.ts';
import { secondSubmissionFullReview } from './second-submission-full-review.clause.ts';
import { spotCheckGap } from './spot-check-gap.clause.ts';
import { spotCheckRate } from './spot-check-rate.clause.ts';
import { trackingDeviation } from './tracking-deviation.clause.ts';
import { trackingExpected } from './tracking-expected.clause.ts';

/** Zhenghai's rules of the first years of whole-process performance management (全过程预算绩效管理). */
export const zh2014: Edition = {
  id: 'zh-2014',
  title: {
    zh: '镇海区预算绩效管理规则（2014版，未经财政局确认）',
    en: 'rules of Zhenghai district, edition of 2014, not yet confirmed by the bureau',
  },
  divisionPrefix: '330211',
  inForce: { from: '2013-01-01' },
  released: false,
  papers: [
    '《镇海区全面推进预算绩效管理实施意见》（镇政发〔2012〕27号）',
    '镇海区财政局对区政协九届三次会议第11号提案的答复（2014-04-22）',
  ],
  clauses: [
    goalThresholdNew,
    goalThresholdRecurrent,
    goalReviewSheet,
    goalReviewPhrases,
    deadlineAccountabilityClue,
    deadlineApproval,
    deadlineBudgetLinkDecision,
    deadlineControlFigure,
    deadlineDepartmentReview,
    deadlineDisclosure,
    deadlineFinanceReview,
    deadlineKeyEvaluation,
    deadlineRectificationConfirmation,
    deadlineRectificationOfResult,
    deadlineRectification,
    deadlineReportCompletion,
    deadlineResubmission,
    deadlineResultConfirmation,
    deadlineResultNotice,
    deadlineSecondSubmission,
    deadlineSelfEvaluation,
    deadlineSpotCheck,
    deadlineTrackingReport,
    reminderDefault,
    trackingDeviation,
    trackingExpected,
    lightGoal,
    lightMoney,
    lightProgress,
    lightTask,
    lightDepartment,
    scoringEqual,
    scoringExecution,
    scoringHigher,
    scoringLower,
    scoringQualitative,
    gradeBands,
    budgetLinkCutProposal,
    budgetLinkGoodGrade,
    budgetLinkNamedGrades,
    budgetLinkNotDemonstrated,
    evaluationUnprovenWeight,
    keyEvaluationResultWeight,
    spotCheckGap,
    secondSubmissionFullReview,
    accountabilityLadder,
    calendarRestDays,
    commissionLargeMoney,
    completionStart,
    deadlineResultReview,
    frameworkProject,
    resultReviewEffect,
    spotCheckRate,
  ],
};
