import type { Words } from '@quancheng/kernel';
import { OUTCOMES, type Outcome } from './bands.ts';

export type BudgetAction = 'priority' | 'unchanged' | 'cut';

/** What a confirmed grade means for the next budget: only the grades that the clause's sentence names. */
export type ConsequenceValue = { readonly actionByGrade: Readonly<Partial<Record<Outcome, BudgetAction>>> };
export type ConsequenceGiven = { readonly grade: Outcome };
export type ConsequenceAnswer = { readonly action: BudgetAction | null };

export function answerConsequence(
  { actionByGrade }: ConsequenceValue,
  { grade }: ConsequenceGiven,
): ConsequenceAnswer {
  return { action: actionByGrade[grade] ?? null };
}

/** How a consequence is proposed; a person decides, and gives a reason for deciding otherwise. */
export type CutProposalValue = {
  readonly cutPercentByGrade: Readonly<Partial<Record<Outcome, string>>>;
  /** Projects of these natures have no next budget: a successor is named or a person decides. */
  readonly withoutNextBudget: readonly ProjectNature[];
};
export type ProjectNature = 'one-off' | 'phased' | 'continuing';
export type CutProposalGiven = { readonly grade: Outcome; readonly projectNature: ProjectNature };
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

const ACTION_WORDS: Readonly<Record<BudgetAction, Words>> = {
  priority: { zh: '优先安排', en: 'first in line' },
  unchanged: { zh: '预算不变', en: 'unchanged' },
  cut: { zh: '调减', en: 'cut' },
};

export function consequenceInWords({ actionByGrade }: ConsequenceValue): Words[] {
  return OUTCOMES.flatMap((grade) => {
    const action = actionByGrade[grade];
    if (action === undefined) return [];
    const { zh, en } = ACTION_WORDS[action];
    return [{ zh: `${grade}：${zh}`, en: `${grade}: ${en}` }];
  });
}

export function cutProposalInWords({ cutPercentByGrade }: CutProposalValue): Words[] {
  return OUTCOMES.flatMap((grade) => {
    const percent = cutPercentByGrade[grade];
    return percent === undefined
      ? []
      : [{ zh: `${grade}：调减${percent}%`, en: `${grade}: cut by ${percent} %` }];
  });
}
