import { type Finding, type Meaning, MEANINGS } from '../rehearsal/audit/difference.ts';
import type { Fault, Round } from './plan.ts';
import type { Played } from './round.ts';

const WORDS: Readonly<Record<Meaning, string>> = {
  lost: '丢失 lost',
  twice: '重复 twice',
  stuck: '停滞 stuck',
  wrong: '不符 wrong',
};

/** `kill-api@12+40ms`: after step 12, 40 ms into the next; `×2000ms` where it lasts. */
const told = ({ kind, afterStep, afterMs, lastsMs }: Fault): string =>
  `${kind}@${afterStep}+${afterMs}ms${lastsMs === 0 ? '' : `×${lastsMs}ms`}`;

const faultsOf = ({ faults }: { readonly faults: readonly Fault[] }): string => faults.map(told).join(' ');

export const plannedLine = (round: Round): string =>
  `  第 ${round.number} 轮 round ${round.number}: ${faultsOf(round)}`;

export const countsOf = (findings: readonly Finding[]): Readonly<Record<Meaning, number>> =>
  Object.fromEntries(
    MEANINGS.map((meaning) => [meaning, findings.filter((one) => one.meaning === meaning).length]),
  ) as Record<Meaning, number>;

const countsText = (findings: readonly Finding[]): string => {
  const counts = countsOf(findings);
  return MEANINGS.map((meaning) => `${WORDS[meaning]} ${counts[meaning]}`).join('，');
};

export function playedLines({
  round,
  division,
  faults,
  commands,
  acknowledged,
  seconds,
  findings,
}: Played): string {
  const mark = findings.length === 0 ? '✓' : '✗';
  return [
    `${mark} 第 ${round} 轮 round ${round}（${division}）：故障 faults ${faults.length}，办理 commands ${commands}，已答复事件 acknowledged ${acknowledged}，用时 ${seconds} s；${countsText(findings)}`,
    ...findings.map(
      ({ meaning, where, expected, found }) =>
        `    ${WORDS[meaning]}: ${where}: expected ${expected}, found ${found}`,
    ),
  ].join('\n');
}

export function closingLines(played: readonly Played[], seed: number): string {
  const sum = (of: (one: Played) => number) => played.reduce((total, one) => total + of(one), 0);
  const befell = Map.groupBy(
    played.flatMap(({ faults }) => faults),
    ({ kind }) => kind,
  );
  const bad = played.filter(({ findings }) => findings.length > 0).map(({ round }) => round);
  return [
    `种子 seed ${seed}：${played.length} 轮 rounds，故障 faults ${sum(({ faults }) => faults.length)}（${[...befell].map(([kind, of]) => `${kind} ${of.length}`).join('，')}）`,
    `办理 commands ${sum(({ commands }) => commands)}，已答复事件 acknowledged ${sum(({ acknowledged }) => acknowledged)}，用时 ${Math.round(sum(({ seconds }) => seconds))} s；${countsText(played.flatMap(({ findings }) => findings))}`,
    ...(bad.length === 0
      ? []
      : [`重演 replay: npm run faults -- --seed ${seed} --rounds ${played.length} --round ${bad[0]}`]),
  ].join('\n');
}
