import type { Aggregate, AggregateName } from './core/aggregate.ts';
import { asAggregate } from './core/aggregate.ts';
import { renewable } from './core/renewal.ts';
import { urgeable } from './core/urge.ts';
import { budgetYear } from './budget-year/index.ts';
import { directory } from './directory/index.ts';
import { evaluation } from './evaluation/index.ts';
import { indicatorLibrary } from './indicator-library/index.ts';
import { project } from './project/index.ts';
import { projectYear } from './project-year/index.ts';

/** Every kind of stream, by the name that its ids carry. */
export const aggregates: Readonly<Record<AggregateName, Aggregate>> = {
  project: asAggregate(renewable(urgeable(project))),
  'project-year': asAggregate(renewable(urgeable(projectYear))),
  evaluation: asAggregate(renewable(urgeable(evaluation))),
  'budget-year': asAggregate(renewable(urgeable(budgetYear))),
  directory: asAggregate(directory),
  'indicator-library': asAggregate(indicatorLibrary),
};
