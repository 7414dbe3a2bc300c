import {
  goalDeclarationForm,
  type IndicatorKind,
  selfEvaluationForm,
  trackingReportForm,
} from '@quancheng/forms';
import type { Fen, Words } from '@quancheng/kernel';

/** The papers that travel as files and are printed: each with the name that its form has. */
export const PAPERS = ['goal-declaration', 'goal-review', 'tracking-report', 'self-evaluation'] as const;
export type PaperName = (typeof PAPERS)[number];

/** Whose paper it is. It stands in the head of every file and every print, and a file comes home by it. */
export interface PaperHead {
  readonly division: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly fiscalYear: number;
  readonly unit: { readonly code: string; readonly name: string };
  readonly department: { readonly code: string; readonly name: string };
  /** Of a tracking report: which round, '2014-07'. */
  readonly round?: string;
  /** The edition whose rules the paper follows. */
  readonly edition: string;
  /** The version of the project-year when the file was made: a later one tells that the file is stale. */
  readonly version: number;
}

/** A paper with what has been filled in so far; `values` is a draft of the paper's form, money in fen. */
export interface FilledPaper {
  readonly paper: PaperName;
  readonly head: PaperHead;
  readonly values: Readonly<Record<string, unknown>>;
  /** What has been approved, by its row: shown beside the rows of a tracking report, and never read back. */
  readonly approved?: readonly {
    readonly row: string;
    readonly kind?: IndicatorKind;
    readonly shown: string;
  }[];
  /** Of a tracking report: what was approved for the year and what the treasury has paid. Printed, and never read back. */
  readonly spending?: { readonly budgetFen: Fen; readonly paidFen: Fen };
  /** What the rules made of a review that was handed in. */
  readonly outcome?: { readonly total: string; readonly result: string };
  /** The day on which it was handed in. A paper without it is a draft, and is printed as one. */
  readonly handedInOn?: string;
}

/** The official names. */
export const PAPER_TITLES: Readonly<Record<PaperName, Words>> = {
  'goal-declaration': goalDeclarationForm.title,
  'goal-review': { zh: '绩效目标审核表', en: 'review of the goal' },
  'tracking-report': trackingReportForm.title,
  'self-evaluation': selfEvaluationForm.title,
};
