import type { Edition } from '../../edition.ts';
import { classWeightsSelfEvaluation } from './class-weights-self-evaluation.clause.ts';
import { gradeBands } from './grade-bands.clause.ts';
import { scoringEqual } from './scoring-equal.clause.ts';
import { scoringExecution } from './scoring-execution.clause.ts';
import { scoringHigher } from './scoring-higher.clause.ts';
import { scoringLower } from './scoring-lower.clause.ts';
import { scoringQualitative } from './scoring-qualitative.clause.ts';

/** Rules seen running in the departments of another province; nobody here falls under them. */
export const hbDepartments: Edition = {
  id: 'hb-departments',
  title: {
    zh: '“hb”省预算部门自评规则（地方变式，按编号查用）',
    en: 'self-evaluation rules of the departments of province “hb”, a local variant asked for by its id',
  },
  divisionPrefix: null,
  inForce: { from: '2020-01-01' },
  released: false,
  papers: ['“hb”省预算部门自评表（公开系统中的运行规则）'],
  clauses: [
    classWeightsSelfEvaluation,
    gradeBands,
    scoringEqual,
    scoringExecution,
    scoringHigher,
    scoringLower,
    scoringQualitative,
  ],
};
