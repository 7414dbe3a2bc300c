import type { ClauseOf } from '../../clause.ts';

export const budgetLinkGoodGrade: ClauseOf<'consequence'> = {
  id: 'zh-2014/budget-link/good-grade',
  question: 'budget-link/good-grade',
  kind: 'consequence',
  title: { zh: '“良好”的结果应用', en: 'what follows from 良好' },
  says: {
    zh: '答复未提“良好”。四级等级中既不优先、也不调减的一级，推定为预算不变。',
    en: 'The reply does not name 良好. As the step that is neither put first nor cut, its budget is derived to stay unchanged.',
  },
  source: { paper: '推定（答复三之一未列“良好”）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'evaluation-year',
  transition: { zh: '与挂钩条款一并适用。', en: 'Applies together with the clause on the link.' },
  value: { actionByGrade: { 良好: 'unchanged' } },
  examples: [
    { given: { grade: '良好' }, expect: { action: 'unchanged' } },
    { given: { grade: '优秀' }, expect: { action: null } },
    { given: { grade: '合格' }, expect: { action: null } },
  ],
};
