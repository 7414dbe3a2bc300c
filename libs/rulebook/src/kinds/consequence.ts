import type { Grade } from './bands.ts';

export type BudgetAction = 'priority' | 'unchanged' | 'cut';

/** What a confirmed grade means for the next budget: only the grades that the clause's sentence names. */
export type ConsequenceValue = { readonly actionByGrade: Readonly<Partial<Record<Grade, BudgetAction>>> };
export type ConsequenceGiven = { readonly grade: Grade };
export type ConsequenceAnswer = { readonly action: BudgetAction | null };

export function answerConsequence(
  { actionByGrade }: ConsequenceValue,
  { grade }: ConsequenceGiven,
): ConsequenceAnswer {
  return { action: actionByGrade[grade] ?? null };
}

/** How a consequence is proposed; a person decides, and gives a reason for deciding otherwise. */
export type CutProposalValue = {
  readonly cutPercentByGrade: Readonly<Partial<Record<Grade, string>>>;
  /** Projects of these natures have no next budget: a successor is named or a person decides. */
  readonly withoutNextBudget: readonly ProjectNature[];
};
export type ProjectNature = 'one-off' | 'phased' | 'continuing';
export type CutProposalGiven = { readonly grade: Grade; readonly projectNature: ProjectNature };
/** A cut of '10' takes ten percent off the project's budget. */
export type CutProposalAnswer = { readonly proposedCutPercent: string; readonly successorNeeded: boolean };

export function answerCutProposal(
  { cutPercentByGrade, withoutNextBudget }: CutProposalValue,
  { grade, projectNature }: CutProposalGiven,
): CutProposalAnswer {
  return {
    proposedCutPercent: cutPercentByGrade[grade] ?? '0',
    successorNeeded: withoutNextBudget.includes(projectNature),
  };
}
