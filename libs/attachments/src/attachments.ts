import { readFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { behindWall, type Sql, type Store, type Wall } from '@quancheng/event-store';
import { type Refusal, refuse } from '@quancheng/kernel';
import { type Storage, TooLarge } from './storage.ts';
import { ATTACHMENT_TYPES, kindOfFile } from './types.ts';

/** A file that was handed in, as its division knows it. */
export interface Attachment {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly type: string;
  readonly name: string;
}

export interface HandedIn {
  readonly division: string;
  readonly personId: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Looks at the whole content before it is kept; of what it refuses nothing is left. */
  readonly judge?: (bytes: Uint8Array) => Promise<Refusal | null>;
}

export interface Attachments {
  /**
   * Keeps a file, or says why it is not taken: ATTACHMENT_EMPTY, ATTACHMENT_TOO_LARGE, ATTACHMENT_TYPE_NOT_ALLOWED, or what
   * `judge` says. The same content handed in again is the same attachment under its first name.
   */
  keep(handed: HandedIn): Promise<Attachment | Refusal>;
  /** By whoever reads behind this wall: his own division, or one below it. */
  find(wall: Wall, sha256: string): Promise<Attachment | null>;
  /** Null where none of that sha256 is known, or its bytes are gone from the storage. */
  open(wall: Wall, sha256: string): Promise<{ attachment: Attachment; content: Readable } | null>;
  /** Those of these sha256 that were never handed in. */
  missing(division: string, sha256s: readonly string[]): Promise<string[]>;
}

class NotTaken extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function openAttachments(parts: { store: Store; storage: Storage; limitBytes: number }): Attachments {
  const { store, storage, limitBytes } = parts;
  const find: Attachments['find'] = (wall, sha256) => behindWall(store, wall, (sql) => noted(sql, sha256));
  return {
    find,
    async keep({ division, personId, name, content, judge }) {
      let type = '';
      try {
        const received = await storage.put(content, limitBytes, async (draft) => {
          type = await typeOf(draft, name);
          const refusal = (await judge?.(await readFile(draft))) ?? null;
          if (refusal !== null) throw new NotTaken(refusal);
        });
        return await behindWall(store, division, async (sql) => {
          await sql`
            insert into attachments (division, sha256, size_bytes, type, name, uploaded_by)
            values (${division}, ${received.sha256}, ${received.sizeBytes}, ${type}, ${name}, ${personId})
            on conflict do nothing`;
          return (await noted(sql, received.sha256)) as Attachment;
        });
      } catch (fault) {
        if (fault instanceof TooLarge) return tooLarge(limitBytes);
        if (fault instanceof NotTaken) return fault.refusal;
        throw fault;
      }
    },
    async open(wall, sha256) {
      const attachment = await find(wall, sha256);
      const content = attachment === null ? null : await storage.open(sha256);
      return attachment === null || content === null ? null : { attachment, content };
    },
    async missing(division, sha256s) {
      if (sha256s.length === 0) return [];
      const known = await behindWall(
        store,
        division,
        (sql) => sql<{ sha256: string }[]>`
          select sha256 from attachments where division = ${division} and sha256 = any(${[...sha256s]})`,
      );
      const there = new Set(known.map(({ sha256 }) => sha256));
      return sha256s.filter((sha256) => !there.has(sha256));
    },
  };
}

async function noted(sql: Sql, sha256: string): Promise<Attachment | null> {
  const [row] = await sql<Attachment[]>`
    select sha256, size_bytes::int as "sizeBytes", type, name from attachments
    where sha256 = ${sha256} order by division limit 1`;
  return row === undefined ? null : { ...row };
}

async function typeOf(draft: string, name: string): Promise<string> {
  const { size } = await stat(draft);
  if (size === 0) throw new NotTaken(EMPTY);
  const type = ATTACHMENT_TYPES[(await kindOfFile(draft, name)) ?? ''];
  if (type === undefined) throw new NotTaken(NOT_ALLOWED);
  return type;
}

const KINDS = Object.keys(ATTACHMENT_TYPES).join('、');

const EMPTY = refuse({
  code: 'ATTACHMENT_EMPTY',
  because: { zh: '文件是空的', en: 'the file is empty' },
  remedy: { zh: '请核对后重新选择文件', en: 'look at the file, and choose it again' },
});

const NOT_ALLOWED = refuse({
  code: 'ATTACHMENT_TYPE_NOT_ALLOWED',
  because: {
    zh: `文件内容不是可以受理的类型（按内容判断，不看扩展名）：${KINDS}`,
    en: `by what it holds, whatever it is called, the file is none of ${KINDS.replaceAll('、', ', ')}`,
  },
  remedy: {
    zh: '纸质材料请扫描成 pdf；旧版 doc、xls 请另存为 docx、xlsx 后上传',
    en: 'scan papers to pdf; save old doc and xls files as docx and xlsx',
  },
});

export function tooLarge(limitBytes: number): Refusal {
  const limit = `${Math.floor(limitBytes / 1024 / 1024)} MB`;
  return refuse({
    code: 'ATTACHMENT_TOO_LARGE',
    because: { zh: `文件超过 ${limit}`, en: `the file is larger than ${limit}` },
    remedy: {
      zh: '请降低扫描分辨率，或分成几个文件上传；已填写的内容没有丢失',
      en: 'scan it at a lower resolution, or split it; what you have filled in is not lost',
    },
  });
}
