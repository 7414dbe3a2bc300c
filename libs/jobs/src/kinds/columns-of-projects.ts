import type { Column } from '../columns.ts';

export const PRO_CODE: Column = {
  name: 'projectId',
  title: '项目编码',
  aliases: ['pro_code', '预算项目编码', '项目代码'],
  kind: 'code',
  required: true,
  help: '预算系统的项目编码（pro_code），按文本填写，最长21位',
};

export const AGENCY_CODE: Column = {
  name: 'unit',
  title: '单位编码',
  aliases: ['agency_code', '预算单位编码', '单位代码', '项目单位编码'],
  kind: 'code',
  required: true,
  help: '项目单位的编码（agency_code），按文本填写，保留前面的零',
};

export const FISCAL_YEAR: Column = {
  name: 'fiscalYear',
  title: '年度',
  aliases: ['fiscal_year', '预算年度'],
  kind: 'year',
  help: '预算年度，如 2014；一个项目有几个年度的分行填写',
};

export const PROJECT_COLUMNS: readonly Column[] = [
  PRO_CODE,
  { name: 'name', title: '项目名称', aliases: ['pro_name'], kind: 'line', required: true, help: '项目全称' },
  AGENCY_CODE,
  {
    name: 'department',
    title: '主管部门编码',
    aliases: ['dept_code', '主管部门代码'],
    kind: 'code',
    help: '不填时按单位名录',
  },
  {
    name: 'nature',
    title: '项目性质',
    aliases: ['新增或经常性', '性质'],
    kind: 'choice',
    required: true,
    choices: [
      { value: 'new', words: ['新增', '新增项目'] },
      { value: 'recurrent', words: ['经常性', '经常性项目'] },
    ],
    help: '新增或经常性',
  },
  {
    name: 'term',
    title: '期限类型',
    aliases: ['项目期限', '期限'],
    kind: 'choice',
    required: true,
    choices: [
      { value: 'one-off', words: ['一次性', '一次性项目'] },
      { value: 'phased', words: ['阶段性', '阶段性项目'] },
      { value: 'continuing', words: ['延续性', '延续性项目', '持续性'] },
    ],
    help: '一次性、阶段性或延续性',
  },
  {
    name: 'field',
    title: '领域',
    aliases: ['项目领域', '类别'],
    kind: 'line',
    required: true,
    help: '如 教育、三农',
  },
  {
    name: 'highConcern',
    title: '社会关注度高',
    aliases: ['实事工程', '民生项目'],
    kind: 'yes-no',
    help: '是或否，不填为否',
  },
  {
    name: 'totalFen',
    title: '项目总额（万元）',
    aliases: ['项目总投资（万元）', '总额（万元）'],
    kind: 'money',
    help: '各年度合计；表头写明元或万元；接管项目不明的不填',
  },
  {
    name: 'plannedStart',
    title: '计划开工日',
    aliases: ['计划开始日期'],
    kind: 'date',
    help: '如 2014-01-01',
  },
  {
    name: 'plannedEnd',
    title: '计划完工日',
    aliases: ['计划结束日期'],
    kind: 'date',
    help: '一次性、阶段性项目必填',
  },
  FISCAL_YEAR,
  {
    name: 'atStage',
    title: '接管环节',
    aliases: ['当前环节'],
    kind: 'choice',
    choices: [
      { value: 'approved', words: ['已批复'] },
      { value: 'tracking', words: ['跟踪中', '执行中'] },
      { value: 'ended', words: ['年度结束', '待评价'] },
    ],
    help: '不填为新登记；填写的按该环节接管，同时填写批复数',
  },
  {
    name: 'approvedFen',
    title: '批复数（万元）',
    aliases: ['年初批复数（万元）', '预算批复数（万元）'],
    kind: 'money',
    help: '接管年度的批复数，表头写明元或万元',
  },
  {
    name: 'gaps',
    title: '缺少的资料',
    aliases: ['缺口'],
    kind: 'line',
    help: '接管时没有的资料，以分号隔开',
  },
];
