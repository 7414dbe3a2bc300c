import type { ClauseOf } from '../../clause.ts';

export const frameworkProject: ClauseOf<'framework'> = {
  id: 'zh-2014/framework/project',
  question: 'framework/project',
  kind: 'framework',
  title: { zh: '项目支出评价指标体系框架', en: 'framework of indicators for evaluating projects' },
  says: {
    zh: '2014年的项目支出评价用2013年的共性指标体系框架：投入、过程、产出、效果四个一级指标，共20个三级指标；2020年的17项框架是后来的规定，不用于2014年。',
    en: 'Evaluations of 2014 use the common framework of 2013: input, process, output and effect with 20 indicators at the third level. The 17 of 2020 came later and are not used for 2014.',
  },
  source: {
    paper: '《预算绩效评价共性指标体系框架》（财预〔2013〕53号）',
    article: '项目支出绩效评价共性指标体系框架',
  },
  tier: 'known',
  inForce: { from: '2013-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  gate: 'warn',
  value: {
    classes: [
      {
        title: { zh: '投入', en: 'input' },
        groups: [
          {
            title: { zh: '项目立项', en: 'establishing the project' },
            indicators: [
              { no: '1.1.1', title: { zh: '项目立项规范性', en: 'regular establishing' } },
              { no: '1.1.2', title: { zh: '绩效目标合理性', en: 'reasonable goals' } },
              { no: '1.1.3', title: { zh: '绩效指标明确性', en: 'definite indicators' } },
            ],
          },
          {
            title: { zh: '资金落实', en: 'securing the money' },
            indicators: [
              { no: '1.2.1', title: { zh: '资金到位率', en: 'share of the money arrived' } },
              { no: '1.2.2', title: { zh: '到位及时率', en: 'share arrived in time' } },
            ],
          },
        ],
      },
      {
        title: { zh: '过程', en: 'process' },
        groups: [
          {
            title: { zh: '业务管理', en: 'managing the work' },
            indicators: [
              { no: '2.1.1', title: { zh: '管理制度健全性', en: 'complete rules of management' } },
              { no: '2.1.2', title: { zh: '制度执行有效性', en: 'effective observance of the rules' } },
              { no: '2.1.3', title: { zh: '项目质量可控性', en: 'control over quality' } },
            ],
          },
          {
            title: { zh: '财务管理', en: 'managing the money' },
            indicators: [
              { no: '2.2.1', title: { zh: '管理制度健全性', en: 'complete rules on money' } },
              { no: '2.2.2', title: { zh: '资金使用合规性', en: 'lawful use of the money' } },
              { no: '2.2.3', title: { zh: '财务监控有效性', en: 'effective control of the money' } },
            ],
          },
        ],
      },
      {
        title: { zh: '产出', en: 'output' },
        groups: [
          {
            title: { zh: '项目产出', en: 'output of the project' },
            indicators: [
              { no: '3.1.1', title: { zh: '实际完成率', en: 'share completed' } },
              { no: '3.1.2', title: { zh: '完成及时率', en: 'share completed in time' } },
              { no: '3.1.3', title: { zh: '质量达标率', en: 'share up to standard' } },
              { no: '3.1.4', title: { zh: '成本节约率', en: 'share of cost saved' } },
            ],
          },
        ],
      },
      {
        title: { zh: '效果', en: 'effect' },
        groups: [
          {
            title: { zh: '项目效益', en: 'effects of the project' },
            indicators: [
              { no: '4.1.1', title: { zh: '经济效益', en: 'economic effect' } },
              { no: '4.1.2', title: { zh: '社会效益', en: 'social effect' } },
              { no: '4.1.3', title: { zh: '生态效益', en: 'ecological effect' } },
              { no: '4.1.4', title: { zh: '可持续影响', en: 'sustained effect' } },
              {
                no: '4.1.5',
                title: {
                  zh: '社会公众或服务对象满意度',
                  en: 'satisfaction of the public or of those served',
                },
              },
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
          '1.1.3',
          '1.2.1',
          '1.2.2',
          '2.1.1',
          '2.1.2',
          '2.1.3',
          '2.2.1',
          '2.2.2',
          '2.2.3',
          '3.1.1',
          '3.1.2',
          '3.1.3',
          '3.1.4',
          '4.1.1',
          '4.1.2',
          '4.1.3',
          '4.1.4',
          '4.1.5',
        ],
      },
      expect: { indicators: 20, missing: [], added: [] },
    },
    {
      given: {
        scored: [
          '1.1.2',
          '1.1.3',
          '1.2.1',
          '1.2.2',
          '2.1.1',
          '2.1.2',
          '2.1.3',
          '2.2.1',
          '2.2.2',
          '2.2.3',
          '3.1.1',
          '3.1.2',
          '3.1.3',
          '3.1.4',
          '4.1.1',
          '4.1.2',
          '4.1.3',
          '4.1.4',
          '4.1.5',
        ],
      },
      expect: { missing: ['1.1.1'], added: [] },
    },
    {
      given: {
        scored: [
          '1.1.1',
          '1.1.2',
          '1.1.3',
          '1.2.1',
          '1.2.2',
          '2.1.1',
          '2.1.2',
          '2.1.3',
          '2.2.1',
          '2.2.2',
          '2.2.3',
          '3.1.1',
          '3.1.2',
          '3.1.3',
          '3.1.4',
          '4.1.1',
          '4.1.2',
          '4.1.3',
          '4.1.4',
          '4.1.5',
          '9.9.9',
        ],
      },
      expect: { missing: [], added: ['9.9.9'] },
    },
    {
      given: { scored: [] },
      expect: {
        indicators: 20,
        missing: [
          '1.1.1',
          '1.1.2',
          '1.1.3',
          '1.2.1',
          '1.2.2',
          '2.1.1',
          '2.1.2',
          '2.1.3',
          '2.2.1',
          '2.2.2',
          '2.2.3',
          '3.1.1',
          '3.1.2',
          '3.1.3',
          '3.1.4',
          '4.1.1',
          '4.1.2',
          '4.1.3',
          '4.1.4',
          '4.1.5',
        ],
      },
    },
  ],
};
