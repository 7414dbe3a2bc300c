import { describeWalks, type Step, step, storyOf, wan } from '@quancheng/testing';
import type { Json } from '@quancheng/kernel';
import { project } from './index.ts';

const wish = (does: string, as: Step['as'], data: Record<string, Json> = {}): Step =>
  step(does, as, '2014-01-02', data);

const entry = { name: '后海塘片区扬尘治理工程', field: '环保', highConcern: false };
const people = [
  { duty: 'money-user', personId: 'p-1' },
  { duty: 'unit-head', personId: 'p-2' },
  { duty: 'department-head', personId: 'p-3' },
];
const oneOff = {
  ...entry,
  nature: 'new',
  term: 'one-off',
  totalFen: wan('132.912'),
  plannedStart: '2014-01-02',
  plannedEnd: '2014-08-15',
};
const continuing = {
  ...entry,
  nature: 'recurrent',
  term: 'continuing',
  totalFen: wan('900'),
  plannedStart: '2014-01-02',
  people,
};
const taken = { ...entry, unit: 'U-07', department: 'D-01', nature: 'new', term: 'phased' };
const years = [{ fiscalYear: 2014, atStage: 'tracking', approvedFen: wan('50'), gaps: ['没有绩效目标'] }];
const paper = { paper: '函1号', reason: '情况变化' };
const proof = (kind: string): Json => ({ kind, paper: '证明' });

/** Any of these may be tried on any day; most are refused, and the rest must leave a file that somebody waits for. */
const TRIES: readonly Step[] = [
  wish('Register', 'unit-clerk', oneOff),
  wish('Register', 'unit-clerk', { ...oneOff, people, plannedEnd: '2015-06-30' }),
  wish('Register', 'unit-clerk', continuing),
  wish('TakeOver', 'finance-performance', { ...taken, years }),
  wish('Amend', 'finance-business', { nature: 'recurrent', term: 'continuing', ...paper }),
  wish('Amend', 'finance-business', { plannedEnd: '2015-03-31', ...paper }),
  wish('Amend', 'finance-business', { name: '更名', ...paper }),
  ...people.map((one) => wish('AssignResponsible', 'department', { ...one, from: '2014-03-01' })),
  ...[2014, 2015, 2016].map((fiscalYear) => wish('OpenYear', 'unit-clerk', { fiscalYear })),
  wish('NoteYearApproved', 'system', { fiscalYear: 2014, approvedFen: '50000' }),
  wish('NoteCarryOver', 'system', { fromYear: 2014, amountFen: '700' }),
  wish('NoteYearClosed', 'system', { fiscalYear: 2014 }),
  wish('RecordAcceptance', 'department', { acceptedOn: '2014-06-03', paper: '验收单' }),
  wish('RecordFinalPayment', 'treasury', { paidOn: '2014-07-01', paymentNo: 'Z-1', amountFen: wan('1') }),
  wish('AskExtension', 'unit-head', { plannedEnd: '2015-12-31', reason: '汛期' }),
  wish('DecideExtension', 'finance-performance', { grant: true, opinion: '同意' }),
  wish('DecideExtension', 'finance-performance', { grant: false, opinion: '不同意' }),
  wish('ReportCompletion', 'unit-head', { completedOn: '2014-06-03', proof: proof('acceptance') }),
  wish('ReportCompletion', 'unit-clerk', { completedOn: '2014-12-31', proof: proof('financial-close') }),
  wish('EstablishCompletion', 'finance-performance', { completedOn: '2014-08-15', ...paper }),
  wish('Suspend', 'department', paper),
  wish('Suspend', 'department', { ...paper, until: '2014-12-01' }),
  wish('Resume', 'department', { reason: '恢复' }),
  wish('Terminate', 'section-chief', paper),
  wish('Reopen', 'finance-performance', { reason: '更正' }),
  wish('Reopen', 'finance-performance', { reason: '更正', withdraw: ['acceptance', 'final-payment'] }),
];

const RASH = new Set(['Terminate', 'TakeOver']);

describeWalks({
  story: storyOf(project, 'P-1'),
  tries: TRIES,
  startOn: '2014-01-02',
  isCited: true,
  isRash: ({ does }) => RASH.has(does),
});
