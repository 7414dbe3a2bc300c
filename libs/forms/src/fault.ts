import type { Refusal, Words } from '@quancheng/kernel';

/** What a field fault carries through zod's issue: its own code, and its words in both languages. */
export type FaultParams = { readonly fault: { readonly code: string; readonly because: Words } };

export function faultParams({ code, because }: Pick<Refusal, 'code' | 'because'>): FaultParams {
  return { fault: { code, because } };
}

/** A check of our own names its code and words; every other message stands on one line, "中文 / English". */
export function faultOfIssue(issue: {
  code: string;
  message: string;
  params?: unknown;
}): FaultParams['fault'] {
  const own = (issue.params as Partial<FaultParams> | undefined)?.fault;
  if (own !== undefined) return own;
  const [zh = issue.message, en = issue.message] = issue.message.split(' / ', 2);
  return { code: issue.code, because: { zh, en } };
}
