import type { Store } from '@quancheng/event-store';
import { unfinishedJobs } from '@quancheng/jobs';
import { resumeJob } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';
import { atOnce } from '../at-once.ts';

/** Every job that is not at an end has a run; a run that is there already is left as it is. */
export async function resumeJobs(
  store: Store,
  client: Client,
  { division, atOnce: most }: { readonly division?: string; readonly atOnce: number },
): Promise<void> {
  const jobs = await unfinishedJobs(store, division);
  await atOnce(most, jobs, (job) => resumeJob(client, job));
}
