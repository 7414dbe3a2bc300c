import type { ClauseOf } from '../../clause.ts';

export const gradeBands: ClauseOf<'bands'> = {
  id: 'zh-2014/grade-bands',
  question: 'grade-bands',
  kind: 'bands',
  title: { zh: '评价等级的分数线', en: 'score bands of the four grades' },
  says: {
    zh: '答复使用“优秀”“合格”“不合格”等级而未写分数线；按浙江当时通行做法推定：90分以上优秀，75分以上良好，60分以上合格，其余不合格，均含本数。',
    en: 'The reply uses the grades 优秀, 合格 and 不合格 without scores. Derived from Zhejiang practice of the time: 优秀 from 90, 良好 from 75, 合格 from 60, else 不合格, each bound included.',
  },
  source: { paper: '推定（答复三之一只用等级名称）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度通知执行；已确认的结果不因分数线变化而变动。',
    en: 'Follows the notice of the evaluation year; a confirmed result never moves.',
  },
  value: {
    fullScore: '100',
    bands: [
      { name: '优秀', from: '90' },
      { name: '良好', from: '75' },
      { name: '合格', from: '60' },
      { name: '不合格', from: '0' },
    ],
  },
  examples: [
    { given: { score: '100' }, expect: { grade: '优秀' } },
    { given: { score: '90.00' }, expect: { grade: '优秀' } },
    { given: { score: '89.99' }, expect: { grade: '良好' } },
    { given: { score: '75.00' }, expect: { grade: '良好' } },
    { given: { score: '74.99' }, expect: { grade: '合格' } },
    { given: { score: '60' }, expect: { grade: '合格' } },
    { given: { score: '59.99' }, expect: { grade: '不合格' } },
    { given: { score: '0' }, expect: { grade: '不合格' } },
    { given: { score: '100.01' }, expect: { grade: null } },
    { given: { score: '-0.01' }, expect: { grade: null } },
    { given: { score: '九十' }, expect: { grade: null } },
    { given: { score: '99.99' }, expect: { grade: '优秀' } },
    { given: { score: '90.01' }, expect: { grade: '优秀' } },
    { given: { score: '75.01' }, expect: { grade: '良好' } },
    { given: { score: '60.01' }, expect: { grade: '合格' } },
    { given: { score: '0.01' }, expect: { grade: '不合格' } },
  ],
};
