import { type InventedProject, row, type Sketch, wan, written } from './sketch.ts';

/**
 * The four projects that the source paper names. Name and field are the paper's; every amount, indicator and result here
 * is invented for the rehearsal.
 */
const sewage: Sketch = {
  id: 'N1-sewage',
  unit: '201001',
  register: {
    name: '农村生活污水集污和生态化处理工程',
    nature: 'new',
    term: 'one-off',
    field: '三农',
    highConcern: true,
    totalFen: wan('2760'),
    plannedStart: '2014-01-01',
    plannedEnd: '2014-10-31',
    people: [{ duty: 'unit-head', personId: 'demo-unit-head' }],
  },
  requested: wan('2760'),
  control: wan('2600'),
  paid: wan('2600'),
  goal: '12个村1200户生活污水集中收集、生态化处理，出水达标',
  need: '12个村生活污水直排河道，群众反映强烈',
  content: '铺设集污管网，建设生态化处理池',
  paper: { title: '农村生活污水治理三年计划（演练虚构）', number: '演练〔2013〕1号' },
  indicators: [
    row(['quantity', '集污入网户数'], ['higher', '1200', '户'], '30', '1210', '1200'),
    row(['quality', '出水水质合格率'], ['higher', '95', '%'], '20', '97', '96'),
    row(['timeliness', '完成时间'], ['lower', '11', '月'], '10', '11'),
    row(['ecological', '村庄河道水质改善'], ['qualitative', '河道不再黑臭'], '20', '达成', '98'),
    row(['satisfaction', '村民满意度'], ['higher', '90', '%'], '10', '93', '92'),
  ],
  findings: [{ problem: '两个村的管网养护经费尚未落实', suggestion: '由镇列入下年预算' }],
  conclusion: '目标全部实现，养护机制待完善',
};

const schools: Sketch = {
  id: 'N2-schools',
  unit: '202001',
  register: {
    name: '进城务工人员子女专项经费及民办学校建校补助',
    nature: 'recurrent',
    term: 'continuing',
    field: '教育',
    highConcern: true,
    totalFen: null,
    plannedStart: '2012-01-01',
    plannedEnd: null,
  },
  requested: wan('1900'),
  control: wan('1900'),
  paid: wan('1805'),
  goal: '5000名进城务工人员子女就近入学，民办学校办学条件达标',
  need: '进城务工人员子女逐年增加，公办学位不足',
  content: '生均补助、校舍修缮和设备补助',
  paper: { title: '关于做好进城务工人员子女入学工作的意见（演练虚构）', number: '演练〔2012〕6号' },
  indicators: [
    row(['quantity', '补助学生人数'], ['higher', '5000', '人'], '30', '4900', '3900'),
    row(['quality', '补助对象合格率'], ['higher', '98', '%'], '20', '98', '88'),
    row(['timeliness', '补助发放完毕'], ['lower', '11', '月'], '10', '11'),
    row(['social', '民办学校办学条件改善'], ['qualitative', '全部达到基本标准'], '20', '达成', '80'),
    row(['satisfaction', '家长满意度'], ['higher', '90', '%'], '10', '91', '76'),
  ],
  findings: [{ problem: '部分补助对象资料不全', suggestion: '学年初统一核验学籍' }],
  conclusion: '基本实现目标，对象核验不严',
};

const health: Sketch = {
  id: 'N3-health',
  unit: '203001',
  register: {
    name: '卫生人才教育培训资金',
    nature: 'recurrent',
    term: 'continuing',
    field: '卫生',
    highConcern: true,
    totalFen: wan('560'),
    plannedStart: '2014-01-01',
    plannedEnd: null,
  },
  requested: wan('560'),
  control: wan('560'),
  paid: wan('448'),
  goal: '培训400名卫生人才，全科医生持证上岗',
  need: '基层医疗机构全科医生不足',
  content: '全科医生转岗培训、骨干进修、继续教育',
  paper: { title: '卫生人才队伍建设规划（演练虚构）', number: '演练〔2013〕9号' },
  indicators: [
    row(['quantity', '培训人数'], ['higher', '400', '人'], '30', '320', '240'),
    row(['quality', '考核合格率'], ['higher', '95', '%'], '20', '90', '70'),
    row(['timeliness', '培训结束时间'], ['lower', '11', '月'], '10', '12'),
    row(['social', '基层首诊能力提升'], ['qualitative', '社区门诊比重提高'], '20', '85', '65'),
    row(['satisfaction', '学员满意度'], ['higher', '90', '%'], '10', '88', '63'),
  ],
  findings: [{ problem: '三期培训没有考核记录', suggestion: '补齐考核，未考核的不列支' }],
  conclusion: '培训人数和质量低于目标',
};

const dust: Sketch = {
  id: 'N4-dust',
  unit: '204001',
  register: {
    name: '后海塘片区扬尘治理工程',
    nature: 'new',
    term: 'one-off',
    field: '环保',
    highConcern: true,
    totalFen: wan('1850'),
    plannedStart: '2014-01-01',
    plannedEnd: '2014-12-10',
  },
  requested: wan('1850'),
  control: wan('1850'),
  paid: wan('1850'),
  goal: '完成26万平方米裸露堆场硬化和抑尘，片区降尘量下降',
  need: '后海塘片区堆场扬尘影响居民生活',
  content: '堆场硬化、防尘网、喷淋系统和监测点',
  paper: { title: '大气污染防治行动方案（演练虚构）', number: '演练〔2013〕12号' },
  indicators: [
    row(['quantity', '硬化抑尘面积'], ['higher', '26', '万平方米'], '30', '19', '11'),
    row(['quality', '验收合格率'], ['higher', '90', '%'], '20', '75', '40'),
    row(['timeliness', '完工时间'], ['lower', '11', '月'], '10', '12'),
    row(['ecological', '片区降尘量下降'], ['qualitative', '降尘量较上年下降三成'], '20', '75', '40'),
    row(['satisfaction', '周边居民满意度'], ['higher', '90', '%'], '10', '72', '54'),
  ],
  findings: [
    { problem: '喷淋系统建成后未运行', suggestion: '落实运行单位和经费' },
    { problem: '工程量签证与实测面积不符', suggestion: '据实核减，收回多付款项' },
  ],
  conclusion: '主要目标没有实现',
};

export const namedProjects: readonly InventedProject[] = [sewage, schools, health, dust].map(written);

export const namedProject = (id: string): InventedProject => {
  const found = namedProjects.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no named project ${id}`);
  return found;
};
