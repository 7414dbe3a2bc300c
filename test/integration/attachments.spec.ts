import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Post } from '../../infra/client/client.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
let clerk: Post;
beforeAll(async () => {
  stack = await startStack();
  clerk = stack.post('unit-clerk');
});
afterAll(() => stack.stop());

const pdf = (sizeBytes: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(sizeBytes - 9)]);
const MB = 1024 * 1024;
const asPdf = (bytes: Uint8Array, name = '验收报告（一期）.pdf') => ({
  name,
  type: 'application/pdf',
  bytes,
});
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function download(post: Post, sha256: string) {
  const form = new URLSearchParams({
    grant_type: 'urn:quancheng:params:oauth:grant-type:demo',
    client_id: 'quancheng-demo',
    person: `demo-${post.role}`,
    unit: post.unit,
    department: post.department,
    division: post.division,
  });
  const signedIn = await fetch(`${stack.api.base}/oidc/token`, { method: 'POST', body: form });
  const { access_token } = (await signedIn.json()) as { access_token: string };
  const answer = await fetch(`${stack.api.base}/api/attachments/${sha256}`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('a file that is handed in', () => {
  it('comes back as it was, under its own name, to be saved and never shown in place', async () => {
    const bytes = pdf(3 * MB);
    const { status, body } = await stack.api.upload(clerk, asPdf(bytes));
    const sha256 = sha256Of(bytes);
    expect([status, body]).toEqual([
      201,
      { sha256, sizeBytes: bytes.length, type: 'application/pdf', name: '验收报告（一期）.pdf' },
    ]);
    const { answer, bytes: back } = await download(clerk, sha256);
    expect(back.equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition':
        "attachment; filename*=UTF-8''%E9%AA%8C%E6%94%B6%E6%8A%A5%E5%91%8A%EF%BC%88%E4%B8%80%E6%9C%9F%EF%BC%89.pdf",
      'x-content-type-options': 'nosniff',
      etag: `"${sha256}"`,
    });
  });

  it('handed in twice is one attachment', async () => {
    const bytes = pdf(1000);
    const first = await stack.api.upload(clerk, asPdf(bytes, '甲.pdf'));
    const second = await stack.api.upload(clerk, asPdf(bytes, '乙.pdf'));
    expect(second.body).toEqual(first.body);
  });

  it('stands behind its division’s wall', async () => {
    const bytes = pdf(1000);
    await stack.api.upload(clerk, asPdf(bytes));
    const neighbour = await download({ ...clerk, division: '330212000' }, sha256Of(bytes));
    expect(neighbour.answer.status).toBe(404);
  });

  it('may be exactly as large as the limit', async () => {
    expect((await stack.api.upload(clerk, asPdf(pdf(20 * MB)))).status).toBe(201);
  });

  it.each<[string, () => { name: string; type: string; bytes: Uint8Array }, number, string]>([
    ['one byte over the limit', () => asPdf(pdf(20 * MB + 1)), 413, 'ATTACHMENT_TOO_LARGE'],
    ['three times the limit', () => asPdf(pdf(60 * MB)), 413, 'ATTACHMENT_TOO_LARGE'],
    [
      'a program that calls itself a paper',
      () => asPdf(Buffer.from('MZ'.padEnd(300, 'x'))),
      415,
      'ATTACHMENT_TYPE_NOT_ALLOWED',
    ],
    [
      'a page with a script',
      () => ({ name: '页.html', type: 'text/html', bytes: Buffer.from('<script>1</script>') }),
      415,
      'ATTACHMENT_TYPE_NOT_ALLOWED',
    ],
    [
      'JSON',
      () => ({ name: '数据.json', type: 'application/json', bytes: Buffer.from('{"a":1}') }),
      415,
      'ATTACHMENT_TYPE_NOT_ALLOWED',
    ],
    ['nothing at all', () => asPdf(Buffer.alloc(0)), 422, 'ATTACHMENT_EMPTY'],
    ['without a name', () => asPdf(pdf(100), ''), 400, 'FILE_NAME_MISSING'],
    ['with a folder for a name', () => asPdf(pdf(100), 'C:\\资料\\'), 400, 'FILE_NAME_MISSING'],
  ])('%s is refused in words, and nothing of it is kept', async (_name, file, status, code) => {
    const { bytes, ...rest } = file();
    const said = await stack.api.upload(clerk, { ...rest, bytes });
    expect([said.status, (said.body as { code: string }).code]).toEqual([status, code]);
    const sha256 = sha256Of(bytes);
    expect(existsSync(path.join(stack.attachmentsFolder, sha256.slice(0, 2), sha256))).toBe(false);
    expect((await download(clerk, sha256)).answer.status).toBe(404);
  });
});
