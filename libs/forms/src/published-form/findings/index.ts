import type { FormFinding, RowFinding } from '../finding.ts';
import type { FormResult, LineResult } from '../score.ts';
import { classFindings } from './classes.ts';
import { goalFindings } from './goals.ts';
import { headerFindings } from './header.ts';
import { moneyFindings } from './money.ts';
import { nameFindings } from './names.ts';
import { partFindings } from './parts.ts';
import { pointFindings } from './points.ts';
import { totalFindings } from './totals.ts';
import { valueFindings } from './values.ts';

/** What is to be said of the form as a whole. */
export function formFindings(result: FormResult): FormFinding[] {
  return [
    ...headerFindings(result),
    ...moneyFindings(result),
    ...goalFindings(result),
    ...classFindings(result),
    ...partFindings(result.facts),
    ...totalFindings(result),
  ];
}

/** What is to be said of one row. */
export function lineFindings(line: LineResult, result: FormResult): RowFinding[] {
  if (line.facts.isEmpty) return nameFindings(line.facts);
  return [
    ...nameFindings(line.facts),
    ...valueFindings(line.facts, result),
    ...line.input.findings,
    ...pointFindings(line, result),
  ];
}
