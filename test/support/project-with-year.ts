import type { Stack } from './stack.ts';

/** A project of the default unit with its year 2014, registered by the clerk; settles when the year stands. */
export async function projectWithYear(
  { api, post }: Pick<Stack, 'api' | 'post'>,
  id: string,
  plannedEnd = '2014-06-30',
): Promise<void> {
  const clerk = post('unit-clerk');
  await api.must(clerk, ['projects', id, 'register'], {
    name: `河道整治工程${id}`,
    nature: 'new',
    term: 'one-off',
    field: '环保',
    plannedStart: '2014-01-01',
    plannedEnd,
    totalFen: { amount: '276', unit: '万元' },
  });
  await api.must(clerk, ['projects', id, 'open-year'], { fiscalYear: 2014 });
  while ((await api.get(clerk, `/api/project-years/${id}-2014`)).status !== 200);
}
