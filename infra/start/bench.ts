import { parseArgs } from 'node:util';
import { benchAppendOnOwnServer } from '../bench/append-with-servers.ts';
import { benchAsk } from '../bench/ask.ts';
import { benchCommand } from '../bench/command.ts';
import type { Figures } from '../bench/figures.ts';
import { benchImport } from '../bench/import.ts';
import { benchPapers } from '../bench/papers.ts';
import { createReport } from './report.ts';
import { Fault, printError } from './words.ts';

const report = createReport(process.stderr);

/** Each bench ends with a line of JSON on the standard output; lines before it show the same under another load. */
const BENCHES: Readonly<Record<string, (seed: number) => Promise<Figures[]>>> = {
  ask: (seed) => benchAsk({ seed }),
  append: (seed) => benchAppendOnOwnServer(seed),
  command: async (seed) => [await benchCommand({ seed, report })],
  import: (seed) => benchImport({ seed, report }),
  papers: (seed) => benchPapers({ seed, report }),
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' } },
  });
  const bench = BENCHES[positionals[0] ?? ''];
  if (bench === undefined) {
    const known = Object.keys(BENCHES).join(', ');
    throw new Fault(`请写明要测什么：${known}`, `Say what to measure: npm run bench -- ${known}`);
  }
  for (const figures of await bench(Number(values.seed)))
    process.stdout.write(`${JSON.stringify(figures)}\n`);
}

main().then(
  () => process.exit(0),
  (error) => {
    printError(error);
    process.exit(1);
  },
);
