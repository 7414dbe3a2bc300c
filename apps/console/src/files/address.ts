const COLLECTIONS: Readonly<Record<string, string>> = {
  project: 'projects',
  'project-year': 'project-years',
  evaluation: 'evaluations',
  'budget-year': 'budget-years',
  directory: 'directories',
  'indicator-library': 'indicator-libraries',
};

export interface Named {
  readonly aggregate: string;
  readonly id: string;
  readonly projectId?: string | null;
}

/** The page of a project with its file opened; where the project is not known or not to be seen, the file's own page. */
export function pageOf({ aggregate, id, projectId = null }: Named): string {
  const collection = COLLECTIONS[aggregate] ?? '';
  if (projectId === null || aggregate === 'evaluation')
    return `/files/${collection}/${encodeURIComponent(id)}`;
  const file = new URLSearchParams({ file: `${collection}/${id}` });
  return `/projects/${encodeURIComponent(projectId)}?${file}`;
}
