import type { Aggregate, AggregateName } from './core/aggregate.ts';
import { asAggregate } from './core/aggregate.ts';
import { budgetYear } from './budget-year/index.ts';
import { directory } from './directory/index.ts';
import { evaluation } from './evaluation/index.ts';
import { project } from './project/index.ts';
import { projectYear } from './project-year/index.ts';

/** Every kind of stream, by the name that its ids carry. */
export const aggregates: Readonly<Record<AggregateName, Aggregate>> = {
  project: asAggregate(project),
  'project-year': asAggregate(projectYear),
  evaluation: asAggregate(evaluation),
  'budget-year': asAggregate(budgetYear),
  directory: asAggregate(directory),
};
