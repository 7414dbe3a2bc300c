import { ApiClient, type Post } from '../client/client.ts';
import { type Audit, auditDivision } from './audit/audit.ts';
import type { KafkaPlace, Published } from './audit/published.ts';
import type { Stored } from './audit/stored.ts';
import { auditor } from './cast.ts';
import { runTimeline } from './runner.ts';
import type { Step } from './story/step.ts';
import { type Row, rowsOf, type Totals, totalsOf } from './summary.ts';

export interface Rehearsal {
  readonly division: string;
  readonly commands: number;
  readonly seconds: number;
  readonly rows: readonly Row[];
  readonly totals: Totals;
  readonly audit: Audit;
}

export interface RehearsalPlan {
  readonly api: string;
  readonly division: string;
  readonly kafka: KafkaPlace;
  /** What is played; the small cast's year when absent. */
  readonly timeline?: readonly Step[];
  readonly onStep?: (step: Step, commands: number) => void;
}

export interface Rehearsed {
  readonly rehearsal: Rehearsal;
  /** What table and audit were made from. */
  readonly events: readonly Stored[];
  readonly published: readonly Published[];
  /** Ids of the events that the API has acknowledged. */
  readonly acknowledged: readonly string[];
}

/** The whole rehearsal: the timeline, the table, the audit. */
export async function rehearse(plan: RehearsalPlan): Promise<Rehearsed> {
  const since = performance.now();
  const api = new ApiClient(plan.api);
  const { division, timeline, onStep } = plan;
  const { commands } = await runTimeline({
    api,
    division,
    ...(timeline === undefined ? {} : { timeline }),
    ...(onStep === undefined ? {} : { onStep }),
  });
  const { audit, files, events, published } = await auditDivision(api, division, plan.kafka);
  const rows = rowsOf(files, events, plan.api);
  const rehearsal = {
    division,
    commands,
    seconds: Math.round((performance.now() - since) / 100) / 10,
    rows,
    totals: totalsOf(files, rows, events),
    audit,
  };
  return { rehearsal, events, published, acknowledged: api.acknowledged };
}

const FIRST = 1;
const LAST = 999;
const DISTRICT = '330211';

/** `330211` and three digits of the seed. The same seed is the same division: its rehearsal is taken up again. */
export const divisionOf = (seed: number): string =>
  `${DISTRICT}${String(((((seed - FIRST) % LAST) + LAST) % LAST) + FIRST).padStart(3, '0')}`;

/** The first division of the district in which no clock was ever moved. */
export async function freeDivision(apiUrl: string): Promise<string> {
  const api = new ApiClient(apiUrl);
  for (let seed = FIRST; seed <= LAST; seed++) {
    const post: Post = { ...auditor, division: divisionOf(seed) };
    const { body } = await api.get<{ stands?: boolean }>(post, '/api/clock');
    if (body.stands === false) return post.division;
  }
  throw new Error(`all ${LAST} divisions of ${DISTRICT} were used: begin with fresh data`);
}
