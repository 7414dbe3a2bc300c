import { existsSync, readFileSync } from 'node:fs';
import { isRefusal } from '@quancheng/kernel';
import { markPaper, readPaper } from './index.ts';

/** Reads one file, and gives it back marked where it can be read, in a process of its own; says how it went and what memory that took at most. */
const bytes = readFileSync(process.argv[2] ?? '');
const read = await readPaper(bytes);
const marked = isRefusal(read) ? read : await markPaper(bytes, read.faults);
const outcome = isRefusal(read) ? read.code : isRefusal(marked) ? marked.code : 'read';
process.stdout.write(JSON.stringify({ outcome, megabytes: peakMegabytes() }));

/** Linux counts the memory of the parent process into the figure that Node knows. */
function peakMegabytes(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return Number(own ?? process.resourceUsage().maxRSS) / 1024;
}
