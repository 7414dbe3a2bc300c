import type { Actor } from '@quancheng/domain';
import { asJson, behindWall, type Sql, type Store } from '@quancheng/event-store';
import type { Instant, Json, Refusal, Words } from '@quancheng/kernel';
import type { Item, ItemState } from './item.ts';
import type { Job, JobCounts, JobFile, JobState } from './job.ts';

/** The rows of jobs and their items. Every function is one short transaction of the job's division. */

export interface JobKey {
  readonly division: string;
  readonly jobId: string;
}

interface JobRow {
  division: string;
  job_id: string;
  kind: string;
  state: JobState;
  made_by: Actor;
  request_hash: string;
  parameters: { readonly [key: string]: Json };
  file_sha256: string | null;
  file_name: string | null;
  refusal: Refusal | null;
  notes: Words[];
  confirmed_by: Actor | null;
  confirm_key: string | null;
  reason: string | null;
  cancelled_by: string | null;
  created_at: Instant;
  previewed_at: Instant | null;
  confirmed_at: Instant | null;
  finished_at: Instant | null;
}

function jobOf(row: JobRow): Job {
  const { file_sha256: sha256, file_name: name } = row;
  return {
    division: row.division,
    jobId: row.job_id,
    kind: row.kind,
    state: row.state,
    madeBy: row.made_by,
    requestHash: row.request_hash,
    parameters: row.parameters,
    file: sha256 === null || name === null ? null : { sha256, name },
    refusal: row.refusal,
    notes: row.notes,
    confirmedBy: row.confirmed_by,
    confirmKey: row.confirm_key,
    reason: row.reason,
    cancelledBy: row.cancelled_by,
    createdAt: row.created_at,
    previewedAt: row.previewed_at,
    confirmedAt: row.confirmed_at,
    finishedAt: row.finished_at,
  };
}

export async function readJob(store: Store, key: JobKey): Promise<Job | null> {
  return behindWall(store, key.division, (sql) => jobIn(sql, key));
}

async function jobIn(sql: Sql, { division, jobId }: JobKey): Promise<Job | null> {
  const [row] = await sql<JobRow[]>`select * from jobs where division = ${division} and job_id = ${jobId}`;
  return row === undefined ? null : jobOf(row);
}

const JOBS_A_PAGE = 50;

/** Those of these kinds, latest first; `after` is the `next` of the page before. */
export async function listJobs(
  store: Store,
  division: string,
  kinds: readonly string[],
  {
    kind,
    state,
    after,
    unit,
    department,
  }: {
    kind?: string | undefined;
    state?: string | undefined;
    after?: string | undefined;
    /** Only what somebody of this unit, of this department made. */
    unit?: string | undefined;
    department?: string | undefined;
  },
): Promise<{ jobs: Job[]; next: string | null }> {
  const [at, id] = after === undefined ? [null, null] : cursorParts(after);
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<JobRow[]>`
      select * from jobs where division = ${division} and kind = any(${[...kinds]})
        and (${kind ?? null}::text is null or kind = ${kind ?? null})
        and (${state ?? null}::text is null or state = ${state ?? null})
        and (${unit ?? null}::text is null or made_by->>'unit' = ${unit ?? null})
        and (${department ?? null}::text is null or made_by->>'department' = ${department ?? null})
        and (${at}::timestamptz is null or (created_at, job_id) < (${at}, ${id}))
      order by created_at desc, job_id desc limit ${JOBS_A_PAGE + 1}`,
  );
  const page = rows.slice(0, JOBS_A_PAGE).map(jobOf);
  const last = page.at(-1);
  const next = rows.length > JOBS_A_PAGE && last !== undefined ? cursorOf(last) : null;
  return { jobs: page, next };
}

const cursorOf = ({ createdAt, jobId }: Job): string =>
  Buffer.from(`${createdAt} ${jobId}`).toString('base64url');
