import { exact, type Fen, type Json, roundHalfUp } from '@quancheng/kernel';
import {
  business,
  clerk,
  head,
  performance,
  type Player,
  player,
  players,
  TAKEN_OVER,
  THREE_YEARS,
  treasury,
  yearId,
  yuan,
} from '../cast.ts';
import { online, type Order } from './step.ts';

/** Finished in June and July: paid in full and reported as done. */
const FINISHED_EARLY = ['F04-jinan', 'F11-xiaoxian', 'F14-zhongjiang'];
/** Ninety percent of the money is spent, a third of the goal is reached. */
export const DEVIATES = 'N4-dust';

interface Midway {
  readonly money: bigint;
  readonly goal: string;
  readonly progress: string;
}

/** Its published paper spends little over half of the money: the work is as slow. */
const SLOW = 'F07-mingshan';

function midwayOf({ id }: Player): Midway {
  if (id === SLOW) return { money: 75n, goal: '50', progress: '50' };
  if (FINISHED_EARLY.includes(id)) return { money: 100n, goal: '100', progress: '100' };
  return id === DEVIATES
    ? { money: 90n, goal: '30', progress: '40' }
    : { money: 75n, goal: '70', progress: '70' };
}

const share = (amountFen: Fen, percent: bigint): Fen => (amountFen * percent) / 100n;

/** The treasury's file of a day: one payment a project. A repeated file would be the same payments. */
function paymentFile(paidOn: string, amountOf: (one: Player) => Fen): readonly Order[] {
  return players
    .map((one) => [one, amountOf(one)] as const)
    .filter(([, amountFen]) => amountFen > 0n)
    .map(([one, amountFen]) => ({
      by: treasury,
      to: ['project-years', yearId(one), 'record-payments'],
      data: { payments: [{ paymentNo: `${paidOn}-${one.id}`, paidOn, amountFen: yuan(amountFen) }] },
    }));
}

const firstQuarter = ({ paidFen }: Player): Fen => share(paidFen, 30n);
const firstHalf = (one: Player): Fen => share(one.paidFen, midwayOf(one).money);

export const payInSpring = (): readonly Order[] => paymentFile('2014-04-10', firstQuarter);
export const payInSummer = (): readonly Order[] =>
  paymentFile('2014-06-25', (one) => firstHalf(one) - firstQuarter(one));
export const payAtYearEnd = (): readonly Order[] =>
  paymentFile('2014-12-08', (one) => one.paidFen - firstHalf(one));

export const sendRound = (): readonly Order[] => [
  {
    by: performance,
    to: ['budget-years', '2014', 'send-tracking-round'],
    data: { round: '2014-07', asOf: '2014-07-31' },
  },
];

/** Goal and progress as of July; what was spent is not asked, the treasury knows it. */
export const reportRound = (): readonly Order[] =>
  players.map((one) => {
    const { goal, progress } = midwayOf(one);
    const deviates = one.id === DEVIATES;
    return {
      by: clerk(one),
      to: ['project-years', yearId(one), 'report-tracking'],
      data: {
        round: '2014-07',
        form: {
          ...rowsOf(one, goal),
          progressPercent: progress,
          likelihood: deviates ? 'possible' : 'certain',
          ...(deviates ? { causes: ['other'], causeText: '设备款预付较多，堆场腾让迟缓' } : {}),
        },
      },
    };
  });

function rowsOf(one: Player, percent: string): { indicators?: Json } {
  const indicators = (one.declared.indicators ?? []) as { [key: string]: string }[];
  if (indicators.length === 0 || one.id === TAKEN_OVER) return {};
  return { indicators: indicators.map((indicator) => rowOf(indicator, percent)) };
}

export function rowOf(
  { row = '', direction, target = '0' }: { [key: string]: string },
  percent: string,
): Json {
  if (direction === 'qualitative') return { row, attainedPercent: percent };
  return { row, actual: roundHalfUp(exact(target).times(percent).div(100), 4) };
}

const dust = player(DEVIATES);

/** Checked on site, then ordered: ten working days over 国庆 and a worked Saturday end on 14 October. */
export const orderRectification = (): readonly Order[] => [
  {
    by: performance,
    to: ['project-years', yearId(dust), 'order-rectification'],
    data: {
      round: '2014-07',
      receivedOn: '2014-09-25',
      problems: ['资金支付进度远快于工程进度', '喷淋系统未按图施工'],
    },
  },
];

export const requestStop = (): readonly Order[] => [
  {
    by: performance,
    to: ['project-years', yearId(dust), 'request-stop-payment'],
    data: { reason: '整改完成前暂缓支付' },
  },
];

export const acknowledgeStop = (): readonly Order[] => [
  {
    by: treasury,
    to: ['project-years', yearId(dust), 'acknowledge-stop-payment'],
    data: { request: 'S1', note: '已暂停受理支付申请' },
  },
];

export const reportRectification = (): readonly Order[] => [
  {
    by: head(dust),
    to: ['project-years', yearId(dust), 'report-rectification'],
    data: {
      order: 'R1',
      answers: [
        { problem: 'R1-1', answer: '后续款项按工程量支付' },
        { problem: 'R1-2', answer: '已按图返工，监理签证' },
      ],
      signature: online,
    },
  },
];

export const confirmRectification = (): readonly Order[] => [
  {
    by: performance,
    to: ['project-years', yearId(dust), 'confirm-rectification'],
    data: { order: 'R1', accepted: true, opinion: '现场复核，整改属实' },
  },
];

export const liftStop = (): readonly Order[] => [
  {
    by: performance,
    to: ['project-years', yearId(dust), 'lift-stop-payment'],
    data: { request: 'S1', reason: '整改已确认' },
  },
];

/** What is left at the end of the year: carried over where the next year is open, else taken back. */
export const settleLeftovers = (): readonly Order[] =>
  players
    .map((one) => [one, one.controlFen - one.paidFen] as const)
    .filter(([, left]) => left > 0n)
    .map(([one, left]) => ({
      by: business,
      to: ['project-years', yearId(one), 'carry-over'],
      data: {
        amountFen: one.id === THREE_YEARS ? yuan(left) : { amount: '0', unit: '元' },
        reason: one.id === THREE_YEARS ? '补助跨学年发放，结转下年' : '结余收回',
      },
    }));
