import type { StreamInput } from '@quancheng/ports';
import { openLife } from '../life/life.ts';

/** A division's units and people. It never ends: a bureau always has them. */
export async function directory(input: StreamInput): Promise<void> {
  const life = openLife('directory', input);
  do {
    await life.whileAt('open');
  } while (await life.goesOn());
}
