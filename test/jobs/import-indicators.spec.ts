import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultList, type JobStack, startJobStack } from './support.ts';

let stack: JobStack;
const performance = () => stack.post('finance-performance', '101', '101');
const department = () => stack.post('department', '201', '201');

beforeAll(async () => {
  stack = await startJobStack();
});
afterAll(async () => {
  await stack.stop();
});

/** As a budget system writes it: the names of its exchange table, the figures with their signs. */
const EXCHANGED = `lv1_perf_ind_name,lv2_perf_ind_name,lv3_perf_ind_code,lv3_perf_ind_name,kpi_content,kpi_evalstd,kpi_val,kpi_remark
产出指标,质量指标,00101,工程验收合格率,合格数÷验收数,每低1个百分点扣1分,≥95%,
产出指标,成本指标,00102,单位面积造价,,,≤3200元/平方米,
效益指标,服务对象满意度指标,00103,受益群众满意度,,,>90%,问卷
决策,项目立项,00104,立项依据充分性,,,定性,
`;

const indicator = async (code: string) =>
  (await stack.api.get<Record<string, unknown>>(performance(), `/api/indicators/${code}`)).body;

describe('a list of indicators', () => {
  it('in the columns of the exchange table is previewed and then stands in the library', async () => {
    const { status, body: job } = await stack.bring(performance(), 'import-indicators', EXCHANGED);
    expect([status, job.counts.touched, job.notes]).toEqual([201, 4, []]);
    await stack.confirm(performance(), job.id);
    expect((await stack.ended(performance(), job.id)).counts).toMatchObject({ done: 4, left: 0 });
    expect(await indicator('00101')).toMatchObject({
      scope: 'common',
      kind: 'quality',
      name: '工程验收合格率',
      direction: 'higher',
      unit: '%',
      standard: '≥95%',
      scoring: '每低1个百分点扣1分',
      content: '合格数÷验收数',
    });
    expect(await indicator('00102')).toMatchObject({ kind: 'cost', direction: 'lower', unit: '元/平方米' });
    expect(await indicator('00103')).toMatchObject({
      kind: 'satisfaction',
      direction: 'above',
      remark: '问卷',
    });
    expect(await indicator('00104')).toMatchObject({
      kind: 'decision',
      levelTwo: '项目立项',
      direction: 'qualitative',
    });
  });

  it('brought again touches nothing', async () => {
    const { body: job } = await stack.bring(performance(), 'import-indicators', EXCHANGED);
    expect(job.counts).toMatchObject({ touched: 0, untouched: 4, faulty: 0 });
  });

  it("in the bureau's own columns is a department's own where the department brings it", async () => {
    const list = `指标编码,二级指标,三级指标,方向,计量单位,汇总方式,关键词
D-1,项目立项,立项程序规范性,定性,,,程序
D-2,社会效益,普惠园在园幼儿占比,≥,%,期末数,幼儿园、学前
`;
    const { body: job } = await stack.bring(department(), 'import-indicators', list);
    expect(faultList(await stack.items(department(), job.id, 'fault'))).toEqual([]);
    await stack.confirm(department(), job.id);
    await stack.ended(department(), job.id);
    expect(await indicator('D-1')).toMatchObject({
      department: '201',
      kind: 'decision',
      levelTwo: '项目立项',
    });
    expect(await indicator('D-2')).toMatchObject({ scope: 'department', kind: 'social', rollUp: 'last' });
  });

  it('has its faults named by row and title', async () => {
    const list = `指标编码,一级指标,二级指标,三级指标,指标类别,方向,计量单位,指标值,启用日期
F-1,产出指标,社会效益指标,受益人数,共性,≥,人,,
F-2,产出指标,创新指标,新技术,共性,≥,项,,
F-3,产出指标,数量指标,培训人次,共性,≥,,,
F-4,产出指标,数量指标,培训人次,行业,≥,人次,,
F-5,产出指标,数量指标,培训人次,共性,,人次,1000人次,
00101,产出指标,质量指标,另一指标,共性,≥,%,,
F-7,产出指标,数量指标,培训人次,共性,≥,人次,,2014-02-30
F-7,产出指标,数量指标,培训人次,共性,≥,人次,,
`;
    const { body: job } = await stack.bring(performance(), 'import-indicators', list);
    expect(faultList(await stack.items(performance(), job.id, 'fault'))).toEqual([
      [2, 'LEVELS_DISAGREE', '一级指标'],
      [3, 'NOT_ONE_OF', '二级指标'],
      [4, 'UNIT_MISSING', '计量单位'],
      [5, 'INDUSTRY_MISSING', '行业'],
      [6, 'invalid_value', '方向'],
      [7, 'CODE_KNOWN_OTHERWISE', '指标编码'],
      [8, 'DATE_DOES_NOT_EXIST', '启用日期'],
      [9, 'CODE_TWICE', '指标编码'],
    ]);
  });

  it('is brought by whoever keeps indicators', async () => {
    const clerk = stack.post('unit-clerk');
    expect((await stack.bring(clerk, 'import-indicators', EXCHANGED)).status).toBe(403);
  });
});
