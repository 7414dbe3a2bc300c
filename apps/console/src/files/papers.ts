import { SHA256 } from '@quancheng/kernel';
import {
  type Field,
  goalDeclarationForm,
  keyReportForm,
  selfEvaluationForm,
  trackingReportForm,
} from '@quancheng/forms';
import type { RecordedEvent } from './read.ts';

/** A filled-in form that was handed in, or a file that came with something. */
export type Paper =
  | {
      readonly kind: 'form';
      readonly at: RecordedEvent;
      readonly title: string;
      readonly fields: readonly Field[];
      readonly form: Values;
    }
  | {
      readonly kind: 'attachment';
      readonly at: RecordedEvent;
      readonly title: string;
      readonly sha256: string;
    };

export type Values = Readonly<Record<string, unknown>>;

const FORMS: Readonly<Record<string, { title: { zh: string }; fields: readonly Field[] }>> = {
  GoalAndBudgetDeclared: goalDeclarationForm,
  TrackingReported: trackingReportForm,
  SelfEvaluationSubmitted: selfEvaluationForm,
  KeyReportSubmitted: keyReportForm,
};

/** Everything on paper in a file's record, the latest first. */
export function papersOf(events: readonly RecordedEvent[]): Paper[] {
  return events.toReversed().flatMap((at): Paper[] => {
    const form = isValues(at.data) && isValues(at.data.form) ? at.data.form : undefined;
    const known = FORMS[at.type];
    const filled: Paper[] =
      form === undefined || known === undefined
        ? []
        : [{ kind: 'form', at, title: known.title.zh, fields: known.fields, form }];
    const attached = sha256In(at.data).map(
      (sha256): Paper => ({ kind: 'attachment', at, title: `${at.title.zh}·附件`, sha256 }),
    );
    return [...filled, ...attached];
  });
}

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An attachment is known by its sum alone, whatever the field that holds it is called. */
function sha256In(value: unknown): string[] {
  if (typeof value === 'string') return SHA256.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(sha256In))];
}
