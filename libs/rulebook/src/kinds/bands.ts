import { exact, isExactText, type Words } from '@quancheng/kernel';

export type Band<Name extends string = string> = { readonly name: Name; readonly from: string };
/** The words of each scale in use, best first: a district's own four, and those of the national rules. */
export const GRADE_SCALES = {
  district: ['优秀', '良好', '合格', '不合格'],
  national: ['优', '良', '中', '差'],
} as const;
/** Every word that a grade can be. One clause of bands uses the words of one scale. */
export const GRADES = [...GRADE_SCALES.district, ...GRADE_SCALES.national] as const;
export type Grade = (typeof GRADES)[number];
/** Beside the grades: without evidence or a baseline nobody can say what was reached. */
export const NOT_DEMONSTRATED = '未能证明';
/** How an evaluation can end. */
export const OUTCOMES = [...GRADES, NOT_DEMONSTRATED] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type BandsValue = { readonly fullScore: string; readonly bands: readonly Band<Grade>[] };
export type BandsGiven = { readonly score: string };
/** Null where the text is no score between 0 and the full score. */
export type BandsAnswer = { readonly grade: Grade | null };

export function answerBands({ fullScore, bands }: BandsValue, { score }: BandsGiven): BandsAnswer {
  return { grade: isScore(score, fullScore) ? bandOf(bands, score).name : null };
}

/**
 * The band that holds a score: half-open on exact decimals, lower bound included, best band first. Bounds in whole
 * numbers (80–89, 90–100) would leave 89.5 without a grade.
 */
export function bandOf<B extends Band>(bands: readonly B[], score: string): B {
  const value = exact(score);
  const band = bands.find(({ from }) => value.gte(from));
  if (band === undefined) throw new RangeError(`no band holds ${score}`);
  return band;
}

function isScore(score: string, fullScore: string): boolean {
  return isExactText(score) && exact(score).gte(0) && exact(score).lte(fullScore);
}

export function bandsInWords({ bands }: BandsValue): Words[] {
  return bands.map(({ name, from }) => ({ zh: `${name}：${from}分以上`, en: `${name}: from ${from}` }));
}
