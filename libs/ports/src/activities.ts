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
  /** Records what time has brought: timers, the latest reminder, a lapse. */
  tick(input: { stream: string; knownVersion: number; now: Instant }): Promise<StreamAnswer>;
}

/** Slow work, outside the run's own transaction. */
export interface OutwardActivities {
  /** Carries the stream's pending follow-ups to their streams, in order for each target; a refusal there is kept as the answer. */
  deliverFollowUps(input: { stream: string }): Promise<{ delivered: number }>;
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
