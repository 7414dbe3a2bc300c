import type { WorkingDayCalendar } from '@quancheng/kernel';
import type { ClauseOf } from '../clause.ts';
import {
  answerAnswersLight,
  type AnswersLightAnswer,
  type AnswersLightGiven,
  type AnswersLightValue,
} from './answers-light.ts';
import { answerBands, type BandsAnswer, type BandsGiven, type BandsValue } from './bands.ts';
import {
  answerClassWeights,
  type ClassWeightsAnswer,
  type ClassWeightsGiven,
  type ClassWeightsValue,
} from './class-weights.ts';
import {
  answerConsequence,
  answerCutProposal,
  type ConsequenceAnswer,
  type ConsequenceGiven,
  type ConsequenceValue,
  type CutProposalAnswer,
  type CutProposalGiven,
  type CutProposalValue,
} from './consequence.ts';
import { answerDeadline, type DeadlineAnswer, type DeadlineGiven, type DeadlineValue } from './deadline.ts';
import {
  answerDeviation,
  type DeviationAnswer,
  type DeviationGiven,
  type DeviationValue,
} from './deviation.ts';
import { answerExpected, type ExpectedAnswer, type ExpectedGiven, type ExpectedValue } from './expected.ts';
import { answerFitSheet, type FitSheetAnswer, type FitSheetGiven, type FitSheetValue } from './fit-sheet.ts';
import {
  answerFramework,
  type FrameworkAnswer,
  type FrameworkGiven,
  type FrameworkValue,
} from './framework.ts';
import { answerLight, type LightAnswer, type LightGiven, type LightValue } from './light.ts';
import { answerLimit, type LimitAnswer, type LimitGiven, type LimitValue } from './limit.ts';
import { answerMeasures, type MeasuresAnswer, type MeasuresGiven, type MeasuresValue } from './measures.ts';
import { answerOptions, type OptionsAnswer, type OptionsGiven, type OptionsValue } from './options.ts';
import { answerPhrases, type PhrasesAnswer, type PhrasesGiven, type PhrasesValue } from './phrases.ts';
import { answerReminder, type ReminderAnswer, type ReminderGiven, type ReminderValue } from './reminder.ts';
import { answerSample, type SampleAnswer, type SampleGiven, type SampleValue } from './sample.ts';
import { answerScoring, type ScoringAnswer, type ScoringGiven, type ScoringValue } from './scoring.ts';
import {
  answerTaskLight,
  type TaskLightAnswer,
  type TaskLightGiven,
  type TaskLightValue,
} from './task-light.ts';
import {
  answerThreshold,
  type ThresholdAnswer,
  type ThresholdGiven,
  type ThresholdValue,
} from './threshold.ts';
import {
  answerWeightedSheet,
  type WeightedSheetAnswer,
  type WeightedSheetGiven,
  type WeightedSheetValue,
} from './weighted-sheet.ts';
import {
  answerYearlyWindow,
  type YearlyWindowAnswer,
  type YearlyWindowGiven,
  type YearlyWindowValue,
} from './yearly-window.ts';

type Kind<Value, Given, Answer> = { value: Value; given: Given; answer: Answer };

/** The forms that a rule can have. A clause is data of one of them; only here is anything computed. */
export type Kinds = {
  threshold: Kind<ThresholdValue, ThresholdGiven, ThresholdAnswer>;
  bands: Kind<BandsValue, BandsGiven, BandsAnswer>;
  'weighted-sheet': Kind<WeightedSheetValue, WeightedSheetGiven, WeightedSheetAnswer>;
  deadline: Kind<DeadlineValue, DeadlineGiven, DeadlineAnswer>;
  light: Kind<LightValue, LightGiven, LightAnswer>;
  'task-light': Kind<TaskLightValue, TaskLightGiven, TaskLightAnswer>;
  'answers-light': Kind<AnswersLightValue, AnswersLightGiven, AnswersLightAnswer>;
  expected: Kind<ExpectedValue, ExpectedGiven, ExpectedAnswer>;
  limit: Kind<LimitValue, LimitGiven, LimitAnswer>;
  consequence: Kind<ConsequenceValue, ConsequenceGiven, ConsequenceAnswer>;
  'cut-proposal': Kind<CutProposalValue, CutProposalGiven, CutProposalAnswer>;
  deviation: Kind<DeviationValue, DeviationGiven, DeviationAnswer>;
  reminder: Kind<ReminderValue, ReminderGiven, ReminderAnswer>;
  scoring: Kind<ScoringValue, ScoringGiven, ScoringAnswer>;
  'fit-sheet': Kind<FitSheetValue, FitSheetGiven, FitSheetAnswer>;
  'yearly-window': Kind<YearlyWindowValue, YearlyWindowGiven, YearlyWindowAnswer>;
  'class-weights': Kind<ClassWeightsValue, ClassWeightsGiven, ClassWeightsAnswer>;
  framework: Kind<FrameworkValue, FrameworkGiven, FrameworkAnswer>;
  options: Kind<OptionsValue, OptionsGiven, OptionsAnswer>;
  phrases: Kind<PhrasesValue, PhrasesGiven, PhrasesAnswer>;
  measures: Kind<MeasuresValue, MeasuresGiven, MeasuresAnswer>;
  sample: Kind<SampleValue, SampleGiven, SampleAnswer>;
};
export type KindName = keyof Kinds;

type Answers = {
  [K in KindName]: (
    value: Kinds[K]['value'],
    given: Kinds[K]['given'],
    calendar: WorkingDayCalendar,
  ) => Kinds[K]['answer'];
};

const answers: Answers = {
  threshold: answerThreshold,
  bands: answerBands,
  'weighted-sheet': answerWeightedSheet,
  deadline: answerDeadline,
  light: answerLight,
  'task-light': answerTaskLight,
  'answers-light': answerAnswersLight,
  expected: answerExpected,
  limit: answerLimit,
  consequence: answerConsequence,
  'cut-proposal': answerCutProposal,
  deviation: answerDeviation,
  reminder: answerReminder,
  scoring: answerScoring,
  'fit-sheet': answerFitSheet,
  'yearly-window': answerYearlyWindow,
  'class-weights': answerClassWeights,
  framework: answerFramework,
  options: answerOptions,
  phrases: answerPhrases,
  measures: answerMeasures,
  sample: answerSample,
};

/** Applies a clause to a case. Only deadlines and yearly windows look at the calendar. */
export function answer<K extends KindName>(
  clause: ClauseOf<K>,
  given: Kinds[K]['given'],
  calendar: WorkingDayCalendar,
): Kinds[K]['answer'] {
  return answers[clause.kind](clause.value, given, calendar);
}
