import { SHA256 } from '@quancheng/kernel';
import {
  type Field,
  goalDeclarationForm,
  keyReportForm,
  reviewSheetForm,
  selfEvaluationForm,
  trackingReportForm,
} from '@quancheng/forms';
import type { PaperName } from '../papers/paper-of.ts';
import type { RecordedEvent } from './read.ts';

/** A filled-in form that was handed in, or a file that came with something. */
export type Paper =
  | {
      readonly kind: 'form';
      readonly at: RecordedEvent;
      readonly title: string;
      readonly fields: readonly Field[];
      readonly form: Values;
      /** Where its official paper is to be had for print, behind `papers/`; a form without one has none. */
      readonly printedAs?: string;
    }
  | {
      readonly kind: 'attachment';
      readonly at: RecordedEvent;
      readonly title: string;
      readonly sha256: string;
    };

export type Values = Readonly<Record<string, unknown>>;

interface Known {
  readonly form: { readonly title: { readonly zh: string }; readonly fields: readonly Field[] };
  readonly paper?: PaperName;
}

const FORMS: Readonly<Record<string, Known>> = {
  GoalAndBudgetDeclared: { form: goalDeclarationForm, paper: 'goal-declaration' },
  GoalReviewed: { form: reviewSheetForm, paper: 'goal-review' },
  TrackingReported: { form: trackingReportForm, paper: 'tracking-report' },
  SelfEvaluationSubmitted: { form: selfEvaluationForm, paper: 'self-evaluation' },
  KeyReportSubmitted: { form: keyReportForm },
};

/** Everything on paper in a file's record, the latest first. */
export function papersOf(events: readonly RecordedEvent[]): Paper[] {
  return events.toReversed().flatMap((at): Paper[] => {
    const known = FORMS[at.type];
    const filled: Paper[] = known === undefined || !isValues(at.data) ? [] : [formAt(at, at.data, known)];
    const attached = sha256In(at.data).map(
      (sha256): Paper => ({ kind: 'attachment', at, title: `${at.title.zh}·附件`, sha256 }),
    );
    return [...filled, ...attached];
  });
}

/** A review is recorded in its parts, every other form as one. */
function formAt(at: RecordedEvent, data: Values, { form, paper }: Known): Paper {
  return {
    kind: 'form',
    at,
    title: form.title.zh,
    fields: form.fields,
    form: isValues(data.form) ? data.form : data,
    ...(paper === undefined ? {} : { printedAs: `${paper}/print?version=${at.version}` }),
  };
}

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An attachment is known by its sum alone, whatever the field that holds it is called. */
function sha256In(value: unknown): string[] {
  if (typeof value === 'string') return SHA256.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(sha256In))];
}
