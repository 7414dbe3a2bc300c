import type { ProjectState } from '@quancheng/domain';
import { fileList } from './file-list.ts';

export const projects = fileList<ProjectState>({
  name: 'projects',
  aggregate: 'project',
  table: 'project_view',
  version: 1,
  columns: (project) => {
    if (project.stage === 'none') return null;
    const { unit, department, name, nature, term } = project.identity;
    return {
      unit,
      department,
      name,
      nature,
      term,
      planned_end: project.identity.plannedEnd ?? null,
      completed_on: project.stage === 'completed' ? project.completedOn : null,
      taken_over: project.takenOver !== null,
    };
  },
});
