import type { Life } from '../life/life.ts';

/** 评审: the department in charge first, then finance's two offices together: money, and the 23 points of the goal. */
export async function review(life: Life): Promise<void> {
  await life.whileAt('declared');
  await life.whileAt('department-reviewed');
}
