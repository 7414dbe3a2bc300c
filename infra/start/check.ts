import { existsSync } from 'node:fs';
import path from 'node:path';
import { type CommandResult, runCommand } from './process.ts';
import { createReport } from './report.ts';
import { ROOT } from './settings.ts';
import { Fault, printError } from './words.ts';

const BOUNDARIES = 'test/architecture/rooms.spec.ts';

const bin = (name: string): string => path.join(ROOT, 'node_modules/.bin', name);

interface Check {
  readonly name: string;
  readonly run: () => Promise<CommandResult>;
}

const inRoot = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
  runCommand(command, args, { cwd: ROOT, env: { ...env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } });

/** Types, lint with format, and the directions of imports. With --fix what can be mended by itself is mended. */
const checks = (fix: boolean): Check[] => [
  {
    name: '类型 / types',
    run: () => inRoot(bin('tsc'), ['--noEmit', '--pretty', 'false', '-p', 'tsconfig.json']),
  },
  {
    name: '页面的类型 / types of the pages',
    run: () => inRoot(bin('tsc'), ['--noEmit', '--pretty', 'false', '-p', 'apps/console/tsconfig.json']),
  },
  {
    name: '规则与格式 / lint and format',
    run: () =>
      inRoot(bin('biome'), [
        'check',
        '--error-on-warnings',
        '--diagnostic-level=warn',
        '--max-diagnostics=200',
        ...(fix ? ['--write'] : []),
      ]),
  },
  ...(existsSync(path.join(ROOT, BOUNDARIES))
    ? [{ name: '房间的方向 / directions of imports', run: boundaries }]
    : []),
];

/** The imports are read by a spec, so that the table of who may import whom stands in one place. */
const boundaries = () =>
  inRoot(
    process.execPath,
    [path.join(ROOT, 'node_modules/jest/bin/jest.js'), '--silent', '--runTestsByPath', BOUNDARIES],
    {
      ...process.env,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  );

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== '--fix');
  if (unknown.length > 0) throw new Fault(`没有这个选项：${unknown.join(' ')}`, 'The only option is --fix.');
  const report = createReport();
  const failed: string[] = [];
  const outputs = await Promise.all(
    checks(args.includes('--fix')).map(async ({ name, run }) => {
      const { code, stdout, stderr } = await report.step(name, run);
      if (code === 0) return '';
      failed.push(name);
      return `\n── ${name} ──\n${stdout.trim()}\n${stderr.trim()}\n`;
    }),
  );
  process.stdout.write(outputs.join(''));
  process.stdout.write(
    failed.length === 0
      ? '\n检查通过 / the check passes\n'
      : `\n检查未通过 / the check fails: ${failed.join('; ')}\n`,
  );
  return failed.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    printError(error);
    process.exit(1);
  },
);
