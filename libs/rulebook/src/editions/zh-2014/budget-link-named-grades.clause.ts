import type { ClauseOf } from '../../clause.ts';

export const budgetLinkNamedGrades: ClauseOf<'consequence'> = {
  id: 'zh-2014/budget-link/named-grades',
  question: 'budget-link/named-grades',
  kind: 'consequence',
  title: { zh: '评价结果与预算挂钩', en: 'result linked to the budget' },
  says: {
    zh: '“挂钩制”：评价结果为“优秀”的“优先安排”；为“合格”或“不合格”的“调减该项目预算”。合格也调减。只有财政确认的结果才生效。',
    en: 'The 挂钩制 (link): 优秀 comes first (优先安排); 合格 or 不合格 has its budget cut (调减). 合格 is cut as well. Only a result that finance has confirmed counts.',
  },
  source: {
    paper: '镇海区财政局对区政协九届三次会议第11号提案的答复（2014-04-22）',
    article: '三之一，“多元化”结果应用',
  },
  tier: 'seed',
  inForce: { from: '2013-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '自评得出的等级不作依据；结果更正后，引用旧结果的决定逐一列出。',
    en: 'A self-awarded grade drives nothing; when a result is corrected, the decisions that cited it are listed.',
  },
  value: { actionByGrade: { 优秀: 'priority', 合格: 'cut', 不合格: 'cut' } },
  examples: [
    { given: { grade: '优秀' }, expect: { action: 'priority' } },
    { given: { grade: '合格' }, expect: { action: 'cut' } },
    { given: { grade: '不合格' }, expect: { action: 'cut' } },
    { given: { grade: '良好' }, expect: { action: null } },
  ],
};
