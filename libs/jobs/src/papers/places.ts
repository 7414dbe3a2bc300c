import {
  goalDeclarationForm,
  reviewSheetForm,
  selfEvaluationForm,
  trackingReportForm,
} from '@quancheng/forms';
import type { Field } from '@quancheng/forms';
import type { Json } from '@quancheng/kernel';
import type { PaperName } from '@quancheng/papers';

/** Where a paper is at home: whose file it belongs to, what keeps it as a draft, and what hands it in. */
export interface PaperPlace {
  readonly aggregate: 'project-year' | 'evaluation';
  readonly fields: readonly Field[];
  readonly saves: string;
  readonly submits: string;
  /** The event that records it as handed in. */
  readonly recordedAs: string;
}

export const PAPER_PLACES: Readonly<Record<PaperName, PaperPlace>> = {
  'goal-declaration': {
    aggregate: 'project-year',
    fields: goalDeclarationForm.fields,
    saves: 'SaveDraft',
    submits: 'Declare',
    recordedAs: 'GoalAndBudgetDeclared',
  },
  'goal-review': {
    aggregate: 'project-year',
    fields: reviewSheetForm.fields,
    saves: 'SaveReviewDraft',
    submits: 'ReviewGoal',
    recordedAs: 'GoalReviewed',
  },
  'tracking-report': {
    aggregate: 'project-year',
    fields: trackingReportForm.fields,
    saves: 'SaveTrackingDraft',
    submits: 'ReportTracking',
    recordedAs: 'TrackingReported',
  },
  'self-evaluation': {
    aggregate: 'evaluation',
    fields: selfEvaluationForm.fields,
    saves: 'SaveSelfEvaluationDraft',
    submits: 'SubmitSelfEvaluation',
    recordedAs: 'SelfEvaluationSubmitted',
  },
};

/** The data of the command that keeps a paper as a draft; `form` as JSON, money as digits of fen. */
export const savingData = (form: Json, round: string | undefined): { readonly [key: string]: Json } =>
  round === undefined ? { form } : { round, form };
