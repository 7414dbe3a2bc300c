import type { EvaluationKind } from '../self-evaluation.form.ts';

/** The words by which papers name the second level, and for want of one the first. Satisfaction stands anywhere. */
const KINDS: readonly (readonly [RegExp, EvaluationKind])[] = [
  [/满意/, 'satisfaction'],
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时效|进度/, 'timeliness'],
  [/成本/, 'cost'],
  [/经济/, 'economic'],
  [/社会/, 'social'],
  [/生态/, 'ecological'],
  [/可持续/, 'sustained'],
  [/决策/, 'decision'],
  [/管理|过程/, 'process'],
];

/** The kind that printed levels name: 产出指标 and 进度指标 are `timeliness`. Null where they name none. */
export function kindOfLevels(level1: string | null, level2: string | null): EvaluationKind | null {
  const of = (text: string | null) => KINDS.find(([words]) => words.test(text ?? ''))?.[1];
  return of(level2) ?? of(level1) ?? null;
}
