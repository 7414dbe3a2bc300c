/**
 * The clauses that edges and undated duties rest on; where none speaks of a thing, the nearest one. Dated duties cite
 * the clause that gave their date.
 */
export const CLAUSE = {
  newGoal: 'zh-2014/goal-threshold/new',
  recurrentGoal: 'zh-2014/goal-threshold/recurrent',
  departmentReview: 'zh-2014/deadline/department-review',
  financeReview: 'zh-2014/deadline/finance-review',
  reviewSheet: 'zh-2014/goal-review/sheet',
  resubmission: 'zh-2014/deadline/resubmission',
  controlFigure: 'zh-2014/deadline/control-figure',
  secondSubmission: 'zh-2014/deadline/second-submission',
  approval: 'zh-2014/deadline/approval',
  tracking: 'zh-2014/deadline/tracking-report',
  deviation: 'zh-2014/tracking/deviation',
  rectification: 'zh-2014/deadline/rectification',
  rectificationConfirmation: 'zh-2014/deadline/rectification-confirmation',
  completion: 'zh-2014/deadline/report-completion',
  selfEvaluation: 'zh-2014/deadline/self-evaluation',
  spotCheck: 'zh-2014/deadline/spot-check',
  keyEvaluation: 'zh-2014/deadline/key-evaluation',
  resultConfirmation: 'zh-2014/deadline/result-confirmation',
  grade: 'zh-2014/grade-bands',
  notice: 'zh-2014/deadline/result-notice',
  resultRectification: 'zh-2014/deadline/rectification-of-result',
  budgetLink: 'zh-2014/deadline/budget-link-decision',
  accountability: 'zh-2014/deadline/accountability-clue',
  disclosure: 'zh-2014/deadline/disclosure',
} as const;
