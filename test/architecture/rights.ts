import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Actor,
  type AggregateName,
  aggregates,
  can,
  canRead,
  FINANCE,
  type Ownership,
  ROLES,
  type Role,
} from '@quancheng/domain';

const GOLDEN = path.join(import.meta.dirname, 'rights.golden.md');

export const OBJECT = { division: '330211000', unit: '201001', department: '201' } as const;

/** Whose a file of each kind is: a unit's, finance's own, or the whole division's. */
export const OBJECTS: Readonly<Record<AggregateName, Ownership>> = {
  project: OBJECT,
  'project-year': OBJECT,
  evaluation: OBJECT,
  'budget-year': { ...OBJECT, unit: FINANCE, department: FINANCE },
  directory: { ...OBJECT, unit: '', department: '' },
  'indicator-library': { ...OBJECT, unit: '', department: '', everybodys: true },
};

/** Where an actor may stand to the object, from the nearest to the farthest. */
export const PLACES = {
  'own unit': { division: '330211000', unit: '201001', department: '201' },
  'other unit of the department': { division: '330211000', unit: '201002', department: '201' },
  'other department': { division: '330211000', unit: '305001', department: '305' },
  'other division': { division: '330212000', unit: '201001', department: '201' },
} as const;
export type Place = keyof typeof PLACES;

export const roles = Object.keys(ROLES) as Role[];
export const places = Object.keys(PLACES) as Place[];
export const actorAt = (role: Role, place: Place): Actor => ({
  personId: 'p',
  role,
  post: role,
  ...PLACES[place],
});

export const kinds = Object.values(aggregates).map(({ name }) => name);
export const commands = Object.values(aggregates).flatMap((aggregate) =>
  Object.entries(aggregate.commands).map(([type, kind]) => ({
    of: aggregate.name,
    type,
    name: `${aggregate.name} ${type}`,
    title: kind.title.zh,
    kind,
  })),
);

/** Yes, or which of the three walls stands there. */
export const LETTERS = { OTHER_DIVISION: 'd', ROLE_NOT_ALLOWED: '·', NOT_YOUR_OBJECT: 'o' } as const;

const letters = (answer: (place: Place) => { code: keyof typeof LETTERS } | null): string =>
  places
    .map((place) => {
      const denial = answer(place);
      return denial === null ? 'Y' : LETTERS[denial.code];
    })
    .join('');

const readingOf = (of: AggregateName): string => `${of} *read*`;

/** The whole matrix as one page: post × command × place. */
export function rightsTable(): string {
  const head = ['', ...roles];
  const reading = kinds.map((of) => [
    `${readingOf(of)} 查阅`,
    ...roles.map((role) => letters((place) => canRead(actorAt(role, place), OBJECTS[of]))),
  ]);
  const rows = commands.map(({ of, name, title, kind }) => [
    `${name} ${title}`,
    ...roles.map((role) => letters((place) => can(actorAt(role, place), kind.roles, OBJECTS[of]))),
  ]);
  return [
    '# Who may do what 权限总表',
    '',
    `Four letters a cell, one for each place the actor may stand at: ${places.join(', ')}.`,
    '`Y` yes, `·` not this post, `o` not your object, `d` another division. Renewed by `npm run golden`.',
    '',
    ...[head, head.map(() => '---'), ...reading, ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

export const readRights = (): string => readFileSync(GOLDEN, 'utf8');

/** What is written down of a command, or of reading: the letters of each post. */
export function writtenOf(of: AggregateName, type?: string): Record<Role, string> {
  const name = type === undefined ? readingOf(of) : `${of} ${type}`;
  const row = readRights()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .find(([, title = '']) => title.startsWith(`${name} `));
  if (row === undefined) throw new Error(`the table of rights has no row of ${name}`);
  return Object.fromEntries(roles.map((role, index) => [role, row[index + 2]])) as Record<Role, string>;
}

/** Renews the golden page (`npm run golden`). Answers whether it changed. */
export function writeRights(): boolean {
  const wanted = rightsTable();
  let before = '';
  try {
    before = readRights();
  } catch {
    // The first time there is none.
  }
  writeFileSync(GOLDEN, wanted);
  return before !== wanted;
}
