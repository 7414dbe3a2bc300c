export {
  askClassWeights,
  askConsequence,
  askDeadline,
  askDepartmentLight,
  askDeviation,
  askExpected,
  askGrade,
  askLight,
  askLimit,
  askOutcome,
  askReminders,
  askReview,
  askTaskLight,
  askThreshold,
  type BudgetLink,
  type LightQuestion,
  type Review,
  reviewPhrases,
  reviewSheet,
} from './ask.ts';
export {
  type Binding,
  type Clause,
  type ClauseId,
  type ClauseOf,
  isProvisional,
  type Provisional,
  type Tier,
  TO_BE_CONFIRMED,
  toBeConfirmed,
} from './clause.ts';
export type { Edition } from './edition.ts';
export { confirmationMark, type ExplainedClause, explainClause } from './explain.ts';
export { type CaseDays, type Cited, type RulingDay, rulingDay } from './find.ts';
export { GRADE_SCALES, GRADES, type Grade, NOT_DEMONSTRATED, OUTCOMES, type Outcome } from './kinds/bands.ts';
export { type ClassWeights, WEIGHT_CLASSES, type WeightClass } from './kinds/class-weights.ts';
export type { BudgetAction, ProjectNature } from './kinds/consequence.ts';
export type { DeviationGiven } from './kinds/deviation.ts';
export type { ExpectedBy, PlanPoint } from './kinds/expected.ts';
export { answer, type KindName, type Kinds } from './kinds/index.ts';
export { type LightColour, monthsGone, type Share } from './kinds/light.ts';
export { PHRASE_TONES, type PhraseTone } from './kinds/phrases.ts';
export {
  type PointMark,
  REVIEW_MARKS,
  type ReviewMark,
  type ReviewMarks,
  type ReviewRoute,
  ROUTE_WORDS,
  type SheetPoint,
} from './kinds/weighted-sheet.ts';
export { type Rulebook, rulebook, rulebookAt, rulebookOf, rulebookOfEdition } from './rulebook.ts';
export {
  askScore,
  isBelowBaseline,
  type ScoredLine,
  type ScoredSheet,
  type ScoreInput,
  type ScoreKind,
  type ScoreLine,
  type ScoreMoney,
  type ScoreSources,
} from './score-sheet.ts';
export { type ScoreFinding, splitPoints } from './kinds/scoring.ts';
