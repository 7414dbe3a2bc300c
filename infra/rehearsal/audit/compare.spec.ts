import { describe, expect, it } from '@jest/globals';
import { compareEvents } from './compare.ts';
import type { Stored } from './stored.ts';

const stream = '330211001/project/P1';
const stored = (...ids: string[]): Stored[] =>
  ids.map((eventId, index) => ({
    eventId,
    stream,
    version: index + 1,
    seq: index + 1,
    type: 'T',
    data: {},
    meta: {},
    happenedOn: '2014-01-02',
    recordedAt: '2014-01-02T09:00:00.000+08:00',
  }));
const published = (...ids: string[]) => ids.map((id) => ({ id, stream, stage: 'active' }));
const wheres = (...given: Parameters<typeof compareEvents>) =>
  compareEvents(...given).map(({ where }) => where);

describe('stored = on Kafka', () => {
  it('the same ids in the same order', () => {
    expect(compareEvents(stored('a', 'b', 'c'), published('a', 'b', 'c'))).toEqual([]);
  });

  it.each([
    ['one is missing on Kafka', stored('a', 'b'), published('a'), [`${stream} v2`, `${stream} v2 on Kafka`]],
    ['one is on Kafka that nobody stored', stored('a'), published('a', 'x'), [stream]],
    ['two changed places', stored('a', 'b'), published('b', 'a'), [`${stream} v1 on Kafka`]],
    ['one is stored twice', stored('a', 'a'), published('a'), ['store', `${stream} v2 on Kafka`]],
    ['a version is left out', [stored('a', 'b')[1] as Stored], published('b'), [stream]],
  ])('%s', (_name, here, there, where) => {
    expect(wheres(here, there)).toEqual(where);
  });
});
