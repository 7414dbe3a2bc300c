import { parseArgs } from 'node:util';
import { benchCommand } from '../bench/command.ts';
import { createReport } from './report.ts';
import { Fault, printError } from './words.ts';

const report = createReport(process.stderr);

/** Each bench ends with one line of JSON on the standard output. */
const BENCHES: Readonly<Record<string, (seed: number) => Promise<unknown>>> = {
  command: (seed) => benchCommand({ seed, report }),
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
  process.stdout.write(`${JSON.stringify(await bench(Number(values.seed)))}\n`);
}

main().then(
  () => process.exit(0),
  (error) => {
    printError(error);
    process.exit(1);
  },
);
