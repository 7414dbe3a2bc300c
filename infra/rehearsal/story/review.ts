import {
  business,
  fen,
  head,
  natives,
  performance,
  player,
  type Player,
  THREE_YEARS,
  yearId,
  yuan,
} from '../cast.ts';
import { type Body, online, type Order } from './step.ts';

/** The 23 points of the review sheet, by number. */
export const POINTS = ['1.5', '2.4', '3.5', '4.6', '5.3'].flatMap((last) => {
  const [aspect = '', count = ''] = last.split('.');
  return Array.from({ length: Number(count) }, (_, index) => `${aspect}.${index + 1}`);
});

/** Good but not clear enough: it passes with demands that the second submission answers. */
const TO_POLISH = 'F09-tianchang';
const POLISH = '指标值须与防汛预案一致';

const marks = (one: Player) => {
  const mark = one.id === TO_POLISH ? '良' : '优';
  return POINTS.map((point) => ({ point, mark }));
};

const hasGoal = ({ declared }: Player): boolean => declared.goalAnnual !== undefined;

const moneyReview = (one: Player, year = 2014): Order => ({
  by: business,
  to: ['project-years', yearId(one, year), 'review-money'],
  data: {
    recommendedFen: yuan(year === 2014 ? one.controlFen : THIRD_YEAR_FEN),
    opinion: one.controlFen === one.requestedFen ? '标准和数量合理' : '按招标限价核减',
  },
});

const goalReview = (one: Player, year = 2014): Order => ({
  by: performance,
  to: ['project-years', yearId(one, year), 'review-goal'],
  data: {
    marks: marks(one),
    opinion: one.id === TO_POLISH ? '目标可行，需完善' : '目标清晰可衡量',
    ...(one.id === TO_POLISH ? { remarks: [{ remark: POLISH }] } : {}),
  },
});

export const reviewMoney = (): readonly Order[] => natives.map((one) => moneyReview(one));
export const reviewGoals = (): readonly Order[] => natives.filter(hasGoal).map((one) => goalReview(one));

const controlFigure = (one: Player, year = 2014): Order => ({
  by: business,
  to: ['project-years', yearId(one, year), 'issue-control-figure'],
  data: { controlFen: yuan(year === 2014 ? one.controlFen : THIRD_YEAR_FEN) },
});

export const issueControlFigures = (): readonly Order[] => natives.map((one) => controlFigure(one));

/** 二上: at the control figure, the goal matched to it or kept with a reason. */
function secondSubmission(one: Player): Order {
  const isCut = one.controlFen !== one.requestedFen;
  const data: Body = {
    requestedFen: yuan(one.controlFen),
    ...(isCut ? { goalRevision: { unchangedReason: '招标限价低于概算，任务和目标不变' } } : {}),
    ...(one.id === TO_POLISH ? { answers: [{ remark: 'F1-1', answer: '已按防汛预案核对指标值' }] } : {}),
    signature: online,
  };
  return { by: head(one), to: ['project-years', yearId(one), 'resubmit'], data };
}

export const resubmitAll = (): readonly Order[] => natives.map(secondSubmission);

const THIRD_YEAR_FEN = fen({ amount: '2000', unit: '万元' });
const third = player(THREE_YEARS);

export const reviewThirdYear = (): readonly Order[] => [moneyReview(third, 2015), goalReview(third, 2015)];
export const controlThirdYear = (): readonly Order[] => [controlFigure(third, 2015)];
export const resubmitThirdYear = (): readonly Order[] => [
  {
    by: head(third),
    to: ['project-years', yearId(third, 2015), 'resubmit'],
    data: { requestedFen: yuan(THIRD_YEAR_FEN), signature: online },
  },
];
