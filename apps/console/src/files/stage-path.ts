import type { StageWords } from './read.ts';

/** The usual way of each kind of file. What may happen beside it is not on the way: sent back, blocked, ended early. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  projects: ['active', 'completion-due', 'completed'],
  'project-years': [
    'draft',
    'declared',
    'department-reviewed',
    'finance-reviewed',
    'controlled',
    'resubmitted',
    'approved',
    'ended',
    'result-in-use',
    'closed',
  ],
  evaluations: ['planned', 'self-evaluation-due', 'self-evaluated', 'spot-check', 'reported', 'confirmed'],
  'budget-years': ['open', 'closed'],
};

/** Where a file stands that is beside the way: in place of which stage, until it is back on it. */
const INSTEAD: Readonly<Record<string, string>> = {
  returned: 'draft',
  blocked: 'department-reviewed',
  'key-evaluation': 'spot-check',
  suspended: 'active',
};

/** Where the file stands, for the picture to point at. */
export const currentOf = (steps: readonly Step[]): number =>
  Math.max(
    0,
    steps.findLastIndex(({ status }) => status !== 'wait'),
  );

export interface Step {
  readonly title: string;
  readonly status: 'finish' | 'process' | 'wait' | 'error';
}

/** The stages of a file up to its end, with the one it is at; empty where it left the way for good. */
export function stepsOf(collection: string, stage: string, words: readonly StageWords[]): Step[] {
  const titleOf = (name: string) => words.find((one) => one.stage === name)?.title.zh ?? name;
  const way = (WAYS[collection] ?? []).map((name) => (INSTEAD[stage] === name ? stage : name));
  const at = way.indexOf(stage);
  if (at < 0) return [];
  const isOver = words.find((one) => one.stage === stage)?.final === true;
  const troubled = stage === 'returned' || stage === 'blocked' || stage === 'suspended';
  return way.map((name, index) => ({
    title: titleOf(name),
    status:
      index < at || (index === at && isOver)
        ? 'finish'
        : index > at
          ? 'wait'
          : troubled
            ? 'error'
            : 'process',
  }));
}
