import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../../../test/support/stack.ts';

/** From the door to the store and back, on real servers: bad input never gives a 5xx and never half a change. */
let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
  // The clock stands, so that no lapse of its own is recorded between a command and the look at the file.
  await stack.clockTo('2014-05-05T09:00:00.000+08:00');
}, 120_000);
afterAll(() => stack.stop());

type Body = Record<string, unknown>;
const performance = () => stack.post('finance-performance', '101', '101');
const clerk = () => stack.post('unit-clerk');

const OBJECT = {
  kind: 'completed-project',
  projectId: 'P-1',
  projectName: '𠮷野溪村路🚧〔2014〕',
  projectYears: [],
  unit: '201001',
  department: '201',
  nature: 'new',
  term: 'one-off',
};
const START = { object: OBJECT, completedOn: '2014-04-22', proof: { kind: 'acceptance', paper: '验收单' } };
const ROAD = {
  road: 'finance-key',
  mode: 'own',
  object: OBJECT,
  planPaper: '镇财绩〔2014〕1号',
  field: '交通',
  amountFen: { amount: '50.00', unit: '万元' },
  reason: '重点项目',
};

const command = (
  id: string,
  name: string,
  data: Body,
  more: { key?: string; ifMatch?: string; happenedOn?: string } = {},
  post = performance(),
) =>
  stack.api.send(
    post,
    ['evaluations', id, name],
    { data, ...(more.happenedOn === undefined ? {} : { happenedOn: more.happenedOn }) },
    more,
  );
const versionOf = async (id: string) =>
  ((await stack.api.get<Body>(performance(), `/api/evaluations/${id}`)).body as Body).version ?? 0;

let files = 0;
const begun = async (): Promise<string> => {
  files += 1;
  const id = `E-${files}-begun`;
  expect((await command(id, 'start-self-evaluation', START)).status).toBe(201);
  return id;
};

describe('a command', () => {
  it('begins a file, is answered alike when repeated, and keeps rare characters as they are', async () => {
    const key = crypto.randomUUID();
    const first = await command('E-first', 'start-self-evaluation', START, { key });
    const again = await command('E-first', 'StartSelfEvaluation', START, { key });
    expect([first.status, first.etag, first.body]).toEqual([201, '"1"', again.body]);
    const read = (await stack.api.get<{ state: { object: Body } }>(clerk(), '/api/evaluations/E-first')).body;
    expect(read.state.object.projectName).toBe(OBJECT.projectName);
  });

  it('under the key of another body is refused, and changes nothing', async () => {
    const key = crypto.randomUUID();
    await command('E-reused', 'start-self-evaluation', START, { key });
    const other = await command(
      'E-reused',
      'start-self-evaluation',
      { ...START, completedOn: '2014-04-23' },
      { key },
    );
    expect([other.status, (other.body as Body).code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await versionOf('E-reused')).toBe(1);
  });

  it('sent ten times at once under one key is done once', async () => {
    const key = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => command('E-crowd', 'start-self-evaluation', START, { key })),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await versionOf('E-crowd')).toBe(1);
  });

  it('of a stale version is told what has changed since', async () => {
    const id = await begun();
    const stale = await command(id, 'cancel', { reason: '撤销' }, { ifMatch: '"0"' });
    expect([stale.status, (stale.body as Body).code]).toEqual([412, 'STALE_VERSION']);
    expect(stale.body).toMatchObject({
      version: 1,
      changes: [{ version: 1, type: 'SelfEvaluationStarted' }],
    });
    expect((await command(id, 'cancel', { reason: '撤销' }, { ifMatch: '"1"' })).status).toBe(200);
  });
});

