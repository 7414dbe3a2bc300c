import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Role } from '@quancheng/domain';
import { keepContact } from '@quancheng/event-store';
import type { DivisionCode } from '@quancheng/kernel';
import PostalMime from 'postal-mime';
import { Bureau, yearFile } from '../acceptance/support/bureau.ts';
import { yearsAt } from '../acceptance/support/lives.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { forgetfulServer, freePort, type MailServer, mailServer, until } from './support.ts';

jest.setTimeout(180_000);

/** Departments are told, over every channel once, and no project waits for a mail server. */
let stack: Stack;
let bureau: Bureau;
let port: number;
let folder: string;

const CLERK = 'clerk-201001';
const HEAD = 'head-201001';

interface Delivery {
  id: string;
  personId: string;
  channel: string;
  state: string;
  attempts: number;
  answer: string | null;
  resendReason: string | null;
}
interface Notice {
  id: string;
  eventType: string;
  objectId: string;
  role: string;
  title: { zh: string };
  readAt: string | null;
  links: { file: string };
}

beforeAll(async () => {
  port = await freePort();
  folder = await mkdtemp(path.join(tmpdir(), 'notices-'));
  const mail = {
    url: `smtp://127.0.0.1:${port}`,
    from: '全程 <notices@demo.invalid>',
    workAt: 'http://quancheng.invalid',
  };
  const notices = {
    mail,
    smsLog: path.join(folder, 'sms.log'),
    patience: { firstWaitMs: 300, longestWaitMs: 1_000 },
  };
  stack = await startStack('330211000', { worker: { notices } });
  bureau = new Bureau(stack);
  await bureau.on('2014-02-20');
  await foundDirectory();
  await yearsAt(
    bureau,
    'declared',
    ['DOWN', 'DEAD', 'LOST', 'READ'].map((id) => ({ id })),
  );
});
afterAll(async () => {
  await stack.stop();
  await rm(folder, { recursive: true });
});

async function foundDirectory() {
  const since = '2013-01-01';
  const place = (unit: string, name: string, kind: string) => ({
    unit,
    name,
    kind,
    department: '201',
    from: since,
  });
  const held = (role: string, personId: string) => ({ role, personId, unit: '201001', from: since });
  const order = (command: string, data: object) =>
    stack.api.must(bureau.post('administrator'), ['directories', stack.division, command], data);
  await order('found-directory', { name: '演练区（虚构）' });
  await order('register-units', {
    units: [place('201', '教育局', 'department'), place('201001', '第一小学', 'unit')],
  });
  await order('grant-posts', { posts: [held('unit-clerk', CLERK), held('unit-head', HEAD)] });
  await contact(CLERK, `${CLERK}@demo.invalid`);
  await contact(HEAD, `${HEAD}@demo.invalid`);
}

const contact = (personId: string, email: string) =>
  keepContact(
    stack.store,
    { division: stack.division as DivisionCode, by: 'administrator' },
    { personId, name: personId, email, phone: '000-0000' },
  );

const returned = (id: string) =>
  bureau.does('department', yearFile(id), 'review-as-department', {
    verdict: 'return',
    opinion: '请补充',
    remarks: ['补测算依据'],
  });

const noticesOf = async (role: 'unit-clerk' | 'unit-head', id: string): Promise<Notice[]> =>
  (await bureau.read<{ items: Notice[] }>('notices', role)).items.filter(
    ({ objectId, eventType }) => objectId === `${id}-2014` && eventType === 'DeclarationReturnedByDepartment',
  );

/** How the return of a file was told, over one channel, by person. */
async function told(id: string, channel: string): Promise<Delivery[]> {
  const notices = [...(await noticesOf('unit-clerk', id)), ...(await noticesOf('unit-head', id))];
  const pages = await Promise.all(
    notices.map((notice) =>
      bureau.read<{ items: Delivery[] }>(`notices/${notice.id}/deliveries`, 'administrator'),
    ),
  );
  return pages
    .flatMap(({ items }) => items)
    .filter((delivery) => delivery.channel === channel)
    .toSorted((a, b) => a.personId.localeCompare(b.personId));
}

