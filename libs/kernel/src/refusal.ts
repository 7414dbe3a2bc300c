/** Words for people, Chinese first. Every sentence that a clerk may read is given in both languages. */
export type Words = { readonly zh: string; readonly en: string };

export type FieldFault = { readonly field: string; readonly code: string; readonly because: Words };

/** A "no" that names its reason, the clause it rests on and what the clerk can do. A value, never thrown. */
export type Refusal = {
  readonly refused: true;
  readonly code: string;
  readonly clause?: string;
  readonly because: Words;
  readonly remedy: Words;
  readonly fields?: readonly FieldFault[];
};

type RefusalInput = {
  code: string;
  clause?: string | undefined;
  because: Words;
  remedy: Words;
  fields?: readonly FieldFault[] | undefined;
};

export function refuse({ code, clause, because, remedy, fields }: RefusalInput): Refusal {
  return {
    refused: true,
    code,
    ...(clause !== undefined && { clause }),
    because,
    remedy,
    ...(fields !== undefined && { fields }),
  };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
