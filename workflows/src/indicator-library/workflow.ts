import type { StreamInput } from '@quancheng/ports';
import { openLife } from '../life/life.ts';

/** A division's indicators. Goals are made of them year after year: the library never ends. */
export async function indicatorLibrary(input: StreamInput): Promise<void> {
  const life = openLife('indicator-library', input);
  do {
    await life.whileAt('open');
  } while (await life.goesOn());
}
