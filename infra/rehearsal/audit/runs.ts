import type { Store } from '@quancheng/event-store';
import { askRun } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';
import { inParallel } from '../runner.ts';
import { type Finding, finding } from './difference.ts';
import { headsOf } from './record.ts';

/** How a run may not end: the store closes a file, never the server. */
const BAD_ENDS: ReadonlySet<string> = new Set(['FAILED', 'TERMINATED', 'TIMED_OUT', 'CANCELLED']);

/**
 * Temporal beside the store: no run failed or fails, every open file has a run that knows it as the store has it, and no
 * closed one has any.
 */
export async function auditRuns(client: Client, store: Store, division: string): Promise<Finding[]> {
  const heads = await headsOf(store, division);
  const listed = await listedRuns(client, division);
  const troubled = await listedRuns(client, division, 'TemporalReportedProblems is not null');
  const open = heads.filter(({ closed }) => !closed);
  const findings: Finding[] = [
    ...listed
      .filter(({ status }) => BAD_ENDS.has(status))
      .map(({ stream, status }) => stuck(stream, 'no run that failed', status)),
    ...troubled.map(({ stream }) => stuck(stream, 'a run that comes on', 'its workflow task fails')),
    ...closedWithRun(heads, listed),
  ];
  await inParallel(open, async ({ stream, version }) => {
    const known = await askRun(client, stream).catch((error: unknown) => ({ version: String(error) }));
    if (known === null) findings.push(stuck(stream, 'a run', 'none'));
    else if (known.version !== version)
      findings.push(stuck(stream, `a run at version ${version}`, String(known.version)));
  });
  return findings;
}

const stuck = (where: string, expected: string, found: string): Finding =>
  finding('stuck', { where, expected, found });

interface Listed {
  readonly stream: string;
  readonly status: string;
}

async function listedRuns(client: Client, division: string, also?: string): Promise<Listed[]> {
  const query = `WorkflowId starts_with '${division}/'${also === undefined ? '' : ` and ${also}`}`;
  const runs: Listed[] = [];
  for await (const { workflowId, status } of client.workflow.list({ query, pageSize: 1_000 }))
    runs.push({ stream: workflowId, status: status.name });
  return runs;
}

function closedWithRun(
  heads: readonly { readonly stream: string; readonly closed: boolean }[],
  listed: readonly Listed[],
): Finding[] {
  const running = new Set(listed.filter(({ status }) => status === 'RUNNING').map(({ stream }) => stream));
  return heads
    .filter(({ stream, closed }) => closed && running.has(stream))
    .map(({ stream }) => stuck(stream, 'no run: the file is closed', 'a run'));
}
