import type { ClauseOf } from '../../clause.ts';

export const goalReviewPhrases: ClauseOf<'phrases'> = {
  id: 'national-2020/goal-review/phrases',
  question: 'goal-review/phrases',
  kind: 'phrases',
  title: { zh: '绩效目标评审常用意见', en: 'ready opinions for the review of a goal' },
  says: {
    zh: '八个要点各有三句常用意见：符合、不足、缺失，供评审人选用和改写，不影响得分。用语为推定。',
    en: 'Each of the eight points has three ready sentences: in order, weak, missing. A reviewer may take and change them; they earn no points. The words are derived.',
  },
  source: { paper: '推定（财预〔2015〕88号的审核表没有常用意见）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'goal-approval',
  transition: {
    zh: '已写入评审意见的文字不变。',
    en: 'Words that stand in an opinion stay as they were written.',
  },
  value: {
    '1.1': {
      good: { zh: '表格填写规范，内容完整', en: 'filled in properly and completely' },
      weak: { zh: '个别栏目或数据须更正', en: 'single fields or figures are to be mended' },
      missing: { zh: '内容不全，或数据对不上', en: 'incomplete, or the figures do not agree' },
    },
    '1.2': {
      good: { zh: '目标明确，内容清晰', en: 'clear and definite' },
      weak: { zh: '目标偏重工作内容，效果不明确', en: 'the goal tells work rather than effect' },
      missing: { zh: '目标空泛，看不出要做什么', en: 'the goal says nothing' },
    },
    '2.1': {
      good: { zh: '与部门职能、规划和支出方向一致', en: 'agrees with duties, plans and spending' },
      weak: { zh: '有关联，没有说明对应的规划或文件', en: 'related, but plan or paper is not named' },
      missing: { zh: '看不出与部门职能的关系', en: 'no relation to the duties can be seen' },
    },
    '2.2': {
      good: { zh: '指标全面，能够衡量目标', en: 'indicators are complete and measure the goal' },
      weak: {
        zh: '部分指标须补充、量化或调整权重',
        en: 'some indicators are to be added, made measurable or weighed anew',
      },
      missing: { zh: '指标缺失，或无法衡量', en: 'indicators are missing or cannot be measured' },
    },
    '3.1': {
      good: { zh: '预期绩效显著，符合实际', en: 'the expected result is worth it and realistic' },
      weak: { zh: '部分指标值偏低或偏高，须说明', en: 'some values are low or high and to be explained' },
      missing: { zh: '指标值没有依据', en: 'values rest on nothing' },
    },
    '3.2': {
      good: { zh: '目标与资金量、资金性质相称', en: 'goals match the amount and kind of money' },
      weak: { zh: '金额偏高，或测算依据不足', en: 'rather high, or the basis of cost is thin' },
      missing: { zh: '看不出资金与目标的关系', en: 'money and goals have no visible relation' },
    },
    '4.1': {
      good: { zh: '经过论证，能够如期实现', en: 'argued, and reachable in time' },
      weak: { zh: '有论证，进度计划不够具体', en: 'argued, but the plan is not detailed' },
      missing: { zh: '没有论证，也没有进度计划', en: 'neither studies nor a plan' },
    },
    '4.2': {
      good: { zh: '组织、人员、资金等条件落实', en: 'organisation, people and money are in place' },
      weak: { zh: '条件基本具备，保障措施须补充', en: 'mostly in place, safeguards are to be added' },
      missing: { zh: '条件不具备，或没有说明', en: 'not in place, or not described' },
    },
  },
  examples: [
    {
      given: { point: '1.1', tone: 'good' },
      expect: { phrase: { zh: '表格填写规范，内容完整', en: 'filled in properly and completely' } },
    },
    {
      given: { point: '4.2', tone: 'missing' },
      expect: { phrase: { zh: '条件不具备，或没有说明', en: 'not in place, or not described' } },
    },
    { given: { point: '5.1', tone: 'weak' }, expect: { phrase: null } },
  ],
};
