import type { Attachments } from '@quancheng/attachments';
import { type Json, refuse, SHA256 } from '@quancheng/kernel';
import { Problem } from '../http/problem.ts';

/**
 * Throws where a command refers to a file that nobody handed in: its event would point at nothing for ever. Every
 * text of a command that has the form of a digest is the name of a file.
 */
export async function requireAttachments(
  attachments: Attachments,
  division: string,
  data: Json,
): Promise<void> {
  const named = [...references(data, '')];
  const missing = new Set(
    await attachments.missing(division, [...new Set(named.map(([, sha256]) => sha256))]),
  );
  const because = { zh: '没有这个附件', en: 'there is no such attachment' };
  const fields = named
    .filter(([, sha256]) => missing.has(sha256))
    .map(([field]) => ({ field, code: 'attachment_unknown', because }));
  if (fields.length === 0) return;
  const refusal = refuse({
    code: 'ATTACHMENT_UNKNOWN',
    because: {
      zh: `有 ${fields.length} 处所指的附件没有上传`,
      en: `${fields.length} attachment(s) were not handed in`,
    },
    remedy: { zh: '请先上传文件，再提交', en: 'hand the files in first, then send again' },
    fields,
  });
  throw new Problem(422, refusal);
}

function* references(json: Json, at: string): Generator<readonly [field: string, sha256: string]> {
  if (typeof json !== 'object' || json === null) return;
  for (const [key, value] of Object.entries(json)) {
    const field = at === '' ? key : `${at}.${key}`;
    if (typeof value === 'string') {
      if (SHA256.test(value)) yield [field, value];
    } else yield* references(value as Json, field);
  }
}
