import type { Life } from '../life/life.ts';

/** 跟踪: goal, money and progress are watched in rounds until the fiscal year ends. */
export async function track(life: Life): Promise<void> {
  await life.whileAt('approved');
}