const stated = (deliveries: readonly Delivery[]) =>
  deliveries.map(({ personId, state }) => `${personId} ${state}`);

let running: MailServer[] = [];
const opened = (server: MailServer): MailServer => {
  running.push(server);
  return server;
};
const closeServers = async () => {
  await Promise.all(running.map((server) => server.stop()));
  running = [];
};
afterEach(closeServers);

const about = (server: MailServer, id: string) =>
  server.taken.filter(({ source }) => Buffer.from(source).includes(`${id}-2014`));

const resend = (id: string, body: object, key?: string) =>
  stack.api.post<{ code?: string }>(
    bureau.post('administrator'),
    `/api/notice-deliveries/${id}/resend`,
    body,
    key,
  );

/** A file as a browser takes it. */
async function downloaded(role: Role, address: string): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'urn:quancheng:params:oauth:grant-type:demo',
    client_id: 'quancheng-demo',
    person: `demo-${role}`,
  });
  const signedIn = await fetch(`${stack.api.base}/oidc/token`, { method: 'POST', body: form });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const answer = await fetch(`${stack.api.base}${address}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  return await answer.text();
}

describe('a mail server that is away', () => {
  it('holds up no file; the mails wait, are tried again, and go out when it is back', async () => {
    await returned('DOWN');
    expect(await bureau.stageOf(yearFile('DOWN'))).toBe('returned');
    const waiting = await until(
      () => told('DOWN', 'mail'),
      (mails) => mails.length === 2 && mails.every(({ attempts }) => attempts > 0),
    );
    expect(waiting.every(({ state }) => ['waiting', 'sending'].includes(state))).toBe(true);
    expect(stated(await told('DOWN', 'inbox'))).toEqual([`${CLERK} sent`, `${HEAD} sent`]);

    const server = opened(await mailServer(port));
    const sent = await until(
      () => told('DOWN', 'mail'),
      (mails) => mails.every(({ state }) => state === 'sent'),
    );
    expect(sent).toHaveLength(2);
    const mails = about(server, 'DOWN');
    expect(mails.map(({ to }) => to).sort()).toEqual([`${CLERK}@demo.invalid`, `${HEAD}@demo.invalid`]);
    const mail = await PostalMime.parse(mails[0]?.source ?? '');
    expect(mail.subject).toMatch(/^【演练】【全程】主管部门退回修改：/);
    expect(mail.text).toContain('http://quancheng.invalid');
  });

  it('a short message goes into its log meanwhile, once a person', async () => {
    const texts = await until(
      () => readFile(path.join(folder, 'sms.log'), 'utf8').catch(() => ''),
      (log) => log.split('\n').filter((line) => line.includes('退回修改')).length >= 2,
    );
    const lines = texts.split('\n').filter((line) => line.includes('退回修改'));
    expect(new Set(lines).size).toBe(2);
    expect(stated(await told('DOWN', 'sms'))).toEqual([`${CLERK} sent`, `${HEAD} sent`]);
  });
});

describe('a mail address that is dead', () => {
  it('is refused and said so; the other person is told; mended, a person sends it once more', async () => {
    const server = opened(await mailServer(port, { refuses: [`${HEAD}@demo.invalid`] }));
    await returned('DEAD');
    const ended = await until(
      () => told('DEAD', 'mail'),
      (mails) => mails.length === 2 && mails.every(({ state }) => ['sent', 'refused'].includes(state)),
    );
    expect(stated(ended)).toEqual([`${CLERK} sent`, `${HEAD} refused`]);
    expect(ended[1]?.answer).toContain('no such mailbox here');

    await contact(HEAD, 'mended@demo.invalid');
    const refused = ended[1]?.id ?? '';
    expect((await resend(refused, { reason: '地址已更正' })).status).toBe(202);
    const [, again] = await until(
      () => told('DEAD', 'mail'),
      (mails) => mails[1]?.state === 'sent',
    );
    expect(again?.resendReason).toBe('地址已更正');
    expect(about(server, 'DEAD').map(({ to }) => to)).toContain('mended@demo.invalid');
  });
});

describe('an answer that is lost', () => {
  it('leaves the mail uncertain: never sent again by itself, but by a person with a reason, once a key', async () => {
    const forgetful = opened(await forgetfulServer(port));
    await returned('LOST');
    const uncertain = await until(
      () => told('LOST', 'mail'),
      (mails) => mails.length === 2 && mails.every(({ state }) => state === 'uncertain'),
    );
    expect(uncertain.map(({ attempts }) => attempts)).toEqual([1, 1]);
    expect(about(forgetful, 'LOST')).toHaveLength(2);
    await closeServers();
    const listed = await bureau.read<{ items: Delivery[] }>(
      'notice-deliveries?state=uncertain',
      'administrator',
    );
    expect(listed.items.map(({ id }) => id).sort()).toEqual(uncertain.map(({ id }) => id).sort());

    // Another notice passes through after it: the uncertain ones stay where they are.
    const server = opened(await mailServer(port));
    await returned('READ');
    await until(
      () => told('READ', 'mail'),
      (mails) => mails.length === 2 && mails.every(({ state }) => state === 'sent'),
    );
    expect(about(server, 'LOST')).toEqual([]);

    const id = uncertain[0]?.id ?? '';
    const key = crypto.randomUUID();
    expect((await resend(id, { reason: '本人称未收到' }, key)).status).toBe(202);
    await until(
      () => told('LOST', 'mail'),
      (mails) => mails[0]?.state === 'sent',
    );
    expect((await resend(id, { reason: '本人称未收到' }, key)).status).toBe(202);
    expect(about(server, 'LOST')).toHaveLength(1);
    const { status, body } = await resend(id, { reason: '再来一次' });
    expect([status, body.code]).toEqual([409, 'DELIVERY_STATE']);
  });
});

describe('whoever is told', () => {
  it('reads it once, and it is no longer among the unread', async () => {
    const [notice] = await noticesOf('unit-clerk', 'READ');
    expect(notice).toMatchObject({ readAt: null, links: { file: '/api/project-years/READ-2014' } });
    const { status, body } = await stack.api.post<Notice>(
      bureau.post('unit-clerk'),
      `/api/notices/${notice?.id}/read`,
      {},
    );
    expect([status, body.readAt === null]).toEqual([200, false]);
    const unread = await bureau.read<{ items: Notice[] }>('notices?unread=1', 'unit-clerk');
    expect(unread.items.map(({ id }) => id)).not.toContain(notice?.id);
  });

  it('sees nothing of another unit', async () => {
    const [notice] = await noticesOf('unit-clerk', 'READ');
    const stranger = bureau.post(['unit-clerk', '202001']);
    const { status } = await stack.api.post(stranger, `/api/notices/${notice?.id}/read`, {});
    expect(status).toBe(404);
    expect((await stack.api.get(stranger, `/api/notices/${notice?.id}/deliveries`)).status).toBe(404);
    expect((await stack.api.get(stranger, '/api/notice-deliveries')).status).toBe(403);
    expect((await stack.api.get(stranger, '/api/notices/phone-list.csv')).status).toBe(403);
  });

  it('may be called by hand: the list of numbers names each person and what it is about', async () => {
    const text = await downloaded('administrator', '/api/notices/phone-list.csv?since=2014-02-20');
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toContain('姓名,手机,岗位,单位,内容,时间');
    expect(lines.filter((line) => line.startsWith(`${CLERK},000-0000,unit-clerk,201001`))).toHaveLength(4);
  });
});
