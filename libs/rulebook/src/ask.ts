import {
  type Deadline,
  type Fen,
  type Instant,
  isRefusal,
  type PlainDate,
  type Refusal,
  startOfDay,
  type Words,
  type WorkingDayCalendar,
} from '@quancheng/kernel';
import {
  type ClauseId,
  type ClauseOf,
  isProvisional,
  type Provisional,
  provisional,
  type Tier,
} from './clause.ts';
import { type Cited, cite, find, type RulingDay } from './find.ts';
import {
  answerAnswersLight,
  type AnswersLightAnswer,
  type AnswersLightGiven,
} from './kinds/answers-light.ts';
import { answerBands, type Grade, NOT_DEMONSTRATED, type Outcome } from './kinds/bands.ts';
import {
  answerClassWeights,
  type ClassWeightsAnswer,
  type ClassWeightsGiven,
} from './kinds/class-weights.ts';
import {
  answerConsequence,
  answerCutProposal,
  type BudgetAction,
  type ProjectNature,
} from './kinds/consequence.ts';
import { answerDeadline } from './kinds/deadline.ts';
import { answerDeviation, type DeviationGiven } from './kinds/deviation.ts';
import { answerExpected, type ExpectedAnswer, type ExpectedGiven } from './kinds/expected.ts';
import { answerLight, type LightAnswer, type LightGiven } from './kinds/light.ts';
import { answerLimit } from './kinds/limit.ts';
import { answerReminder } from './kinds/reminder.ts';
import { answerTaskLight, type TaskLightAnswer, type TaskLightGiven } from './kinds/task-light.ts';
import { answerThreshold } from './kinds/threshold.ts';
import {
  answerWeightedSheet,
  type ReviewMark,
  type ReviewMarks,
  type ReviewRoute,
} from './kinds/weighted-sheet.ts';
import type { Rulebook } from './rulebook.ts';

/** Must a project of this kind set goals, by the amount requested for the year? Asked on the day of declaration. */
export function askThreshold(
  rules: Rulebook,
  kind: 'new' | 'recurrent',
  requestedFen: Fen,
  on: RulingDay,
): (Cited & { readonly required: boolean }) | Provisional {
  const clause = find(rules, { question: `goal-threshold/${kind}`, kind: 'threshold', on });
  return isProvisional(clause)
    ? clause
    : { ...cite(clause), ...answerThreshold(clause.value, { requestedFen }) };
}

/** The date of a duty that arises on `start`. The deadline inside is itself provisional beyond the published calendar. */
export function askDeadline(
  rules: Rulebook,
  question: string,
  start: PlainDate,
  calendar: WorkingDayCalendar,
): (Cited & { readonly deadline: Deadline }) | Provisional {
  const clause = find(rules, { question, kind: 'deadline', on: start });
  return isProvisional(clause)
    ? clause
    : { ...cite(clause), deadline: answerDeadline(clause.value, { start }, calendar) };
}

/**
 * When to remind of a duty, earliest first: by a plan of the question's own, else by the common one. With `since`,
 * instants before the duty arose are left out.
 */
