import type { ClauseOf } from '../../clause.ts';

export const evaluationUnprovenWeight: ClauseOf<'limit'> = {
  id: 'national-2020/evaluation/unproven-weight',
  question: 'evaluation/unproven-weight',
  kind: 'limit',
  title: { zh: '未能证明的指标最多占多少分', en: 'how much of a score may stand without proof' },
  says: {
    zh: '没有佐证材料或可比基期值的指标，分值合计超过30分的，推定为“结果未能证明”，不评等级；不超过30分的，逐行更正为能证明的值后照常评分。产出和效益合计至少60分，30分是其一半。',
    en: 'Where the indicators without evidence or baseline together weigh more than 30, results are derived to be not demonstrated and no grade is given; up to 30 each is corrected to what is proven and scored as usual. Output and benefit weigh 60 at least, and 30 is half of that.',
  },
  source: { paper: '推定（文件未规定无法判定的情形）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: { zh: '已确认的结果不变。', en: 'A confirmed result stays.' },
  value: { limit: '30', side: 'at-most' },
  examples: [
    { given: { value: '0' }, expect: { within: true } },
    { given: { value: '29.99' }, expect: { within: true } },
    { given: { value: '30' }, expect: { within: true } },
    { given: { value: '30.01' }, expect: { within: false } },
  ],
};
