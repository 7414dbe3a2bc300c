import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Fault } from '../start/words.ts';

const file = z.object({ file: z.string(), sizeBytes: z.number(), sha256: z.string() });

/** What a backup holds, and by what each part of it is known again. Written last: a folder without it is no backup. */
const manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** The schema that the rows belong to: they go back only into the same. */
  migrations: z.array(z.object({ room: z.string(), number: z.number(), checksum: z.string() })),
  tables: z.array(file.extend({ table: z.string(), columns: z.array(z.string()), rows: z.number() })),
  /** Last number given by each sequence; null for one that never gave any. */
  sequences: z.array(z.object({ sequence: z.string(), last: z.string().nullable() })),
  attachments: z.array(file),
  /** The end of the log: last number and hash. */
  head: z.object({ seq: z.number(), hash: z.string() }),
});
export type Manifest = z.output<typeof manifest>;
export type FileEntry = z.output<typeof file>;

export const MANIFEST = 'manifest.json';

/** The manifest of a backup, after every file that it names was read and found unchanged. */
export async function readManifest(folder: string): Promise<Manifest> {
  const place = path.join(folder, MANIFEST);
  if (!existsSync(place))
    throw new Fault(
      `${folder} 不是备份：其中没有 ${MANIFEST}。`,
      `${folder} is no backup: there is no ${MANIFEST} in it.`,
    );
  const parsed = manifest.safeParse(JSON.parse(await readFile(place, 'utf8')));
  if (!parsed.success)
    throw new Fault(
      `${place} 的格式不是本程序所写。`,
      `${place} was not written by this program:\n${z.prettifyError(parsed.error)}`,
    );
  const damaged = [];
  for (const entry of [...parsed.data.tables, ...parsed.data.attachments])
    if ((await hashOf(path.join(folder, entry.file))) !== entry.sha256) damaged.push(entry.file);
  if (damaged.length > 0)
    throw new Fault(
      `备份已损坏，以下文件缺失或内容有变，未作任何恢复：${damaged.join('、')}`,
      `The backup is damaged, nothing was restored. Missing or changed: ${damaged.join(', ')}`,
    );
  return parsed.data;
}

/** Undefined when the file is not there. */
export async function hashOf(place: string): Promise<string | undefined> {
  if (!existsSync(place)) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(place)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
