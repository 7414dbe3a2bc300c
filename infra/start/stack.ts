import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Addresses, childEnvironment, portOf } from './addresses.ts';
import { builtPages } from './pages.ts';
import { requireFreePorts, requireReachable } from './ports.ts';
import { closeDown, launch, type Running, sendSignal, stopRemaining, waitUntilReady } from './process.ts';
import { type KnownProcess, known, type OwnedFolder } from './record.ts';
import type { Report } from './report.ts';
import * as kafka from './servers/kafka.ts';
import * as postgres from './servers/postgres.ts';
import * as mail from './servers/mail.ts';
import type { RunningServer } from './servers/server.ts';
import * as temporal from './servers/temporal.ts';
import { type AppName, ROOT, type Settings } from './settings.ts';
import { type Supervised, supervise } from './supervise.ts';

const API_DECORATORS = path.join(ROOT, 'infra/start/decorators.mjs');
/** The Kafka client asks for a timer in the past once a process, which this Node remarks on. */
const QUIET = ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];
const APP_READY_WITHIN_MS = 120_000;

/** Where single processes reach a server otherwise than the rest does. */
export type OwnWays = Readonly<Partial<Record<AppName, Partial<Addresses>>>>;

/** The servers and processes of one data folder: what was started, and how to end it in the reverse order. */
export class Stack {
  private readonly settings: Settings;
  private readonly report: Report;
  private readonly folder: OwnedFolder;
  private readonly started: Supervised[] = [];
  private readonly starting = new Map<string, KnownProcess>();
  /** Servers that find their folder empty when they next start. */
  private readonly toEmpty = new Set<string>();
  private stopped: Promise<void> | undefined;
  private pages: Promise<string> | undefined;

  constructor(settings: Settings, report: Report, folder: OwnedFolder) {
    this.settings = settings;
    this.report = report;
    this.folder = folder;
  }

  /**
   * The three servers side by side, each embedded or at the address that was given. What is missing for any of them is said at
   * once and together, before anything is started.
   */
  async startServers(): Promise<Addresses> {
    const { databaseUrl, temporalAddress, kafkaBrokers, cacheFolder } = this.settings;
    await requireFreePorts(this.embeddedPorts());
    const found = await allOrEveryFault({
      database: givenOr('DATABASE_URL', databaseUrl, async () => postgres.obtain()),
      temporal: givenOr('TEMPORAL_ADDRESS', temporalAddress, () => temporal.obtain(cacheFolder, this.report)),
      kafka: givenOr('KAFKA_BROKERS', kafkaBrokers, () => kafka.obtain(cacheFolder, this.report)),
    });
    const [database, temporalAt, kafkaAt] = await Promise.all([
      databaseUrl ?? this.startPostgres(found.database as postgres.PostgresPrograms),
      temporalAddress ?? this.startTemporal(found.temporal as string),
      kafkaBrokers ?? this.startKafka(found.kafka as kafka.KafkaPrograms),
    ]);
    return { database, temporal: temporalAt, kafka: kafkaAt };
  }

  /** Where mails go: the server that was given, else one that catches and shows them; in production nothing is caught. */
  async startMail(): Promise<string | undefined> {
    const { smtpUrl, production, ports } = this.settings;
    if (smtpUrl !== undefined || production) return smtpUrl;
    await requireFreePorts([
      ['邮件 mail', ports.mail],
      ['邮件页面 mail page', ports.mailPage],
    ]);
    const place = { ...this.place('mail'), port: ports.mail, pagePort: ports.mailPage };
    return await this.startServer('mail', '邮件接收 mail catcher', () => mail.run(place));
  }

  /** Our own processes side by side; each is waited for until it says that it is ready. */
  async startApps(addresses: Addresses, ways: OwnWays = {}): Promise<void> {
    const { apps } = this.settings;
    await requireFreePorts(apps.map((app) => [app, portOf(app, this.settings)]));
    const start = (app: AppName) => this.startApp(app, { ...addresses, ...ways[app] });
    await Promise.all(apps.map((app) => this.keep(app, () => start(app))));
  }

  /** The process at work under this name; undefined between two of its lives. */
  pidOf(name: string): number | undefined {
    return this.started.find((one) => one.name === name)?.current()?.pid;
  }

  /** Takes away all that an embedded server ever wrote, in the middle of its work: it begins again with nothing. */
  wipe(name: 'temporal'): void {
    this.toEmpty.add(name);
    const pid = this.pidOf(name);
    if (pid !== undefined) sendSignal(pid, 'SIGKILL');
  }

  /** Ends everything, last started first, each waited for. Called twice it is one stop. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private async stopAll(): Promise<void> {
    closeDown();
    for (const one of this.inStoppingOrder())
      await this.report.step(`停止 ${one.name} / stopping ${one.name}`, () => one.stop());
    await stopRemaining();
    this.folder.release();
  }

  /** Servers start side by side, so the order of stopping is fixed here: who uses a server ends before it. */
  private inStoppingOrder(): Supervised[] {
    const order = ['api', 'reporting', 'relay', 'worker', 'mail', 'kafka', 'temporal', 'postgres'];
    return order.flatMap((name) => this.started.filter((one) => one.name === name));
  }

