import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpSchema } from './schema.ts';
import { type OwnDatabase, ownDatabase } from './spec/own-database.ts';

describe('the schema', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await ownDatabase();
  });
  afterAll(() => database.drop());

  // Renewed by `npm run golden` after a new migration; the diff then shows what that migration really does.
  it('is the one of schema.sql', async () => {
    expect(await dumpSchema(database.admin)).toBe(
      await readFile(join(import.meta.dirname, '..', 'schema.sql'), 'utf8'),
    );
  });
});