export function askReminders(
  rules: Rulebook,
  question: string,
  due: PlainDate,
  since?: PlainDate,
): (Cited & { readonly instants: Instant[] }) | Provisional {
  const own = find(rules, {
    question: question.replace(/^deadline\//, 'reminder/'),
    kind: 'reminder',
    on: due,
  });
  const clause = isProvisional(own)
    ? find(rules, { question: 'reminder/default', kind: 'reminder', on: due })
    : own;
  if (isProvisional(clause)) return clause;
  const { instants } = answerReminder(clause.value, { due });
  return {
    ...cite(clause),
    instants: instants.filter((instant) => since === undefined || instant >= startOfDay(since)),
  };
}

/** The grade of a score between 0 and 100, under the rules of the evaluation year. */
export function askGrade(
  rules: Rulebook,
  score: string,
  on: RulingDay,
): (Cited & { readonly grade: Grade }) | Provisional {
  const clause = find(rules, { question: 'grade-bands', kind: 'bands', on });
  if (isProvisional(clause)) return clause;
  const { grade } = answerBands(clause.value, { score });
  return grade === null
    ? provisional({ zh: `“${score}”不是0至100之间的得分`, en: `"${score}" is no score from 0 to 100` })
    : { ...cite(clause), grade };
}

/**
 * How an evaluation ends: the grade of its score, or that results are not demonstrated, where the rows without evidence or
 * baseline together weigh more than the rules bear.
 */
export function askOutcome(
  rules: Rulebook,
  { score, unprovenWeight }: { score: string; unprovenWeight: string },
  on: RulingDay,
): (Cited & { readonly grade: Outcome }) | Provisional {
  const unproven = askLimit(rules, 'evaluation/unproven-weight', unprovenWeight, on);
  if (isProvisional(unproven)) return unproven;
  const { clause, edition, tier } = unproven;
  return unproven.within ? askGrade(rules, score, on) : { clause, edition, tier, grade: NOT_DEMONSTRATED };
}

export type BudgetLink = Cited & {
  readonly action: BudgetAction;
  /** '10' takes ten percent off; '0' where nothing is cut. */
  readonly proposedCutPercent: string;
  /** The size of a cut rests on a clause of its own, of lesser standing than its direction. */
  readonly proposalClause: ClauseId;
  readonly proposalTier: Tier;
  /** No next budget to act on: a successor is named, or a person decides. */
  readonly successorNeeded: boolean;
};

/** What a grade that finance has confirmed proposes for the next budget. A person decides. */
export function askConsequence(
  rules: Rulebook,
  { grade, projectNature }: { grade: Outcome; projectNature: ProjectNature },
  on: RulingDay,
): BudgetLink | Provisional {
  const size = find(rules, { question: 'budget-link/cut-proposal', kind: 'cut-proposal', on });
  if (isProvisional(size)) return size;
  const named = directionOf(rules, grade, on);
  if (isProvisional(named)) return named;

  const { direction, action } = named;
  const proposal = answerCutProposal(size.value, { grade, projectNature });
  return { ...cite(direction), action, ...proposal, proposalClause: size.id, proposalTier: size.tier };
}

const DIRECTIONS_OF_GRADES = [
  'budget-link/named-grades',
  'budget-link/good-grade',
  'budget-link/not-demonstrated',
] as const;

/** What the paper says of a grade it names; a grade it leaves out has a clause of its own, of lesser standing. */
function directionOf(
  rules: Rulebook,
  grade: Outcome,
  on: RulingDay,
): { direction: ClauseOf<'consequence'>; action: BudgetAction } | Provisional {
  for (const question of DIRECTIONS_OF_GRADES) {
    const direction = find(rules, { question, kind: 'consequence', on });
    if (isProvisional(direction)) continue;
    const { action } = answerConsequence(direction.value, { grade });
    if (action !== null) return { direction, action };
  }
  return provisional({
    zh: `没有条款规定“${grade}”的结果应用`,
    en: `no clause says what follows from ${grade}`,
  });
}

/** The review sheet in force, for showing and filling; marks on it are judged by `askReview` on the same day. */
export function reviewSheet(rules: Rulebook, on: RulingDay): ClauseOf<'weighted-sheet'> | Provisional {
  return find(rules, { question: 'goal-review/sheet', kind: 'weighted-sheet', on });
}

/** Ready sentences for the opinion at each point of the sheet in force. */
export function reviewPhrases(rules: Rulebook, on: RulingDay): ClauseOf<'phrases'> | Provisional {
  return find(rules, { question: 'goal-review/phrases', kind: 'phrases', on });
}

export type Review = Cited & {
  readonly total: string;
  readonly result: ReviewMark;
  readonly route: ReviewRoute;
  readonly findings: readonly Words[];
};

/** Result and route of a complete review sheet; refuses an incomplete one, naming each point. */
export function askReview(
  rules: Rulebook,
  marks: ReviewMarks,
  on: RulingDay,
): Review | Refusal | Provisional {
  const clause = reviewSheet(rules, on);
  if (isProvisional(clause)) return clause;
  const outcome = answerWeightedSheet(clause.value, { marks });
  return isRefusal(outcome) ? { ...outcome, clause: clause.id } : { ...cite(clause), ...outcome };
}

/** Of one indicator, of the money (target is the budget, actual the payment), or of the work. */
export type LightQuestion = LightGiven & { readonly of?: 'goal' | 'money' | 'progress' };

/** The light of what is done by a month against what is expected by then. Optional: no paper of 2014 has lights. */
export function askLight(
  rules: Rulebook,
  { of = 'goal', ...given }: LightQuestion,
  on: RulingDay,
): (Cited & LightAnswer) | Provisional {
  const clause = find(rules, { question: `light/${of}`, kind: 'light', on });
  return isProvisional(clause) ? clause : { ...cite(clause), ...answerLight(clause.value, given) };
}

/** The light of a task by its last day: overdue, within the warning days, or neither. */
export function askTaskLight(
  rules: Rulebook,
  given: TaskLightGiven,
  on: RulingDay,
): (Cited & TaskLightAnswer) | Provisional {
  const clause = find(rules, { question: 'light/task', kind: 'task-light', on });
  return isProvisional(clause) ? clause : { ...cite(clause), ...answerTaskLight(clause.value, given) };
}

/** The light of a department from its two answers, the second being whether the goals are met. */
export function askDepartmentLight(
  rules: Rulebook,
  given: AnswersLightGiven,
  on: RulingDay,
): (Cited & AnswersLightAnswer) | Provisional {
  const clause = find(rules, { question: 'light/department', kind: 'answers-light', on });
  return isProvisional(clause) ? clause : { ...cite(clause), ...answerAnswersLight(clause.value, given) };
}

/** How much of the year's target is expected by a day, and whether the project's own plan or the straight months say so. */
export function askExpected(
  rules: Rulebook,
  given: ExpectedGiven,
  on: RulingDay,
): (Cited & ExpectedAnswer) | Provisional {
  const clause = find(rules, { question: 'tracking/expected', kind: 'expected', on });
  return isProvisional(clause) ? clause : { ...cite(clause), ...answerExpected(clause.value, given) };
}

/** Whether a tracking round shows that the project has left its goal (发生偏离). Percentages of the whole year. */
export function askDeviation(
  rules: Rulebook,
  given: DeviationGiven,
  on: RulingDay,
): (Cited & { readonly deviates: boolean; readonly findings: readonly Words[] }) | Provisional {
  const clause = find(rules, { question: 'tracking/deviation', kind: 'deviation', on });
  return isProvisional(clause) ? clause : { ...cite(clause), ...answerDeviation(clause.value, given) };
}

/** Whether a number keeps a limit of the evaluation year: the gap of a spot check, the weight of output and benefit. */
export function askLimit(
  rules: Rulebook,
  question: string,
  value: string,
  on: RulingDay,
): (Cited & { readonly within: boolean; readonly limit: string }) | Provisional {
  const clause = find(rules, { question, kind: 'limit', on });
  if (isProvisional(clause)) return clause;
  const { within, limit } = answerLimit(clause.value, { value });
  return within === null
    ? provisional({ zh: `“${value}”不是数`, en: `"${value}" is not a number` })
    : { ...cite(clause), within, limit };
}

/** The points of each class in a self-evaluation, and where a form departs from them. A departure warns, it does not stop. */
export function askClassWeights(
  rules: Rulebook,
  given: ClassWeightsGiven,
  on: PlainDate,
): (Cited & ClassWeightsAnswer) | Provisional {
  const clause = find(rules, { question: 'class-weights/self-evaluation', kind: 'class-weights', on });
  return isProvisional(clause) ? clause : { ...cite(clause), ...answerClassWeights(clause.value, given) };
}
