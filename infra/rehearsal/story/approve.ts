import {
  business,
  chief,
  head,
  natives,
  performance,
  player,
  TAKEN_OVER,
  THREE_YEARS,
  yearId,
  yuan,
} from '../cast.ts';
import { online, type Order } from './step.ts';

export const congress = (year: '2014' | '2015', approvedOn: string): readonly Order[] => [
  {
    by: business,
    to: ['budget-years', year, 'record-congress-approval'],
    data: { approvedOn, paperNo: `区人大决议〔${year}〕3号` },
  },
];

/** One batch a department: goals and money of all its projects together. */
export function approveBatches(): readonly Order[] {
  const byDepartment = Map.groupBy(natives, ({ department }) => department);
  return [...byDepartment].map(([department, projects]) => ({
    by: chief,
    to: ['budget-years', '2014', 'approve-batch'],
    about: department,
    data: {
      batch: `2014-${department}`,
      department,
      paperNo: `镇财预〔2014〕${department}号`,
      approvedOn: '2014-02-24',
      items: projects.map((one) => ({ projectYearId: yearId(one), approvedFen: yuan(one.controlFen) })),
    },
  }));
}

export const approveThirdYear = (): readonly Order[] => {
  const one = player(THREE_YEARS);
  return [
    {
      by: chief,
      to: ['budget-years', '2015', 'approve-batch'],
      data: {
        batch: `2015-${one.department}`,
        department: one.department,
        paperNo: `镇财预〔2015〕${one.department}号`,
        approvedOn: '2015-02-26',
        items: [{ projectYearId: yearId(one, 2015), approvedFen: { amount: '2000', unit: '万元' } }],
      },
    },
  ];
};

/** Found budgeted and under way, without a goal: it enters at 批复 with its gap marked, and nothing is made up. */
export function takeOverGoalless(): readonly Order[] {
  const one = player(TAKEN_OVER);
  const { totalFen: _t, plannedStart: _s, plannedEnd: _e, ...identity } = one.register;
  return [
    {
      by: business,
      to: ['projects', one.id, 'take-over'],
      data: {
        ...identity,
        unit: one.unit,
        department: one.department,
        gaps: ['没有绩效目标'],
        years: [
          {
            fiscalYear: 2014,
            atStage: 'approved',
            approvedFen: yuan(one.controlFen),
            gaps: ['没有绩效目标'],
          },
        ],
      },
    },
  ];
}

/** Wages were raised in the year: the amount is adjusted with the standing committee's paper. */
const ADJUSTED = player('F08-qingshen');

export const requestAdjustment = (): readonly Order[] => [
  {
    by: head(ADJUSTED),
    to: ['project-years', yearId(ADJUSTED), 'request-adjustment'],
    data: {
      kind: 'adjustment',
      newAmountFen: yuan(ADJUSTED.paidFen),
      reason: '年中调整工资标准',
      signature: online,
    },
  },
];

export const decideAdjustment = (): readonly Order[] => [
  {
    by: business,
    to: ['project-years', yearId(ADJUSTED), 'decide-adjustment'],
    data: { granted: true, paperNo: '区人大常委会〔2014〕8号', opinion: '按标准核增' },
  },
];

export const closeYear = (year: '2013' | '2014'): readonly Order[] => [
  {
    by: performance,
    to: ['budget-years', year, 'close-year'],
    data: { opinion: `${year}年度工作办结` },
  },
];
