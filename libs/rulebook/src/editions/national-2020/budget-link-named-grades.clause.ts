import type { ClauseOf } from '../../clause.ts';

export const budgetLinkNamedGrades: ClauseOf<'consequence'> = {
  id: 'national-2020/budget-link/named-grades',
  question: 'budget-link/named-grades',
  kind: 'consequence',
  title: { zh: '评价结果与预算挂钩', en: 'result linked to the budget' },
  says: {
    zh: '优、良的视情况予以支持，中、差的要求改进管理并视情况调减预算。公开文本中的做法：优的优先保障，良的合理保障（推定为预算不变），中的按比例调减，差的取消或暂停下年安排。',
    en: '优 and 良 are supported as the case may be, 中 and 差 improve their management and are cut as the case may be. A public text has: 优 comes first, 良 is reasonably kept (derived: unchanged), 中 is cut by a share, 差 is cancelled or suspended next year.',
  },
  source: { paper: '《项目支出绩效评价管理办法》（财预〔2020〕10号）', article: '评价结果的应用' },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  value: { actionByGrade: { 优: 'priority', 良: 'unchanged', 中: 'cut', 差: 'cut' } },
  examples: [
    { given: { grade: '优' }, expect: { action: 'priority' } },
    { given: { grade: '良' }, expect: { action: 'unchanged' } },
    { given: { grade: '中' }, expect: { action: 'cut' } },
    { given: { grade: '差' }, expect: { action: 'cut' } },
    { given: { grade: '合格' }, expect: { action: null } },
  ],
};
