import type { StreamState } from '@quancheng/domain';
import { fileList } from './file-list.ts';

export const budgetYears = fileList<StreamState>({
  name: 'budget-years',
  aggregate: 'budget-year',
  table: 'budget_year_view',
  version: 1,
  columns: () => null,
});
