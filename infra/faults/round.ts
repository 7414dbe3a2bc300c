import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '@quancheng/event-store';
import { Client, Connection } from '@temporalio/client';
import { ApiClient } from '../client/client.ts';
import { type Finding, finding } from '../rehearsal/audit/difference.ts';
import { auditThreeWays } from '../rehearsal/audit/three-way.ts';
import { divisionOf } from '../rehearsal/rehearse.ts';
import { runTimeline } from '../rehearsal/runner.ts';
import type { ProcessName } from '../start/temporary.ts';
import { inflict, type Victim } from './inflict.ts';
import type { Fault, Round } from './plan.ts';

export interface Played {
  readonly round: number;
  readonly division: string;
  readonly faults: readonly Fault[];
  /** How many commands the API answered, and how many events it promised to keep. */
  readonly commands: number;
  readonly acknowledged: number;
  readonly seconds: number;
  readonly findings: readonly Finding[];
}

/** One rehearsal in a division of its own, with the round's faults in its middle, and the audit of what is left. */
export async function playRound(victim: Victim, round: Round): Promise<Played> {
  const since = performance.now();
  const division = divisionOf(round.number);
  const api = new ApiClient(victim.stack.apiUrl);
  const halted = await rehearseUnder(victim, round, { api, division });
  await allAtWork(victim);
  // An audit that cannot be made to its end is a finding, too: something does not come on.
  const found = await audited(victim, api, division).catch((error: unknown) => [
    finding('stuck', { where: 'audit', expected: 'an answer of every server', found: String(error) }),
  ]);
  const findings = [...halted.findings, ...found];
  return {
    round: round.number,
    division,
    faults: round.faults,
    commands: halted.commands,
    acknowledged: api.acknowledged.length,
    seconds: Math.round((performance.now() - since) / 100) / 10,
    findings,
  };
}

/** Answers when the story is at its end and the last fault is over. A story that halts is a finding, not the end of the run. */
async function rehearseUnder(
  victim: Victim,
  round: Round,
  { api, division }: { api: ApiClient; division: string },
): Promise<{ commands: number; findings: Finding[] }> {
  const underWay: Promise<void>[] = [];
  let steps = 0;
  let commands = 0;
  const onStep = (_step: unknown, sent: number) => {
    steps += 1;
    commands += sent;
    const due = round.faults.filter(({ afterStep }) => afterStep === steps);
    underWay.push(...due.map((fault) => inflict(victim, fault)));
  };
  const findings: Finding[] = [];
  await runTimeline({ api, division, onStep }).catch((error: unknown) =>
    findings.push(
      finding('stuck', { where: `step ${steps + 1}`, expected: 'to go on', found: String(error) }),
    ),
  );
  await Promise.all(underWay);
  return { commands, findings };
}

const PROCESSES: readonly ProcessName[] = [
  'postgres',
  'temporal',
  'kafka',
  'worker',
  'relay',
  'reporting',
  'api',
];
const LOOK_AGAIN_MS = 100;

/** Each process ready again after its last start. */
async function allAtWork({ stack }: Victim): Promise<void> {
  while (PROCESSES.some((name) => stack.pidOf(name) === undefined)) await pause(LOOK_AGAIN_MS);
}

async function audited({ stack }: Victim, api: ApiClient, division: string): Promise<Finding[]> {
  const { addresses, settings } = stack;
  const connection = await Connection.connect({ address: addresses.temporal });
  const store = openStore(addresses.database, { max: 4, name: 'quancheng-audit' });
  const client = new Client({ connection, namespace: settings.temporalNamespace });
  try {
    const topicPrefix = settings.handedOn.KAFKA_TOPIC_PREFIX ?? 'quancheng';
    const kafka = { brokers: addresses.kafka, topicPrefix };
    return await auditThreeWays({ api, division, kafka, store, client });
  } finally {
    await Promise.allSettled([store.end(), connection.close()]);
  }
}
