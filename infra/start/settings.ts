import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { Fault, type Words } from './words.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const APPS = ['worker', 'relay', 'reporting', 'api'] as const;
export type AppName = (typeof APPS)[number];

const words = (zh: string, en: string) => ({ error: `${zh} / ${en}` });

const databaseUrl = z
  .string()
  .regex(
    /^postgres(ql)?:\/\/[^\s/]+\/[^\s/]+$/,
    words(
      '应形如 postgres://用户:口令@主机:端口/库名',
      'expected postgres://user:password@host:port/database',
    ),
  );
const webUrl = z
  .string()
  .regex(
    /^https?:\/\/[^\s/]+\S*$/,
    words('应形如 https://主机/路径', 'expected an address like https://host/path'),
  );
const hostAndPort = z.string().regex(/^[^\s/:,]+:\d{1,5}$/, words('应形如 主机:端口', 'expected host:port'));
const brokers = z
  .string()
  .regex(
    /^[^\s/:,]+:\d{1,5}(,[^\s/:,]+:\d{1,5})*$/,
    words('应形如 主机:端口，多个用逗号隔开', 'expected host:port, several separated by commas'),
  );
const port = (text: string, highest = 65_535) =>
  z.coerce
    .number(words(`应为端口号（默认 ${text}）`, `expected a port number (default ${text})`))
    .int(words('端口号应为整数', 'a port is a whole number'))
    .min(1, words('端口号从 1 起', 'ports start at 1'))
    .max(highest, words(`不得大于 ${highest}`, `not above ${highest}`));
const flag = z
  .enum(['1', '0', 'true', 'false', 'yes', 'no'], words('应为 1 或 0', 'expected 1 or 0'))
  .transform((text) => ['1', 'true', 'yes'].includes(text));
const appList = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .pipe(z.array(z.enum(APPS, words(`只能取 ${APPS.join('、')}`, `only ${APPS.join(', ')}`))));

/**
 * Every setting of the system, by the name of its environment variable. `.env.example` lists the same names with the same
 * defaults, and a spec holds the two equal. A child process receives what is derived from these: see `childEnvironment`.
 */
export const environment = z.object({
  NODE_ENV: z
    .enum(
      ['development', 'test', 'production'],
      words('应为 development、test 或 production', 'expected development, test or production'),
    )
    .default('development'),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      words(
        '应为 trace、debug、info、warn、error、fatal 或 silent',
        'expected trace, debug, info, warn, error, fatal or silent',
      ),
    )
    .default('info'),
  DIVISION: z
    .string()
    .regex(/^\d{9}$/, words('应为九位区划代码', 'expected a division code of nine digits'))
    .default('330211000'),
  QUANCHENG_DATA: z.string().default('.quancheng/data'),
  CONSOLE_FOLDER: z.string().optional(),
  ATTACHMENTS_FOLDER: z.string().optional(),
  ATTACHMENT_LIMIT_MB: z.coerce
    .number(words('应为整数（MB，默认 20）', 'expected a whole number of MB (default 20)'))
    .int(words('应为整数', 'a whole number'))
    .min(1, words('不小于 1', 'at least 1'))
    .max(1_000, words('不大于 1000', 'at most 1000'))
    .default(20),
  QUANCHENG_CACHE: z.string().default('~/.cache/quancheng'),
  QUANCHENG_PORT_BASE: port('17000', 65_500).default(17_000),
  QUANCHENG_APPS: appList.default([...APPS]),
  QUANCHENG_TRAINING: flag.optional(),
  DATABASE_URL: databaseUrl.optional(),
  WRITER_DATABASE_URL: databaseUrl.optional(),
  SEQUENCER_DATABASE_URL: databaseUrl.optional(),
  READER_DATABASE_URL: databaseUrl.optional(),
  TEMPORAL_ADDRESS: hostAndPort.optional(),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
      words('只能用字母、数字和 . _ -', 'only letters, digits and . _ -'),
    )
    .default('default'),
  KAFKA_BROKERS: brokers.optional(),
  KAFKA_TOPIC_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,100}$/, words('只能用字母、数字和 . _ -', 'only letters, digits and . _ -'))
    .default('quancheng'),
  OIDC_ISSUER: webUrl.optional(),
  OIDC_AUDIENCE: z.string().min(1).default('urn:quancheng:api'),
  OIDC_REDIRECT_URIS: z.string().default(''),
  POSTS_FROM: z
    .enum(
      ['claims', 'directory', 'token'],
      words('只能是 claims、directory 或 token', 'one of claims, directory, token'),
    )
    .default('claims'),
  SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\/[^\s/]+\S*$/,
      words('应形如 smtp://用户:口令@主机:端口', 'expected smtp://user:password@host:port'),
    )
    .optional(),
  MAIL_FROM: z.string().default('全程 <notices@quancheng.invalid>'),
  SMS_LOG: z.string().optional(),
  API_HOST: z.string().default('127.0.0.1'),
  API_PUBLIC_URL: webUrl.optional(),
  API_PORT: port('17000').optional(),
  WORKER_PORT: port('17006').optional(),
  RELAY_PORT: port('17007').optional(),
  REPORTING_PORT: port('17008').optional(),
});
export type SettingName = keyof z.infer<typeof environment>;

