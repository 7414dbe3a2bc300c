import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { actorIn } from '../identity/guard.ts';
import type { Metrics } from '../operations/metrics.ts';

export const newLog = (level: string): Logger => pino({ level, name: 'api', base: null });

/** Nest's own messages, in the same stream of lines. */
export const nestLog = (log: Logger): LoggerService => ({
  log: (message, context) => log.debug({ context }, String(message)),
  error: (message, ...more) => log.error({ more }, String(message)),
  warn: (message, context) => log.warn({ context }, String(message)),
  debug: (message, context) => log.trace({ context }, String(message)),
  verbose: (message, context) => log.trace({ context }, String(message)),
});

/**
 * One line a request: its id, its route and its outcome. No address, no body and no person: an id in an address or a
 * word that was searched for can be a name. The post says enough to find a fault.
 */
export function logRequests(fastify: FastifyInstance, log: Logger, metrics: Metrics): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    metrics.requests.observe(
      { method: request.method, route, status: String(status) },
      reply.elapsedTime / 1000,
    );
    const line = {
      requestId: request.id,
      method: request.method,
      route,
      status,
      ms: Math.round(reply.elapsedTime),
      role: actorIn(request)?.role,
    };
    if (status >= 500) log.warn(line, 'request');
    else log.debug(line, 'request');
    done();
  });
}
