import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

/** Each dependency by name, with what is the matter when it is not ready. */
export type Readiness = Readonly<Record<string, { readonly ready: boolean; readonly detail: string }>>;

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** `GET /health/live|ready|metrics`. Live means that the process can answer; ready that each dependency is there. */
export async function serveHealth(
  port: number,
  readiness: () => Readiness,
  registry: Registry,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0];
    if (request.method !== 'GET') return sendJson(response, 405, { error: 'GET only' });
    if (path === '/health/live') return sendJson(response, 200, { live: true });
    if (path === '/health/ready') {
      const now = readiness();
      const ready = Object.values(now).every((each) => each.ready);
      return sendJson(response, ready ? 200 : 503, { ready, ...now });
    }
    if (path === '/health/metrics' || path === '/metrics') return void sendMetrics(response, registry);
    return sendJson(response, 404, { error: 'no such page' });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function sendMetrics(response: ServerResponse, registry: Registry): Promise<void> {
  const text = await registry.metrics();
  response.writeHead(200, { 'content-type': registry.contentType }).end(text);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
