import {
  exact,
  type FieldFault,
  isRefusal,
  type Refusal,
  refuse,
  roundHalfUp,
  type Words,
} from '@quancheng/kernel';
import { type Band, bandOf } from './bands.ts';

export const REVIEW_MARKS = ['优', '良', '中', '差'] as const;
export type ReviewMark = (typeof REVIEW_MARKS)[number];
export type ReviewRoute = 'pass' | 'polish' | 'return' | 'block';
export const ROUTE_WORDS: Readonly<Record<ReviewRoute, Words>> = {
  pass: { zh: '进入下一步', en: 'goes on' },
  polish: { zh: '完善后进入下一步', en: 'is polished, then goes on' },
  return: { zh: '退回修改后重新审核', en: 'is returned and reviewed again' },
  block: { zh: '不得进入下一步', en: 'must not go on' },
};

export type SheetPoint = {
  readonly no: string;
  readonly text: Words;
  readonly weight: string;
  readonly check: 'machine' | 'human' | 'machine-and-human';
  /** A point on which a failure counts by itself, whatever the total. */
  readonly gate?: true;
  /** Codes of the machine checks whose findings belong here. A check that no point names is not run. */
  readonly checks?: readonly string[];
};

export type WeightedSheetValue = {
  readonly aspects: readonly {
    readonly no: string;
    readonly title: Words;
    readonly weight: string;
    readonly points: readonly SheetPoint[];
  }[];
  /** The share of its weight that a mark earns. */
  readonly shareByMark: Readonly<Record<ReviewMark, string>>;
  readonly results: readonly (Band<ReviewMark> & { readonly route: ReviewRoute })[];
  /** 'block': a failed gate leaves at best this result. 'warn': it is only a finding. */
  readonly failedGate: { readonly effect: 'block' | 'warn'; readonly atBest: ReviewMark };
};

/** A judgement, or the reason for setting the point aside (不适用): its weight then goes to the others. */
export type PointMark = ReviewMark | { readonly notApplicable: string };
/** By the number of the point: { '1.1': '优', '3.4': { notApplicable: '没有配套资金' }, … }. */
export type ReviewMarks = Readonly<Record<string, PointMark>>;

export type WeightedSheetGiven = { readonly marks: ReviewMarks };
export type WeightedSheetAnswer =
  | {
      readonly total: string;
      readonly result: ReviewMark;
      readonly route: ReviewRoute;
      readonly findings: readonly Words[];
    }
  | Refusal;

/** Refuses a sheet on which a point is missing, unknown, or set aside without a reason. */
export function answerWeightedSheet(
  sheet: WeightedSheetValue,
  { marks }: WeightedSheetGiven,
): WeightedSheetAnswer {
  const points = sheet.aspects.flatMap((aspect) => aspect.points);
  const incomplete = refuseIncomplete(points, marks);
  if (incomplete !== undefined) return incomplete;

  const total = totalOf(sheet, points, marks);
  if (isRefusal(total)) return total;

  const failedGates = points.filter((point) => point.gate === true && marks[point.no] === '差');
  const { name: result, route } = resultOf(sheet, total, failedGates.length > 0);
  return {
    total,
    result,
    route,
    findings: failedGates.map((point) => gateFinding(point, sheet.failedGate.effect)),
  };
}

function totalOf(
  { shareByMark }: WeightedSheetValue,
  points: readonly SheetPoint[],
  marks: ReviewMarks,
): string | Refusal {
  let earned = exact('0');
  let applicable = exact('0');
  for (const { no, weight } of points) {
    const mark = marks[no];
    if (mark === undefined || typeof mark === 'object') continue;
    applicable = applicable.plus(weight);
    earned = earned.plus(exact(weight).times(shareByMark[mark]));
  }
  return applicable.isZero() ? nothingApplies() : roundHalfUp(earned.times(100).div(applicable), 2);
}

function resultOf(
  { results, failedGate }: WeightedSheetValue,
  total: string,
  gateFailed: boolean,
): WeightedSheetValue['results'][number] {
  const byScore = bandOf(results, total);
  if (!gateFailed || failedGate.effect === 'warn') return byScore;
  const atBest = results.find(({ name }) => name === failedGate.atBest) ?? byScore;
  return results.indexOf(byScore) > results.indexOf(atBest) ? byScore : atBest;
}

function refuseIncomplete(points: readonly SheetPoint[], marks: ReviewMarks): Refusal | undefined {
  const known = points.map(({ no }) => no);
  const missing = known.filter((no) => !Object.hasOwn(marks, no));
  const unknown = Object.keys(marks).filter((no) => !known.includes(no));
  const unreasoned = known.filter((no) => isWithoutReason(marks[no]));
  const fields = [
    ...missing.map((no) =>
      fault(no, 'POINT_NOT_MARKED', { zh: `要点${no}未评`, en: `point ${no} is not marked` }),
    ),
    ...unknown.map((no) =>
      fault(no, 'POINT_UNKNOWN', { zh: `评审表没有要点${no}`, en: `the sheet has no point ${no}` }),
    ),
    ...unreasoned.map((no) =>
      fault(no, 'REASON_MISSING', {
        zh: `要点${no}不适用，须说明理由`,
        en: `point ${no} is set aside without a reason`,
      }),
    ),
  ];
  if (fields.length === 0) return undefined;
  return refuse({
    code: 'REVIEW_SHEET_INCOMPLETE',
    because: { zh: '评审表没有逐点评完', en: 'The review sheet is not complete.' },
    remedy: {
      zh: '请对每个要点评优、良、中、差，或注明不适用及理由',
      en: 'Mark every point 优, 良, 中 or 差, or set it aside with a reason.',
    },
    fields,
  });
}

function isWithoutReason(mark: PointMark | undefined): boolean {
  return typeof mark === 'object' && mark.notApplicable.trim() === '';
}

function fault(point: string, code: string, because: Words): FieldFault {
  return { field: `marks.${point}`, code, because };
}

function nothingApplies(): Refusal {
  return refuse({
    code: 'REVIEW_NOTHING_APPLIES',
    because: { zh: '全部要点都标为不适用', en: 'Every point is set aside.' },
    remedy: { zh: '请至少评定一个要点', en: 'Mark at least one point.' },
  });
}

function gateFinding({ no, text }: SheetPoint, effect: 'block' | 'warn'): Words {
  return effect === 'block'
    ? { zh: `关口要点${no}未通过：${text.zh}`, en: `gate ${no} failed: ${text.en}` }
    : {
        zh: `关口要点${no}未通过（推定条款，仅提示）：${text.zh}`,
        en: `gate ${no} failed (derived, a warning only): ${text.en}`,
      };
}

export function weightedSheetInWords({ aspects, results }: WeightedSheetValue): Words[] {
  return [
    ...aspects.map(({ title, weight, points }) => ({
      zh: `${title.zh}（${weight}分，${points.length}个要点）：${points.map(({ no }) => no).join('、')}`,
      en: `${title.en} (${weight}, ${points.length} points): ${points.map(({ no }) => no).join(', ')}`,
    })),
    ...results.map(({ name, from, route }) => ({
      zh: `${name}：${from}分以上，${ROUTE_WORDS[route].zh}`,
      en: `${name}: from ${from}, ${ROUTE_WORDS[route].en}`,
    })),
  ];
}
