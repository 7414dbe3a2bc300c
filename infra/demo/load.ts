import { ApiClient } from '../client/client.ts';
import { administrator } from '../rehearsal/cast.ts';
import { instantOf, runTimeline } from '../rehearsal/runner.ts';
import type { Report } from '../start/report.ts';

export interface DemoTarget {
  /** The API under which the demonstration district is loaded, as any client would. */
  readonly apiUrl: string;
  readonly division: string;
}

/**
 * Where the demonstration stands: the tracking round of July waits for the units' reports, the first completed projects
 * owe their self-evaluation, and one recurrent project is evaluated for 2013 while it is tracked for 2014.
 */
const STANDS_AT = '2014-08-12T12';

/** The rehearsal's year up to that day, through the public API. A district that stands there already is left alone. */
export async function loadDemo({ apiUrl, division }: DemoTarget, report: Report): Promise<void> {
  const api = new ApiClient(apiUrl);
  const { body } = await api.get<{ now: string; stands: boolean }>(
    { ...administrator, division },
    '/api/clock',
  );
  if (body.stands && body.now >= instantOf(STANDS_AT)) return;
  let steps = 0;
  await runTimeline({ api, division, until: STANDS_AT, onStep: () => (steps += 1) });
  report.note(
    `  演示时钟停在 / the demonstration's clock stands at ${STANDS_AT.slice(0, 10)}（${steps} 步 steps）`,
  );
}
