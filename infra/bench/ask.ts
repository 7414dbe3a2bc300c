import { spawn } from 'node:child_process';
import path from 'node:path';
import { randomFrom } from './chance.ts';
import { type Figures, figuresOf } from './figures.ts';

const LINES = 10_000;
const ROUNDS = 3;
const SCRIPT = path.resolve(import.meta.dirname, '../start/quancheng.ts');
/** Reads and writes the same lines and asks nobody: what starting, JSON and two pipes cost by themselves. */
const ECHO = `let rest='';for await(const c of process.stdin){const l=(rest+c).split('\\n');rest=l.pop();for(const x of l)process.stdout.write(JSON.stringify(JSON.parse(x))+'\\n')}`;

/** Ten thousand questions of each kind through the command line, from its start to its last answer. */
export async function benchAsk({ seed }: { seed: number }): Promise<Figures[]> {
  const figures: Figures[] = [];
  for (const [name, line] of Object.entries(QUESTIONS)) {
    const chance = randomFrom(seed);
    const input = Array.from({ length: LINES }, () => `${JSON.stringify(line(chance))}\n`).join('');
    const rounds: { ours: number; peer: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const ours = await seconds([SCRIPT, name, '--batch'], input);
      const peer = await seconds(['--input-type=module', '-e', ECHO], input);
      rounds.push({ ours, peer });
    }
    figures.push(
      figuresOf({ bench: `ask ${name}`, unit: 's', rounds, load: { lines: LINES }, versions: {}, seed }),
    );
  }
  return figures;
}

type Chance = ReturnType<typeof randomFrom>;
const upTo = (chance: Chance, most: number) => Math.floor(chance() * most);

const QUESTIONS: Readonly<Record<string, (chance: Chance) => object>> = {
  deadline: (chance) => ({
    start: `20${10 + upTo(chance, 16)}-0${1 + upTo(chance, 9)}-${10 + upTo(chance, 19)}`,
    ...(chance() < 0.5 ? { months: upTo(chance, 12) } : { workingDays: upTo(chance, 30) }),
  }),
  threshold: (chance) => ({
    kind: chance() < 0.5 ? 'new' : 'recurrent',
    amount: `${upTo(chance, 10_000_000)}.00`,
    year: 2014,
  }),
  target: (chance) => ({
    text: ['≥50个', '95%以上', '2022年12月底前', '超13万元', '1次/月', '效果明显'][upTo(chance, 6)],
  }),
  light: (chance) => ({
    target: '100',
    actual: `${upTo(chance, 130)}.5`,
    month: 1 + upTo(chance, 12),
  }),
  grade: (chance) => ({ score: `${upTo(chance, 100)}.5`, edition: 'national-2020' }),
  capitals: (chance) => ({ amount: `${upTo(chance, 1_000_000_000)}.05` }),
};

/** Fails where a line was left unanswered: a figure for half the work would be no figure. */
function seconds(words: readonly string[], input: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    let lines = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) lines += 1;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const took = (performance.now() - started) / 1000;
      if (code === 0 && lines === LINES) resolve(took);
      else reject(new Error(`${lines} of ${LINES} answered, exit ${code}`));
    });
    child.stdin.end(input);
  });
}
