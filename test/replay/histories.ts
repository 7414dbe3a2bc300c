import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { workflowIdOf } from '@quancheng/ports';
import type { Client } from '@temporalio/client';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';

const FOLDER = path.join(import.meta.dirname, 'histories');

export interface RecordedHistory {
  /** `<aggregate>.<what it went through>.<number>` */
  readonly name: string;
  readonly history: ReturnType<typeof historyFromJSON>;
}

/** Everything ever recorded: each release replays it, so nothing here is deleted or rewritten. */
export function recordedHistories(): RecordedHistory[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      history: historyFromJSON(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'))),
    }));
}

/** Writes the history of a stream's latest run under a name that is still free. */
export async function recordHistory(client: Client, stream: string, name: string): Promise<string> {
  const history = await client.workflow.getHandle(workflowIdOf(stream)).fetchHistory();
  mkdirSync(FOLDER, { recursive: true });
  for (let number = 1; ; number++) {
    const file = path.join(FOLDER, `${name}.${number}.json`);
    if (existsSync(file)) continue;
    writeFileSync(file, `${historyToJSON(history)}\n`);
    return file;
  }
}
