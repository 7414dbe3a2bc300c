import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aggregates, clockEvents } from '@quancheng/domain';
import { describe, expect, it } from '@jest/globals';
import { ALLOWED, PURE_ROOMS, ROOT, roomFolder, type Source, sourcesOf } from './rooms.ts';

const rooms = Object.keys(ALLOWED);
const roomOf = (specifier: string) => /^@quancheng\/([^/]+)/.exec(specifier)?.[1];

describe('one direction of imports', () => {
  it.each(rooms)('%s imports only what its row allows', (room) => {
    const forbidden = sourcesOf(room).flatMap(({ file, imports }) =>
      imports
        .map(roomOf)
        .filter((other) => other !== undefined && other !== room && !ALLOWED[room]?.includes(other))
        .map((other) => `${file} imports ${other}`),
    );
    expect(forbidden).toEqual([]);
  });

  it.each(rooms)('%s names in its package.json exactly the rooms it imports', (room) => {
    const manifest = JSON.parse(readFileSync(path.join(ROOT, roomFolder(room), 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
      nx: { tags: string[] };
    };
    const declared = Object.keys(manifest.dependencies ?? {})
      .map(roomOf)
      .filter((name) => name !== undefined);
    const undeclared = sourcesOf(room)
      .flatMap(({ imports }) => imports.map(roomOf))
      .filter((other) => other !== undefined && other !== room && !declared.includes(other));
    expect(undeclared).toEqual([]);
    expect(manifest.nx.tags).toEqual([`room:${room}`]);
  });

  it('stories are told by specs alone: no production file imports one', () => {
    const told = rooms
      .flatMap(sourcesOf)
      .flatMap(({ file, imports }) =>
        imports
          .filter((specifier) => /\.(spec|story)\.ts$/.test(specifier))
          .map((specifier) => `${file} imports ${specifier}`),
      );
    expect(told).toEqual([]);
  });

  it('no relative import leaves its room', () => {
    const leaving = rooms.flatMap((room) =>
      sourcesOf(room).flatMap(({ file, imports }) =>
        imports
          .filter((specifier) => specifier.startsWith('.'))
          .filter((specifier) => {
            const target = path.relative(ROOT, path.resolve(ROOT, path.dirname(file), specifier));
            return !target.startsWith(`${roomFolder(room)}${path.sep}`);
          })
          .map((specifier) => `${file} imports ${specifier}`),
      ),
    );
    expect(leaving).toEqual([]);
  });
});

describe('the pure rooms', () => {
  const BANNED: readonly [RegExp, string][] = [
    [/\bMath\.random\(/, 'chance comes in as an argument'],
    [/\bprocess\./, 'settings come in as arguments'],
    [/\bfetch\(/, 'the outside is reached by activities'],
    [/from 'node:/, 'no node module in a pure room'],
  ];
  const pure = PURE_ROOMS.flatMap(sourcesOf);
  const uses = (source: Source, pattern: RegExp) => pattern.test(source.text);

  it.each(BANNED)('use nothing like %s: %s', (pattern) => {
    // The path of the workflow entry is read outside the sandbox only.
    expect(pure.filter((source) => uses(source, pattern)).map(({ file }) => file)).toEqual([]);
  });

  it("read no clock; workflows ask Temporal's own, and only in life/ and clock/", () => {
    const readers = pure
      .filter((source) => /\bnew Date\(\)|\bDate\.now\(/.test(source.text))
      .map(({ file }) => file);
    expect(readers.filter((file) => !file.startsWith('workflows/src/life/'))).toEqual([]);
  });
});

describe('every aggregate', () => {
  it.each(Object.keys(aggregates))('%s has the same five files', (name) => {
    for (const file of ['events', 'state', 'decide', 'queries', 'transitions']) {
      expect([file, existsSync(path.join(ROOT, `libs/domain/src/${name}/${file}.ts`))]).toEqual([file, true]);
    }
  });

  it.each(Object.values(aggregates))(
    '$name: every edge has a known event, known stages and a clause',
    (aggregate) => {
      for (const edge of aggregate.transitions) {
        expect(Object.keys({ ...clockEvents, ...aggregate.events })).toContain(edge.event);
        for (const stage of [...edge.from, ...(edge.to === 'same' ? [] : edge.to)]) {
          expect(['none', ...Object.keys(aggregate.stages)]).toContain(stage);
        }
        expect(edge.clause).toMatch(/^[a-z]+-\d{4}\//);
      }
    },
  );

  it.each(Object.values(aggregates))('$name: every command has an edge', (aggregate) => {
    const withEdge = new Set(aggregate.transitions.map((edge) => edge.command));
    expect(Object.keys(aggregate.commands).filter((command) => !withEdge.has(command))).toEqual([]);
  });
});

describe('each workflow', () => {
  const FOLDERS = {
    project: 'project',
    'project-year': 'project-year',
    evaluation: 'evaluation',
    'budget-year': 'budget-year',
    directory: 'directory',
    'indicator-library': 'indicator-library',
  } as const;
  const sources = sourcesOf('workflows');

  it.each(Object.values(aggregates))(
    '$name waits at every stage that is not an end, and at no other',
    (aggregate) => {
      const waitedAt = sources
        .filter(({ file }) => file.startsWith(`workflows/src/${FOLDERS[aggregate.name]}/`))
        .flatMap(({ text }) =>
          [...text.matchAll(/whileAt\(([^)]*)\)/g)].flatMap((call) => call[1]?.match(/[a-z-]+/g) ?? []),
        );
      const open = Object.entries(aggregate.stages)
        .filter(([stage, kind]) => !kind.final && stage !== 'none')
        .map(([stage]) => stage);
      expect(waitedAt.toSorted()).toEqual(open.toSorted());
    },
  );
});

describe('the house', () => {
  it('has no source file over 400 lines', () => {
    const long = rooms.flatMap(sourcesOf).filter(({ text }) => text.split('\n').length > 400);
    expect(long.map(({ file }) => file)).toEqual([]);
  });

  it('names every room in the README', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    expect(rooms.filter((room) => !readme.includes(roomFolder(room)))).toEqual([]);
  });
});
