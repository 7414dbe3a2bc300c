import type { StreamInput } from '@quancheng/ports';
import { openLife } from '../life/life.ts';

/** The year's own calendar: windows, batches of approval, tracking rounds, the evaluation plan. */
export async function budgetYear(input: StreamInput): Promise<void> {
  const life = openLife('budget-year', input);
  do {
    await life.whileAt('open');
  } while (await life.goesOn());
}
