import type { Instant } from '@quancheng/kernel';
import type { ExecuteAnswer, StreamAnswer, WireCommand } from './wire.ts';

/** Short local work of a stream's run: one transaction each. */
export interface StreamActivities {
  /** The stream as the store has it now; begins a stream that is not there yet at version 0. */
  resume(input: { stream: string; now: Instant }): Promise<StreamAnswer>;
  /** Decides, appends, projects, answers. A refusal is an answer; only infrastructure throws, and is tried again without limit. */
  execute(input: {
    stream: string;
    command: WireCommand;
    receivedAt: Instant;
    knownVersion: number;
    now: Instant;
  }): Promise<ExecuteAnswer>;
  /** Takes what other streams owe this one, in order, and answers each in the same transaction. */
  receive(input: { stream: string; knownVersion: number; now: Instant }): Promise<StreamAnswer>;
  /** Records what time has brought: timers, the latest reminder, a lapse. */
  tick(input: { stream: string; knownVersion: number; now: Instant }): Promise<StreamAnswer>;
}

/** Work that reaches other streams. */
export interface OutwardActivities {
  /** Tells the streams that this one owes something that there is mail for them; each takes it by itself. */
  announce(input: { stream: string }): Promise<{ told: number }>;
}

export interface ClockMove {
  readonly division: string;
  readonly to: Instant;
  readonly by: string;
}

/** Moves a training division's business clock. */
export interface ClockActivities {
  /**
   * One step towards `to`: stops at the next instant for which some stream waits, wakes those streams, and answers when
   * nothing is left to carry between streams. `done` when the clock stands at `to`.
   */
  stepClock(move: ClockMove): Promise<{ at: Instant; woken: number; done: boolean }>;
}
