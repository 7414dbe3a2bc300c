import type { GoalDeclaration } from '@quancheng/forms';
import type { ProjectYearState } from './state.ts';

/** The declaration as it was approved, its goal after every revision; null while nothing is approved, or nothing was declared. */
export function approvedPaper(year: ProjectYearState): GoalDeclaration | null {
  if (year.stage === 'none' || year.approvedFen === null || year.declaration === null) return null;
  const { form } = year.declaration;
  if (year.goal === null) return form;
  const { annual, indicators, periodValues, milestones } = year.goal;
  return {
    ...form,
    goalAnnual: annual,
    indicators: [...indicators],
    periodValues: [...periodValues],
    milestones: [...milestones],
  };
}