function cursorParts(cursor: string): [string | null, string | null] {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  return Number.isNaN(Date.parse(at)) ? [null, null] : [at, id];
}

/** Keeps the first request of a key: the job that stands under it afterwards is answered. */
export async function keepJob(
  store: Store,
  request: JobKey & {
    kind: string;
    actor: Actor;
    requestHash: string;
    parameters: Json;
    file: JobFile | null;
  },
): Promise<Job> {
  const { division, jobId, kind, actor, requestHash, parameters, file } = request;
  return behindWall(store, division, async (sql) => {
    await sql`
      insert into jobs (division, job_id, kind, state, made_by, request_hash, parameters, file_sha256, file_name)
      values (${division}, ${jobId}, ${kind}, 'opened', ${asJson(sql, actor)}, ${requestHash}, ${asJson(sql, parameters)},
        ${file?.sha256 ?? null}, ${file?.name ?? null})
      on conflict (division, job_id) do nothing`;
    const job = await jobIn(sql, { division, jobId });
    if (job === null) throw new Error(`the job ${jobId} was not kept`);
    return job;
  });
}

/** From one of these states to another, with what belongs to it; null where the job stands elsewhere by now. */
export async function moveJob(
  store: Store,
  { division, jobId }: JobKey,
  from: readonly JobState[],
  to: JobState,
  more: (sql: Sql) => Record<string, unknown> = () => ({}),
): Promise<Job | null> {
  return behindWall(store, division, async (sql) => {
    const columns = { state: to, ...more(sql) };
    const [row] = await sql<JobRow[]>`
      update jobs set ${sql(columns as never)} where division = ${division} and job_id = ${jobId} and state in ${sql([...from])}
      returning *`;
    return row === undefined ? null : jobOf(row);
  });
}

/** From one of these states to its cancellation; nobody's contact stays in a job that will never keep it. */
export async function cancelJobRow(
  store: Store,
  key: JobKey,
  from: readonly JobState[],
  by: string,
): Promise<Job | null> {
  const { division, jobId } = key;
  return behindWall(store, division, async (sql) => {
    const [row] = await sql<JobRow[]>`
      update jobs set state = 'cancelled', cancelled_by = ${by}, finished_at = clock_timestamp()
      where division = ${division} and job_id = ${jobId} and state in ${sql([...from])} returning *`;
    if (row === undefined) return null;
    await sql`update job_items set contact = null where division = ${division} and job_id = ${jobId} and contact is not null`;
    return jobOf(row);
  });
}

const ITEMS_AT_ONCE = 1_000;

/** The whole preview at once: begun anew after a kill it replaces what was there. */
export async function keepPreview(
  store: Store,
  { division, jobId }: JobKey,
  items: readonly Item[],
  notes: readonly Words[],
): Promise<Job | null> {
  return behindWall(store, division, async (sql) => {
    await sql`delete from job_items where division = ${division} and job_id = ${jobId}`;
    for (let at = 0; at < items.length; at += ITEMS_AT_ONCE) {
      const rows = items.slice(at, at + ITEMS_AT_ONCE).map((item) => itemRow(sql, { division, jobId }, item));
      await sql`insert into job_items ${sql(rows as never)}`;
    }
    const [row] = await sql<JobRow[]>`
      update jobs set state = 'previewed', previewed_at = clock_timestamp(), notes = ${asJson(sql, notes)}
      where division = ${division} and job_id = ${jobId} and state = 'opened' returning *`;
    return row === undefined ? null : jobOf(row);
  });
}

function itemRow(sql: Sql, { division, jobId }: JobKey, item: Item) {
  const { row, key, what, state, stroke, stream, piece, contact, faults, result, detail } = item;
  const todo = state === 'ok';
  return {
    division,
    job_id: jobId,
    row,
    key,
    what: asJson(sql, what),
    state,
    stroke,
    stream,
    piece: todo && piece !== null ? asJson(sql, piece) : null,
    contact: todo && contact !== undefined ? asJson(sql, contact) : null,
    faults: asJson(sql, faults),
    result: result === null ? null : asJson(sql, result),
    detail: detail === null ? null : asJson(sql, detail),
  };
}

