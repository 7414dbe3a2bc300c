import { useState } from 'react';
import type { Values } from '../forms/values.ts';

/** A form in the middle of filling in, kept on this machine: a closed browser or an expired sign-in costs nothing. */
export interface Draft {
  readonly data: Values;
  /** When it really happened, and why it comes late: only where something is entered after the fact. */
  readonly late: Values;
  readonly savedAt: string;
  /** The key of the last attempt and what was sent with it: the same thing sent again is not done twice. */
  readonly sent?: { readonly key: string; readonly body: string };
}

const MARK = 'quancheng.draft';

/** One for each person, so that the next person at a shared machine sees an empty form. */
export const draftName = (personId: string, file: string, command: string): string =>
  [MARK, personId, file, command].join(' ');

function read(name: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

export function useDraft(name: string, begun: Values) {
  const [restored, setRestored] = useState(() => read(name));
  const [draft, setDraft] = useState<Draft>(() => restored ?? { data: begun, late: {}, savedAt: '' });
  const change = (more: Partial<Draft>): Draft => {
    const next = { ...draft, ...more, savedAt: new Date().toISOString() };
    localStorage.setItem(name, JSON.stringify(next));
    setDraft(next);
    return next;
  };
  const forget = () => {
    localStorage.removeItem(name);
    setRestored(null);
    setDraft({ data: begun, late: {}, savedAt: '' });
  };
  return { draft, restored, change, forget };
}
