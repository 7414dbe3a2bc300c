import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openChannels } from '@quancheng/notices';
import type { Instant } from '@quancheng/kernel';
import { type Catcher, startCatcher } from './catcher.ts';

let folder: string;
let catcher: Catcher;
const start = () => startCatcher({ folder, smtpPort: 0, pagePort: 0 });
const page = async (address: string) => {
  const answer = await fetch(new URL(address, catcher.pageUrl));
  return { status: answer.status, html: await answer.text() };
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mail-'));
  catcher = await start();
});
afterAll(async () => {
  await catcher.stop();
  await rm(folder, { recursive: true });
});

it('what is sent to it is kept, over its own end too, and shown without its markup', async () => {
  expect((await page('/')).html).toContain('no mail yet');
  const { mail } = openChannels({
    mail: { url: catcher.smtpUrl, from: '全程 <notices@demo.invalid>', workAt: null },
    smsLog: null,
  });
  const said = await mail?.send({
    deliveryId: 'D1',
    channel: 'mail',
    attempts: 1,
    personId: 'clerk',
    name: '林经办',
    address: 'clerk@demo.invalid',
    title: { zh: '退回修改 <script>', en: 'returned' },
    text: { zh: '请补充测算依据 <b>', en: 'mend it' },
    training: false,
    toldAt: '2014-02-20T09:00:00.000+08:00' as Instant,
  });
  expect(said?.outcome).toBe('sent');
  await catcher.stop();
  catcher = await start();

  const { html } = await page('/');
  expect(html).toContain('clerk@demo.invalid');
  expect(html).toContain('退回修改 &lt;script&gt;');
  const [, link = ''] = /href="(\/\d[^"]+)"/.exec(html) ?? [];
  expect((await page(link)).html).toContain('请补充测算依据 &lt;b&gt;');
  expect((await page('/../catcher.ts')).status).toBe(404);
});
