import type { Order } from '../story/step.ts';
import { type Dated, on } from './dated.ts';
import * as paper from './orders.ts';
import type { Turn } from './turns.ts';

/** The hours of a declaration: the first time, after a return by the department, and after one by finance. */
interface Calendar {
  readonly register: string;
  readonly open: string;
  readonly declare: string;
  readonly department: string;
  /** The day on paper of what is entered afterwards. */
  readonly onPaper: string;
  readonly again: string;
  readonly departmentAgain: string;
  readonly money: string;
  readonly goal: string;
  readonly control: string;
  readonly second: string;
}

const IN_2013 = {
  register: '2013-09-06T09',
  open: '2013-09-10T09',
  again: '2013-10-17T09',
  departmentAgain: '2013-10-21T09',
  money: '2013-10-25T09',
  goal: '2013-10-28T09',
  control: '2013-11-11T09',
  second: '2013-11-20T09',
};
const EARLY: Calendar = {
  ...IN_2013,
  declare: '2013-09-24T09',
  department: '2013-10-10T09',
  onPaper: '2013-10-09',
};
const LAST: Calendar = {
  ...IN_2013,
  declare: '2013-10-08T09',
  department: '2013-10-16T09',
  onPaper: '2013-10-11',
};
const IN_2014: Calendar = {
  register: '2014-09-04T09',
  open: '2014-09-10T09',
  declare: '2014-10-09T11',
  department: '2014-10-15T09',
  onPaper: '2014-10-13',
  again: '2014-10-20T09',
  departmentAgain: '2014-10-22T09',
  money: '2014-10-27T09',
  goal: '2014-10-27T09',
  control: '2014-11-10T11',
  second: '2014-11-20T09',
};
/** After finance has sent a goal back. */
const AFTER_FINANCE = { declare: '2013-11-04T09', department: '2013-11-06T09', review: '2013-11-08T09' };
/** Blocked in autumn, thought over, and declared anew in the mid-year window. */
const MID_YEAR = {
  declare: '2014-06-12T09',
  department: '2014-06-20T09',
  review: '2014-06-25T14',
  control: '2014-06-30T09',
  second: '2014-07-02T09',
};
/** A cut by more than half is reviewed anew in the last days of the window. */
const FULL_REVIEW = {
  department: '2013-11-28T09',
  review: '2013-12-03T09',
  control: '2013-12-05T09',
  second: '2013-12-06T09',
};

const FIRST_OF_LAST_DEPARTMENTS = '205';
const calendarOf = ({ year, member }: Turn): Calendar =>
  year === 2015 ? IN_2014 : member.department < FIRST_OF_LAST_DEPARTMENTS ? EARLY : LAST;

/** From the project library to the second submission. The batch that approves is the department's, not the project's. */
export function declaring(turn: Turn): readonly Dated[] {
  const when = calendarOf(turn);
  const isFirst = turn.member.years[0] === turn.year;
  return [
    ...(isFirst ? [on(when.register, '入库', paper.register(turn))] : []),
    on(when.open, '建立年度', paper.openYear(turn)),
    on(when.declare, '申报', paper.declare(turn)),
    ...reviewed(turn, when),
  ];
}

const FROM_DEPARTMENT = ['D1-1', 'D1-2'].map(paper.answered);
const declaredAgain = (turn: Turn, at: string, ...remarks: readonly string[]): Dated =>
  on(at, '重报', paper.declare(turn, remarks.map(paper.answered)));

function reviewed(turn: Turn, when: Calendar): readonly Dated[] {
  const { department, again, departmentAgain } = when;
  const passed = on(department, '部门审核', paper.pass(turn));
  const sentBack = [
    on(department, '部门退回', paper.sendBack(turn)),
    on(again, '重报', paper.declare(turn, FROM_DEPARTMENT)),
    on(departmentAgain, '部门审核', paper.pass(turn)),
  ];
  switch (turn.ways.declaring) {
    case 'withdrawn':
      return [passed, on(again, '撤回', paper.withdraw(turn))];
    case 'entered-late':
      return [on(department, '部门审核', enteredLate(turn, when.onPaper)), ...funded(turn, when)];
    case 'returned-by-department':
      return [...sentBack, ...funded(turn, when)];
    case 'returned-by-finance':
      return [passed, ...financeSendsBack(turn, when, 'F1-1')];
    case 'returned-twice':
      return [...sentBack, ...financeSendsBack(turn, when, 'F2-1')];
    case 'blocked':
      return [passed, ...judgedBy(turn, when, '差')];
    case 'reworked-mid-year':
      return [passed, ...judgedBy(turn, when, '差'), ...midYear(turn)];
    default:
      return [passed, ...funded(turn, when)];
  }
}

const enteredLate = (turn: Turn, happenedOn: string): Order => ({
  ...paper.pass(turn),
  happenedOn,
  lateReason: '培训期间以纸质审核，回单位后补录',
});

const judgedBy = (
  turn: Turn,
  { money, goal }: Pick<Calendar, 'money' | 'goal'>,
  mark: '优' | '中' | '差' = '优',
): Dated[] => [
  on(money, '资金审核', paper.reviewMoney(turn)),
  ...(turn.hasGoal ? [on(goal, '目标评审', paper.reviewGoal(turn, mark))] : []),
];

const figures = (turn: Turn, { control, second }: Pick<Calendar, 'control' | 'second'>): Dated[] => [
  on(control, '一下', paper.controlFigure(turn)),
  on(second, '二上', paper.resubmit(turn)),
];

function funded(turn: Turn, when: Calendar): Dated[] {
  const once = [...judgedBy(turn, when), ...figures(turn, when)];
  if (turn.ways.control !== 'cut-by-more-than-half') return once;
  const { department, review } = FULL_REVIEW;
  return [
    ...once,
    on(department, '部门审核', paper.pass(turn)),
    ...judgedBy(turn, { money: review, goal: review }),
    ...figures(turn, FULL_REVIEW),
  ];
}

const financeSendsBack = (turn: Turn, when: Calendar, remark: string): readonly Dated[] => [
  ...judgedBy(turn, when, '中'),
  declaredAgain(turn, AFTER_FINANCE.declare, remark),
  on(AFTER_FINANCE.department, '部门审核', paper.pass(turn)),
  ...judgedBy(turn, { money: AFTER_FINANCE.review, goal: AFTER_FINANCE.review }),
  ...figures(turn, when),
];

const midYear = (turn: Turn): readonly Dated[] => [
  declaredAgain(turn, MID_YEAR.declare, 'F1-1'),
  on(MID_YEAR.department, '部门审核', paper.pass(turn)),
  ...judgedBy(turn, { money: MID_YEAR.review, goal: MID_YEAR.review }),
  ...figures(turn, MID_YEAR),
];
