import { setTimeout as pause } from 'node:timers/promises';
import { type ApiClient, type Post, Refused } from '../client/client.ts';

/** A job as the API shows it, as far as benches look at it. */
export interface ShownJob {
  readonly id: string;
  readonly state: string;
  readonly counts: Readonly<Record<'touched' | 'untouched' | 'faulty' | 'done' | 'refused' | 'left', number>>;
}

/** The job once it has come to a state: a long preview, too, is answered before it is over. */
export async function jobAt(
  state: string,
  { api, post, id, askEveryMs }: { api: ApiClient; post: Post; id: string; askEveryMs: number },
): Promise<ShownJob> {
  for (;;) {
    const { body: job } = await api.get<ShownJob>(post, `/api/jobs/${id}`);
    if (job.state === state) return job;
    await pause(askEveryMs);
  }
}

/** The body of an answer that was no refusal; throws `Refused` where it was one. */
export function accepted<T>(what: string, { status, body }: { status: number; body: T }): T {
  if (status < 300) return body;
  throw new Refused(what, status, body as Refused['problem']);
}
