import { parseDivision, isRefusal } from '@quancheng/kernel';
import { z } from 'zod';

const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'])
  .transform((text) => ['true', '1', 'yes'].includes(text));

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, 'expected postgres://user:password@host:port/database');
const webUrl = z.string().regex(/^https?:\/\/[^\s/]+\S*$/, 'expected an address like https://host/path');

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  API_PUBLIC_URL: webUrl.optional(),
  READER_DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+:\d{1,5}$/, 'expected host:port')
    .default('localhost:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  OIDC_ISSUER: webUrl.optional(),
  OIDC_AUDIENCE: z.string().min(1).default('urn:quancheng:api'),
  OIDC_REDIRECT_URIS: z.string().default(''),
  DIVISION: z
    .string()
    .default('330211000')
    .refine((text) => !isRefusal(parseDivision(text)), 'expected nine digits'),
  POSTS_FROM: z.enum(['claims', 'directory', 'token']).default('claims'),
  QUANCHENG_TRAINING: flag.default(false),
  QUANCHENG_DATA: z.string().optional(),
  CONSOLE_FOLDER: z.string().optional(),
  ATTACHMENTS_FOLDER: z.string().default('.quancheng/data/attachments'),
  ATTACHMENT_LIMIT_MB: z.coerce.number().int().min(1).max(1_000).default(20),
});

export interface Settings {
  readonly production: boolean;
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  readonly host: string;
  readonly port: number;
  /** The address under which browsers reach this API: the embedded issuer names itself by it. */
  readonly publicUrl: string;
  /** The reader's address, the only one: what changes the record goes through the workflow engine. */
  readonly readerDatabaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Null: the embedded issuer with the demo people; never so in production. */
  readonly oidcIssuer: string | null;
  readonly oidcAudience: string;
  readonly redirectUris: readonly string[];
  readonly division: string;
  /**
   * Where posts come from. 'claims': the token's claims, which the division's directory overrules where it knows the person;
   * 'directory': the directory alone; 'token': the claims alone, where the identity provider keeps the posts.
   */
  readonly postsFrom: 'claims' | 'directory' | 'token';
  /** Training: the business clock may be moved. Never in production. */
  readonly training: boolean;
  /** Where the embedded issuer keeps its keys; null: new keys with every process. */
  readonly dataFolder: string | null;
  /** The built pages, served at `/`; null: the API alone. */
  readonly consoleFolder: string | null;
  /** Where uploaded files are kept. */
  readonly attachmentsFolder: string;
  readonly attachmentLimitBytes: number;
}

/** All that is wrong with the environment, at once: one start shows everything that is to be mended. */
export class SettingsFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`${faults.length} setting(s) do not hold:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Reads the settings; throws `SettingsFault` naming every fault. An empty variable counts as absent. */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, text]) => text !== undefined && text !== ''),
  );
  const parsed = environment.safeParse(given);
  const shapeFaults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const faults = [...shapeFaults, ...productionFaults(given)];
  if (!parsed.success || faults.length > 0) throw new SettingsFault(faults);
  const read = parsed.data;
  return {
    production: read.NODE_ENV === 'production',
    logLevel: read.LOG_LEVEL,
    host: read.API_HOST,
    port: read.API_PORT,
    publicUrl: (read.API_PUBLIC_URL ?? `http://localhost:${read.API_PORT}`).replace(/\/+$/, ''),
    readerDatabaseUrl: read.READER_DATABASE_URL,
    temporalAddress: read.TEMPORAL_ADDRESS,
    temporalNamespace: read.TEMPORAL_NAMESPACE,
    oidcIssuer: read.OIDC_ISSUER ?? null,
    oidcAudience: read.OIDC_AUDIENCE,
    redirectUris: read.OIDC_REDIRECT_URIS.split(/[\s,]+/).filter((uri) => uri !== ''),
    division: read.DIVISION,
    postsFrom: read.POSTS_FROM,
    training: read.QUANCHENG_TRAINING,
    dataFolder: read.QUANCHENG_DATA ?? null,
    consoleFolder: read.CONSOLE_FOLDER ?? null,
    attachmentsFolder: read.ATTACHMENTS_FOLDER,
    attachmentLimitBytes: read.ATTACHMENT_LIMIT_MB * 1024 * 1024,
  };
}

/** Demo people and a movable clock would make every signature and every date of a real bureau worthless. */
function productionFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  if (given.NODE_ENV !== 'production') return [];
  return [
    ...(given.OIDC_ISSUER === undefined
      ? ['OIDC_ISSUER: required in production, the demo people are not let in']
      : []),
    ...(['true', '1', 'yes'].includes(given.QUANCHENG_TRAINING ?? '')
      ? ['QUANCHENG_TRAINING: refused in production, the business clock cannot be moved there']
      : []),
  ];
}
