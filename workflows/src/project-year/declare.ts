import type { Life } from '../life/life.ts';

/** 申报: the unit drafts, its head signs; what was returned or blocked is declared again. */
export async function declare(life: Life): Promise<void> {
  await life.whileAt('draft', 'returned', 'blocked');
}
