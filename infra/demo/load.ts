import { ApiClient } from '../client/client.ts';
import { administrator, performance } from '../rehearsal/cast.ts';
import { postHolders } from '../rehearsal/district/directory.ts';
import { directoryTimeline } from '../rehearsal/district/timeline.ts';
import { instantOf, runTimeline } from '../rehearsal/runner.ts';
import { timeline } from '../rehearsal/timeline.ts';
import type { Report } from '../start/report.ts';
import { commonIndicators } from './indicators.ts';

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
  const story = [...directoryTimeline(division), ...timeline];
  await runTimeline({ api, division, timeline: story, until: STANDS_AT, onStep: () => (steps += 1) });
  await api.must({ ...performance, division }, ['indicator-libraries', division, 'list-indicators'], {
    indicators: commonIndicators,
  });
  await keepAddresses(api, division);
  report.note(
    `  演示时钟停在 / the demonstration's clock stands at ${STANDS_AT.slice(0, 10)}（${steps} 步 steps）`,
  );
}

/** Invented addresses, which reach nobody: from here on the district's people are told by mail too, into the mail catcher. */
async function keepAddresses(api: ApiClient, division: string): Promise<void> {
  for (const personId of postHolders) {
    const contact = {
      name: `演示人员 ${personId}`,
      email: `${personId}@demo.invalid`,
      phone: '000-00000000',
    };
    const path = `/api/people/${encodeURIComponent(personId)}/contact`;
    const { status } = await api.change({ ...administrator, division }, 'PUT', path, contact);
    if (status !== 200) throw new Error(`the address of ${personId} was not kept: ${status}`);
  }
}
