import type { Life } from '../life/life.ts';

/** 批复: control figure (一下), second submission with a matched goal (二上), approval with the department's batch. */
export async function approve(life: Life): Promise<void> {
  await life.whileAt('finance-reviewed');
  await life.whileAt('controlled');
  await life.whileAt('resubmitted');
}
