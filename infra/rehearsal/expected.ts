/** How every project-year of the rehearsal ends: project, year, stage, grade, days late, cut, disclosure. */
export const REHEARSED = [
  ['F01-chizhou', 2014, 'closed', '优秀', 0, 'no-next-budget', 'published'],
  ['F02-guangshui', 2014, 'closed', '优秀', 0, 'priority', 'published'],
  ['F03-huanggang', 2014, 'closed', '优秀', 0, 'priority', 'published'],
  ['F04-jinan', 2014, 'closed', '优秀', 0, 'no-next-budget', 'published'],
  ['F05-jinzhai', 2014, 'closed', '优秀', 0, 'priority', 'published'],
  ['F06-langfang', 2014, 'closed', '优秀', 0, 'priority', 'published'],
  ['F07-mingshan', 2014, 'closed', '优秀', 0, 'priority', 'published'],
  ['F08-qingshen', 2014, 'closed', '优秀', 0, 'priority', 'withheld'],
  ['F09-tianchang', 2014, 'closed', '优秀', 0, 'priority', 'published'],
  ['F10-xiangtan', 2014, 'closed', '优秀', 0, 'no-next-budget', 'published'],
  ['F11-xiaoxian', 2014, 'closed', '优秀', 11, 'no-next-budget', 'published'],
  ['F12-yangquan', 2014, 'closed', '优秀', 0, 'priority', 'published'],
  ['F13-yongde', 2014, 'closed', '优秀', 0, 'priority', 'published'],
  ['F14-zhongjiang', 2014, 'closed', '优秀', 0, 'no-next-budget', 'published'],
  ['N1-sewage', 2014, 'closed', '优秀', 0, 'no-next-budget', 'published'],
  ['N2-schools', 2013, 'closed', '良好', 0, 'unchanged', 'published'],
  ['N2-schools', 2014, 'closed', '良好', 0, 'unchanged', 'published'],
  ['N2-schools', 2015, 'approved', null, null, null, null],
  ['N3-health', 2014, 'closed', '合格', 0, 'unchanged (against the proposal)', 'published'],
  ['N4-dust', 2014, 'closed', '不合格', 0, 'cut 50% of the successor', 'published'],
] as const;

/** Facts that a command of the timeline causes once each, with how often the whole year tells them. */
export const TOLD_ONCE = {
  GoalReviewed: 17,
  MoneyReviewed: 18,
  ControlFigureIssued: 18,
  PaymentsRecorded: 51,
  ResultConfirmed: 19,
  ResultCirculated: 19,
  BudgetLinkDecided: 19,
} as const;
