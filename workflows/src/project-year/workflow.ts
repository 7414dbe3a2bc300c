import type { StreamInput } from '@quancheng/ports';
import { openLife } from '../life/life.ts';
import { approve } from './approve.ts';
import { declare } from './declare.ts';
import { evaluate } from './evaluate.ts';
import { review } from './review.ts';
import { track } from './track.ts';
import { useResult } from './use-result.ts';

/** One fiscal year of a project, goal and money together, from its declaration to the use of its result. */
export async function projectYear(input: StreamInput): Promise<void> {
  const life = openLife('project-year', input);
  do {
    await declare(life);
    await review(life);
    await approve(life);
    await track(life);
    await evaluate(life);
    await useResult(life);
  } while (await life.goesOn());
}
