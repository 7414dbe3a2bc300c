import {
  addMonths,
  exact,
  type Fen,
  formatYuan,
  isExactText,
  makeDate,
  type PlainDate,
  type Words,
} from '@quancheng/kernel';
import type { GoalDeclaration, GoalDeclarationDraft } from './goal-declaration.form.ts';
import type { Indicator } from './indicator.ts';

/** 复制上年: last year's approved goal as a beginning of this year's. Nothing is changed on the way: what does not fit is named. */

/** What the library says of an indicator that last year's goal was made of. */
export interface LibraryStanding {
  readonly valid: boolean;
  readonly successor: string | null;
}

export interface LastYear {
  readonly fiscalYear: number;
  /** The declaration as it was approved: goal, indicators and plan after every revision. */
  readonly form: GoalDeclaration;
  readonly approvedFen: Fen;
  /** What was reached, by the indicator's row. */
  readonly actuals: Readonly<Record<string, string>>;
  /** By the library's code; an indicator that the library does not know is missing. */
  readonly library: Readonly<Record<string, LibraryStanding>>;
}

export type DifferenceCode =
  | 'DATE_OF_LAST_YEAR'
  | 'YEAR_IN_TEXT'
  | 'BASELINE'
  | 'TARGET_BEHIND_LAST_YEAR'
  | 'INDICATOR_RETIRED'
  | 'AMOUNT_OF_LAST_YEAR'
  | 'NOT_COPIED';

/** One thing to be settled. Where there is a proposal, it stands in for the value once a person accepts it. */
export interface Difference {
  /** The path in the paper: 'milestones.0.on'. */
  readonly field: string;
  readonly code: DifferenceCode;
  /** What the draft has there, as it was last year; null where nothing was. */
  readonly was: string | null;
  readonly proposed: string | null;
  readonly because: Words;
}

export interface CopiedYear {
  readonly draft: GoalDeclarationDraft;
  readonly differences: readonly Difference[];
}

/** Last year's paper as a draft for `fiscalYear`, word for word, with everything in it that belongs to last year alone. */
export function copyLastYear(last: LastYear, fiscalYear: number): CopiedYear {
  const { relatedRequests, earlierProblems, ...draft } = last.form;
  const to = { fiscalYear, years: fiscalYear - last.fiscalYear };
  return {
    draft,
    differences: [
      ...amounts(last),
      ...dates(last.form, to),
      ...texts(last, to),
      ...(last.form.indicators ?? []).flatMap((indicator, index) =>
        ofIndicator(indicator, `indicators.${index}`, last),
      ),
      ...notCopied({ relatedRequests, earlierProblems }),
    ],
  };
}

/** The paper with the proposals that a person accepted, wherever it stands: as a draft, or as it is typed on a page. */
export function withProposals<T extends object>(paper: T, accepted: readonly Difference[]): T {
  return accepted.reduce<T>(
    (now, { field, proposed }) => (proposed === null ? now : (put(now, field.split('.'), proposed) as T)),
    paper,
  );
}

function put(holder: unknown, [key, ...rest]: readonly string[], value: string): unknown {
  if (key === undefined) return value;
  if (Array.isArray(holder))
    return holder.map((one, index) => (String(index) === key ? put(one, rest, value) : one) as unknown);
  const group = (holder ?? {}) as Readonly<Record<string, unknown>>;
  return { ...group, [key]: put(group[key], rest, value) };
}

type To = { readonly fiscalYear: number; readonly years: number };

function amounts({ form, approvedFen }: LastYear): Difference[] {
  return [
    {
      field: 'requestedFen',
      code: 'AMOUNT_OF_LAST_YEAR',
      was: formatYuan(form.requestedFen),
      proposed: null,
      because: {
        zh: `上年申报 ${formatYuan(form.requestedFen)} 元，批复 ${formatYuan(approvedFen)} 元；请按本年测算填写，明细随之调整`,
        en: `last year ${formatYuan(form.requestedFen)} was asked for and ${formatYuan(approvedFen)} approved: count anew`,
      },
    },
  ];
}

/** Dates before this year, each moved on by as many years. A project that runs on keeps its own first and last day. */
function dates({ startOn, endOn, funding = [], milestones = [] }: GoalDeclaration, to: To): Difference[] {
  const runsOn = endOn !== undefined && endOn >= makeDate(to.fiscalYear, 1, 1);
  return [
    ...(runsOn ? [] : [...dateAt('startOn', startOn, to), ...dateAt('endOn', endOn, to)]),
    ...funding.flatMap(({ arrivesOn }, index) => dateAt(`funding.${index}.arrivesOn`, arrivesOn, to)),
    ...milestones.flatMap(({ on }, index) => dateAt(`milestones.${index}.on`, on, to)),
  ];
}

