import type { Json } from '@quancheng/kernel';

/**
 * The common indicators that the demonstration begins with. Levels and names of the evaluation side are those of the framework
 * of 2013 (财预〔2013〕53号); what each measures and how it is scored is written for this district.
 */

type Line = readonly [code: string, levelTwo: string, name: string, unit: string, content: string];

const SINCE = '2013-01-01';

const shared = (
  prefix: string,
  kind: string,
  lines: readonly Line[],
  more: { readonly [key: string]: Json } = {},
): Json[] =>
  lines.map(([code, levelTwo, name, unit, content]) => ({
    code: `${prefix}${code}`,
    scope: 'common',
    kind,
    levelTwo,
    name,
    ...(unit === '' ? { direction: 'qualitative' } : { direction: 'higher', unit }),
    content,
    validFrom: SINCE,
    ...more,
  }));

const PROPORTIONAL = '达到目标得满分，未达到按完成比例计分';

/** Finance's own list, as the performance office would bring it. */
export const commonIndicators: readonly Json[] = [
  ...shared('GX-1', 'decision', [
    ['01', '项目立项', '项目立项规范性', '', '立项有依据，程序齐全，论证和集体决策留有记录'],
    ['02', '项目立项', '绩效目标合理性', '', '目标与职责、投入相称，经努力可以达到'],
    ['03', '项目立项', '绩效指标明确性', '', '指标可以衡量，有目标值、数据来源和评分规则'],
  ]),
  ...shared('GX-1', 'decision', [['04', '资金落实', '资金到位率', '%', '实际到位资金÷应到位资金']], {
    scoring: PROPORTIONAL,
    rollUp: 'percentage',
    source: '国库支付数据',
  }),
  ...shared('GX-2', 'process', [
    ['01', '业务管理', '制度执行有效性', '', '按制度办理，合同、验收、档案齐全'],
    ['02', '业务管理', '项目质量可控性', '', '有质量标准，并按标准检查和验收'],
    ['03', '财务管理', '资金使用合规性', '', '符合财经法规和合同约定，没有截留、挪用'],
  ]),
  ...shared('GX-3', 'quantity', [['01', '数量', '实际完成率', '%', '实际完成量÷计划完成量']], {
    scoring: PROPORTIONAL,
    rollUp: 'percentage',
    keywords: '产出、完成、工作量',
    source: '项目台账',
    method: '按季统计',
  }),
  ...shared('GX-3', 'quality', [['02', '质量', '质量达标率', '%', '达到标准的数量÷完成数量']], {
    standard: '≥95%',
    scoring: PROPORTIONAL,
    rollUp: 'percentage',
    keywords: '验收、合格',
    source: '验收报告',
    method: '竣工或交付时统计',
  }),
  ...shared('GX-3', 'timeliness', [['03', '时效', '完成及时率', '%', '按期完成的数量÷应完成数量']], {
    scoring: PROPORTIONAL,
    rollUp: 'percentage',
    keywords: '进度、工期、按期',
    source: '项目台账',
    method: '按季统计',
  }),
  ...shared('GX-3', 'cost', [['04', '成本', '成本节约率', '%', '（计划成本－实际成本）÷计划成本']], {
    scoring: PROPORTIONAL,
    rollUp: 'last',
    keywords: '造价、节约、结余',
    source: '决算资料',
    method: '完成后核算',
  }),
  ...shared(
    'GX-4',
    'satisfaction',
    [['01', '服务对象满意度', '服务对象满意度', '%', '满意和基本满意的份数÷有效问卷份数']],
    {
      standard: '≥90%',
      scoring: PROPORTIONAL,
      rollUp: 'percentage',
      keywords: '群众、受益、问卷、满意率',
      source: '问卷',
      method: '抽样问卷，样本和份数留存',
    },
  ),
  ...shared('GX-4', 'social', [['02', '社会效益', '受益人口', '人', '直接受益的常住人口']], {
    scoring: PROPORTIONAL,
    rollUp: 'last',
    keywords: '受益、民生',
    source: '村、社区名册',
    method: '年末统计',
  }),
  ...shared('GX-4', 'ecological', [['03', '生态效益', '水质达标率', '%', '达标断面数÷监测断面数']], {
    scoring: PROPORTIONAL,
    rollUp: 'percentage',
    keywords: '污水、河道、环境',
    source: '监测报告',
    method: '按月监测',
  }),
  ...shared('GX-4', 'sustained', [
    ['04', '可持续影响', '管护机制健全性', '', '有管护主体、经费和制度，并在运行'],
  ]),
];
