import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { launch, runCommand, waitUntilReady } from '../process.ts';
import type { Report } from '../report.ts';
import { Fault } from '../words.ts';
import { cachedFolder, requireHash } from './fetching.ts';
import { copyJars, javaCommand } from './java.ts';
import type { Place, RunningServer } from './server.ts';

const VERSION = '4.1.0';
const FOLDER = `kafka-${VERSION}`;
const ARTIFACTS = [
  { groupId: 'org.apache.kafka', artifactId: 'kafka_2.13', version: VERSION },
  // Without a binding the server is silent, and a failed start would have no reason.
  { groupId: 'org.apache.logging.log4j', artifactId: 'log4j-slf4j-impl', version: '2.24.3' },
] as const;
const jarHashes = JSON.parse(
  readFileSync(new URL('./kafka.sha256.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

export interface KafkaPrograms {
  readonly java: string;
  readonly jars: string;
}

export const find = (cacheFolder: string): string | undefined => {
  const folder = path.join(cacheFolder, FOLDER);
  return existsSync(folder) ? folder : undefined;
};

/** Java from this machine and Kafka's jars from the cache, fetched once and checked one by one. */
export async function obtain(cacheFolder: string, report: Report): Promise<KafkaPrograms> {
  const java = await javaCommand();
  const fetch = () =>
    cachedFolder(cacheFolder, FOLDER, async (partial) => {
      await copyJars(partial, ARTIFACTS);
      for (const jar of readdirSync(partial)) await requireHash(path.join(partial, jar), jarHashes[jar]);
    });
  const jars = find(cacheFolder) ?? (await report.step('取得 Kafka / obtaining Kafka', fetch));
  return { java, jars };
}

export interface KafkaPlace extends Place {
  readonly port: number;
  readonly controllerPort: number;
}

/** Starts a single node that is broker and controller; formats its storage at the first start. */
export async function run({ java, jars }: KafkaPrograms, place: KafkaPlace): Promise<RunningServer> {
  const data = path.join(place.folder, 'log');
  mkdirSync(data, { recursive: true });
  const properties = path.join(place.folder, 'server.properties');
  writeFileSync(properties, propertiesText(place, data));
  const logging = path.join(place.folder, 'log4j2.properties');
  writeFileSync(logging, LOGGING);
  const options = [`-Dlog4j2.configurationFile=${logging}`, '-cp', path.join(jars, '*')];
  if (!existsSync(path.join(data, 'meta.properties'))) {
    const formatted = await runCommand(java, [
      ...options,
      'kafka.tools.StorageTool',
      'format',
      '--config',
      properties,
      '--cluster-id',
      CLUSTER_ID,
    ]);
    if (formatted.code !== 0)
      throw new Fault(
        '无法建立 Kafka 的存储，原因如下：',
        `The storage of Kafka could not be made:\n${formatted.stderr.trim() || formatted.stdout.trim()}`,
      );
  }
  // The quick compiler only: on a small machine the start matters more than the last tenth of throughput.
  const memory = [
    '-Xms64m',
    '-Xmx256m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Djava.awt.headless=true',
  ];
  const running = await launch({
    name: 'kafka',
    command: java,
    args: [...memory, ...options, 'kafka.Kafka', properties],
    cwd: place.folder,
    logFile: place.logFile,
    graceMs: 30_000,
  });
  place.onSpawn?.(running.name, running.pid);
  await waitUntilReady(running, () => answers('127.0.0.1', place.port), 90_000).catch(async (error) => {
    await running.stop();
    throw error;
  });
  return { ...running, address: `127.0.0.1:${place.port}` };
}

/** A cluster of one needs no unique name; a fixed one lets an interrupted formatting be repeated. */
const CLUSTER_ID = 'cXVhbmNoZW5nLWthZmthLQ';

const propertiesText = (place: KafkaPlace, data: string): string => `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${place.controllerPort}
listeners=PLAINTEXT://127.0.0.1:${place.port},CONTROLLER://127.0.0.1:${place.controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${place.port}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=${data}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
num.io.threads=4
num.network.threads=2
log.cleaner.dedupe.buffer.size=16777216
`;

/** Warnings only, to the process's own log. */
const LOGGING = `rootLogger.level=warn
rootLogger.appenderRef.stdout.ref=out
appender.out.type=Console
appender.out.name=out
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=%d %p %c{1} %m%n
`;

/**
 * Whether the broker serves clients: it names the coordinator of a consumer group. That is the last thing to become ready on a
 * new broker, which makes the topic behind it only when first asked.
 */
export function answers(host: string, port: number): Promise<boolean> {
  const group = Buffer.from('quancheng');
  const head = Buffer.from([
    0,
    0,
    0,
    10 + 2 + group.length + 1,
    0,
    10,
    0,
    1,
    0,
    0,
    0,
    1,
    0xff,
    0xff,
    0,
    group.length,
  ]);
  const request = Buffer.concat([head, group, Buffer.from([0])]);
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once('connect', () => socket.write(request));
    // Length, correlation id and throttle time, then the error code, which is 0 when all is well.
    socket.once('data', (data) => end(data.length >= 14 && data.readInt16BE(12) === 0));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
}
