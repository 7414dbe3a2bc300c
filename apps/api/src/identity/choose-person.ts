import type { IncomingMessage, ServerResponse } from 'node:http';
import { ROLES } from '@quancheng/domain';
import type { FastifyInstance } from 'fastify';
import { DEMO_PEOPLE, demoPerson } from './demo-people.ts';
import { type EmbeddedIssuer, OIDC_MOUNT, SIGN_IN_PATH } from './embedded-issuer.ts';

const LONGEST_FORM = 2048;

/** Lets the embedded issuer and its choose-a-person page answer before the API sees the request: they read bodies of their own. */
export function mountIssuer(fastify: FastifyInstance, { provider }: EmbeddedIssuer): void {
  const answer = provider.callback();
  fastify.addHook('onRequest', (request, reply, done) => {
    const url = request.raw.url ?? '';
    if (isUnder(url, OIDC_MOUNT)) {
      reply.hijack();
      const raw = request.raw as IncomingMessage & { originalUrl?: string };
      raw.originalUrl = url;
      raw.url = url.slice(OIDC_MOUNT.length) || '/';
      void answer(raw, reply.raw);
    } else if (isUnder(url, SIGN_IN_PATH)) {
      reply.hijack();
      void signIn(provider, request.raw, reply.raw);
    } else done();
  });
}

const isUnder = (url: string, path: string): boolean =>
  url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`);

async function signIn(
  provider: EmbeddedIssuer['provider'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') return sendPage(response, 200, choosePage());
    const person = demoPerson(new URLSearchParams(await readForm(request)).get('person') ?? '');
    if (person === undefined) return sendPage(response, 422, choosePage());
    await provider.interactionFinished(request, response, { login: { accountId: person.id } });
  } catch {
    // The interaction is over or was never begun here: an old tab, a lost cookie.
    sendPage(
      response,
      400,
      page('<p>登录已过期，请返回重新开始。<br>This sign-in is over; please go back and start again.</p>'),
    );
  }
}

async function readForm(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM) throw new RangeError('form too long');
  }
  return text;
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(html);
}

function choosePage(): string {
  const rows = DEMO_PEOPLE.map(
    ({ id, name, role, unit }) =>
      `<li><button name="person" value="${id}"><strong>${ROLES[role].zh}</strong> ${name.zh}` +
      `<small>${ROLES[role].en} · ${name.en} · ${unit}</small></button></li>`,
  );
  return page(
    `<h1>选择演示人员 <small>Choose a demo person</small></h1>
<p>仅用于演示和培训，正式环境不提供。<br>For demonstration and training only; never on in production.</p>
<form method="post"><ul>${rows.join('')}</ul></form>`,
  );
}

const page = (body: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>全程 Quancheng</title><style>
body{font:16px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1f1f1f}
ul{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:.5rem}
button{width:100%;text-align:left;padding:.6rem .8rem;border:1px solid #8c8c8c;border-radius:4px;background:#fff;font:inherit;cursor:pointer}
button:hover,button:focus{border-color:#0958d9;outline:2px solid #0958d9}small{display:block;color:#595959}h1 small{display:inline}
</style></head><body><main>${body}</main></body></html>`;
