import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../process.ts';
import { Fault } from '../words.ts';
import { requireSuccess } from './fetching.ts';

const OLDEST_JAVA = 17;

/** The Java found here and its major version; undefined when there is none. */
export async function findJava(): Promise<{ command: string; major: number } | undefined> {
  const home = process.env.JAVA_HOME;
  const command =
    home !== undefined && existsSync(path.join(home, 'bin', 'java'))
      ? path.join(home, 'bin', 'java')
      : 'java';
  const told = await runCommand(command, ['-version']);
  const major = /version "(\d+)/.exec(told.stderr)?.[1];
  return told.code === 0 && major !== undefined ? { command, major: Number(major) } : undefined;
}

/** A Java that is new enough for Kafka 4; one sentence when there is none. */
export async function javaCommand(): Promise<string> {
  const java = await findJava();
  if (java !== undefined && java.major >= OLDEST_JAVA) return java.command;
  const found =
    java === undefined
      ? { zh: '没有找到', en: 'none was found' }
      : { zh: `现在是 ${java.major}`, en: `this is ${java.major}` };
  throw new Fault(
    `自带的 Kafka 需要 Java ${OLDEST_JAVA} 或更高（${found.zh}）：请安装 Java，或用 KAFKA_BROKERS 给出一个 Kafka。`,
    `The embedded Kafka needs Java ${OLDEST_JAVA} or newer (${found.en}): install Java, or give a Kafka with KAFKA_BROKERS.`,
  );
}

export interface Artifact {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
}

/** Copies the jars of the artifacts, with all that they need, into the folder. */
export async function copyJars(folder: string, artifacts: readonly Artifact[]): Promise<void> {
  if ((await runCommand('mvn', ['--version'])).code !== 0) {
    throw new Fault(
      '取得 Kafka 需要 Maven（mvn）：请安装 Maven，或用 KAFKA_BROKERS 给出一个 Kafka。',
      'Kafka is fetched with Maven (mvn), which is not here: install Maven, or give a Kafka with KAFKA_BROKERS.',
    );
  }
  const work = path.join(folder, 'fetch');
  mkdirSync(work, { recursive: true });
  const needs = artifacts.map(
    (one) =>
      `<dependency><groupId>${one.groupId}</groupId><artifactId>${one.artifactId}</artifactId><version>${one.version}</version></dependency>`,
  );
  writeFileSync(
    path.join(work, 'pom.xml'),
    `<project><modelVersion>4.0.0</modelVersion><groupId>quancheng</groupId><artifactId>servers</artifactId><version>1</version><dependencies>${needs.join('')}</dependencies></project>\n`,
  );
  const copied = await runCommand(
    'mvn',
    ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`],
    { cwd: work },
  );
  requireSuccess(copied, artifacts[0]?.artifactId ?? 'jars');
  rmSync(work, { recursive: true });
}
