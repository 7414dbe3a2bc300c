import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Received, type Storage, TooLarge } from './storage.ts';

const DRAFTS = 'drafts';

/**
 * Contents in a folder of this machine, or of a disk that several share: `ab/abcd….` by the sha256. A content is written as a draft,
 * made durable, and only then given its name, so that what has a name is whole.
 */
export function folderStorage(folder: string): Storage {
  const placeOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(content, limitBytes, judge) {
      await mkdir(path.join(folder, DRAFTS), { recursive: true });
      const draft = path.join(folder, DRAFTS, randomUUID());
      try {
        const received = await writeDraft(draft, content, limitBytes);
        await judge(draft);
        const place = placeOf(received.sha256);
        await mkdir(path.dirname(place), { recursive: true });
        await rename(draft, place);
        return received;
      } finally {
        await rm(draft, { force: true });
      }
    },
    async open(sha256) {
      const file = await open(placeOf(sha256)).catch((fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ENOENT') return null;
        throw fault;
      });
      return file?.createReadStream() ?? null;
    },
  };
}

async function writeDraft(
  draft: string,
  content: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Received> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  await using file = await open(draft, 'wx');
  for await (const piece of content) {
    sizeBytes += piece.length;
    if (sizeBytes > limitBytes) throw new TooLarge();
    hash.update(piece);
    await file.writeFile(piece);
  }
  await file.sync();
  return { sha256: hash.digest('hex'), sizeBytes };
}
