/** Ids that one stream derives of another. A project's code is part of the ids of its years and evaluations. */

export const projectYearId = (projectId: string, fiscalYear: number): string => `${projectId}-${fiscalYear}`;
export const completionEvaluationId = (projectId: string): string => `E-${projectId}-completion`;
export const yearEvaluationId = (projectId: string, fiscalYear: number): string =>
  `E-${projectYearId(projectId, fiscalYear)}`;
