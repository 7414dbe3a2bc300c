import { directories, directoryByDate } from './directory/projection.ts';
import { budgetYears } from './files/budget-years.ts';
import { evaluations } from './files/evaluations.ts';
import { projects } from './files/projects.ts';
import { projectYears } from './files/project-years.ts';
import { indicatorLibraries, indicators } from './indicators/projection.ts';
import { obligations } from './obligations/projection.ts';
import type { Projection } from './projection.ts';

/** All pictures, in the order they are written within an append. */
export const projections: readonly Projection[] = [
  obligations,
  projects.projection,
  projectYears.projection,
  evaluations.projection,
  budgetYears.projection,
  directories.projection,
  directoryByDate,
  indicatorLibraries.projection,
  indicators,
];

export const listProjects = projects.list;
export const listProjectYears = projectYears.list;
export const listEvaluations = evaluations.list;
export const listBudgetYears = budgetYears.list;
export const listDirectories = directories.list;
export const listIndicatorLibraries = indicatorLibraries.list;
