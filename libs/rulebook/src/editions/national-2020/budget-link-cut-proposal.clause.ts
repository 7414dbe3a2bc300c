import type { ClauseOf } from '../../clause.ts';

export const budgetLinkCutProposal: ClauseOf<'cut-proposal'> = {
  id: 'national-2020/budget-link/cut-proposal',
  question: 'budget-link/cut-proposal',
  kind: 'cut-proposal',
  title: { zh: '调减幅度的建议', en: 'proposed size of a cut' },
  says: {
    zh: '办法只定方向，未定幅度。推定建议：中调减10%，差调减50%，由人决定，不按建议须说明理由。一次性项目完成后没有下年预算，指定后续项目或由人决定。',
    en: 'The rule gives the direction only. Derived proposal: 中 cut by 10 %, 差 by 50 %; a person decides and gives a reason for deciding otherwise. A finished one-off has no next budget: a successor is named or a person decides.',
  },
  source: { paper: '推定（财预〔2020〕10号只写视情况调减）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '已作出的决定不变；幅度变化只影响以后的建议。',
    en: 'Decisions made stand; a changed size affects later proposals only.',
  },
  gate: 'warn',
  value: { cutPercentByGrade: { 中: '10', 差: '50' }, withoutNextBudget: ['one-off'] },
  examples: [
    {
      given: { grade: '优', projectNature: 'continuing' },
      expect: { proposedCutPercent: '0', successorNeeded: false },
    },
    {
      given: { grade: '良', projectNature: 'phased' },
      expect: { proposedCutPercent: '0', successorNeeded: false },
    },
    {
      given: { grade: '中', projectNature: 'continuing' },
      expect: { proposedCutPercent: '10', successorNeeded: false },
    },
    {
      given: { grade: '差', projectNature: 'phased' },
      expect: { proposedCutPercent: '50', successorNeeded: false },
    },
    {
      given: { grade: '差', projectNature: 'one-off' },
      expect: { proposedCutPercent: '50', successorNeeded: true },
    },
  ],
};
