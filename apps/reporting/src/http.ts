import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Summary } from './summary.ts';

/** Each dependency by name, with what is the matter when it is not ready. */
export type Readiness = Readonly<Record<string, { readonly ready: boolean; readonly detail: string }>>;

export interface Pages {
  readonly readiness: () => Promise<Readiness>;
  readonly summary: (fiscalYear: number | null) => Promise<Summary>;
  readonly registry: Registry;
}

export interface HttpServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** `GET /health/live|ready`, `/metrics`, `/reports/summary?fiscalYear=`. */
export async function serve(port: number, pages: Pages): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answer(request.method ?? '', new URL(request.url ?? '/', 'http://reporting'), pages, response).catch(
      () => {
        // The one dependency of these pages is the database; a person may try again.
        send(
          response,
          503,
          problem(503, 'DATABASE_AWAY', {
            zh: '数据库暂时无法访问，请稍后再试',
            en: 'the database cannot be reached; try again later',
          }),
        );
      },
    );
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

async function answer(method: string, url: URL, pages: Pages, response: ServerResponse): Promise<void> {
  if (method !== 'GET')
    return send(
      response,
      405,
      problem(405, 'METHOD', { zh: '只提供查询', en: 'this service only answers GET' }),
    );
  switch (url.pathname) {
    case '/health/live':
      return send(response, 200, { live: true });
    case '/health/ready': {
      const now = await pages.readiness();
      const ready = Object.values(now).every((each) => each.ready);
      return send(response, ready ? 200 : 503, { ready, ...now });
    }
    case '/metrics':
    case '/health/metrics': {
      const text = await pages.registry.metrics();
      response.writeHead(200, { 'content-type': pages.registry.contentType }).end(text);
      return;
    }
    case '/reports/summary': {
      const year = url.searchParams.get('fiscalYear');
      if (year !== null && !/^\d{4}$/.test(year)) {
        return send(
          response,
          400,
          problem(400, 'FISCAL_YEAR_SHAPE', {
            zh: '年度应为四位数字，如 2014',
            en: 'a fiscal year has four digits, like 2014',
          }),
        );
      }
      return send(response, 200, await pages.summary(year === null ? null : Number(year)));
    }
    default:
      return send(
        response,
        404,
        problem(404, 'NO_SUCH_PAGE', { zh: '没有这个页面', en: 'there is no such page' }),
      );
  }
}

function problem(status: number, code: string, because: { zh: string; en: string }) {
  return { type: 'about:blank', title: because.zh, status, code, because };
}

function send(response: ServerResponse, status: number, body: object): void {
  const type = status >= 400 && 'code' in body ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(JSON.stringify(body));
}
