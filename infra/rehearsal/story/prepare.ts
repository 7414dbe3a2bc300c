import {
  business,
  clerk,
  departmentStaff,
  natives,
  newIn2014,
  NIL_RETURN,
  performance,
  player,
  THREE_YEARS,
} from '../cast.ts';
import { namedProject } from '../named-projects.ts';
import { ANNOUNCED } from './announced.ts';
import type { Order } from './step.ts';

/** The notice of the year's work: who declares, and by when finance does its own part. */
export const prepare = (year: '2014' | '2015', departments: readonly string[]): readonly Order[] => [
  {
    by: performance,
    to: ['budget-years', year, 'prepare'],
    data: {
      noticePaper: `镇财〔${Number(year) - 1}〕30号`,
      departments,
      agenda: [...ANNOUNCED[year].agenda],
    },
  },
];

export const openWindow = (
  year: '2014' | '2015',
  window: 'declaration' | 'second-submission' | 'mid-year-adjustment',
): readonly Order[] => [
  {
    by: performance,
    to: ['budget-years', year, 'open-window'],
    data: {
      window,
      until: ANNOUNCED[year].windows[window],
      noticePaper: `镇财〔${Number(year) - 1}〕31号（${window}）`,
    },
  },
];

/** The bureau finds a recurrent project under way in 2013, budgeted without a goal. */
export function takeOverRunning(): readonly Order[] {
  const { id, department, unit, register } = player(THREE_YEARS);
  return [
    {
      by: departmentStaff(department),
      to: ['projects', id, 'take-over'],
      data: {
        ...register,
        unit,
        gaps: ['2013年度没有绩效目标', '2013年以前的支付未入系统'],
        years: [
          {
            fiscalYear: 2013,
            atStage: 'tracking',
            approvedFen: { amount: '1800', unit: '万元' },
            gaps: ['没有绩效目标', '没有支付记录'],
          },
        ],
      },
    },
  ];
}

export const registerAll = (): readonly Order[] =>
  newIn2014.map((one) => ({ by: clerk(one), to: ['projects', one.id, 'register'], data: one.register }));

export const openYears = (): readonly Order[] =>
  natives.map((one) => ({
    by: clerk(one),
    to: ['projects', one.id, 'open-year'],
    data: { fiscalYear: 2014 },
  }));

export const nilReturn = (): readonly Order[] => [
  {
    by: business,
    to: ['budget-years', '2014', 'record-nil-return'],
    data: { department: NIL_RETURN, paper: '体育局零申报说明' },
  },
];

export const openThirdYear = (): readonly Order[] => [
  {
    by: clerk(player(THREE_YEARS)),
    to: ['projects', THREE_YEARS, 'open-year'],
    data: { fiscalYear: 2015 },
  },
];

/** A clerk saves half a paper: nothing is declared by that. */
export function saveDraft(): readonly Order[] {
  const one = player('N1-sewage');
  const { need = '', content = '' } = namedProject(one.id).declared(2014);
  return [
    {
      by: clerk(one),
      to: ['project-years', `${one.id}-2014`, 'save-draft'],
      data: { form: { need, content } },
    },
  ];
}
