import type { Ask } from '../ask/ask.ts';
import { ASKS } from '../ask/asks.ts';
import { readCall } from '../ask/call.ts';
import { answerBatch, answerOne } from '../ask/run.ts';
import { usage } from './usage.ts';
import { printError } from './words.ts';

/** How a command ends: see the table in the operations guide. */
const GOOD = 0;
const FAULTY = 1;
const USED_WRONGLY = 2;

async function main(): Promise<number> {
  const [name = '--help', ...words] = process.argv.slice(2);
  if (name === '--help' || words.includes('--help')) {
    process.stdout.write(`${usage(ASKS)}\n`);
    return GOOD;
  }
  const ask = Object.hasOwn(ASKS, name) ? ASKS[name] : undefined;
  if (ask !== undefined) return await answer(name, ask, words);
  // Only administration needs servers, and the packages that speak to them.
  const { administer } = await import('./administration.ts');
  const outcome = await administer(name, words);
  if (outcome === undefined) return wronglyUsed(`没有这个命令：${name} / there is no such command`);
  process.stdout.write(`${JSON.stringify(outcome.answer)}\n`);
  return outcome.good ? GOOD : FAULTY;
}

async function answer(name: string, ask: Ask, words: readonly string[]): Promise<number> {
  const call = readCall(ask, words);
  if (call === undefined) return wronglyUsed(`用法 / usage: ${name} ${ask.usage} | ${name} --batch`);
  if (call.how === 'batch') return await answerBatch(ask, process.stdin, process.stdout);
  const { line, good } = await answerOne(ask, call.given);
  process.stdout.write(`${line}\n`);
  return good ? GOOD : FAULTY;
}

function wronglyUsed(line: string): number {
  process.stderr.write(`✗ ${line}\n${usage(ASKS)}\n`);
  return USED_WRONGLY;
}

// Whoever reads the answers may stop reading: that is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(GOOD);
  throw fault;
});

main().then(
  (code) => {
    // Not exit(): what is still on its way to a pipe would be cut off.
    process.exitCode = code;
  },
  (error) => {
    printError(error);
    process.exit(FAULTY);
  },
);
