import type { ClauseOf } from '../../clause.ts';

export const classWeightsSelfEvaluation: ClauseOf<'class-weights'> = {
  id: 'hb-departments/class-weights/self-evaluation',
  question: 'class-weights/self-evaluation',
  kind: 'class-weights',
  title: { zh: '单位自评一级指标分值', en: 'weights of the classes in a self-evaluation' },
  says: {
    zh: '该省部门自评：预算执行率20、产出40、效益和满意度合计40，没有加分项；效益和满意度之间由单位分配。',
    en: 'Departments of that province: execution 20, output 40, benefit and satisfaction 40 together, no bonus items; the unit splits the last between the two.',
  },
  source: { paper: '“hb”省预算部门自评表（公开系统中的运行规则）', article: '分值设置' },
  tier: 'confirmed',
  inForce: { from: '2020-01-01' },
  boundTo: 'evaluation-year',
  transition: {
    zh: '按评价年度的条款；已确认的结果不变。',
    en: 'Follows the clauses of the evaluation year; a confirmed result stays.',
  },
  value: {
    fullScore: '100',
    satisfactionWithinBenefit: true,
    sets: [{ execution: '20', output: '40', benefit: '40' }],
  },
  examples: [
    {
      given: { costApplies: false, satisfactionApplies: true },
      expect: { weights: { execution: '20', output: '40', benefit: '40' }, findings: [] },
    },
    {
      given: { costApplies: false, satisfactionApplies: false },
      expect: { weights: { execution: '20', output: '40', benefit: '40' }, findings: [] },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: true,
        weights: { execution: '20', output: '40', benefit: '30', satisfaction: '10' },
      },
      expect: { findings: [] },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: false,
        weights: { execution: '20', output: '40', benefit: '40' },
      },
      expect: { findings: [] },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: false,
        weights: { execution: '19.99', output: '40.01', benefit: '40' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为19.99，规定为20', en: 'execution weighs 19.99, the rule has 20' },
          { zh: '产出指标分值为40.01，规定为40', en: 'output weighs 40.01, the rule has 40' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: false,
        weights: { execution: '20.01', output: '39.99', benefit: '40' },
      },
      expect: {
        findings: [
          { zh: '预算执行率分值为20.01，规定为20', en: 'execution weighs 20.01, the rule has 20' },
          { zh: '产出指标分值为39.99，规定为40', en: 'output weighs 39.99, the rule has 40' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: false,
        weights: { execution: '20', output: '39.99', benefit: '40.01' },
      },
      expect: {
        findings: [
          { zh: '产出指标分值为39.99，规定为40', en: 'output weighs 39.99, the rule has 40' },
          { zh: '效益指标分值为40.01，规定为40', en: 'benefit weighs 40.01, the rule has 40' },
        ],
      },
    },
    {
      given: {
        costApplies: false,
        satisfactionApplies: false,
        weights: { execution: '20', output: '40.01', benefit: '39.99' },
      },
      expect: {
        findings: [
          { zh: '产出指标分值为40.01，规定为40', en: 'output weighs 40.01, the rule has 40' },
          { zh: '效益指标分值为39.99，规定为40', en: 'benefit weighs 39.99, the rule has 40' },
        ],
      },
    },
    { given: { costApplies: true, satisfactionApplies: true }, expect: { weights: null } },
  ],
};
