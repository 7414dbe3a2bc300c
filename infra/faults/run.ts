import type { Report } from '../start/report.ts';
import { temporaryStack } from '../start/temporary.ts';
import { openPassage, type Passage } from './passage.ts';
import type { Round } from './plan.ts';
import { type Played, playRound } from './round.ts';

export interface FaultsRun {
  readonly rounds: readonly Round[];
  readonly report: Report;
  readonly onRound?: (played: Played) => void;
}

/** Plays the rounds one after another on a stack of its own, whose API reaches Temporal by a way that can be cut. */
export async function playFaults({ rounds, report, onRound }: FaultsRun): Promise<Played[]> {
  const passages: Passage[] = [];
  const stack = await temporaryStack(report, {}, async ({ temporal }) => {
    const passage = await openPassage(temporal);
    passages.push(passage);
    return { api: { temporal: passage.address } };
  });
  const [passage] = passages as [Passage];
  try {
    const played: Played[] = [];
    for (const round of rounds) {
      const one = await playRound({ stack, passage }, round);
      onRound?.(one);
      played.push(one);
    }
    return played;
  } finally {
    await stack.stop();
    await passage.close();
  }
}
