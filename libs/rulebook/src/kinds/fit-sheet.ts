import { type Refusal, refuse, type Words } from '@quancheng/kernel';
import { REVIEW_MARKS, type ReviewMark, type ReviewRoute, ROUTE_WORDS } from './weighted-sheet.ts';

/** A review without scores: each point fits or does not, and the reviewer names the result. */
export type FitSheetValue = {
  readonly aspects: readonly {
    readonly title: Words;
    readonly points: readonly { readonly no: string; readonly text: Words }[];
  }[];
  readonly routeByResult: Readonly<Record<ReviewMark, ReviewRoute>>;
};
export type FitSheetGiven = {
  /** By the number of the point: whether the goal fits it. */
  readonly fits: Readonly<Record<string, boolean>>;
  readonly result: ReviewMark;
};
export type FitSheetAnswer = { readonly route: ReviewRoute; readonly findings: readonly Words[] } | Refusal;

/** Refuses a sheet with a point left open, or of another sheet. A best result beside a point that does not fit is pointed out. */
export function answerFitSheet(value: FitSheetValue, { fits, result }: FitSheetGiven): FitSheetAnswer {
  const points = value.aspects.flatMap((aspect) => aspect.points);
  const incomplete = refuseIncomplete(
    points.map(({ no }) => no),
    Object.keys(fits),
  );
  if (incomplete !== undefined) return incomplete;
  const findings = points
    .filter(({ no }) => fits[no] === false)
    .map(({ no, text }) => ({
      zh: `要点${no}不符合：${text.zh}`,
      en: `point ${no} does not fit: ${text.en}`,
    }));
  return { route: value.routeByResult[result], findings };
}

function refuseIncomplete(known: readonly string[], marked: readonly string[]): Refusal | undefined {
  const faults = [
    ...known
      .filter((no) => !marked.includes(no))
      .map((no) => ({
        field: `fits.${no}`,
        code: 'POINT_NOT_MARKED',
        because: { zh: `要点${no}未评`, en: `point ${no} is not marked` },
      })),
    ...marked
      .filter((no) => !known.includes(no))
      .map((no) => ({
        field: `fits.${no}`,
        code: 'POINT_UNKNOWN',
        because: { zh: `审核表没有要点${no}`, en: `the sheet has no point ${no}` },
      })),
  ];
  if (faults.length === 0) return undefined;
  return refuse({
    code: 'REVIEW_SHEET_INCOMPLETE',
    because: { zh: '审核表没有逐点评完', en: 'The review sheet is not complete.' },
    remedy: { zh: '请对每个要点选符合或不符合', en: 'Say of every point whether it fits.' },
    fields: faults,
  });
}

export function fitSheetInWords({ aspects, routeByResult }: FitSheetValue): Words[] {
  return [
    ...aspects.map(({ title, points }) => ({
      zh: `${title.zh}：${points.map(({ text }) => text.zh).join('；')}`,
      en: `${title.en}: ${points.map(({ text }) => text.en).join('; ')}`,
    })),
    ...REVIEW_MARKS.map((mark) => {
      const { zh, en } = ROUTE_WORDS[routeByResult[mark]];
      return { zh: `${mark}：${zh}`, en: `${mark}: ${en}` };
    }),
  ];
}
