import type { ClauseOf } from '../../clause.ts';

export const frameworkProject: ClauseOf<'framework'> = {
  id: 'national-2020/framework/project',
  question: 'framework/project',
  kind: 'framework',
  title: { zh: '项目支出评价指标体系框架', en: 'framework of indicators for evaluating projects' },
  says: {
    zh: '评价指标体系参考框架：决策、过程、产出、效益四个一级指标，共17个三级指标；项目可以增加自己的指标。',
    en: 'Framework of reference for evaluations: decision, process, output and benefit with 17 indicators at the third level; a project may add its own.',
  },
  source: {
    paper: '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
    article: '项目支出绩效评价指标体系框架（参考）',
  },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  value: {
    classes: [
      {
        title: { zh: '决策', en: 'decision' },
        groups: [
          {
            title: { zh: '项目立项', en: 'establishing the project' },
            indicators: [
              { no: '1.1.1', title: { zh: '立项依据充分性', en: 'sufficient grounds' } },
              { no: '1.1.2', title: { zh: '立项程序规范性', en: 'regular procedure' } },
            ],
          },
          {
            title: { zh: '绩效目标', en: 'goals' },
            indicators: [
              { no: '1.2.1', title: { zh: '绩效目标合理性', en: 'reasonable goals' } },
              { no: '1.2.2', title: { zh: '绩效指标明确性', en: 'definite indicators' } },
            ],
          },
          {
            title: { zh: '资金投入', en: 'money' },
            indicators: [
              { no: '1.3.1', title: { zh: '预算编制科学性', en: 'sound budgeting' } },
              { no: '1.3.2', title: { zh: '资金分配合理性', en: 'reasonable distribution' } },
            ],
          },
        ],
      },
      {
        title: { zh: '过程', en: 'process' },
        groups: [
          {
            title: { zh: '资金管理', en: 'managing the money' },
            indicators: [
              { no: '2.1.1', title: { zh: '资金到位率', en: 'share of the money arrived' } },
              { no: '2.1.2', title: { zh: '预算执行率', en: 'share of the budget spent' } },
              { no: '2.1.3', title: { zh: '资金使用合规性', en: 'lawful use of the money' } },
            ],
          },
          {
            title: { zh: '组织实施', en: 'carrying out' },
            indicators: [
              { no: '2.2.1', title: { zh: '管理制度健全性', en: 'complete rules of management' } },
              { no: '2.2.2', title: { zh: '制度执行有效性', en: 'effective observance of the rules' } },
            ],
          },
        ],
      },
      {
        title: { zh: '产出', en: 'output' },
        groups: [
          {
            title: { zh: '产出数量', en: 'quantity' },
            indicators: [{ no: '3.1.1', title: { zh: '实际完成率', en: 'share completed' } }],
          },
          {
            title: { zh: '产出质量', en: 'quality' },
            indicators: [{ no: '3.2.1', title: { zh: '质量达标率', en: 'share up to standard' } }],
          },
          {
            title: { zh: '产出时效', en: 'timeliness' },
            indicators: [{ no: '3.3.1', title: { zh: '完成及时性', en: 'completion in time' } }],
          },
          {
            title: { zh: '产出成本', en: 'cost' },
            indicators: [{ no: '3.4.1', title: { zh: '成本节约率', en: 'share of cost saved' } }],
          },
        ],
      },
      {
        title: { zh: '效益', en: 'benefit' },
        groups: [
          {
            title: { zh: '项目效益', en: 'benefit of the project' },
            indicators: [
              { no: '4.1.1', title: { zh: '实施效益', en: 'effects of carrying out' } },
              { no: '4.1.2', title: { zh: '满意度', en: 'satisfaction' } },
            ],
          },
        ],
      },
    ],
  },
  examples: [
    {
      given: {
        scored: [
          '1.1.1',
          '1.1.2',
          '1.2.1',
          '1.2.2',
          '1.3.1',
          '1.3.2',
          '2.1.1',
          '2.1.2',
          '2.1.3',
          '2.2.1',
          '2.2.2',
          '3.1.1',
          '3.2.1',
          '3.3.1',
          '3.4.1',
          '4.1.1',
          '4.1.2',
        ],
      },
      expect: { indicators: 17, missing: [], added: [] },
    },
    {
      given: {
        scored: [
          '1.1.2',
          '1.2.1',
          '1.2.2',
          '1.3.1',
          '1.3.2',
          '2.1.1',
          '2.1.2',
          '2.1.3',
          '2.2.1',
          '2.2.2',
          '3.1.1',
          '3.2.1',
          '3.3.1',
          '3.4.1',
          '4.1.1',
          '4.1.2',
        ],
      },
      expect: { missing: ['1.1.1'], added: [] },
    },
    {
      given: {
        scored: [
          '1.1.1',
          '1.1.2',
          '1.2.1',
          '1.2.2',
          '1.3.1',
          '1.3.2',
          '2.1.1',
          '2.1.2',
          '2.1.3',
          '2.2.1',
          '2.2.2',
          '3.1.1',
          '3.2.1',
          '3.3.1',
          '3.4.1',
          '4.1.1',
          '4.1.2',
          '9.9.9',
        ],
      },
      expect: { missing: [], added: ['9.9.9'] },
    },
    {
      given: { scored: [] },
      expect: {
        indicators: 17,
        missing: [
          '1.1.1',
          '1.1.2',
          '1.2.1',
          '1.2.2',
          '1.3.1',
          '1.3.2',
          '2.1.1',
          '2.1.2',
          '2.1.3',
          '2.2.1',
          '2.2.2',
          '3.1.1',
          '3.2.1',
          '3.3.1',
          '3.4.1',
          '4.1.1',
          '4.1.2',
        ],
      },
    },
  ],
};
