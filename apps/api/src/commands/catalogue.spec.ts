import { describe, expect, it } from '@jest/globals';
import { aggregates } from '@quancheng/domain';
import { Problem } from '../http/problem.ts';
import {
  aggregateAt,
  COLLECTIONS,
  collectionOf,
  commandAt,
  kebabOf,
  personCommands,
  streamAt,
} from './catalogue.ts';

const refusalOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error.status, error.refusal.code];
  }
};

describe('addresses', () => {
  it.each([
    ['ReportCompletion', 'report-completion'],
    ['Open', 'open'],
    ['DrawForSpotCheck', 'draw-for-spot-check'],
  ])('%s is %s', (type, kebab) => expect(kebabOf(type)).toBe(kebab));

  it.each(Object.entries(COLLECTIONS))('%s holds files of kind %s', (collection, name) => {
    expect([aggregateAt(collection).name, collectionOf(name)]).toEqual([name, collection]);
  });

  it.each(Object.values(aggregates))(
    '$name: each command of a person is found by both its names, and they are distinct',
    (aggregate) => {
      const types = personCommands(aggregate).map(([type]) => type);
      expect(types.length).toBeGreaterThan(0);
      expect(new Set(types.map(kebabOf)).size).toBe(types.length);
      for (const type of types) {
        expect([commandAt(aggregate, type).type, commandAt(aggregate, kebabOf(type)).type]).toEqual([
          type,
          type,
        ]);
      }
    },
  );

  it.each(Object.values(aggregates))(
    '$name: what only the system says is not there for anybody',
    (aggregate) => {
      const reachable = new Set(personCommands(aggregate).map(([type]) => type));
      const hidden = Object.keys(aggregate.commands).filter((type) => !reachable.has(type));
      for (const type of hidden)
        expect(refusalOf(() => commandAt(aggregate, kebabOf(type)))).toEqual([404, 'UNKNOWN_COMMAND']);
    },
  );

  it.each(['', 'a/b', 'P 1', '村', '..', '\u0000', 'P'.repeat(101)])('%p names no file', (id) => {
    expect(refusalOf(() => streamAt(aggregates.project, '330211000', id))).toEqual([404, 'NOT_FOUND']);
  });
});
