import { readdirSync, readFileSync } from 'node:fs';
import { type PublishedForm as PrintedForm, readPublishedForm } from '@quancheng/forms';
import { isRefusal } from '@quancheng/kernel';
import { z } from 'zod';

/** What stands around the printed cells of a form of the collection: where it is from, what is odd, what was recomputed. */
const frameSchema = z.object({
  id: z.string(),
  form_type: z.enum(['self-evaluation', 'goal-declaration', 'performance-table']),
  extent: z.string(),
  source: z.object({ address: z.string().nullable(), title: z.string(), note: z.string().optional() }),
  year: z.string(),
  project: z.string(),
  unit: z.string(),
  money_unit: z.enum(['元', '万元']),
  goals: z.object({ expected: z.string().nullable(), actual: z.string().nullable() }),
  notes: z.array(z.object({ code: z.string(), where: z.string(), detail: z.string(), expect: z.string() })),
  derived: z.object({
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

type Frame = z.infer<typeof frameSchema>;
export type PublishedForm = Omit<PrintedForm, keyof Frame> & Frame;

const FOLDER = new URL('./forms/', import.meta.url);

/** All forms of the rehearsal, in the order of their ids. Throws on a file that is not of this shape. */
export function publishedForms(): PublishedForm[] {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.map((name) => {
    const file: unknown = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
    const printed = readPublishedForm(file);
    if (isRefusal(printed)) throw new Error(`${name}: ${printed.because.en}`);
    return { ...printed, ...frameSchema.parse(file) };
  });
}
