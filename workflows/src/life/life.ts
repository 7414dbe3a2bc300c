import type { AggregateName } from '@quancheng/domain';
import { epochOf, instantFromEpoch } from '@quancheng/kernel';
import {
  COMMAND_UPDATE,
  type CommandAnswer,
  type CommandInput,
  KNOWN_QUERY,
  type KnownByRun,
  MAIL_SIGNAL,
  NUDGE_UPDATE,
  type StreamAnswer,
  type StreamInput,
  type WireEvent,
} from '@quancheng/ports';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { oneAtATime } from './mutex.ts';
import { tellOperators } from './operators.ts';
import { answerQueries } from './queries.ts';
import { notACommand, refused } from './refused.ts';
import { outward, store } from './store.ts';

/** A stream's run as its process reads it: where it stands, and how to wait there. */
export interface Life {
  /** Waits while the stream stands at one of these stages; returns at once when it does not. */
  whileAt(...stages: readonly string[]): Promise<void>;
  /** After the last stage: false when the file is closed and nothing is left to do, true to read on from the top. */
  goesOn(): Promise<boolean>;
}

/** Histories stay small: a run hands over to the next well before the server's limit of 51,200 events. */
const HISTORY_EVENTS_PER_RUN = 2_000;

const now = () => instantFromEpoch(Date.now());

/**
 * Registers every handler before anything is awaited: the server refuses Updates to a run without them. An Update that
 * waited for this run comes before the run's own first look at the store, whose answer it makes unnecessary.
 */
export function openLife(name: AggregateName, { stream }: StreamInput): Life {
  const run = new Run(stream);
  setHandler(defineUpdate<CommandAnswer, [CommandInput]>(COMMAND_UPDATE), (input) => run.execute(input), {
    validator: (input) => {
      const fault = notACommand(input);
      if (fault !== null) throw refused(fault);
    },
  });
  setHandler(defineUpdate<number>(NUDGE_UPDATE), () => run.nudge());
  setHandler(defineSignal(MAIL_SIGNAL), () => run.mailCame());
  setHandler(defineQuery<KnownByRun>(KNOWN_QUERY), () => run.known());
  answerQueries(name, () => run.events);
  run.begin();
  return run;
}

class Run implements Life {
  readonly stream: string;
  /** What this run has learnt, for queries only. */
  readonly events: WireEvent[] = [];
  private readonly exclusively = oneAtATime();
  /** The last recorded answer of the store: the only thing this run branches on. */
  private answer: StreamAnswer | null = null;
  /** Errands of this run: facts to be announced to other streams, and mail to be taken. */
  private readonly announcing: Errand = { wanted: false, underWay: false };
  private readonly receiving: Errand = { wanted: false, underWay: false };
  private waited = false;

  constructor(stream: string) {
    this.stream = stream;
  }

  begin(): void {
    void this.exclusively(async () => this.learn(await store.resume({ stream: this.stream, now: now() })));
    void this.keepTheClock();
    // Outside the lock: two streams that owe each other something must not wait for each other.
    void runErrands(this.announcing, () => outward.announce({ stream: this.stream }));
    void runErrands(this.receiving, () => this.exclusively(() => this.receive()));
  }

  mailCame(): void {
    this.receiving.wanted = true;
  }

  known(): KnownByRun {
    const version = this.answer?.version ?? 0;
    return { version, eventId: this.events[version - 1]?.eventId ?? null };
  }

  async execute({ command, receivedAt }: CommandInput): Promise<CommandAnswer> {
    return await this.exclusively(async () => {
      const answer = await store.execute({
        stream: this.stream,
        command,
        receivedAt,
        knownVersion: this.answer?.version ?? 0,
        now: now(),
      });
      this.learn(answer);
      if (answer.result.outcome === 'refused') throw refused(answer.result.refusal);
      return answer.result;
    });
  }

  async nudge(): Promise<number> {
    return await this.exclusively(() => this.tick());
  }

  async whileAt(...stages: readonly string[]): Promise<void> {
    const here = () => this.answer === null || stages.includes(this.answer.stage);
    while (here()) {
      if (this.answer !== null) this.waited = true;
      await condition(() => !here() || isLong());
      if (here()) await this.handOver();
    }
  }

  async goesOn(): Promise<boolean> {
    await condition(() => this.answer !== null);
    const version = this.answer?.version;
    if (!this.answer?.closed) {
      // A stage that no part of the process waits at must not spin: then the next fact is waited for.
      if (!this.waited) await condition(() => this.answer?.version !== version || isLong());
      if (isLong()) await this.handOver();
      this.waited = false;
      return true;
    }
    await condition(() => !this.answer?.closed || (allHandlersFinished() && this.isIdle()));
    return !this.answer?.closed;
  }

  private learn(answer: StreamAnswer): void {
    const before = this.answer;
    this.answer = answer;
    // Told again from an earlier version on, the store was put back: what this run knew beyond it is no part of the record.
    this.events.length = Math.min(this.events.length, (answer.events[0]?.version ?? Infinity) - 1);
    this.events.push(...answer.events);
    if (answer.owes > 0) this.announcing.wanted = true;
    if (answer.moreMail) this.receiving.wanted = true;
    tellOperators(before, answer);
  }

  private async tick(): Promise<number> {
    const knownVersion = this.answer?.version ?? 0;
    this.learn(await store.tick({ stream: this.stream, knownVersion, now: now() }));
    return this.answer?.version ?? 0;
  }

  /** The one clock of every stream: sleeps to the recorded instant, then lets the store record what time has brought. */
  private async keepTheClock(): Promise<void> {
    await condition(() => this.answer !== null);
    for (;;) {
      const wakeAt = this.answer?.wakeAt ?? null;
      const stands = this.answer?.clockStands ?? false;
      const changed = () => this.answer?.wakeAt !== wakeAt || this.answer?.clockStands !== stands;
      if (wakeAt === null || stands) await condition(changed);
      else if (!(await condition(changed, Math.max(1, epochOf(wakeAt) - Date.now())))) {
        await this.exclusively(() => this.tick());
      }
    }
  }

  private async receive(): Promise<void> {
    const knownVersion = this.answer?.version ?? 0;
    this.learn(await store.receive({ stream: this.stream, knownVersion, now: now() }));
  }

  private isIdle(): boolean {
    return [this.announcing, this.receiving].every(({ wanted, underWay }) => !wanted && !underWay);
  }

  private async handOver(): Promise<void> {
    // What is still wanted then is found again by the next run's first look at the store.
    await condition(() => allHandlersFinished() && !this.announcing.underWay && !this.receiving.underWay);
    await continueAsNew<(input: StreamInput) => Promise<void>>({ stream: this.stream });
  }
}

interface Errand {
  wanted: boolean;
  underWay: boolean;
}

/** Runs an errand whenever it is wanted; wished for again meanwhile, it runs once more. */
async function runErrands(errand: Errand, work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    await condition(() => errand.wanted);
    errand.wanted = false;
    errand.underWay = true;
    await work();
    errand.underWay = false;
  }
}

const isLong = (): boolean => {
  const info = workflowInfo();
  return info.continueAsNewSuggested || info.historyLength > HISTORY_EVENTS_PER_RUN;
};
