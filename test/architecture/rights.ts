import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Actor, aggregates, can, canRead, type Ownership, ROLES, type Role } from '@quancheng/domain';

const GOLDEN = path.join(import.meta.dirname, 'rights.golden.md');

export const OBJECT: Ownership = { division: '330211000', unit: '201001', department: '201' };

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

export const commands = Object.values(aggregates).flatMap((aggregate) =>
  Object.entries(aggregate.commands).map(([type, kind]) => ({
    name: `${aggregate.name} ${type}`,
    title: kind.title.zh,
    kind,
  })),
);

/** Yes, or which of the three walls stands there. */
const LETTERS = { OTHER_DIVISION: 'd', ROLE_NOT_ALLOWED: '·', NOT_YOUR_OBJECT: 'o' } as const;

const letters = (answer: (place: Place) => { code: keyof typeof LETTERS } | null): string =>
  places
    .map((place) => {
      const denial = answer(place);
      return denial === null ? 'Y' : LETTERS[denial.code];
    })
    .join('');

/** The whole matrix as one page: post × command × place. */
export function rightsTable(): string {
  const head = ['', ...roles];
  const reading = [
    '*read* 查阅',
    ...roles.map((role) => letters((place) => canRead(actorAt(role, place), OBJECT))),
  ];
  const rows = commands.map(({ name, title, kind }) => [
    `${name} ${title}`,
    ...roles.map((role) => letters((place) => can(actorAt(role, place), kind.roles, OBJECT))),
  ]);
  return [
    '# Who may do what 权限总表',
    '',
    `Four letters a cell, one for each place the actor may stand at: ${places.join(', ')}.`,
    '`Y` yes, `·` not this post, `o` not your object, `d` another division. Renewed by `npm run golden`.',
    '',
    ...[head, head.map(() => '---'), reading, ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

export const readRights = (): string => readFileSync(GOLDEN, 'utf8');

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
