import type { ClauseOf } from '../../clause.ts';

export const classWeightsSelfEvaluation: ClauseOf<'class-weights'> = {
  id: 'national-2020/class-weights/self-evaluation',
  question: 'class-weights/self-evaluation',
  kind: 'class-weights',
  title: { zh: '单位自评一级指标分值', en: 'weights of the classes in a self-evaluation' },
  says: {
    zh: '单位自评一级指标分值原则上为：预算执行率10、产出50、效益30、满意度10；设成本指标的为：预算执行率10、成本20、产出40、效益20、满意度10。不适用满意度指标的，其10分加到效益。二、三级指标由单位按重要程度分配，合计100分。',
    en: 'In principle execution 10, output 50, benefit 30, satisfaction 10; with a class of cost: execution 10, cost 20, output 40, benefit 20, satisfaction 10. Where satisfaction does not apply its 10 points go to benefit. The unit spreads them below by importance; 100 in all.',
  },
  source: {
    paper:
      '《项目支出绩效评价管理办法》（财预〔2020〕10号）；《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）',
    article: '单位自评的分值设置',
  },
  tier: 'known',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  gate: 'warn',
  value: {
    fullScore: '100',
    sets: [
      { execution: '10', output: '50', benefit: '30', satisfaction: '10' },
      { execution: '10', cost: '20', output: '40', benefit: '20', satisfaction: '10' },
      { execution: '10', output: '50', benefit: '40' },
      { execution: '10', cost: '20', output: '40', benefit: '30' },
    ],
  },
  examples: [
    {
      given: { costApplies: false, satisfactionApplies: true },
      expect: { weights: { execution: '10', output: '50', benefit: '30', satisfaction: '10' }, findings: [] },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: true,
        weights: { execution: '10', output: '50', benefit: '30', satisfaction: '10' },
      },
      expect: { findings: [] },
    },
    {
      given: { costApplies: true, satisfactionApplies: true },
      expect: {
        weights: { execution: '10', cost: '20', output: '40', benefit: '20', satisfaction: '10' },
        findings: [],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: true,
        weights: { execution: '10', cost: '20', output: '40', benefit: '20', satisfaction: '10' },
      },
      expect: { findings: [] },
    },
    {
      given: { costApplies: false, satisfactionApplies: false },
      expect: { weights: { execution: '10', output: '50', benefit: '40' }, findings: [] },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: false,
        weights: { execution: '10', output: '50', benefit: '40' },
      },
      expect: { findings: [] },
    },
    {
      given: { costApplies: true, satisfactionApplies: false },
      expect: { weights: { execution: '10', cost: '20', output: '40', benefit: '30' }, findings: [] },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: false,
        weights: { execution: '10', cost: '20', output: '40', benefit: '30' },
      },
      expect: { findings: [] },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: true,
        weights: { execution: '9.99', output: '50.01', benefit: '30', satisfaction: '10' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为9.99，规定为10', en: 'execution weighs 9.99, the rule has 10' },
          { zh: '产出指标分值为50.01，规定为50', en: 'output weighs 50.01, the rule has 50' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: true,
        weights: { execution: '10.01', output: '49.99', benefit: '30', satisfaction: '10' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为10.01，规定为10', en: 'execution weighs 10.01, the rule has 10' },
          { zh: '产出指标分值为49.99，规定为50', en: 'output weighs 49.99, the rule has 50' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: true,
        weights: { execution: '10', output: '50', benefit: '29.99', satisfaction: '10.01' },
      },
      expect: {
        findings: [
          { zh: '效益指标分值为29.99，规定为30', en: 'benefit weighs 29.99, the rule has 30' },
          { zh: '满意度指标分值为10.01，规定为10', en: 'satisfaction weighs 10.01, the rule has 10' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: true,
        weights: { execution: '10', output: '50', benefit: '30.01', satisfaction: '9.99' },
      },
      expect: {
        findings: [
          { zh: '效益指标分值为30.01，规定为30', en: 'benefit weighs 30.01, the rule has 30' },
          { zh: '满意度指标分值为9.99，规定为10', en: 'satisfaction weighs 9.99, the rule has 10' },
        ],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: true,
        weights: { execution: '9.99', cost: '20.01', output: '40', benefit: '20', satisfaction: '10' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为9.99，规定为10', en: 'execution weighs 9.99, the rule has 10' },
          { zh: '成本指标分值为20.01，规定为20', en: 'cost weighs 20.01, the rule has 20' },
        ],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: true,
        weights: { execution: '10.01', cost: '19.99', output: '40', benefit: '20', satisfaction: '10' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为10.01，规定为10', en: 'execution weighs 10.01, the rule has 10' },
          { zh: '成本指标分值为19.99，规定为20', en: 'cost weighs 19.99, the rule has 20' },
        ],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: true,
        weights: { execution: '10', cost: '20', output: '39.99', benefit: '20.01', satisfaction: '10' },
      },
      expect: {
        findings: [
          { zh: '产出指标分值为39.99，规定为40', en: 'output weighs 39.99, the rule has 40' },
          { zh: '效益指标分值为20.01，规定为20', en: 'benefit weighs 20.01, the rule has 20' },
        ],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: true,
        weights: { execution: '10', cost: '20', output: '40.01', benefit: '19.99', satisfaction: '10' },
      },
      expect: {
        findings: [
          { zh: '产出指标分值为40.01，规定为40', en: 'output weighs 40.01, the rule has 40' },
          { zh: '效益指标分值为19.99，规定为20', en: 'benefit weighs 19.99, the rule has 20' },
        ],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: true,
        weights: { execution: '10.01', cost: '20', output: '40', benefit: '20', satisfaction: '9.99' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为10.01，规定为10', en: 'execution weighs 10.01, the rule has 10' },
          { zh: '满意度指标分值为9.99，规定为10', en: 'satisfaction weighs 9.99, the rule has 10' },
        ],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: true,
        weights: { execution: '9.99', cost: '20', output: '40', benefit: '20', satisfaction: '10.01' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为9.99，规定为10', en: 'execution weighs 9.99, the rule has 10' },
          { zh: '满意度指标分值为10.01，规定为10', en: 'satisfaction weighs 10.01, the rule has 10' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: false,
        weights: { execution: '9.99', output: '50.01', benefit: '40' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为9.99，规定为10', en: 'execution weighs 9.99, the rule has 10' },
          { zh: '产出指标分值为50.01，规定为50', en: 'output weighs 50.01, the rule has 50' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: false,
        weights: { execution: '10.01', output: '49.99', benefit: '40' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为10.01，规定为10', en: 'execution weighs 10.01, the rule has 10' },
          { zh: '产出指标分值为49.99，规定为50', en: 'output weighs 49.99, the rule has 50' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: false,
        weights: { execution: '10.01', output: '50', benefit: '39.99' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为10.01，规定为10', en: 'execution weighs 10.01, the rule has 10' },
          { zh: '效益指标分值为39.99，规定为40', en: 'benefit weighs 39.99, the rule has 40' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: false,
        weights: { execution: '9.99', output: '50', benefit: '40.01' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为9.99，规定为10', en: 'execution weighs 9.99, the rule has 10' },
          { zh: '效益指标分值为40.01，规定为40', en: 'benefit weighs 40.01, the rule has 40' },
        ],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: false,
        weights: { execution: '9.99', cost: '20.01', output: '40', benefit: '30' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为9.99，规定为10', en: 'execution weighs 9.99, the rule has 10' },
          { zh: '成本指标分值为20.01，规定为20', en: 'cost weighs 20.01, the rule has 20' },
        ],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: false,
        weights: { execution: '10.01', cost: '19.99', output: '40', benefit: '30' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为10.01，规定为10', en: 'execution weighs 10.01, the rule has 10' },
          { zh: '成本指标分值为19.99，规定为20', en: 'cost weighs 19.99, the rule has 20' },
        ],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: false,
        weights: { execution: '10', cost: '20', output: '39.99', benefit: '30.01' },
      },
      expect: {
        findings: [
          { zh: '产出指标分值为39.99，规定为40', en: 'output weighs 39.99, the rule has 40' },
          { zh: '效益指标分值为30.01，规定为30', en: 'benefit weighs 30.01, the rule has 30' },
        ],
      },
    },
    {
      given: {
        costApplies: true,
        satisfactionApplies: false,
        weights: { execution: '10', cost: '20', output: '40.01', benefit: '29.99' },
      },
      expect: {
        findings: [
          { zh: '产出指标分值为40.01，规定为40', en: 'output weighs 40.01, the rule has 40' },
          { zh: '效益指标分值为29.99，规定为30', en: 'benefit weighs 29.99, the rule has 30' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: true,
        weights: { execution: '10', output: '40', benefit: '30', satisfaction: '10' },
      },
      expect: {
        findings: [
          { zh: '产出指标分值为40，规定为50', en: 'output weighs 40, the rule has 50' },
          { zh: '分值合计为90，应为100', en: 'the weights add up to 90, not 100' },
        ],
      },
    },
  ],
};
