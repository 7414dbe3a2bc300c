import type { ClauseOf } from '../../clause.ts';

export const gradeBands: ClauseOf<'bands'> = {
  id: 'hb-departments/grade-bands',
  question: 'grade-bands',
  kind: 'bands',
  title: { zh: '评价等级的分数线', en: 'score bands of the four grades' },
  says: {
    zh: '该省系统未见等级划分；按财政部的一般划分推定：90分以上为优，80分以上为良，60分以上为中，其余为差，均含下限。',
    en: 'No bands were seen for that province; derived from the Ministry’s: 优 from 90, 良 from 80, 中 from 60, else 差, each bound included.',
  },
  source: { paper: '推定（该省规则未见等级划分；财预〔2020〕10号）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度通知执行；已确认的结果不因分数线变化而变动。',
    en: 'Follows the notice of the evaluation year; a confirmed result never moves.',
  },
  value: {
    fullScore: '100',
    bands: [
      { name: '优', from: '90' },
      { name: '良', from: '80' },
      { name: '中', from: '60' },
      { name: '差', from: '0' },
    ],
  },
  examples: [
    { given: { score: '100' }, expect: { grade: '优' } },
    { given: { score: '90' }, expect: { grade: '优' } },
    { given: { score: '89.99' }, expect: { grade: '良' } },
    { given: { score: '89.5' }, expect: { grade: '良' } },
    { given: { score: '80.00' }, expect: { grade: '良' } },
    { given: { score: '79.99' }, expect: { grade: '中' } },
    { given: { score: '79.5' }, expect: { grade: '中' } },
    { given: { score: '60' }, expect: { grade: '中' } },
    { given: { score: '59.99' }, expect: { grade: '差' } },
    { given: { score: '0' }, expect: { grade: '差' } },
    { given: { score: '100.01' }, expect: { grade: null } },
    { given: { score: '-0.01' }, expect: { grade: null } },
    { given: { score: '九十' }, expect: { grade: null } },
    { given: { score: '99.99' }, expect: { grade: '优' } },
    { given: { score: '90.01' }, expect: { grade: '优' } },
    { given: { score: '80.01' }, expect: { grade: '良' } },
    { given: { score: '60.01' }, expect: { grade: '中' } },
    { given: { score: '0.01' }, expect: { grade: '差' } },
  ],
};
