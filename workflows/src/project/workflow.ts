import type { StreamInput } from '@quancheng/ports';
import { openLife } from '../life/life.ts';

/** A project in the project library: who it is, who answers for it by date, and when it is complete. */
export async function projectLifecycle(input: StreamInput): Promise<void> {
  const life = openLife('project', input);
  do {
    await life.whileAt('active', 'suspended');
    // 完成: the planned end, the acceptance or the final payment asks for the report; finance may establish it.
    await life.whileAt('completion-due');
  } while (await life.goesOn());
}
