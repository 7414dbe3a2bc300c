/**
 * Writes the lock file of each edition that is not locked as released: `node libs/rulebook/renew-lock.ts`.
 * A released edition is never renewed: a change of the rules is a new edition.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { canonicalJson } from '@quancheng/kernel';
import { EDITIONS } from './src/editions/index.ts';

for (const edition of EDITIONS) {
  const file = new URL(`./src/editions/${edition.id}/lock.json`, import.meta.url);
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).released) continue;
  const sha256 = createHash('sha256').update(canonicalJson(edition)).digest('hex');
  writeFileSync(
    file,
    `${JSON.stringify({ edition: edition.id, released: edition.released, sha256 }, null, 2)}\n`,
  );
}
