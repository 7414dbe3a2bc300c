import type { Words } from '@quancheng/kernel';
import type { Clause } from '../clause.ts';
import { answersLightInWords } from './answers-light.ts';
import { bandsInWords } from './bands.ts';
import { classWeightsInWords } from './class-weights.ts';
import { consequenceInWords, cutProposalInWords } from './consequence.ts';
import { deadlineInWords } from './deadline.ts';
import type { DeviationValue } from './deviation.ts';
import { expectedInWords } from './expected.ts';
import { fitSheetInWords } from './fit-sheet.ts';
import { frameworkInWords } from './framework.ts';
import type { KindName, Kinds } from './index.ts';
import { lightInWords } from './light.ts';
import { limitInWords } from './limit.ts';
import { measuresInWords } from './measures.ts';
import { optionsInWords } from './options.ts';
import { phrasesInWords } from './phrases.ts';
import { reminderInWords } from './reminder.ts';
import { sampleInWords } from './sample.ts';
import type { ScoringValue } from './scoring.ts';
import { taskLightInWords } from './task-light.ts';
import { thresholdInWords } from './threshold.ts';
import { weightedSheetInWords } from './weighted-sheet.ts';
import { yearlyWindowInWords } from './yearly-window.ts';

const inWords: { [K in KindName]: (value: Kinds[K]['value']) => Words[] } = {
  threshold: thresholdInWords,
  bands: bandsInWords,
  'weighted-sheet': weightedSheetInWords,
  'fit-sheet': fitSheetInWords,
  deadline: deadlineInWords,
  'yearly-window': yearlyWindowInWords,
  light: lightInWords,
  'task-light': taskLightInWords,
  'answers-light': answersLightInWords,
  expected: expectedInWords,
  limit: limitInWords,
  consequence: consequenceInWords,
  'cut-proposal': cutProposalInWords,
  deviation: deviationInWords,
  reminder: reminderInWords,
  scoring: scoringInWords,
  'class-weights': classWeightsInWords,
  framework: frameworkInWords,
  options: optionsInWords,
  phrases: phrasesInWords,
  measures: measuresInWords,
  sample: sampleInWords,
};

/** The numbers and tables of a clause, line by line, as a clerk would read them out. */
export function valueInWords(clause: Clause): Words[] {
  const say = inWords[clause.kind] as (value: Clause['value']) => Words[];
  return say(clause.value);
}

function deviationInWords(value: DeviationValue): Words[] {
  const { gapFromPercentPoints, deviatesBelowPercentOfPlan, warnsBelowPercentOfPlan } = value;
  return [
    {
      zh: `资金与目标（或进程）相差${gapFromPercentPoints}个百分点以上：偏离`,
      en: `money and goal or progress ${gapFromPercentPoints} or more percentage points apart: a deviation`,
    },
    {
      zh: `低于计划进度的${deviatesBelowPercentOfPlan}%：偏离`,
      en: `below ${deviatesBelowPercentOfPlan} % of the plan: a deviation`,
    },
    {
      zh: `低于计划进度的${warnsBelowPercentOfPlan}%：提示`,
      en: `below ${warnsBelowPercentOfPlan} % of the plan: a warning`,
    },
  ];
}

const FORMULA_WORDS: Readonly<Record<string, Words>> = {
  'higher-is-better': {
    zh: '分值×实际值÷目标值，封顶分值',
    en: 'weight × actual ÷ target, capped at the weight',
  },
  'lower-is-better-linear': {
    zh: '不超过目标值得满分，超过的：分值×（2×目标值－实际值）÷目标值，不低于0',
    en: 'full up to the target, then weight × (2 × target − actual) ÷ target, not below 0',
  },
  'lower-is-better-ratio': {
    zh: '不超过目标值得满分，超过的：分值×目标值÷实际值',
    en: 'full up to the target, then weight × target ÷ actual',
  },
  equal: {
    zh: '分值×实际值÷目标值，封顶分值；目标值为0的，只有0才算达到',
    en: 'weight × actual ÷ target, capped; a target of 0 is met only by 0',
  },
  execution: { zh: '分值×执行数÷预算数，封顶分值', en: 'weight × executed ÷ budget, capped at the weight' },
  deduction: { zh: '按项扣分，不低于0', en: 'points taken off item by item, not below 0' },
};

function scoringInWords(value: ScoringValue): Words[] {
  if (value.formula === 'qualitative')
    return value.tiers.map(({ word, fromPercent }) => ({
      zh: `${word}：${fromPercent}%以上`,
      en: `${word}: from ${fromPercent} %`,
    }));
  return [FORMULA_WORDS[value.formula] ?? { zh: value.formula, en: value.formula }];
}
