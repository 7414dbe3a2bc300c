import type { Refusal, Words } from '@quancheng/kernel';

/** What a field fault carries through zod's issue: its own code, and its words in both languages. */
export type FaultParams = { readonly fault: { readonly code: string; readonly because: Words } };

export function faultParams({ code, because }: Pick<Refusal, 'code' | 'because'>): FaultParams {
  return { fault: { code, because } };
}