function dateAt(field: string, was: PlainDate | undefined, { fiscalYear, years }: To): Difference[] {
  if (was === undefined || was >= makeDate(fiscalYear, 1, 1)) return [];
  return [
    {
      field,
      code: 'DATE_OF_LAST_YEAR',
      was,
      proposed: addMonths(was, 12 * years),
      because: { zh: '上年的日期，建议顺延', en: "last year's date: it is proposed to move it on" },
    },
  ];
}

/** A year that is written out somewhere in a text belongs to last year more often than not; a person looks at each. */
function texts({ form, fiscalYear: from }: LastYear, { fiscalYear }: To): Difference[] {
  const { need, content, goalMediumTerm, goalAnnual, lines, indicators = [], milestones = [] } = form;
  const written: readonly (readonly [string, string | undefined])[] = [
    ...Object.entries({ need, content, goalMediumTerm, goalAnnual }),
    ...lines.map(({ item }, index) => [`lines.${index}.item`, item] as const),
    ...indicators.flatMap(({ name, target }, index) => [
      [`indicators.${index}.name`, name] as const,
      [`indicators.${index}.target`, target] as const,
    ]),
    ...milestones.map(({ expect }, index) => [`milestones.${index}.expect`, expect] as const),
  ];
  const year = new RegExp(`(?<!\\d)${from}(?!\\d)`, 'g');
  return written.flatMap(([field, was]): Difference[] => {
    const proposed = was?.replaceAll(year, String(fiscalYear));
    if (was === undefined || proposed === undefined || proposed === was) return [];
    const because = { zh: `文字中写有 ${from}`, en: `the text speaks of ${from}` };
    return [{ field, code: 'YEAR_IN_TEXT', was, proposed, because }];
  });
}

function ofIndicator(
  indicator: Indicator,
  at: string,
  { actuals, library, fiscalYear }: LastYear,
): Difference[] {
  const { row, baseline, libraryId, target } = indicator;
  const actual = actuals[row];
  const known = libraryId === undefined ? undefined : library[libraryId];
  const found: Difference[] = [];
  if (actual !== undefined && actual !== baseline)
    found.push({
      field: `${at}.baseline`,
      code: 'BASELINE',
      was: baseline ?? null,
      proposed: actual,
      because: { zh: `${fiscalYear} 年实际完成 ${actual}`, en: `${actual} was reached in ${fiscalYear}` },
    });
  if (actual !== undefined && isBehind(indicator, actual))
    found.push({
      field: `${at}.target`,
      code: 'TARGET_BEHIND_LAST_YEAR',
      was: target,
      proposed: null,
      because: {
        zh: `目标值不如上年实际（${actual}），请重新确定`,
        en: `the target is behind what was reached last year (${actual})`,
      },
    });
  if (known?.valid === false)
    found.push({
      field: `${at}.libraryId`,
      code: 'INDICATOR_RETIRED',
      was: libraryId ?? null,
      proposed: known.successor,
      because: {
        zh: `指标库中的 ${libraryId} 已停用${known.successor === null ? '，请另选' : `，由 ${known.successor} 接替`}`,
        en: `${libraryId} is retired in the library${known.successor === null ? '' : `; ${known.successor} took its place`}`,
      },
    });
  return found;
}

function isBehind({ direction, target }: Indicator, actual: string): boolean {
  if (!isExactText(target) || !isExactText(actual)) return false;
  if (direction === 'higher' || direction === 'above') return exact(target).lt(actual);
  return (direction === 'lower' || direction === 'below') && exact(target).gt(actual);
}

/** What was true of last year alone is left behind, and said so. */
function notCopied(left: Pick<GoalDeclaration, 'relatedRequests' | 'earlierProblems'>): Difference[] {
  const { relatedRequests = [], earlierProblems } = left;
  const because = { zh: '只属于上年，没有复制', en: 'of last year alone: it was not copied' };
  return [
    ...(relatedRequests.length === 0
      ? []
      : [
          {
            field: 'relatedRequests',
            code: 'NOT_COPIED' as const,
            was: relatedRequests.map(({ projectId }) => projectId).join('、'),
            proposed: null,
            because,
          },
        ]),
    ...(earlierProblems === undefined
      ? []
      : [
          {
            field: 'earlierProblems',
            code: 'NOT_COPIED' as const,
            was: earlierProblems,
            proposed: null,
            because,
          },
        ]),
  ];
}