/** Where everything listens. Fixed offsets from one base, so that two stacks on one machine need one changed number. */
export interface Ports {
  readonly api: number;
  readonly postgres: number;
  readonly temporal: number;
  readonly temporalUi: number;
  readonly kafka: number;
  readonly kafkaController: number;
  readonly worker: number;
  readonly relay: number;
  readonly reporting: number;
  readonly mail: number;
  readonly mailPage: number;
}

export interface Settings {
  readonly production: boolean;
  readonly logLevel: string;
  readonly division: string;
  readonly dataFolder: string;
  readonly cacheFolder: string;
  /** Pages that are built already; what is absent is built at the start. */
  readonly consoleFolder: string | undefined;
  readonly apps: readonly AppName[];
  /** Training: the business clock may be moved. */
  readonly training: boolean;
  readonly ports: Ports;
  /** Addresses of servers that somebody else runs; what is absent is embedded. */
  readonly databaseUrl: string | undefined;
  readonly temporalAddress: string | undefined;
  readonly temporalNamespace: string;
  readonly kafkaBrokers: string | undefined;
  readonly oidcIssuer: string | undefined;
  /** The bureau's own mail server. Without one mails are caught and shown, and in production none are sent. */
  readonly smtpUrl: string | undefined;
  /** What was given for the three roles; the rest is derived from the owner's address. */
  readonly roleUrls: {
    readonly writer: string | undefined;
    readonly sequencer: string | undefined;
    readonly reader: string | undefined;
  };
  /** Settings that are handed to the children as they are. */
  readonly handedOn: Readonly<Record<string, string>>;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** All faults of the environment, in plain words, one a line. Empty when there are none. */
export function settingsFaults(variables: Variables): string[] {
  const given = present(variables);
  const parsed = environment.safeParse(given);
  const shape = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}：${issue.message}`);
  return [...shape, ...(parsed.success ? roleFaults(given) : []), ...productionFaults(given)];
}

/** The settings; throws one `Fault` that names every fault at once. An empty variable counts as absent. */
export function readSettings(variables: Variables): Settings {
  const faults = settingsFaults(variables);
  if (faults.length > 0) {
    const list = faults.map((fault) => `\n    ${fault}`).join('');
    throw new Fault(
      `环境变量有 ${faults.length} 处不对，请改正后再启动（说明见 .env.example）。`,
      `${faults.length} setting(s) do not hold; mend them and start again (.env.example explains each):${list}`,
    );
  }
  const given = present(variables);
  const read = environment.parse(given);
  const base = read.QUANCHENG_PORT_BASE;
  const production = read.NODE_ENV === 'production';
  return {
    production,
    logLevel: read.LOG_LEVEL,
    division: read.DIVISION,
    dataFolder: folder(read.QUANCHENG_DATA),
    cacheFolder: folder(read.QUANCHENG_CACHE),
    consoleFolder: read.CONSOLE_FOLDER === undefined ? undefined : folder(read.CONSOLE_FOLDER),
    apps: APPS.filter((name) => read.QUANCHENG_APPS.includes(name)),
    training: read.QUANCHENG_TRAINING ?? (!production && read.OIDC_ISSUER === undefined),
    ports: {
      api: read.API_PORT ?? base,
      postgres: base + 1,
      temporal: base + 2,
      temporalUi: base + 3,
      kafka: base + 4,
      kafkaController: base + 5,
      worker: read.WORKER_PORT ?? base + 6,
      relay: read.RELAY_PORT ?? base + 7,
      reporting: read.REPORTING_PORT ?? base + 8,
      mail: base + 9,
      mailPage: base + 10,
    },
    databaseUrl: read.DATABASE_URL,
    temporalAddress: read.TEMPORAL_ADDRESS,
    temporalNamespace: read.TEMPORAL_NAMESPACE,
    kafkaBrokers: read.KAFKA_BROKERS,
    oidcIssuer: read.OIDC_ISSUER,
    smtpUrl: read.SMTP_URL,
    roleUrls: {
      writer: read.WRITER_DATABASE_URL,
      sequencer: read.SEQUENCER_DATABASE_URL,
      reader: read.READER_DATABASE_URL,
    },
    handedOn: {
      NODE_ENV: read.NODE_ENV,
      KAFKA_TOPIC_PREFIX: read.KAFKA_TOPIC_PREFIX,
      OIDC_AUDIENCE: read.OIDC_AUDIENCE,
      OIDC_REDIRECT_URIS: read.OIDC_REDIRECT_URIS,
      POSTS_FROM: read.POSTS_FROM,
      API_HOST: read.API_HOST,
      MAIL_FROM: read.MAIL_FROM,
      SMS_LOG: folder(read.SMS_LOG ?? path.join(read.QUANCHENG_DATA, 'sms.log')),
      ATTACHMENTS_FOLDER: folder(read.ATTACHMENTS_FOLDER ?? path.join(read.QUANCHENG_DATA, 'attachments')),
      ATTACHMENT_LIMIT_MB: String(read.ATTACHMENT_LIMIT_MB),
      ...(read.API_PUBLIC_URL === undefined ? {} : { API_PUBLIC_URL: read.API_PUBLIC_URL }),
    },
  };
}

const present = (variables: Variables): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
    ),
  );

const folder = (text: string): string => path.resolve(ROOT, text.replace(/^~(?=\/|$)/, homedir()));

/** The migration sets one password for the three roles, so addresses with different ones could not all work. */
function roleFaults(given: Record<string, string>): string[] {
  const names = ['WRITER_DATABASE_URL', 'SEQUENCER_DATABASE_URL', 'READER_DATABASE_URL'].filter(
    (name) => given[name] !== undefined,
  );
  const passwords = new Set(names.map((name) => new URL(given[name] ?? '').password));
  return passwords.size < 2
    ? []
    : [`${names.join('、')}：三个受限用户须用同一口令 / the limited roles share one password`];
}

/** Demo people, a movable clock and throw-away servers would make every signature and date of a real bureau worthless. */
function productionFaults(given: Record<string, string>): string[] {
  if (given.NODE_ENV !== 'production') return [];
  const needed: readonly [string, Words][] = [
    [
      'DATABASE_URL',
      { zh: '正式运行必须给出数据库地址', en: 'required in production: the address of the database' },
    ],
    [
      'TEMPORAL_ADDRESS',
      { zh: '正式运行必须给出 Temporal 地址', en: 'required in production: the address of Temporal' },
    ],
    [
      'KAFKA_BROKERS',
      { zh: '正式运行必须给出 Kafka 地址', en: 'required in production: the address of Kafka' },
    ],
    [
      'OIDC_ISSUER',
      {
        zh: '正式运行必须接入统一身份认证，演示人员不得登录',
        en: 'required in production: the demo people are not let in',
      },
    ],
  ];
  const missing = needed
    .filter(([name]) => given[name] === undefined)
    .map(([name, { zh, en }]) => `${name}：${zh} / ${en}`);
  const training = ['1', 'true', 'yes'].includes(given.QUANCHENG_TRAINING ?? '');
  return training
    ? [
        ...missing,
        'QUANCHENG_TRAINING：正式运行不得拨动业务时钟 / refused in production: the business clock cannot be moved there',
      ]
    : missing;
}
