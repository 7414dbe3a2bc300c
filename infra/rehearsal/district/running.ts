import type { Fen } from '@quancheng/kernel';
import { type Dated, on } from './dated.ts';
import * as paper from './orders.ts';
import { isApproved, type Turn } from './turns.ts';
import type { Completion, Tracking } from './ways.ts';

/** An approved year as it runs: paid, adjusted, tracked, put right, completed, and its leftover settled. */
export const running = (turn: Turn): readonly Dated[] => [
  ...paid(turn),
  ...adjusted(turn),
  ...tracked(turn),
  ...completed(turn),
  ...settled(turn),
];

const STOOD_STILL: readonly Completion[] = ['standing-still', 'terminated'];
/** Off its goal: the deviation is found, and put right or not. */
export const OFF: readonly Tracking[] = ['rectified', 'rectified-twice', 'stopped', 'unanswered'];

const share = (amountFen: Fen, percent: bigint): Fen => ((amountFen * percent) / 100n / 100n) * 100n;

/** What is paid by the end of June, in percent of the year's payments. */
function byJune({ ways }: Turn): bigint {
  if (ways.completion === 'early') return 100n;
  if (ways.declaring === 'reworked-mid-year') return 0n;
  if (ways.completion === 'suspended') return 30n;
  return OFF.includes(ways.tracking) ? 95n : 75n;
}

/** The treasury's files: April for works, June, and the rest in December. Not everything of December is registered in it. */
function paid(turn: Turn): readonly Dated[] {
  const june = share(turn.paidFen, byJune(turn));
  if (STOOD_STILL.includes(turn.ways.completion))
    return [on('2014-04-10T14', '支付', paper.pay(turn, '2014-04-10', share(turn.paidFen, 30n)))];
  const rest = turn.paidFen - june;
  const [at, paidOn] =
    turn.ways.lastPayment === 'in-december'
      ? ['2014-12-08T14', '2014-12-08']
      : ['2015-01-09T09', '2014-12-29'];
  return [
    ...(june > 0n ? [on('2014-06-25T14', '支付', paper.pay(turn, '2014-06-25', june))] : []),
    ...(rest > 0n ? [on(at, '支付', paper.pay(turn, paidOn, rest))] : []),
  ];
}

const adjusted = (turn: Turn): readonly Dated[] =>
  turn.ways.change === 'none'
    ? []
    : [
        on('2014-06-12T09', '调整申请', paper.requestAdjustment(turn)),
        on('2014-06-20T09', '调整答复', paper.decideAdjustment(turn)),
      ];

const NO_ROUND: readonly Completion[] = ['suspended', 'standing-still', 'terminated'];

function tracked(turn: Turn): readonly Dated[] {
  const { tracking, completion } = turn.ways;
  if (NO_ROUND.includes(completion) || tracking === 'silent') return [];
  const off = OFF.includes(tracking);
  const progress = off ? { goal: '20', progress: '25', causes: '设备款预付较多，施工迟缓' } : onTrack(turn);
  const reported = on(
    tracking === 'late' ? '2014-09-10T09' : '2014-08-20T09',
    '跟踪填报',
    paper.reportTracking(turn, progress),
  );
  return [reported, ...rectified(turn)];
}

/** Goal and progress go with the money. */
function onTrack(turn: Turn): paper.Progress {
  if (turn.ways.completion === 'early') return { goal: '100', progress: '100' };
  const percent = (share(turn.paidFen, byJune(turn)) * 100n) / turn.approvedFen;
  return { goal: String(percent), progress: String(percent) };
}

function rectified(turn: Turn): readonly Dated[] {
  const { tracking } = turn.ways;
  if (!OFF.includes(tracking) || tracking === 'unanswered') return [];
  const confirmed = on(
    '2014-10-20T09',
    '整改确认',
    paper.confirmRectification(turn, tracking !== 'rectified-twice'),
  );
  return [
    on('2014-09-25T09', '整改通知', paper.orderRectification(turn)),
    ...(tracking === 'stopped'
      ? [
          on('2014-09-26T09', '停拨', paper.requestStop(turn)),
          on('2014-09-28T09', '停拨确认', paper.acknowledgeStop(turn)),
          on('2014-10-20T10', '解除停拨', paper.liftStop(turn)),
        ]
      : []),
    on('2014-10-13T09', '整改报告', paper.reportRectification(turn)),
    confirmed,
    ...(tracking === 'rectified-twice'
      ? [
          on('2014-10-27T09', '整改报告', paper.reportRectification(turn)),
          on('2014-10-30T09', '整改确认', paper.confirmRectification(turn, true)),
        ]
      : []),
  ];
}

/** Only what is done once comes to an end of its own. */
function completed(turn: Turn): readonly Dated[] {
  if (turn.member.nature === 'recurrent') return [];
  const inTime = [
    on('2014-12-01T09', '验收', paper.accept(turn, '2014-11-28')),
    on('2014-12-03T09', '完成', paper.complete(turn, '2014-11-28')),
  ];
  const asked = on('2014-10-20T14', '申请延期', paper.askExtension(turn, '2014-12-20'));
  switch (turn.ways.completion) {
    case 'early':
      return [
        on('2014-06-30T09', '验收', paper.accept(turn, '2014-06-28')),
        on('2014-07-02T09', '完成', paper.complete(turn, '2014-06-28')),
      ];
    case 'extended':
      return [
        asked,
        on('2014-10-24T09', '同意延期', paper.decideExtension(turn, true)),
        on('2014-12-22T09', '验收', paper.accept(turn, '2014-12-19')),
        on('2014-12-29T09', '完成', paper.complete(turn, '2014-12-19')),
      ];
    case 'extension-refused':
      return [asked, on('2014-10-24T09', '不同意延期', paper.decideExtension(turn, false)), ...inTime];
    case 'established':
      return [on('2014-12-22T09', '认定完成', paper.establish(turn, '2014-11-30'))];
    case 'suspended':
      return [
        on('2014-05-05T09', '暂停', paper.suspend(turn)),
        on('2014-08-12T09', '恢复', paper.resume(turn)),
        ...inTime,
      ];
    case 'standing-still':
      return [on('2014-05-05T09', '暂停', paper.suspend(turn))];
    case 'terminated':
      return [on('2014-07-14T09', '终止', paper.terminate(turn))];
    case 'in-time':
      return inTime;
    default:
      return [];
  }
}

/** What is left goes back, or stands in the next year where there is one. */
function settled(turn: Turn): readonly Dated[] {
  const { ways, member } = turn;
  const left = turn.approvedFen - turn.paidFen;
  if (left <= 0n || STOOD_STILL.includes(ways.completion)) return [];
  const goesOn = member.years.includes(2015) && isApproved(ways.declaring);
  const carried = goesOn && (ways.leftover === 'carried' || ways.completion === 'next-year');
  return [on('2015-01-12T09', '结转结余', paper.settle(turn, carried ? left : 0n))];
}
