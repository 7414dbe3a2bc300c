import { type Refusal, refuse } from '@quancheng/kernel';
import { z } from 'zod';

const MOST_ROWS = 500;
const LONGEST_CELL = 10_000;

/** A printed cell: its text, or null for a blank one. A key that is missing is a blank cell; a number is its digits. */
const cell = z
  .union([z.string().max(LONGEST_CELL), z.number().transform(String), z.null()], {
    error: `应为文字或空白（null），最多${LONGEST_CELL}字 / a text or null, at most ${LONGEST_CELL} characters`,
  })
  .optional()
  .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text));

const rowsOf = <S extends z.ZodType>(row: S) =>
  z.array(row, { error: '应为数组 / a list' }).max(MOST_ROWS, {
    error: `最多${MOST_ROWS}行 / at most ${MOST_ROWS} rows`,
  });

/** Columns beyond these are kept as they are. */
const moneyRow = z.looseObject({
  row: cell,
  begin_budget: cell,
  full_year_budget: cell,
  executed: cell,
  weight: cell,
  rate: cell,
  score: cell,
  arrived: cell,
  arrived_rate: cell,
});

const indicatorRow = z.looseObject({
  level1: cell,
  level2: cell,
  level3: cell,
  target: cell,
  actual: cell,
  weight: cell,
  score: cell,
  review_score: cell,
  reason: cell,
  goal: cell,
});

/**
 * A published form as it was printed: cells as text, one object a row. Only printed facts are read; whatever else the
 * file holds (notes on it, figures recomputed by hand) is left aside.
 */
const publishedForm = z.object({
  id: cell,
  form_type: cell,
  /** What of the form the file holds: 'whole', or where it was cut. Without it the form counts as whole. */
  extent: cell,
  year: cell,
  division: cell,
  project: cell,
  department: cell,
  unit: cell,
  money_unit: cell,
  money: rowsOf(moneyRow).optional().default([]),
  goals: z.object({ expected: cell, actual: cell }).nullish(),
  indicators: rowsOf(indicatorRow).optional().default([]),
  total: z.object({ weight: cell, score: cell }).nullish(),
  grade: cell,
  extra: z
    .object({
      plan: z.array(z.tuple([cell, cell])).max(MOST_ROWS),
      plan_total: cell,
      project_kind: cell,
      period: cell,
    })
    .partial()
    .nullish(),
});

export type PublishedForm = z.infer<typeof publishedForm>;
export type PrintedMoney = PublishedForm['money'][number];
export type PrintedIndicator = PublishedForm['indicators'][number];

/** Reads the file of a published form; refuses with the place of each cell that is none (`FORM_MALFORMED`). */
export function readPublishedForm(given: unknown): PublishedForm | Refusal {
  const parsed = publishedForm.safeParse(given);
  if (parsed.success) return parsed.data;
  return refuse({
    code: 'FORM_MALFORMED',
    because: { zh: '文件不是一张公开表格的内容', en: 'the file does not hold a published form' },
    remedy: {
      zh: '每格写成文字，空白写成null；按fields所列位置改正',
      en: 'write each cell as a text, a blank one as null; correct the places listed in fields',
    },
    fields: parsed.error.issues.slice(0, 50).map(({ path, message }) => ({
      field: path.join('.'),
      code: 'CELL_MALFORMED',
      because: { zh: message, en: message },
    })),
  });
}