export async function countItems(store: Store, { division, jobId }: JobKey): Promise<JobCounts> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<{ state: ItemState; count: bigint }[]>`
      select state, count(*) as count from job_items where division = ${division} and job_id = ${jobId} group by state`,
  );
  const counts = { fault: 0, untouched: 0, ok: 0, done: 0, refused: 0 };
  for (const { state, count } of rows) counts[state] = Number(count);
  return counts;
}

const ITEMS_A_PAGE = 200;
export type ShownItem = Pick<
  Item,
  'row' | 'key' | 'what' | 'state' | 'stream' | 'faults' | 'result' | 'detail'
>;

/** By row; `after` is the last row of the page before. What is on its way to the table of persons is not shown. */
export async function listItems(
  store: Store,
  { division, jobId }: JobKey,
  {
    state,
    after = -1,
    limit = ITEMS_A_PAGE,
  }: { state?: ItemState | undefined; after?: number; limit?: number },
): Promise<{ items: ShownItem[]; next: number | null }> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<ShownItem[]>`
      select row, key, what, state, stream, faults, result, detail from job_items
      where division = ${division} and job_id = ${jobId} and row > ${after}
        and (${state ?? null}::text is null or state = ${state ?? null})
      order by row limit ${limit + 1}`,
  );
  const items = rows.slice(0, limit).map((row) => ({ ...row }));
  return { items, next: rows.length > limit ? (items.at(-1)?.row ?? null) : null };
}

/** The next strokes that still have something to do, each whole. */
export async function nextStrokes(
  store: Store,
  { division, jobId }: JobKey,
  limit: number,
): Promise<Item[][]> {
  const rows = await behindWall(
    store,
    division,
    (sql) => sql<(Omit<Item, 'contact'> & { contact: Item['contact'] | null })[]>`
      select row, key, what, state, stream, piece, contact, faults, result, detail, stroke from job_items
      where division = ${division} and job_id = ${jobId} and state = 'ok' and stroke in (
        select distinct stroke from job_items
        where division = ${division} and job_id = ${jobId} and state = 'ok' order by stroke limit ${limit})
      order by stroke, row`,
  );
  const strokes = new Map<number, Item[]>();
  for (const { contact, ...row } of rows) {
    const item: Item =
      contact === null ? { ...row } : { ...row, contact: contact as NonNullable<Item['contact']> };
    strokes.set(row.stroke ?? 0, [...(strokes.get(row.stroke ?? 0) ?? []), item]);
  }
  return [...strokes.values()];
}

export type Settled = Pick<Item, 'row' | 'state' | 'faults' | 'result'>;

/** Keeps how items ended. A person's contact leaves the job with it. */
export async function settleItems(
  store: Store,
  { division, jobId }: JobKey,
  settled: readonly Settled[],
): Promise<void> {
  if (settled.length === 0) return;
  await behindWall(
    store,
    division,
    (sql) => sql`
      update job_items set state = given.state, faults = given.faults, result = given.result, piece = null, contact = null
      from json_to_recordset(${asJson(sql, settled)}) as given (row integer, state text, faults json, result json)
      where division = ${division} and job_id = ${jobId} and job_items.row = given.row and job_items.state = 'ok'`,
  );
}

/** Jobs that are not at an end: each must have a run. */
export async function unfinishedJobs(store: Store, division?: string): Promise<JobKey[]> {
  const rows = await behindWall(
    store,
    division ?? '*',
    (sql) => sql<JobKey[]>`
      select division, job_id as "jobId" from jobs where state in ('opened', 'previewed', 'confirmed', 'running') order by created_at`,
  );
  return rows.map((row) => ({ ...row }));
}
