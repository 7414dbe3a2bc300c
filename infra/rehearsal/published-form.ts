import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** One published form as it was printed: texts only, null for a blank cell. What is odd about it stands in `notes`. */
const cell = z.string().nullable();
const publishedFormSchema = z.object({
  id: z.string(),
  form_type: z.enum(['self-evaluation', 'goal-declaration', 'performance-table']),
  extent: z.string(),
  source: z.object({ address: cell, title: z.string(), note: z.string().optional() }),
  year: z.string(),
  project: z.string(),
  department: cell,
  unit: z.string(),
  money_unit: z.enum(['元', '万元']),
  money: z.array(
    z.object({
      row: z.string(),
      begin_budget: cell,
      full_year_budget: cell,
      executed: cell,
      weight: cell,
      rate: cell,
      score: cell,
    }),
  ),
  goals: z.object({ expected: cell, actual: cell }),
  indicators: z.array(
    z.object({
      level1: z.string(),
      level2: cell,
      level3: cell,
      target: cell,
      actual: cell,
      weight: cell,
      score: cell,
      reason: z.string().optional(),
    }),
  ),
  total: z.object({ weight: cell, score: cell }).nullable(),
  grade: cell,
  extra: z
    .object({
      plan: z.array(z.tuple([z.string(), z.string()])),
      project_kind: z.string(),
      period: z.string(),
    })
    .partial()
    .optional(),
  notes: z.array(z.object({ code: z.string(), where: z.string(), detail: z.string(), expect: z.string() })),
  derived: z.object({
    execution: z
      .object({
        execution_score_by_rule: cell.optional(),
        execution_score_by_rule_on_begin: z.string().optional(),
      })
      .optional(),
    indicator_rule_check: z
      .array(
        z.object({
          row: z.number(),
          name: z.string(),
          direction: z.string(),
          rule_score: z.string().optional(),
          rule_score_linear: z.string().optional(),
        }),
      )
      .optional(),
  }),
});

export type PublishedForm = z.infer<typeof publishedFormSchema>;
export type PrintedIndicator = PublishedForm['indicators'][number];
export type PrintedMoney = PublishedForm['money'][number];

const FOLDER = new URL('./forms/', import.meta.url);

/** All forms of the rehearsal, in the order of their ids. Throws on a file that is not of this shape. */
export function publishedForms(): PublishedForm[] {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.map((name) =>
    publishedFormSchema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))),
  );
}
