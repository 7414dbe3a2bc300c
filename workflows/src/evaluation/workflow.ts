import type { StreamInput } from '@quancheng/ports';
import { openLife } from '../life/life.ts';

/** One evaluation of project-years, a completed project or a policy, up to a result that finance has confirmed. */
export async function evaluation(input: StreamInput): Promise<void> {
  const life = openLife('evaluation', input);
  do {
    await life.whileAt('planned');
    // 单位自评: three months from completion; 抽检 may send it back.
    await life.whileAt('self-evaluation-due');
    await life.whileAt('self-evaluated', 'spot-check');
    // 财政重点评价, by finance itself or commissioned.
    await life.whileAt('key-evaluation');
    await life.whileAt('reported');
  } while (await life.goesOn());
}
