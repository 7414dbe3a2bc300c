import { parseArgs } from 'node:util';
import { type PlanWish, planOf, type Round } from '../faults/plan.ts';
import { closingLines, countsOf, plannedLine, playedLines } from '../faults/print.ts';
import type { Played } from '../faults/round.ts';
import { playFaults } from '../faults/run.ts';
import { timeline } from '../rehearsal/timeline.ts';
import { closeDown, Interrupted, stopRemaining } from './process.ts';
import { createReport } from './report.ts';
import { Fault, printError } from './words.ts';

const USAGE = `npm run faults [-- 选项 options]
  --rounds N          演练几轮，默认 20 / how many rehearsals, 20 by default
  --seed S            计划由种子决定，默认 1 / the plan follows from the seed, 1 by default
  --faults N          每轮几次故障，默认 6 / how many faults a round, 6 by default
  --round K           只重演第 K 轮 / plays round K alone again
  --wipe-temporal W   何时清空 Temporal：last（最后一轮，默认）、always、never / when all data of Temporal is deleted
  --plan              只打印计划 / prints the plan and ends
  --json              结果以 JSON 输出到标准输出 / the result as JSON on standard output`;

interface Choices extends Omit<PlanWish, 'steps'> {
  readonly round: number | undefined;
  readonly planOnly: boolean;
  readonly json: boolean;
}

function choices(): Choices {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: 'string', default: '20' },
        seed: { type: 'string', default: '1' },
        faults: { type: 'string', default: '6' },
        round: { type: 'string' },
        'wipe-temporal': { type: 'string', default: 'last' },
        plan: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const rounds = whole(values.rounds, 1, 500);
    return {
      rounds,
      seed: whole(values.seed, 0, 2 ** 32 - 1),
      faultsPerRound: whole(values.faults, 0, 100),
      round: values.round === undefined ? undefined : whole(values.round, 1, rounds),
      wipe: oneOf(['never', 'last', 'always'], values['wipe-temporal']),
      planOnly: values.plan,
      json: values.json,
    };
  } catch {
    throw new Fault(`选项不对：${process.argv.slice(2).join(' ')}`, `These options do not hold.\n${USAGE}`);
  }
}

function whole(text: string, lowest: number, highest: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < lowest || value > highest) throw new RangeError(text);
  return value;
}

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new RangeError(text);
  return found;
}

async function main(): Promise<number> {
  const { round: only, planOnly, json, ...wish } = choices();
  const report = createReport(json ? process.stderr : process.stdout);
  const plan = planOf({ ...wish, steps: timeline.length });
  const rounds = plan.filter(({ number }) => only === undefined || number === only);
  report.note(`计划 plan（种子 seed ${wish.seed}，时间线 ${timeline.length} 步 steps）：`);
  for (const round of rounds) report.note(plannedLine(round));
  if (planOnly) return 0;
  return await play(rounds, { seed: wish.seed, json, report });
}

async function play(
  rounds: readonly Round[],
  { seed, json, report }: { seed: number; json: boolean; report: ReturnType<typeof createReport> },
): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, closeDown);
  const played: Played[] = await playFaults({
    rounds,
    report,
    onRound: (one) => report.note(playedLines(one)),
  });
  report.note(`\n${closingLines(played, seed)}`);
  const findings = played.flatMap((one) => one.findings);
  if (json) process.stdout.write(`${JSON.stringify({ seed, counts: countsOf(findings), rounds: played })}\n`);
  return findings.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  async (error) => {
    await stopRemaining();
    if (error instanceof Interrupted) process.exit(130);
    printError(error);
    process.exit(1);
  },
);
