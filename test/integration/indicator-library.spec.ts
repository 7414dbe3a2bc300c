import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { behindWall } from '@quancheng/event-store';
import { rebuild } from '@quancheng/read-models';
import type { Answer, Post } from '../../infra/client/client.ts';
import { type Stack, startStack } from '../support/stack.ts';

/** The library over the public API: listed, searched as people search, shown with its days, and rebuilt from its events. */

let stack: Stack;
const performance = () => stack.post('finance-performance', '101', '101');
const department = () => stack.post('department', '201', '201');
const clerk = () => stack.post('unit-clerk');

const entry = (code: string, name: string, more: Record<string, unknown> = {}) => ({
  code,
  name,
  scope: 'common',
  kind: 'quality',
  direction: 'higher',
  unit: '%',
  validFrom: '2013-01-01',
  ...more,
});
const ENTRIES = [
  entry('C-1', '工程验收合格率', { keywords: '竣工、质量', rollUp: 'percentage' }),
  entry('C-2', '设备采购完成及时率', { kind: 'timeliness' }),
  entry('C-3', '受益群众满意度', { kind: 'satisfaction', validUntil: '2013-12-31' }),
  entry('I-1', '义务教育巩固率', { scope: 'industry', industry: '教育', kind: 'social' }),
];

const library = (command: string, data: unknown, by: Post = performance()) =>
  stack.api.send(by, ['indicator-libraries', stack.division, command], { data });
const code = ({ status, body }: Answer) => [status, (body as { code?: string }).code];
type Found = { items: { code: string; valid: boolean }[]; more: boolean };
const found = async (query: string, by: Post = clerk()) => {
  const { status, body } = await stack.api.get<Found>(by, `/api/indicators?${query}`);
  return [status, body.items?.map((item) => item.code)];
};

beforeAll(async () => {
  stack = await startStack();
  await stack.clockTo('2014-03-03T09:00:00+08:00');
  expect(code(await library('list-indicators', { indicators: ENTRIES }))).toEqual([201, undefined]);
  const own = entry('D-1', '普惠园在园幼儿占比', { scope: 'department', department: '201', kind: 'social' });
  expect(code(await library('list-indicators', { indicators: [own] }, department()))).toEqual([
    200,
    undefined,
  ]);
}, 120_000);
afterAll(() => stack.stop());

describe('the indicator library', () => {
  it.each([
    ['everything that may be taken today', '', ['I-1', 'D-1', 'C-1', 'C-2']],
    ['a word in the name', 'q=验收', ['C-1']],
    ['a keyword', 'q=竣工', ['C-1']],
    ['words in another order', 'q=合格率 验收', ['C-1']],
    ['a single character', 'q=率', ['I-1', 'C-1', 'C-2']],
    ['full-width signs and spaces', 'q=Ｃ－１', ['C-1']],
    ['what nobody called so', 'q=污水', []],
    ['a kind', 'kind=timeliness', ['C-2']],
    ['an industry', 'scope=industry&industry=教育', ['I-1']],
    ['on a day of last year', 'q=满意度&on=2013-06-30', ['C-3']],
    ['not any more', 'q=满意度', []],
    ['whenever', 'q=满意度&on=all', ['C-3']],
    ["without another department's", 'department=202', ['I-1', 'C-1', 'C-2']],
  ])('%s: %s', async (_, query, codes) => {
    const [status, items] = await found(encodeURI(query));
    expect([status, [...((items as string[]) ?? [])].sort()]).toEqual([200, [...codes].sort()]);
  });

  it.each([
    ['on=2014-02-30', 422],
    ['q=%00', 422],
  ])('a query that cannot be used is refused: %s', async (query, status) => {
    expect((await stack.api.get(clerk(), `/api/indicators?${query}`)).status).toBe(status);
  });

  it('is kept by finance and by each department, and read by every post', async () => {
    expect(
      code(await library('list-indicators', { indicators: [entry('X-1', '越权')] }, department())),
    ).toEqual([422, 'INDICATORS_FAULTY']);
    expect(code(await library('list-indicators', { indicators: [entry('X-1', '越权')] }, clerk()))).toEqual([
      403,
      'ROLE_NOT_ALLOWED',
    ]);
    const file = await stack.api.get(clerk(), `/api/indicator-libraries/${stack.division}`);
    expect(file.status).toBe(200);
  });

  it('one that is retired is not offered from the day after, and says what takes its place', async () => {
    const retired = { code: 'C-2', until: '2014-03-02', successor: 'C-1', reason: '口径合并' };
    expect(code(await library('retire-indicator', retired))).toEqual([200, undefined]);
    expect(await found('kind=timeliness')).toEqual([200, []]);
    const { body } = await stack.api.get(clerk(), '/api/indicators/C-2');
    expect(body).toMatchObject({ code: 'C-2', valid: false, successor: 'C-1', past: [] });
    expect((await stack.api.get(clerk(), '/api/indicators/C-99')).status).toBe(404);
  });

  it('rebuilt from the events is the live one, row by row', async () => {
    const rows = () =>
      behindWall(stack.store, '*', async (sql) => [
        (await sql`select * from indicator_view order by code`).map((row) => ({ ...row })),
        (await sql`select * from indicator_library_view`).map((row) => ({ ...row })),
      ]);
    const live = await rows();
    expect(live.map((table) => table.length)).toEqual([5, 1]);
    await rebuild(stack.store);
    expect(await rows()).toEqual(live);
  });
});
