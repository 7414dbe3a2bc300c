import type { Words } from '@quancheng/kernel';

/** What a cell can hold. `unreadable` is an answer, not an error: a person has to look. */
export const TARGET_KINDS = [
  'boolean',
  'compound',
  'deadline',
  'duration',
  'money',
  'not_applicable',
  'number',
  'percent',
  'period',
  'permille',
  'placeholder',
  'qualitative',
  'rate',
  'tier',
  'trend',
  'unreadable',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** `between` has `from` and `to`, `by` has `date`; the others stand before `value`. */
export type Operator = '>=' | '>' | '=' | '<=' | '<' | 'between' | 'by';

/** What a person is offered, never what is taken: an operator and a plain number to confirm. */
export type Suggestion = {
  readonly operator: Operator;
  readonly value: string;
  readonly unit: string | null;
};

/** One cell read. The names are those of the published collection of readings, so that both compare without a table. */
export type TargetReading = {
  /** Null where the cell is not numeric. */
  readonly operator: Operator | null;
  /** A plain decimal as it was written, without separators; the word itself for tiers and yes-or-no. */
  readonly value: string | null;
  /** The unit that belongs to `value`: '个', '%', '万元', '元/人·月'; null where none was printed. */
  readonly unit: string | null;
  readonly kind: TargetKind;
  /** The cell in one line, glyphs made plain. */
  readonly text: string;
  /** Ends of a range (decimals) or of a period ('2023-07', '2021-01-01'; without a year '01-01'). */
  readonly from?: string;
  readonly to?: string;
  /** 'YYYY-MM-DD', or 'MM-DD' where neither the cell nor the form gives a year. */
  readonly date?: string;
  /** The amount as printed, where `value` had to be converted. */
  readonly base?: string;
  /** No operator was printed: `=` was read into the cell. */
  readonly implied_operator?: true;
  /** Why a person must be asked before the reading is used. */
  readonly ambiguous?: Words;
  /** Why nothing is read. Only with kind `unreadable`. */
  readonly unreadable?: Words;
  readonly suggestion?: Suggestion;
  /** Worth knowing, nothing to decide. */
  readonly notes?: readonly Words[];
};

/** Where the cell stands: it changes what is asked about and suggested, never silently what is read. */
export type TargetContext = {
  /** First and second level as printed: '产出指标(50分)', '成本指标'. */
  readonly level1?: string | null | undefined;
  readonly level2?: string | null | undefined;
  readonly name?: string | null | undefined;
  /** The unit of the form's head: '元' or '万元'. */
  readonly moneyUnit?: string | null | undefined;
  readonly fiscalYear?: number | undefined;
  /** An actual is a plain value: an operator in it is refused, and its absence means nothing. */
  readonly column?: 'target' | 'actual' | undefined;
  /** The other cell of the row (target beside actual): betrays a figure that recognition spoilt. */
  readonly beside?: string | null | undefined;
};

const reading = (
  kind: TargetKind,
  text: string,
  rest: Partial<Omit<TargetReading, 'kind' | 'text'>> = {},
): TargetReading => ({ operator: null, value: null, unit: null, kind, text, ...rest });

export const worded = (kind: TargetKind, text: string, value: string | null = null): TargetReading =>
  reading(kind, text, { value });

export const measured = (
  kind: TargetKind,
  text: string,
  rest: Partial<Omit<TargetReading, 'kind' | 'text'>> & { readonly operator: Operator },
): TargetReading => reading(kind, text, rest);

export const unread = (
  text: string,
  because: Words,
  rest: { readonly unit?: string | null; readonly suggestion?: Suggestion | undefined } = {},
): TargetReading =>
  reading('unreadable', text, {
    unit: rest.unit ?? null,
    unreadable: because,
    ...(rest.suggestion !== undefined && { suggestion: rest.suggestion }),
  });
