import type { Life } from '../life/life.ts';

/** 评价: the year is over; its evaluation runs in a stream of its own and comes back as a result that finance confirmed. */
export async function evaluate(life: Life): Promise<void> {
  await life.whileAt('ended');
}
