import type { ClauseOf } from '../../clause.ts';

export const budgetLinkNotDemonstrated: ClauseOf<'consequence'> = {
  id: 'zh-2014/budget-link/not-demonstrated',
  question: 'budget-link/not-demonstrated',
  kind: 'consequence',
  title: { zh: '结果未能证明时的预算', en: 'the budget when results are not demonstrated' },
  says: {
    zh: '没有等级就没有优先，也没有调减的依据：推定为预算不变，由财政要求补充佐证后再评价；另作决定的须说明理由。',
    en: 'Without a grade there is nothing to put first and nothing to cut on: the budget is derived to stay, and the evidence is asked for; whoever decides otherwise gives the reason.',
  },
  source: { paper: '推定（文件只列等级；“无法证明”的做法见国外部门项目评级）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'evaluation-year',
  transition: { zh: '与挂钩条款一并适用。', en: 'Applies together with the clause on the link.' },
  value: { actionByGrade: { 未能证明: 'unchanged' } },
  examples: [
    { given: { grade: '未能证明' }, expect: { action: 'unchanged' } },
    { given: { grade: '合格' }, expect: { action: null } },
  ],
};
