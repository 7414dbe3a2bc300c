import type { ClauseOf } from '../../clause.ts';

export const commissionLargeMoney: ClauseOf<'threshold'> = {
  id: 'zh-2014/commission/large-money',
  question: 'commission/large-money',
  kind: 'threshold',
  title: { zh: '可委托中介评价的金额', en: 'amount from which an intermediary may be commissioned' },
  says: {
    zh: '答复未定“资金投入大”的金额。推定：500万元以上（含本数），或者标明技术要求高的。',
    en: 'The reply does not say what a large amount is. Derived: 5,000,000 yuan or more, or marked as technically demanding.',
  },
  source: { paper: '推定（答复未定金额）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2013-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  gate: 'warn',
  value: { atLeastFen: 5_000_000_00n },
  examples: [
    { given: { requestedFen: 4_999_999_99n }, expect: { required: false } },
    { given: { requestedFen: 5_000_000_00n }, expect: { required: true } },
    { given: { requestedFen: 5_000_000_01n }, expect: { required: true } },
  ],
};