describe('what the domain refuses has its own status, and the file stays as it was', () => {
  it.each<[string, string, Body, number, string]>([
    ['the wrong stage', 'confirm-result', {}, 409, 'WRONG_STAGE'],
    ['a form without its fields', 'cancel', {}, 422, 'FORM_INVALID'],
    ['a field of another kind', 'cancel', { reason: 5 }, 422, 'FORM_INVALID'],
    [
      'an amount below one fen',
      'assign-road',
      { ...ROAD, amountFen: { amount: '0.001', unit: '元' } },
      422,
      'FORM_INVALID',
    ],
    [
      'a 万元 amount below one fen',
      'assign-road',
      { ...ROAD, amountFen: { amount: '0.0000001', unit: '万元' } },
      422,
      'FORM_INVALID',
    ],
    [
      'money without its unit',
      'assign-road',
      { ...ROAD, amountFen: { amount: '50.00' } },
      422,
      'FORM_INVALID',
    ],
    ['money as a bare number', 'assign-road', { ...ROAD, amountFen: 500_000 }, 422, 'FORM_INVALID'],
    ['money as text', 'assign-road', { ...ROAD, amountFen: '五十万' }, 422, 'FORM_INVALID'],
    [
      'a day that does not exist',
      'start-self-evaluation',
      { ...START, completedOn: '2014-02-30' },
      422,
      'FORM_INVALID',
    ],
    ['a member nobody asked for', 'cancel', { reason: 'x', role: 'system' }, 422, 'FORM_INVALID'],
  ])('%s', async (_, name, data, status, code) => {
    const id = await begun();
    const said = await command(id, name, data);
    expect([said.status, (said.body as Body).code]).toEqual([status, code]);
    expect(await versionOf(id)).toBe(1);
  });

  it('on a file that is not there yet, it begins none', async () => {
    const said = await command('E-never', 'cancel', { reason: '撤销' });
    expect(said.status).toBe(409);
    expect((await stack.api.get(performance(), '/api/evaluations/E-never')).status).toBe(404);
  });

  it('a post that may not, and a unit whose file it is not', async () => {
    const id = await begun();
    const wrongPost = await command(id, 'cancel', { reason: '撤销' }, {}, clerk());
    const wrongUnit = await command(
      id,
      'submit-self-evaluation',
      {},
      {},
      stack.post('unit-head', '305001', '305'),
    );
    expect([wrongPost, wrongUnit].map(({ status, body }) => [status, (body as Body).code])).toEqual([
      [403, 'ROLE_NOT_ALLOWED'],
      [403, 'NOT_YOUR_OBJECT'],
    ]);
  });

  it('tomorrow has not happened, and yesterday needs a reason', async () => {
    const id = await begun();
    const tomorrow = await command(id, 'cancel', { reason: '撤销' }, { happenedOn: '2014-05-06' });
    const yesterday = await command(id, 'cancel', { reason: '撤销' }, { happenedOn: '2014-05-04' });
    expect([tomorrow, yesterday].map(({ status, body }) => [status, (body as Body).code])).toEqual([
      [422, 'FUTURE_DATE'],
      [422, 'LATE_ENTRY_NEEDS_REASON'],
    ]);
  });
});

describe('reading', () => {
  it('shows a unit its own files and no others, nor those of another division', async () => {
    const id = await begun();
    const strangers = [
      stack.post('unit-clerk', '305001', '305'),
      { ...performance(), division: '330212000' },
    ];
    const seen = await Promise.all(
      [clerk(), ...strangers].map((post) => stack.api.get<Body>(post, `/api/evaluations/${id}`)),
    );
    expect(seen.map(({ status }) => status)).toEqual([200, 403, 404]);
    const lists = await Promise.all(
      [clerk(), ...strangers].map((post) =>
        stack.api.get<{ items: { id: string }[] }>(post, '/api/evaluations'),
      ),
    );
    expect(lists.map(({ body }) => body.items.some((item) => item.id === id))).toEqual([true, false, false]);
  });

  it("says who is waited for, in the file and in that post's inbox", async () => {
    const id = await begun();
    const file = (await stack.api.get<{ waiting: Body[] }>(clerk(), `/api/evaluations/${id}/waiting`)).body;
    expect(file.waiting).toMatchObject([
      { waitingFor: { role: 'unit-head', unit: '201001' }, until: '2014-07-22' },
    ]);
    const inbox = (
      await stack.api.get<{ items: { id: string; unblockedBy: string[] }[] }>(
        stack.post('unit-head'),
        '/api/inbox',
      )
    ).body;
    expect(inbox.items.find((item) => item.id === id)).toMatchObject({
      unblockedBy: ['submit-self-evaluation'],
    });
  });

  it('finds by text, with its wildcards taken as letters', async () => {
    const id = await begun();
    const found = async (q: string) =>
      (
        await stack.api.get<{ items: { id: string }[] }>(
          clerk(),
          `/api/evaluations?q=${encodeURIComponent(q)}`,
        )
      ).body.items.map((item) => item.id);
    expect(await found('𠮷野')).toContain(id);
    expect(await found('%_')).toEqual([]);
    expect(await found("'; drop table events; --")).toEqual([]);
  });
});
