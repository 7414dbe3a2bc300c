import type { Begun } from '../actions/begin.ts';
import type { CommandForm } from '../actions/page.tsx';
import { isValues, rowsOf, type Values } from '../forms/values.ts';

/** The papers that travel as files, by the form that they fill. */
const PAPERS: Readonly<Record<string, PaperName>> = {
  'project-years/save-draft': 'goal-declaration',
  'project-years/declare': 'goal-declaration',
  'project-years/save-review-draft': 'goal-review',
  'project-years/review-goal': 'goal-review',
  'project-years/save-tracking-draft': 'tracking-report',
  'project-years/report-tracking': 'tracking-report',
  'evaluations/save-self-evaluation-draft': 'self-evaluation',
  'evaluations/submit-self-evaluation': 'self-evaluation',
};
export type PaperName = 'goal-declaration' | 'goal-review' | 'tracking-report' | 'self-evaluation';

/** By the address of the command, `project-years/declare`; undefined where its form is no paper. */
export const paperOf = (address: string): PaperName | undefined =>
  Object.hasOwn(PAPERS, address) ? PAPERS[address] : undefined;

const inside = (state: Values, name: string): Values => (isValues(state[name]) ? state[name] : {});

/** The file as if what was read were its draft: so a form begins with it in the same way. */
export function withDraft(state: Values, paper: PaperName, draft: Values, round: unknown): Values {
  switch (paper) {
    case 'goal-declaration':
      return { ...state, draft };
    case 'goal-review':
      return { ...state, review: { ...inside(state, 'review'), draft } };
    case 'tracking-report': {
      const rounds = rowsOf(state.rounds).filter((one) => one.round === round);
      return { ...state, rounds: rounds.map((one) => ({ ...one, draft })) };
    }
    case 'self-evaluation':
      return { ...state, duty: { ...inside(state, 'duty'), draft } };
  }
}

/** What is typed, with the paper's part of it replaced; a signature and answers to remarks stay. */
export function takenOver({ fields }: CommandForm, typed: Values, { data }: Begun): Values {
  const names = fields.map(({ name }) => name);
  const ofPaper = names.includes('form') ? ['round', 'form'] : names;
  const replaced = ofPaper.filter((name) => names.includes(name)).map((name) => [name, data[name]]);
  return { ...typed, ...Object.fromEntries(replaced) };
}
