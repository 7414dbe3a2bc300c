import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AggregateName, REACH, type Role } from '@quancheng/domain';
import { kebabOf } from '../../apps/api/src/commands/catalogue.ts';
import type { Answer, Collection, Post } from '../../infra/client/client.ts';
import { Bureau } from '../acceptance/support/bureau.ts';
import { startEvaluation, yearsAt } from '../acceptance/support/lives.ts';
import { commands, kinds, LETTERS, OBJECT, PLACES, roles, writtenOf } from '../architecture/rights.ts';
import { type Stack, startStack } from '../support/stack.ts';

/** Each cell of the table of rights as it is written down, asked through the public API on a real file. */
const FILES: Readonly<Record<AggregateName, readonly [Collection, string]>> = {
  project: ['projects', 'R-1'],
  'project-year': ['project-years', 'R-1-2014'],
  evaluation: ['evaluations', 'R-E1'],
  'budget-year': ['budget-years', '2014'],
  directory: ['directories', OBJECT.division],
  'indicator-library': ['indicator-libraries', OBJECT.division],
};
/** The division's place in the tree: one above it, one beside it, one below it. */
const TREE = [
  { division: '330200000', name: '市本级', parent: null },
  { division: OBJECT.division, name: '本区', parent: '330200000' },
  { division: '330212000', name: '邻区', parent: '330200000' },
  { division: '330211001', name: '街道', parent: OBJECT.division },
] as const;
const ANY_INDICATOR = {
  code: 'C-1',
  scope: 'common',
  kind: 'quality',
  name: '验收合格率',
  direction: 'higher',
  unit: '%',
  validFrom: '2014-01-01',
};
const ABOVE = '330200000';
const OTHERS = TREE.map(({ division }) => division).filter((division) => division !== OBJECT.division);
/** The neighbour is a column of the table itself. */
const UP_AND_DOWN = OTHERS.filter((division) => division !== PLACES['other division'].division);

const ofPersons = commands.filter(({ kind }) => kind.roles.some((role) => role !== 'system'));
const ofTheSystem = commands.filter((one) => !ofPersons.includes(one));

let stack: Stack;
let before: Record<string, unknown>;
beforeAll(async () => {
  stack = await startStack(OBJECT.division);
  const bureau = new Bureau(stack);
  await bureau.on('2014-03-03');
  for (const { division, name, parent } of TREE)
    await stack.api.must(
      { ...stack.post('administrator', '101', '101'), division },
      ['directories', division, 'found-directory'],
      { name, parent },
    );
  await stack.api.must(
    stack.post('finance-performance', '101', '101'),
    ['indicator-libraries', OBJECT.division, 'list-indicators'],
    { indicators: [ANY_INDICATOR] },
  );
  await yearsAt(bureau, 'declared', [{ id: 'R-1' }]);
  await startEvaluation(bureau, 'R-E1');
  await bureau.settle();
  before = await filesAsTheyStand();
}, 120_000);
afterAll(() => stack.stop());

const filesAsTheyStand = async () =>
  Object.fromEntries(
    await Promise.all(
      kinds.map(async (of) => [
        of,
        (await stack.api.get(stack.post('audit'), `/api/${FILES[of].join('/')}/events`)).body,
      ]),
    ),
  );

const postAt = (role: Role, { unit, department, division }: Omit<Post, 'role'>): Post => ({
  role,
  unit,
  department,
  division,
  ...(division === OBJECT.division ? {} : { reads: OBJECT.division }),
});

/** Past the wall of rights the file's stage and its form come next; a paper with a field that no form has is taken nowhere. */
const tried = ({ of, type }: { of: AggregateName; type: string }, by: Post): Promise<Answer> =>
  stack.api.send(by, [...FILES[of], kebabOf(type)], { data: { noSuchField: true } });

/** The letter of the table, or the answer itself where it is neither a "no" of rights nor a way past them. */
function letterOf({ status, body }: Answer, passed: readonly number[]): string {
  const { code = '' } = (body ?? {}) as { code?: string };
  if (status === 403 && Object.hasOwn(LETTERS, code)) return LETTERS[code as keyof typeof LETTERS];
  return passed.includes(status) ? 'Y' : ` ${status} ${code} `;
}

