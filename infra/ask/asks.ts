import type { Ask } from './ask.ts';
import { deadline, inCapitals, threshold } from './dates-and-amounts.ts';
import { grade, light } from './marks.ts';
import { check, score, target } from './papers.ts';
import { editions, explain } from './rules.ts';

/** Everything that can be asked of the rules without a server, by its name on the command line. */
export const ASKS: Readonly<Record<string, Ask>> = {
  deadline,
  threshold,
  target,
  light,
  grade,
  score,
  check,
  capitals: inCapitals,
  editions,
  explain,
};
