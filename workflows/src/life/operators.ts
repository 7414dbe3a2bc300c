import { SEARCH_ATTRIBUTES, type SearchAttributeName, type StreamAnswer } from '@quancheng/ports';
import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';

/** Keeps the operators' page telling the truth: search attributes and a line in Chinese, from recorded answers only. */
export function tellOperators(before: StreamAnswer | null, answer: StreamAnswer): void {
  setCurrentDetails(answer.details);
  const changed = Object.entries(answer.searchAttributes).filter(
    ([name, value]) => before?.searchAttributes[name] !== value,
  );
  if (changed.length > 0) upsertSearchAttributes(changed.map(([name, value]) => pairOf(name, value)));
}

function pairOf(name: string, value: string | boolean | null) {
  const type = SEARCH_ATTRIBUTES[name as SearchAttributeName];
  const key = defineSearchAttributeKey(name, type);
  const typed = type === 'DATETIME' && typeof value === 'string' ? new Date(value) : value;
  return { key, value: typed } as SearchAttributeUpdatePair;
}