async function askedOver(ask: (by: Post) => Promise<Answer>, passed: readonly number[]) {
  const rows = roles.map(async (role) => {
    const places = Object.values(PLACES).map(async (place) =>
      letterOf(await ask(postAt(role, place)), passed),
    );
    return [role, (await Promise.all(places)).join('')] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

describe('the table of rights, asked over HTTP', () => {
  it.each(kinds)('%s: who may read it', async (of) => {
    for (const view of ['', '/timeline', '/waiting', '/actions', '/events']) {
      const path = `/api/${FILES[of].join('/')}${view}`;
      expect(await askedOver((by) => stack.api.get(by, path), [200])).toEqual(writtenOf(of));
    }
  });

  it.each(ofPersons)('$name $title', async ({ of, type }) => {
    expect(await askedOver((by) => tried({ of, type }, by), [409, 422])).toEqual(writtenOf(of, type));
  });

  it('what only the system says is no command of anybody', async () => {
    const heard = ofTheSystem.flatMap((one) =>
      roles.map(async (role) => {
        const { status, body } = await tried(one, postAt(role, OBJECT));
        return [one.name, role, status, (body as { code: string }).code];
      }),
    );
    expect(await Promise.all(heard)).toEqual(
      ofTheSystem.flatMap(({ name }) => roles.map((role) => [name, role, 404, 'UNKNOWN_COMMAND'])),
    );
  });
});

describe('the tree of divisions, asked over HTTP', () => {
  it.each(ofPersons)('$name $title: neither from above nor from below', async (one) => {
    const codes = UP_AND_DOWN.flatMap((division) =>
      roles.map(async (role) => {
        const { status, body } = await tried(one, postAt(role, { ...OBJECT, division }));
        return [division, role, status, (body as { code: string }).code];
      }),
    );
    expect(await Promise.all(codes)).toEqual(
      UP_AND_DOWN.flatMap((division) => roles.map((role) => [division, role, 403, 'OTHER_DIVISION'])),
    );
  });

  it.each(OTHERS)(
    '%s: only from above, and by posts that reach a whole division, a file is read',
    async (division) => {
      const wholeFromAbove = (role: Role): string =>
        REACH[role] === 'whole-division' ? '200' : '403 NOT_YOUR_OBJECT';
      for (const of of kinds) {
        const read = roles.map(async (role) => {
          const { status, body } = await stack.api.get<{ code?: string }>(
            postAt(role, { ...OBJECT, division }),
            `/api/${FILES[of].join('/')}`,
          );
          return [role, `${status} ${body.code ?? ''}`.trim()];
        });
        expect(Object.fromEntries(await Promise.all(read))).toEqual(
          Object.fromEntries(
            roles.map((role) => [role, division === ABOVE ? wholeFromAbove(role) : '403 OTHER_DIVISION']),
          ),
        );
      }
    },
  );

  it.each(OTHERS)(
    '%s: the same id is a file of its own there, and nothing shines through',
    async (division) => {
      for (const of of kinds.filter((one) => one !== 'directory')) {
        const own = await stack.api.get<{ code: string }>(
          { role: 'administrator', unit: '101', department: '101', division },
          `/api/${FILES[of].join('/')}`,
        );
        expect([of, own.status, own.body.code]).toEqual([of, 404, 'NOT_FOUND']);
      }
    },
  );
});

/** What changes something and is no command of a file, each with a body that goes no further. */
const BESIDE_FILES: readonly (readonly [what: string, ask: (by: Post) => Promise<Answer>])[] = [
  ['the clock of a training division', (by) => stack.api.post(by, '/api/clock', { to: 'tomorrow' })],
  ['how a person is reached', (by) => stack.api.change(by, 'PUT', '/api/people/p-1/contact', { email: '-' })],
  ['erasing how a person is reached', (by) => stack.api.change(by, 'DELETE', '/api/people/p-1/contact')],
];

describe("the administrator's alone", () => {
  it.each(BESIDE_FILES)('%s', async (_what, ask) => {
    expect(await askedOver(ask, [404, 422])).toEqual(
      Object.fromEntries(roles.map((role) => [role, role === 'administrator' ? 'YYYd' : '···d'])),
    );
  });
});

describe('lists', () => {
  it('show the year to whom the table lets read it', async () => {
    const shown = await askedOver(
      async (by) => {
        const { status, body } = await stack.api.get<{ items?: unknown[] }>(by, '/api/project-years?q=R-1');
        return {
          status: status === 200 && body.items?.length === 0 ? 403 : status,
          body: { code: 'NOT_YOUR_OBJECT', ...body },
          etag: null,
          retryAfter: null,
        };
      },
      [200],
    );
    expect(shown).toEqual(writtenOf('project-year'));
  });
});

it('after all of this every file stands as before', async () => {
  expect(await filesAsTheyStand()).toEqual(before);
});
