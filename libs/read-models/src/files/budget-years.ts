import type { BudgetYearState } from '@quancheng/domain';
import { fileList } from './file-list.ts';

/** The calendar is finance's own, so it stands under no project unit. */
const NOBODY = { unit: '', department: '' };

export const budgetYears = fileList<BudgetYearState>({
  name: 'budget-years',
  aggregate: 'budget-year',
  table: 'budget_year_view',
  version: 1,
  columns: (year) => {
    if (year.stage === 'none') return null;
    const entries = Object.values(year.entries);
    return {
      ...NOBODY,
      fiscal_year: year.fiscalYear,
      enrolled: entries.length,
      approved: entries.filter(({ approvedFen }) => approvedFen !== null).length,
    };
  },
});
