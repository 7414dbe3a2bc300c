import { type CommandKind, ROLES, type StreamState } from '@quancheng/domain';
import { type AskedField, askedFields, type AskedWords } from '@quancheng/forms';
import type { Words } from '@quancheng/kernel';
import { FIELD_WORDS } from './field-words.ts';
import { OPTION_WORDS } from './option-words.ts';

const NO_HELP: Words = { zh: '', en: '' };

/** The longest end of an address that the table knows: `outcomes.name` before `name`. */
function told<T>(table: Readonly<Record<string, T>>, path: readonly string[]): T {
  for (let from = 0; from < path.length; from++) {
    const address = path.slice(from).join('.');
    const found = Object.hasOwn(table, address) ? table[address] : undefined;
    if (found !== undefined) return found;
  }
  throw new Error(`${path.join('.')}: a command's field without words`);
}

const WORDS: AskedWords = {
  field(path) {
    const [zh, en, help = NO_HELP] = told(FIELD_WORDS, path);
    return { label: { zh, en }, help };
  },
  option(path, value) {
    if (path.at(-1) === 'role' && Object.hasOwn(ROLES, value)) return ROLES[value as keyof typeof ROLES];
    const [zh, en] = told(OPTION_WORDS, [...path, value]);
    return { zh, en };
  },
};

/** The form of a command for a page: the same schema that judges what comes back. */
export const askedForm = (kind: CommandKind<StreamState>): AskedField[] => askedFields(kind.data, WORDS);
