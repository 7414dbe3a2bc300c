import { isProvisional, reviewSheet } from '@quancheng/rulebook';
import type { Finding } from '../shapes.ts';
import type { Check, Given } from './check.ts';
import { goalChecks } from './goal.ts';
import { groundsChecks } from './grounds.ts';
import { libraryChecks } from './library.ts';
import { moneyChecks } from './money.ts';
import { planChecks } from './plan.ts';

/** Every check there is, by the code under which the review sheet names it. */
export const CHECKS: Readonly<Record<string, Check>> = {
  ...groundsChecks,
  ...moneyChecks,
  ...goalChecks,
  ...planChecks,
  ...libraryChecks,
};

/**
 * What a machine can see of the points of the sheet in force, in the order of the points; of a draft as far as it goes, of
 * a submission whole. Which check belongs to which point is the sheet's; findings go to clerk and reviewers and stop
 * nothing. Where no sheet is in force nothing is checked.
 */
export function machineFindings(given: Given): Finding[] {
  const sheet = reviewSheet(given.world.rules, given.world.happenedOn);
  if (isProvisional(sheet)) return [];
  const points = sheet.value.aspects.flatMap((aspect) => aspect.points);
  return points.flatMap(({ no, checks = [], gate }) =>
    checks.flatMap((code) =>
      (CHECKS[code]?.(given) ?? []).map(({ field, zh, en }) => ({
        point: no,
        code,
        words: { zh, en },
        field,
        ...(gate === true ? { gate } : {}),
      })),
    ),
  );
}
