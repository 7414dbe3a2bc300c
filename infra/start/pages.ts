import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * The folder of the built pages, below `folder`. In a process of its own: the bundler's memory goes with it, and its native part does
 * not know the module world of a test.
 */
export async function builtPages(folder: string): Promise<string> {
  const script = `console.log(await (await import('@quancheng/console/build')).builtConsole(${JSON.stringify(folder)}))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    env: { PATH: process.env.PATH },
  });
  return stdout.trim();
}
