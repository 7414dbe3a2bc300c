import type { Edition } from '../../edition.ts';
import { gradeBands } from './grade-bands.clause.ts';
import { scoringEqual } from './scoring-equal.clause.ts';
import { scoringExecution } from './scoring-execution.clause.ts';
import { scoringHigher } from './scoring-higher.clause.ts';
import { scoringLower } from './scoring-lower.clause.ts';
import { scoringQualitative } from './scoring-qualitative.clause.ts';

/** The Ministry's rules on goals, monitoring and evaluation as they stand since 2020; a bureau's own rules come before them. */
export const national2020: Edition = {
  id: 'national-2020',
  title: {
    zh: '财政部项目支出绩效管理规则（2020版，文本未经财政局核对）',
    en: 'rules of the Ministry of Finance on project performance, edition of 2020, text not yet checked by the bureau',
  },
  divisionPrefix: '',
  inForce: { from: '2020-01-01' },
  released: false,
  papers: [
    '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
    '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）',
    '《中央部门预算绩效运行监控管理暂行办法》（财预〔2019〕136号）',
    '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）',
  ],
  clauses: [scoringEqual, scoringExecution, scoringHigher, scoringLower, scoringQualitative, gradeBands],
};
