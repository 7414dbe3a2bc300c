import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';

export interface IssuerKeys {
  readonly signing: JWK;
  readonly cookieSecret: string;
}

const keysSchema = z.object({
  signing: z.looseObject({ kty: z.string(), kid: z.string() }),
  cookieSecret: z.string().min(32),
});

/** The embedded issuer's keys: kept in the data folder, so that a token outlives a restart; else new with every process. */
export async function issuerKeys(dataFolder: string | null): Promise<IssuerKeys> {
  if (dataFolder === null) return await newKeys();
  const file = join(dataFolder, 'identity', 'issuer-keys.json');
  const stored = await readFile(file, 'utf8').catch(() => null);
  if (stored !== null) return keysSchema.parse(JSON.parse(stored)) as IssuerKeys;
  const keys = await newKeys();
  await mkdir(join(dataFolder, 'identity'), { recursive: true, mode: 0o700 });
  // Two processes at their first start: the one that comes second reads what the first wrote.
  const written = await writeFile(file, JSON.stringify(keys), { mode: 0o600, flag: 'wx' }).then(
    () => true,
    () => false,
  );
  return written ? keys : (keysSchema.parse(JSON.parse(await readFile(file, 'utf8'))) as IssuerKeys);
}

async function newKeys(): Promise<IssuerKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signing: JWK = {
    ...(await exportJWK(privateKey)),
    alg: 'RS256',
    use: 'sig',
    kid: randomBytes(8).toString('hex'),
  };
  return { signing, cookieSecret: randomBytes(32).toString('hex') };
}
