import type { EvaluationState } from '@quancheng/domain';
import { fileList } from './file-list.ts';

export const evaluations = fileList<EvaluationState>({
  name: 'evaluations',
  aggregate: 'evaluation',
  table: 'evaluation_view',
  version: 1,
  columns: (file) => {
    if (file.stage === 'none') return null;
    const { unit, department, projectName } = file.object;
    return {
      unit,
      department,
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
