import type { ClauseOf } from '../../clause.ts';

export const budgetLinkCutProposal: ClauseOf<'cut-proposal'> = {
  id: 'zh-2014/budget-link/cut-proposal',
  question: 'budget-link/cut-proposal',
  kind: 'cut-proposal',
  title: { zh: '调减幅度的建议', en: 'proposed size of a cut' },
  says: {
    zh: '答复只定方向，未定幅度。推定建议：合格调减10%，不合格调减50%，由人决定，不按建议须说明理由。一次性项目完成后没有下年预算，指定后续项目或由人决定。',
    en: 'The reply gives the direction only. Derived proposal: 合格 cut by 10 %, 不合格 by 50 %; a person decides and gives a reason for deciding otherwise. A finished one-off has no next budget: a successor is named or a person decides.',
  },
  source: { paper: '推定（答复三之一只写“调减”）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '已作出的决定不变；幅度变化只影响以后的建议。',
    en: 'Decisions made stand; a changed size affects later proposals only.',
  },
  gate: 'warn',
  value: { cutPercentByGrade: { 合格: '10', 不合格: '50' }, withoutNextBudget: ['one-off'] },
  examples: [
    {
      given: { grade: '优秀', projectNature: 'continuing' },
      expect: { proposedCutPercent: '0', successorNeeded: false },
    },
    {
      given: { grade: '良好', projectNature: 'phased' },
      expect: { proposedCutPercent: '0', successorNeeded: false },
    },
    {
      given: { grade: '合格', projectNature: 'continuing' },
      expect: { proposedCutPercent: '10', successorNeeded: false },
    },
    {
      given: { grade: '不合格', projectNature: 'phased' },
      expect: { proposedCutPercent: '50', successorNeeded: false },
    },
    {
      given: { grade: '不合格', projectNature: 'one-off' },
      expect: { proposedCutPercent: '50', successorNeeded: true },
    },
  ],
};
