import { type ClauseOf, isProvisional, reviewSheet, rulebook, rulebookOfEdition } from '@quancheng/rulebook';
import { day } from '@quancheng/kernel';
import { APPROVED, POINT_TEXT, POINT_WEIGHT, type RowsField } from './layout.ts';
import type { FilledPaper, PaperHead } from './paper.ts';

/** Rows that a paper has before anybody writes: each with its key, and with what is shown beside the key. */
export interface ShownRows {
  readonly titles: readonly string[];
  readonly rows: readonly { readonly key: string; readonly texts: readonly string[] }[];
}

/** The points of a review in the paper's edition, the approved indicators of a tracking report; undefined where rows are free. */
export function shownRows({ paper, head, approved }: FilledPaper, field: RowsField): ShownRows | undefined {
  if (paper === 'goal-review' && field.name === 'marks') return pointsOf(head);
  if (paper !== 'tracking-report' || field.name !== 'indicators' || approved === undefined) return undefined;
  return { titles: [APPROVED], rows: approved.map(({ row, shown }) => ({ key: row, texts: [shown] })) };
}

function pointsOf(head: PaperHead): ShownRows | undefined {
  const points = reviewSheetOf(head)?.value.aspects.flatMap((aspect) => aspect.points);
  const rows = points?.map(({ no, text, weight }) => ({ key: no, texts: [text.zh, weight] }));
  return rows && { titles: [POINT_TEXT, POINT_WEIGHT], rows };
}

/** The review sheet of the paper's edition; undefined where it has none. */
export function reviewSheetOf({ edition, fiscalYear }: PaperHead): ClauseOf<'weighted-sheet'> | undefined {
  const sheet = reviewSheet(rulebookOfEdition(edition) ?? rulebook, day(`${fiscalYear}-01-01`));
  return isProvisional(sheet) ? undefined : sheet;
}

/** The rows in the order of the paper; where they do not follow it, as they are, and the paper's other rows behind. */
export function inOrder<R>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  shown: ShownRows | undefined,
): { readonly key: string; readonly row?: R; readonly texts: readonly string[] }[] {
  const given = rows.map((row) => ({ key: keyOf(row), row, texts: textsOf(shown, keyOf(row)) }));
  if (shown === undefined) return given;
  const places = given.map(({ key }) => shown.rows.findIndex((one) => one.key === key));
  const follows = places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));
  if (follows) return shown.rows.map((one) => given.find(({ key }) => key === one.key) ?? one);
  return [...given, ...shown.rows.filter((one) => !given.some(({ key }) => key === one.key))];
}

const textsOf = (shown: ShownRows | undefined, key: string): readonly string[] =>
  shown?.rows.find((one) => one.key === key)?.texts ?? [];
