import type { ProjectYearState } from '@quancheng/domain';
import { fileList } from './file-list.ts';

export const projectYears = fileList<ProjectYearState>({
  name: 'project-years',
  aggregate: 'project-year',
  table: 'project_year_view',
  version: 2,
  columns: (year) => {
    if (!('identity' in year)) return null;
    const { projectId, projectName, fiscalYear, unit, department } = year.identity;
    return {
      unit,
      department,
      project_id: projectId,
      name: projectName,
      fiscal_year: fiscalYear,
      requested_fen: year.declaration?.requestedFen ?? null,
      control_fen: year.controlFen,
      approved_fen: year.approvedFen,
      paid_fen: year.paidFen,
      grade: year.result?.grade ?? null,
      policy_numbers: (year.declaration?.form.policyBasis ?? []).flatMap(({ number = '' }) =>
        number === '' ? [] : [number],
      ),
      disclosed: year.disclosure,
      cut_percent: year.budgetLink?.cutPercent ?? null,
      overdue: Object.values(year.marks).some((mark) => mark.lapsed === true),
    };
  },
});
