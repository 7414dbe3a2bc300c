/** The names under which a root division's facts are published. */
export interface Topics {
  /** Every event, key = project, never deleted. */
  readonly events: string;
  /** The latest snapshot of each project, compacted. */
  readonly projects: string;
}

export const DEFAULT_PREFIX = 'quancheng';

export const topicsOf = (prefix: string = DEFAULT_PREFIX): Topics => ({
  events: `${prefix}.events`,
  projects: `${prefix}.projects`,
});
