import { libraryIndicatorForm, lineSchema, textSchema } from '@quancheng/forms';
import { z } from 'zod';

/** Shapes that several facts of an indicator library share, as they are stored. */

/** As goals, lists and addresses write it: nothing that would have to be escaped. */
export const indicatorCodeSchema = lineSchema.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, {
  error: '指标编码只用字母、数字和 . _ - / a code has letters, digits and . _ -',
});

export const entrySchema = libraryIndicatorForm.schema;
export const reasonSchema = textSchema;
export const listSchema = z.array(entrySchema);
