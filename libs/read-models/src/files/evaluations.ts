import type { EvaluationState } from '@quancheng/domain';
import { fileList } from './file-list.ts';

export const evaluations = fileList<EvaluationState>({
  name: 'evaluations',
  aggregate: 'evaluation',
  table: 'evaluation_view',
  version: 2,
  columns: (file) => {
    if (file.stage === 'none') return null;
    const { unit, department, projectId, projectName } = file.object;
    return {
      unit,
      department,
      project_id: projectId,
      name: projectName,
      road: file.road?.road ?? null,
      due: file.duty?.due.due ?? null,
      submitted_on: file.selfEvaluation?.submittedOn ?? null,
      late: false,
      score: file.result?.score ?? null,
      grade: file.result?.grade ?? null,
      result_version: file.result?.version ?? null,
    };
  },
});
