import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsFault } from './settings.ts';

const database = { READER_DATABASE_URL: 'postgres://r@localhost/q' };

const faultsOf = (variables: Record<string, string>) => {
  try {
    readSettings(variables);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    return error.faults.map((fault) => fault.split(':')[0]);
  }
};

describe('settings', () => {
  it('need only the database; the rest has a default', () => {
    expect(readSettings(database)).toMatchObject({
      production: false,
      port: 3000,
      publicUrl: 'http://localhost:3000',
      division: '330211000',
      training: false,
      oidcIssuer: null,
    });
  });

  it('tell all faults at once', () => {
    const faulty = {
      API_PORT: '99999',
      DIVISION: '33',
      TEMPORAL_ADDRESS: 'nowhere',
      QUANCHENG_TRAINING: 'perhaps',
      LOG_LEVEL: 'loud',
    };
    expect(faultsOf(faulty).toSorted()).toEqual([
      'API_PORT',
      'DIVISION',
      'LOG_LEVEL',
      'QUANCHENG_TRAINING',
      'READER_DATABASE_URL',
      'TEMPORAL_ADDRESS',
    ]);
  });

  it('take an empty variable for an absent one', () => {
    expect(readSettings({ ...database, OIDC_ISSUER: '', API_PORT: '' })).toMatchObject({
      oidcIssuer: null,
      port: 3000,
    });
  });

  it('refuse demo people and a movable clock in production', () => {
    expect(faultsOf({ ...database, NODE_ENV: 'production', QUANCHENG_TRAINING: 'true' })).toEqual([
      'OIDC_ISSUER',
      'QUANCHENG_TRAINING',
    ]);
  });
});
