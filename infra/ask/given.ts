import { lineSchema } from '@quancheng/forms';
import { isExactText, type PlainDate } from '@quancheng/kernel';
import { type Rulebook, rulebook, rulebookOfEdition, type Tier, toBeConfirmed } from '@quancheng/rulebook';
import { z } from 'zod';

/** Values as a command line or a line of JSON gives them. Numbers are texts, or whole numbers where a count is meant. */

/** A number of the law is exact: a number of JSON that has a fraction may have been rounded on its way. */
export const exactSchema = z
  .union([z.string(), z.number().int()], {
    error: '应为数字（有小数的须加引号） / a number; with decimals in quotes',
  })
  .transform((value) => String(value).trim())
  .refine(isExactText, { error: '应为数字，如 89.5 / a number like 89.5' });

/** An amount in yuan as papers print it, 3,498,000.00 too; whether it is one is the money's own to say. */
export const amountSchema = z
  .union([z.string(), z.number().int()], {
    error: '应为金额（元），如 500000.00 / yuan, like 500000.00',
  })
  .transform(String);

export const countSchema = exactSchema
  .refine((text) => /^\d{1,4}$/.test(text), {
    error: '应为0至9999的整数 / a whole number from 0 to 9999',
  })
  .transform(Number);

export const yearSchema = exactSchema
  .refine((text) => /^(19|20|21)\d{2}$/.test(text), { error: '应为年度，如 2014 / a year like 2014' })
  .transform(Number);

/** An edition by its id; the home district's own where none is named. */
export const editionSchema = lineSchema.refine((id) => rulebook.edition(id) !== undefined, {
  error: '没有这个规则版本，见 editions / there is no such edition, see `editions`',
});

/** The rules to ask and a day on which they are in force: an edition's first day, so that each answers for itself. */
export function rulesOf(id: string = HOME_EDITION): { rules: Rulebook; on: PlainDate; edition: string } {
  const rules = rulebookOfEdition(id);
  const edition = rules?.edition(id);
  if (rules === undefined || edition === undefined) throw new Error(`no edition ${id}`);
  return { rules, on: edition.inForce.from as PlainDate, edition: id };
}

/** What the district itself goes by. */
const HOME_EDITION = 'zh-2014';

/** A clause that the bureau has yet to confirm says so in every answer that rests on it. */
export const confirmation = (tier: Tier) => (toBeConfirmed(tier) ? { toBeConfirmed: true } : {});
