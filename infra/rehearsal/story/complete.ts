import { business, clerk, performance, player, treasury, yuan } from '../cast.ts';
import type { Order } from './step.ts';

/** Its unit never reports completion: the duty lapses, and finance establishes it. */
export const SILENT = 'F01-chizhou';

const accepted = (id: string, acceptedOn: string): readonly Order[] => [
  {
    by: clerk(player(id)),
    to: ['projects', id, 'record-acceptance'],
    data: { acceptedOn, paper: `竣工验收单（${id}）` },
  },
];

const reported = (id: string, completedOn: string, kind: string): readonly Order[] => [
  {
    by: clerk(player(id)),
    to: ['projects', id, 'report-completion'],
    data: { completedOn, proof: { kind, paper: `完成证明（${id}）` } },
  },
];

export const acceptSubsidy = () => accepted('F11-xiaoxian', '2014-06-28');
export const completeSubsidy = () => reported('F11-xiaoxian', '2014-06-28', 'acceptance');
export const acceptGauges = () => accepted('F14-zhongjiang', '2014-07-01');
export const completeGauges = () => reported('F14-zhongjiang', '2014-07-01', 'acceptance');
export const acceptHall = () => accepted('F04-jinan', '2014-07-11');
export const completeHall = () => reported('F04-jinan', '2014-07-11', 'acceptance');
export const acceptCannons = () => accepted('F10-xiangtan', '2014-11-20');
export const completeCannons = () => reported('F10-xiangtan', '2014-11-20', 'acceptance');

/** The sewers need four more weeks. */
export const askExtension = (): readonly Order[] => [
  {
    by: clerk(player('N1-sewage')),
    to: ['projects', 'N1-sewage', 'ask-extension'],
    data: { plannedEnd: '2014-11-28', reason: '汛期停工四周' },
  },
];

export const grantExtension = (): readonly Order[] => [
  {
    by: business,
    to: ['projects', 'N1-sewage', 'decide-extension'],
    data: { grant: true, opinion: '情况属实，同意延期' },
  },
];

export const acceptSewers = () => accepted('N1-sewage', '2014-11-28');
export const completeSewers = () => reported('N1-sewage', '2014-11-28', 'acceptance');

/** The final payment asks for the report before the planned end does. */
export const finalPaymentOfDust = (): readonly Order[] => [
  {
    by: treasury,
    to: ['projects', 'N4-dust', 'record-final-payment'],
    data: {
      paidOn: '2014-12-08',
      paymentNo: '2014-12-08-N4-dust',
      amountFen: yuan(player('N4-dust').paidFen / 10n),
    },
  },
];

export const completeDust = () => reported('N4-dust', '2014-12-08', 'final-payment');

export const establishSilent = (): readonly Order[] => [
  {
    by: performance,
    to: ['projects', SILENT, 'establish-completion'],
    data: {
      completedOn: '2014-11-30',
      paper: '财政现场核查记录',
      reason: '单位逾期未报告，现场核查已完工',
    },
  },
];
