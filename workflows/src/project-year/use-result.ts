import type { Life } from '../life/life.ts';

/** 结果应用: 通报, 整改, 挂钩, 问责 and 公开 run side by side; the file closes when none is open. */
export async function useResult(life: Life): Promise<void> {
  await life.whileAt('result-in-use');
}