  private embeddedPorts(): [string, number][] {
    const { ports, databaseUrl, temporalAddress, kafkaBrokers } = this.settings;
    return [
      ...(databaseUrl === undefined ? [['PostgreSQL', ports.postgres] as [string, number]] : []),
      ...(temporalAddress === undefined
        ? ([
            ['Temporal', ports.temporal],
            ['Temporal UI', ports.temporalUi],
          ] as [string, number][])
        : []),
      ...(kafkaBrokers === undefined
        ? ([
            ['Kafka', ports.kafka],
            ['Kafka controller', ports.kafkaController],
          ] as [string, number][])
        : []),
    ];
  }

  private async startPostgres(programs: postgres.PostgresPrograms): Promise<string> {
    const place = { ...this.place('postgres'), port: this.settings.ports.postgres };
    return await this.startServer('postgres', 'PostgreSQL', () => postgres.run(programs, place));
  }

  private async startTemporal(program: string): Promise<string> {
    const { temporalNamespace: namespace, ports } = this.settings;
    const place = { ...this.place('temporal'), port: ports.temporal, uiPort: ports.temporalUi, namespace };
    return await this.startServer('temporal', 'Temporal', () => temporal.run(program, place));
  }

  private async startKafka(programs: kafka.KafkaPrograms): Promise<string> {
    const { kafka: port, kafkaController: controllerPort } = this.settings.ports;
    const place = { ...this.place('kafka'), port, controllerPort };
    return await this.startServer('kafka', 'Kafka', () => kafka.run(programs, place));
  }

  private async startServer(
    name: string,
    title: string,
    start: () => Promise<RunningServer>,
  ): Promise<string> {
    const server = await this.report.step(`启动 ${title} / starting ${title}`, start);
    this.watch(name, server, async () => {
      if (this.toEmpty.delete(name)) rmSync(this.place(name).folder, { recursive: true, force: true });
      return await start();
    });
    return server.address;
  }

  private place(name: string) {
    const { dataFolder } = this.settings;
    return {
      folder: path.join(dataFolder, name),
      logFile: logFile(dataFolder, name),
      durable: true,
      onSpawn: (_: string, pid: number) => this.remember(name, pid),
    };
  }

  private async keep(name: AppName, start: () => Promise<Running>): Promise<void> {
    const running = await this.report.step(`启动 ${name} / starting ${name}`, start);
    this.watch(name, running, start);
  }

  private watch(name: string, running: Running, start: () => Promise<Running>): void {
    this.started.push(supervise(running, { name, start, onChange: () => undefined, note: this.report.note }));
  }

  /** The pages that the API serves, built when their sources have changed since. */
  private consoleFolder(): Promise<string> {
    const { consoleFolder, cacheFolder } = this.settings;
    this.pages ??=
      consoleFolder === undefined
        ? this.report.step('构建页面 / building the pages', () => builtPages(cacheFolder))
        : Promise.resolve(consoleFolder);
    return this.pages;
  }

  private async startApp(app: AppName, addresses: Addresses): Promise<Running> {
    const pages = app === 'api' ? { CONSOLE_FOLDER: await this.consoleFolder() } : {};
    const main = path.join(ROOT, 'apps', app, 'src/main.ts');
    const hooks = app === 'api' ? ['--import', API_DECORATORS] : [];
    const running = await launch({
      name: app,
      command: process.execPath,
      args: [...QUIET, ...hooks, main],
      cwd: ROOT,
      env: { ...childEnvironment(app, this.settings, addresses), ...pages },
      logFile: logFile(this.settings.dataFolder, app),
      graceMs: 20_000,
    });
    this.remember(app, running.pid);
    const url = `http://127.0.0.1:${portOf(app, this.settings)}/health/ready`;
    const ready = async () => (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
    await waitUntilReady(running, ready, APP_READY_WITHIN_MS).catch(async (error) => {
      await running.stop();
      throw error;
    });
    return running;
  }

  /** Written down the moment a process exists: a start that is killed now must still be cleared up by the next. */
  private remember(name: string, pid: number): void {
    this.starting.set(name, known(name, pid));
    this.folder.remember([...this.starting.values()]);
  }
}

export const logFile = (dataFolder: string, name: string): string =>
  path.join(dataFolder, 'logs', `${name}.log`);

/** What is needed to run a server, or, where somebody else runs it, the certainty that it answers. */
async function givenOr<T>(
  setting: string,
  address: string | undefined,
  obtain: () => Promise<T>,
): Promise<T | undefined> {
  if (address === undefined) return await obtain();
  await requireReachable(setting, address);
  return undefined;
}

/** Waits for all; when some fail, throws all their faults together. */
async function allOrEveryFault<T extends Record<string, Promise<unknown>>>(
  wanted: T,
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(Object.values(wanted));
  const faults = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (faults.length > 0) throw new AggregateError(faults);
  const names = Object.keys(wanted);
  const values = settled.map((one, index) => [
    names[index],
    one.status === 'fulfilled' ? one.value : undefined,
  ]);
  return Object.fromEntries(values) as { [K in keyof T]: Awaited<T[K]> };
}
