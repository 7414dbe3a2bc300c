import type { StreamState } from '@quancheng/domain';
import type { SourceParts } from './public-event.ts';

/** Where the streams' states keep what they belong to: the one place here that knows it. */
type Belonging = StreamState & {
  readonly identity?: { readonly projectId?: string; readonly fiscalYear?: number };
  readonly object?: { readonly projectId?: string };
};

/** The project and fiscal year of a stream, as far as its events have told them. */
export function whereabouts(
  { aggregate, id }: SourceParts,
  state: StreamState,
): { projectId?: string; fiscalYear?: number } {
  const { identity, object } = state as Belonging;
  switch (aggregate) {
    case 'project':
      return { projectId: id };
    case 'project-year':
      return {
        ...(identity?.projectId !== undefined && { projectId: identity.projectId }),
        ...yearOf(identity?.fiscalYear),
      };
    case 'evaluation':
      return object?.projectId === undefined ? {} : { projectId: object.projectId };
    case 'budget-year':
      return yearOf(/^\d{4}$/.test(id) ? Number(id) : undefined);
    case 'directory':
    case 'indicator-library':
      return {};
  }
}

const yearOf = (fiscalYear: number | undefined) => (fiscalYear === undefined ? {} : { fiscalYear });
