import type { Row } from '../summary.ts';
import { REHEARSED, TOLD_ONCE } from '../expected.ts';
import { type Finding, finding } from './difference.ts';
import type { Stored } from './stored.ts';

/** The year ends as it always ends, and each fact of it was told as often as it happened. */
export function auditTold(rows: readonly Row[], events: readonly Stored[]): Finding[] {
  return [...otherRows(rows), ...otherCounts(events)];
}

function otherRows(rows: readonly Row[]): Finding[] {
  const ended = new Map(rows.map((row) => [`${row.project} ${row.year}`, asTold(row)]));
  const expected: readonly (readonly [string, string])[] = REHEARSED.map(
    ([project, year, ...rest]) => [`${project} ${year}`, rest.join(' · ')] as const,
  );
  const known = new Set(expected.map(([name]) => name));
  return [
    ...expected
      .filter(([name, as]) => ended.get(name) !== as)
      .map(([where, as]) =>
        finding('wrong', { where, expected: as, found: ended.get(where) ?? 'no such year' }),
      ),
    ...[...ended]
      .filter(([name]) => !known.has(name))
      .map(([where, found]) => finding('wrong', { where, expected: 'no such year', found })),
  ];
}

const asTold = ({ stage, grade, daysLate, cut, disclosed }: Row): string =>
  [stage, grade, daysLate, cut, disclosed].join(' · ');

function otherCounts(events: readonly Stored[]): Finding[] {
  return Object.entries(TOLD_ONCE).flatMap(([type, times]) => {
    const found = events.filter((event) => event.type === type).length;
    if (found === times) return [];
    return [
      finding(found > times ? 'twice' : 'lost', { where: type, expected: `${times}`, found: `${found}` }),
    ];
  });
}
