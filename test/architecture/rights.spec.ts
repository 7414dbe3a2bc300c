import { describe, expect, it } from '@jest/globals';
import { can, canRead, REACH, type Role } from '@quancheng/domain';
import { actorAt, commands, kinds, OBJECTS, places, readRights, rightsTable, roles } from './rights.ts';

const reaches = (role: Role, place: (typeof places)[number], { of, kind }: (typeof commands)[number]) =>
  can(actorAt(role, place), kind.roles, OBJECTS[of]) === null;

describe('rights, the whole matrix', () => {
  it(`${commands.length} commands × ${roles.length} posts × ${places.length} places are as written down`, () => {
    expect(rightsTable()).toBe(readRights());
  });

  it('nobody reaches into another division, by command or by reading', () => {
    const reached = roles.filter(
      (role) =>
        kinds.some((of) => canRead(actorAt(role, 'other division'), OBJECTS[of]) === null) ||
        commands.some((one) => reaches(role, 'other division', one)),
    );
    expect(reached).toEqual([]);
  });

  it('whoever may act on a file may also read it', () => {
    const blind = roles.flatMap((role) =>
      places.flatMap((place) =>
        commands
          .filter((one) => reaches(role, place, one))
          .filter(({ of }) => canRead(actorAt(role, place), OBJECTS[of]) !== null)
          .map(({ name }) => `${role} ${place} ${name}`),
      ),
    );
    expect(blind).toEqual([]);
  });

  it('what only the system says, no person may say from any post or place', () => {
    const said = commands
      .filter(({ kind }) => kind.roles.every((role) => role === 'system'))
      .flatMap((one) =>
        roles.flatMap((role) =>
          places.filter((place) => reaches(role, place, one)).map((place) => `${one.name} ${role} ${place}`),
        ),
      );
    expect(said).toEqual([]);
  });

  it('watching posts only watch: audit and supervision have no command', () => {
    const watching: Role[] = ['audit', 'supervision'];
    expect(
      commands
        .filter(({ kind }) => watching.some((role) => kind.roles.includes(role)))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it('every command has somebody who may say it', () => {
    expect(commands.filter(({ kind }) => kind.roles.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('every post has a reach', () => {
    expect(roles.filter((role) => REACH[role] === undefined)).toEqual([]);
  });
});
