import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { roleUrl } from './addresses.ts';
import { environment, readSettings, ROOT, settingsFaults } from './settings.ts';
import { Fault } from './words.ts';

describe('the settings', () => {
  it('need nothing to be given', () => {
    const settings = readSettings({});
    expect(settings.ports).toEqual({
      api: 17_000,
      postgres: 17_001,
      temporal: 17_002,
      temporalUi: 17_003,
      kafka: 17_004,
      kafkaController: 17_005,
      worker: 17_006,
      relay: 17_007,
      reporting: 17_008,
      mail: 17_009,
      mailPage: 17_010,
    });
    expect(settings.apps).toEqual(['worker', 'relay', 'reporting', 'api']);
    expect(settings.dataFolder).toBe(path.join(ROOT, '.quancheng/data'));
    expect(settings.training).toBe(true);
  });

  it('name every fault at once, in both languages', () => {
    const faults = settingsFaults({
      DATABASE_URL: 'mysql://somewhere',
      TEMPORAL_ADDRESS: 'temporal',
      KAFKA_BROKERS: 'one:9092;two:9092',
      OIDC_ISSUER: 'issuer',
      POSTS_FROM: 'nobody',
      DIVISION: '3302',
      QUANCHENG_PORT_BASE: 'many',
      QUANCHENG_APPS: 'worker,console',
      LOG_LEVEL: 'loud',
    });
    expect(faults.map((fault) => fault.split('：')[0])).toEqual([
      'LOG_LEVEL',
      'DIVISION',
      'QUANCHENG_PORT_BASE',
      'QUANCHENG_APPS',
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'KAFKA_BROKERS',
      'OIDC_ISSUER',
      'POSTS_FROM',
    ]);
    for (const fault of faults) expect(fault).toMatch(/\p{Script=Han}.* \/ [a-z0-9]/u);
  });

  it('are refused in one sentence that lists them', () => {
    const read = () => readSettings({ DIVISION: '1', LOG_LEVEL: 'loud' });
    expect(read).toThrow(Fault);
    expect(read).toThrow(/2 setting\(s\) do not hold/);
  });

  it.each([
    [
      'in production addresses are required and no clock moves',
      { NODE_ENV: 'production', QUANCHENG_TRAINING: '1' },
      ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'KAFKA_BROKERS', 'OIDC_ISSUER', 'QUANCHENG_TRAINING'],
    ],
    [
      'the limited roles share one password',
      { WRITER_DATABASE_URL: 'postgres://w:a@h/d', READER_DATABASE_URL: 'postgres://r:b@h/d' },
      ['WRITER_DATABASE_URL、READER_DATABASE_URL'],
    ],
    ['an empty variable counts as absent', { DATABASE_URL: '', API_PORT: '', QUANCHENG_TRAINING: '' }, []],
  ])('%s', (_name, variables, expected) => {
    expect(settingsFaults(variables).map((fault) => fault.split('：')[0])).toEqual(expected);
  });

  it.each([
    [{}, true],
    [{ OIDC_ISSUER: 'https://id.example' }, false],
    [{ QUANCHENG_TRAINING: '0' }, false],
    [{ OIDC_ISSUER: 'https://id.example', QUANCHENG_TRAINING: '1' }, true],
  ])('with %j the business clock may be moved: %s', (variables, training) => {
    expect(readSettings(variables).training).toBe(training);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(path.join(ROOT, '.env.example'), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);

  it('lists exactly the settings that there are', () => {
    expect(lines.map(([name]) => name).toSorted()).toEqual(Object.keys(environment.shape).toSorted());
  });

  it('shows the defaults: taken as it stands it changes nothing', () => {
    expect(readSettings(Object.fromEntries(lines))).toEqual(readSettings({}));
  });
});

describe('the address of a limited role', () => {
  const given = { writer: undefined, sequencer: undefined, reader: undefined };
  const owner = 'postgres://owner:secret@db.example:5433/quancheng?sslmode=require';

  it("is the owner's with the role's name and a password from which the owner's cannot be told", () => {
    const url = new URL(roleUrl('reader', owner, given));
    expect([url.username, url.host, url.pathname, url.search]).toEqual([
      'quancheng_reader',
      'db.example:5433',
      '/quancheng',
      '?sslmode=require',
    ]);
    expect(url.password).not.toContain('secret');
    expect(url.password).toBe(new URL(roleUrl('writer', owner, given)).password);
  });

  it('is the one that was given, and gives the others its password', () => {
    const reader = 'postgres://viewer:own%40pw@replica.example/quancheng';
    expect(roleUrl('reader', owner, { ...given, reader })).toBe(reader);
    expect(new URL(roleUrl('writer', owner, { ...given, reader })).password).toBe('own%40pw');
  });
});
