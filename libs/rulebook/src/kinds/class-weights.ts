import { type Decimal, exact, isExactText, type Words } from '@quancheng/kernel';

/** The first-level classes of a self-evaluation; execution is the rate of the budget spent. */
export const WEIGHT_CLASSES = ['execution', 'cost', 'output', 'benefit', 'satisfaction'] as const;
export type WeightClass = (typeof WEIGHT_CLASSES)[number];
/** Points out of the full score, by class; a class that is not named has none. */
export type ClassWeights = Readonly<Partial<Record<WeightClass, string>>>;

export type ClassWeightsValue = {
  readonly fullScore: string;
  /** One set for each way in which classes apply. A set is chosen by whether it has the class. */
  readonly sets: readonly ClassWeights[];
  /** The points of satisfaction are part of those of benefit, and the unit splits them. */
  readonly satisfactionWithinBenefit?: boolean;
};
export type ClassWeightsGiven = {
  /** Whether the project has indicators of cost as a class of their own. */
  readonly costApplies: boolean;
  readonly satisfactionApplies: boolean;
  /** The weights of a form, to be held against the set. */
  readonly weights?: ClassWeights;
};
export type ClassWeightsAnswer = {
  /** Null where no set fits. */
  readonly weights: ClassWeights | null;
  readonly findings: readonly Words[];
};

const CLASS_WORDS: Readonly<Record<WeightClass, Words>> = {
  execution: { zh: '预算执行率', en: 'execution' },
  cost: { zh: '成本指标', en: 'cost' },
  output: { zh: '产出指标', en: 'output' },
  benefit: { zh: '效益指标', en: 'benefit' },
  satisfaction: { zh: '满意度指标', en: 'satisfaction' },
};

/** The weights that apply, and each class on which a form departs from them: by a hundredth is a departure. */
export function answerClassWeights(
  { fullScore, sets, satisfactionWithinBenefit = false }: ClassWeightsValue,
  { costApplies, satisfactionApplies, weights: stated }: ClassWeightsGiven,
): ClassWeightsAnswer {
  const weights = sets.find(
    (set) =>
      (set.cost !== undefined) === costApplies &&
      (satisfactionWithinBenefit || (set.satisfaction !== undefined) === satisfactionApplies),
  );
  if (weights === undefined) return { weights: null, findings: [] };
  if (stated === undefined) return { weights, findings: [] };
  const counted = satisfactionWithinBenefit ? joined(stated) : stated;
  return { weights, findings: [...departures(weights, counted), ...wrongSum(fullScore, stated)] };
}

function joined(stated: ClassWeights): ClassWeights {
  const benefit = pointsOf(stated, 'benefit').plus(pointsOf(stated, 'satisfaction')).toString();
  return { ...stated, benefit, satisfaction: '0' };
}

function departures(rule: ClassWeights, stated: ClassWeights): Words[] {
  return WEIGHT_CLASSES.filter((name) => !pointsOf(stated, name).equals(pointsOf(rule, name))).map((name) => {
    const { zh, en } = CLASS_WORDS[name];
    return {
      zh: `${zh}分值为${stated[name] ?? '0'}，规定为${rule[name] ?? '0'}`,
      en: `${en} weighs ${stated[name] ?? '0'}, the rule has ${rule[name] ?? '0'}`,
    };
  });
}

function wrongSum(fullScore: string, stated: ClassWeights): Words[] {
  const sum = WEIGHT_CLASSES.reduce((total, name) => total.plus(pointsOf(stated, name)), exact('0'));
  return sum.equals(fullScore)
    ? []
    : [{ zh: `分值合计为${sum}，应为${fullScore}`, en: `the weights add up to ${sum}, not ${fullScore}` }];
}

/** A text that is no number counts as nothing, and so departs. */
function pointsOf(weights: ClassWeights, name: WeightClass): Decimal {
  const text = weights[name] ?? '0';
  return exact(isExactText(text) ? text : '0');
}

export function classWeightsInWords({ sets, satisfactionWithinBenefit }: ClassWeightsValue): Words[] {
  return sets.map((set) => {
    const stated = WEIGHT_CLASSES.filter((name) => set[name] !== undefined);
    const zh = stated.map((name) => `${CLASS_WORDS[name].zh}${set[name]}分`).join('，');
    const en = stated.map((name) => `${CLASS_WORDS[name].en} ${set[name]}`).join(', ');
    return satisfactionWithinBenefit
      ? { zh: `${zh}（含满意度）`, en: `${en} with satisfaction` }
      : { zh, en };
  });
}
