import type { Edition } from '../../edition.ts';
import { accountabilityLadder } from './accountability-ladder.clause.ts';
import { budgetLinkByGrade } from './budget-link-by-grade.clause.ts';
import { budgetLinkByNature } from './budget-link-by-nature.clause.ts';
import { budgetLinkCutProposal } from './budget-link-cut-proposal.clause.ts';
import { budgetLinkNotDemonstrated } from './budget-link-not-demonstrated.clause.ts';
import { evaluationUnprovenWeight } from './evaluation-unproven-weight.clause.ts';
import { budgetLinkNamedGrades } from './budget-link-named-grades.clause.ts';
import { calendarRestDays } from './calendar-rest-days.clause.ts';
import { classWeightsSelfEvaluation } from './class-weights-self-evaluation.clause.ts';
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
import { evaluationKinds } from './evaluation-kinds.clause.ts';
import { evaluationMethods } from './evaluation-methods.clause.ts';
import { evaluationStandards } from './evaluation-standards.clause.ts';
import { frameworkProject } from './framework-project.clause.ts';
import { goalReviewGeneralSheet } from './goal-review-general-sheet.clause.ts';
import { goalReviewPhrases } from './goal-review-phrases.clause.ts';
import { goalReviewSheet } from './goal-review-sheet.clause.ts';
import { goalThresholdNew } from './goal-threshold-new.clause.ts';
import { goalThresholdRecurrent } from './goal-threshold-recurrent.clause.ts';
import { gradeBands } from './grade-bands.clause.ts';
import { keyEvaluationCoverage } from './key-evaluation-coverage.clause.ts';
import { keyEvaluationResultWeight } from './key-evaluation-result-weight.clause.ts';
import { lightDepartment } from './light-department.clause.ts';
import { lightGoal } from './light-goal.clause.ts';
import { lightMoney } from './light-money.clause.ts';
import { lightProgress } from './light-progress.clause.ts';
import { lightTask } from './light-task.clause.ts';
import { monitoringCauses } from './monitoring-causes.clause.ts';
import { monitoringConsequences } from './monitoring-consequences.clause.ts';
import { monitoringLikelihoods } from './monitoring-likelihoods.clause.ts';
import { monitoringTable } from './monitoring-table.clause.ts';
import { monitoringWindow } from './monitoring-window.clause.ts';
import { reminderDefault } from './reminder-default.clause.ts';
import { resultReviewEffect } from './result-review-effect.clause.ts';
import { scoringEqual } from './scoring-equal.clause.ts';
import { scoringExecution } from './scoring-execution.clause.ts';
import { scoringHigher } from './scoring-higher.clause.ts';
import { scoringLower } from './scoring-lower.clause.ts';
import { scoringQualitative } from './scoring-qualitative.clause.ts';
import { secondSubmissionFullReview } from './second-submission-full-review.clause.ts';
import { selfEvaluationSubmission } from './self-evaluation-submission.clause.ts';
import { spotCheckGap } from './spot-check-gap.clause.ts';
import { spotCheckRate } from './spot-check-rate.clause.ts';
import { trackingDeviation } from './tracking-deviation.clause.ts';
import { trackingExpected } from './tracking-expected.clause.ts';

/** The Ministry's rules on goals, monitoring and evaluation as they stand since 2020; a bureau's own rules come before them. */
export const national2020: Edition = {
  id: 'national-2020',
  title: {
    zh: '财政部项目支出绩效管理规则（2020版，文本未经财政局核对）',
    en: 'rules of the Ministry of Finance on project performance, edition of 2020, text not yet checked by the bureau',
  },
  divisionPrefix: '',
  inForce: { from: '2020-01-01' },
  released: false,
  papers: [
    '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
    '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）',
    '《中央部门预算绩效运行监控管理暂行办法》（财预〔2019〕136号）',
    '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）',
  ],
  clauses: [
    accountabilityLadder,
    budgetLinkByGrade,
    budgetLinkByNature,
    budgetLinkCutProposal,
    budgetLinkNamedGrades,
    budgetLinkNotDemonstrated,
    evaluationUnprovenWeight,
    calendarRestDays,
    classWeightsSelfEvaluation,
    commissionLargeMoney,
    completionStart,
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
    deadlineResultReview,
    deadlineSecondSubmission,
    deadlineSelfEvaluation,
    deadlineSpotCheck,
    deadlineTrackingReport,
    evaluationKinds,
    evaluationMethods,
    evaluationStandards,
    frameworkProject,
    goalReviewGeneralSheet,
    goalReviewSheet,
    goalReviewPhrases,
    goalThresholdNew,
    goalThresholdRecurrent,
    gradeBands,
    keyEvaluationCoverage,
    keyEvaluationResultWeight,
    lightGoal,
    lightMoney,
    lightProgress,
    lightTask,
    lightDepartment,
    monitoringCauses,
    monitoringConsequences,
    monitoringLikelihoods,
    monitoringTable,
    monitoringWindow,
    reminderDefault,
    resultReviewEffect,
    scoringEqual,
    scoringExecution,
    scoringHigher,
    scoringLower,
    scoringQualitative,
    secondSubmissionFullReview,
    selfEvaluationSubmission,
    spotCheckGap,
    spotCheckRate,
    trackingDeviation,
    trackingExpected,
  ],
};
