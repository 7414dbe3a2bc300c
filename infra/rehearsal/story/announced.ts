/** The days that the bureau's notices announce. They are no result of a rule: the audit finds each stored one in this list. */
export const ANNOUNCED = {
  '2014': {
    windows: {
      declaration: '2013-10-18',
      'second-submission': '2013-12-06',
      'mid-year-adjustment': '2014-06-30',
    },
    agenda: [
      { task: 'declaration-window', due: '2013-09-16' },
      { task: 'second-submission-window', due: '2013-11-08' },
      { task: 'approval', due: '2014-03-31' },
      { task: 'evaluation-plan', due: '2014-05-30' },
      { task: 'mid-year-window', due: '2014-06-16' },
      { task: 'tracking-round', round: '2014-07', due: '2014-08-08' },
    ],
  },
  '2015': {
    windows: {
      declaration: '2014-10-17',
      'second-submission': '2014-11-28',
      'mid-year-adjustment': '2015-06-30',
    },
    agenda: [
      { task: 'declaration-window', due: '2014-09-15' },
      { task: 'second-submission-window', due: '2014-11-10' },
      { task: 'approval', due: '2015-03-31' },
      { task: 'evaluation-plan', due: '2015-05-29' },
    ],
  },
} as const;

export const announcedDays: ReadonlySet<string> = new Set(
  Object.values(ANNOUNCED).flatMap(({ windows, agenda }) => [
    ...Object.values(windows),
    ...agenda.map(({ due }) => due),
  ]),
);
