import { randomUUID } from 'node:crypto';
import 'reflect-metadata';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { folderStorage, openAttachments } from '@quancheng/attachments';
import { openStore, type Store } from '@quancheng/event-store';
import { Client, Connection } from '@temporalio/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { letUploadsThrough } from './attachments/upload.ts';
import { businessClock } from './clock/business-clock.ts';
import { ClockController } from './clock/clock.controller.ts';
import { clockMover } from './clock/mover.ts';
import { CommandsController } from './commands/commands.controller.ts';
import { CommandFormsController } from './commands/forms.controller.ts';
import { CommandDesk } from './commands/desk.ts';
import { serveConsole } from './console/serve.ts';
import { senderOf } from './commands/sender.ts';
import { PeopleController } from './directory/people.controller.ts';
import { UnitsController } from './directory/units.controller.ts';
import { DeadlineInterceptor } from './http/deadline.ts';
import { BODY_LIMIT, readJsonBodies } from './http/json-body.ts';
import { logRequests, nestLog, newLog } from './http/log.ts';
import { ProblemFilter, problemFrom, replyWith } from './http/problem.filter.ts';
import { mountIssuer } from './identity/choose-person.ts';
import { type EmbeddedIssuer, embeddedIssuer } from './identity/embedded-issuer.ts';
import { IdentityGuard } from './identity/guard.ts';
import { postsFrom } from './identity/posts.ts';
import { verifierOf } from './identity/verifier.ts';
import { IndicatorsController } from './indicators/indicators.controller.ts';
import { LastYearController } from './indicators/last-year.controller.ts';
import { publishOpenApi } from './openapi/document.ts';
import { checksOf } from './operations/checks.ts';
import { type Metrics, newMetrics } from './operations/metrics.ts';
import { OperationsController } from './operations/operations.controller.ts';
import { JobDesk } from './jobs/desk.ts';
import { JobsController } from './jobs/jobs.controller.ts';
import { DeliveriesController } from './notices/deliveries.controller.ts';
import { NoticesController } from './notices/notices.controller.ts';
import { PaperDesk } from './papers/desk.ts';
import { PapersExportController } from './papers/export.controller.ts';
import { PapersController } from './papers/papers.controller.ts';
import { PrintController } from './papers/print.controller.ts';
import { CatalogueController } from './reading/catalogue.controller.ts';
import { FeedController } from './reading/feed.controller.ts';
import { FilesController } from './reading/files.controller.ts';
import { VersionsController } from './reading/versions.controller.ts';
import { InboxController } from './reading/inbox.controller.ts';
import { ListsController } from './reading/lists.controller.ts';
import { RulesController } from './reading/rules.controller.ts';
import type { Settings } from './settings.ts';
import {
  ATTACHMENTS,
  BUSINESS_CLOCK,
  CHECKS,
  CLOCK_MOVER,
  DESK,
  JOB_DESK,
  METRICS,
  PAPER_DESK,
  POSTS,
  SETTINGS,
  STORE,
  TEMPORAL_CLIENT,
  VERIFIER,
} from './tokens.ts';

const LONGEST_ADDRESS_PART = 400;

@Module({})
class ApiModule {
  static of(providers: Provider[]): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        OperationsController,
        InboxController,
        CatalogueController,
        RulesController,
        FeedController,
        ClockController,
        UnitsController,
        PeopleController,
        IndicatorsController,
        LastYearController,
        JobsController,
        PapersExportController,
        PrintController,
        PapersController,
        NoticesController,
        DeliveriesController,
        AttachmentsController,
        CommandFormsController,
        ListsController,
        VersionsController,
        FilesController,
        CommandsController,
      ],
      providers: [
        ...providers,
        { provide: APP_GUARD, useClass: IdentityGuard },
        { provide: APP_INTERCEPTOR, useClass: DeadlineInterceptor },
      ],
    };
  }
}

/**
 * The API, ready to listen or to be asked in-process by `app.inject`. Opens its connections lazily: it starts with every
 * server out of reach, says so under `/health/ready`, and answers 503 until they come.
 */
export async function createApi(settings: Settings): Promise<NestFastifyApplication> {
  const log = newLog(settings.logLevel);
  const metrics = newMetrics();
  const embedded = settings.oidcIssuer === null ? await embeddedIssuer(settings) : null;
  const { providers, close } = partsOf(settings, embedded, metrics);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: { maxParamLength: LONGEST_ADDRESS_PART },
    // What the router itself cannot read (a broken percent sign) is answered before any filter sees it.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      replyWith(problemFrom(error), request, reply),
  });
  const fastify = adapter.getInstance();
  logRequests(fastify, log, metrics);
  if (embedded !== null) mountIssuer(fastify, embedded);
  if (settings.consoleFolder !== null)
    await serveConsole(fastify, settings.consoleFolder, embedded?.issuer ?? settings.oidcIssuer ?? '');
  readJsonBodies(fastify);
  letUploadsThrough(fastify);
  fastify.addHook('onClose', close);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(providers), adapter, {
    bodyParser: false,
    logger: nestLog(log),
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(log));
  publishOpenApi(app, settings, embedded);
  await app.init();
  await fastify.ready();
  return app;
}

function partsOf(settings: Settings, embedded: EmbeddedIssuer | null, metrics: Metrics) {
  const store = openStore(impatient(settings.readerDatabaseUrl), { max: 10, name: 'quancheng-api' });
  // Without the client's own repetitions: a caller that is told 503 at once repeats with its key, and no timer of a
  // repetition is left to wake on a closed connection.
  const connection = Connection.lazy({ address: settings.temporalAddress, interceptors: [] });
  const temporal = new Client({ connection, namespace: settings.temporalNamespace });
  const clock = businessClock(store, settings.training);
  const attachments = openAttachments({
    store,
    storage: folderStorage(settings.attachmentsFolder),
    limitBytes: settings.attachmentLimitBytes,
  });
  const verifier = verifierOf(settings, embedded);
  const given = new Map<symbol, unknown>([
    [SETTINGS, settings],
    [STORE, store],
    [TEMPORAL_CLIENT, temporal],
    [METRICS, metrics],
    [VERIFIER, verifier],
    [POSTS, postsFrom(settings, store, clock)],
    [BUSINESS_CLOCK, clock],
    [CLOCK_MOVER, clockMover(temporal, clock)],
    [DESK, new CommandDesk({ store, clock, attachments, sender: senderOf(temporal) })],
    [ATTACHMENTS, attachments],
    [PAPER_DESK, new PaperDesk({ store, clock, attachments })],
    [JOB_DESK, new JobDesk({ store, client: temporal })],
    [CHECKS, checksOf({ store, temporal, verifier, ping: pingStore })],
  ]);
  const providers = [...given].map(([provide, useValue]): Provider => ({ provide, useValue }));
  const close = async () => void (await Promise.allSettled([store.end(), connection.close()]));
  return { providers, close };
}

/**
 * The driver would wait up to 20 s before it tries a lost database again, and 30 s for a connection: longer than our callers
 * wait, and longer than an outage. It reads these two from the address; what the address already says stays.
 */
function impatient(url: string): string {
  const wanted = ['backoff=0.2', 'connect_timeout=3'].filter(
    (pair) => !url.includes(`${pair.split('=')[0]}=`),
  );
  return wanted.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${wanted.join('&')}`;
}

const pingStore = (store: Store): Promise<unknown> => store.sql`select 1`;
