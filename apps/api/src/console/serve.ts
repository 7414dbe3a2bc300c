import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import serveFiles from '@fastify/static';
import { PRINT_STYLE_SOURCE } from '@quancheng/papers';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** First parts of addresses that are not pages, so that a browser that opens them gets what they are. */
const NOT_PAGES = new Set(['api', 'assets', 'docs', 'health', 'metrics', 'oidc', 'openapi.json', 'sign-in']);

/**
 * The pages, on the API's own origin: no other one is asked for anything. Every address that a browser opens and that is not the
 * API's own answers the one page, whose router knows the rest. Before the routes, for these are not requests to the API.
 */
export async function serveConsole(fastify: FastifyInstance, folder: string, issuer: string): Promise<void> {
  const page = (await readFile(path.join(folder, 'index.html'), 'utf8')).replace('%ISSUER%', escaped(issuer));
  await fastify.register(serveFiles, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    // Their names hold the hash of their contents.
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply) => void reply.header('x-content-type-options', 'nosniff'),
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isPage(request)) return;
    const nonce = randomBytes(16).toString('base64url');
    return await reply
      .headers({ ...HEADERS, 'content-security-policy': policyOf(nonce, issuer) })
      .send(page.replaceAll('%NONCE%', nonce));
  });
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

function isPage({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (!String(headers.accept ?? '').includes('text/html')) return false;
  const [first = ''] = url.slice(1).split(/[/?]/, 1);
  return !NOT_PAGES.has(first);
}

/**
 * Scripts and fonts of our own alone; styles that the components make carry the page's one-time mark. A printed paper is opened
 * by a page, and is under the same policy: its own style is known by its sum.
 */
function policyOf(nonce: string, issuer: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' ${PRINT_STYLE_SOURCE}`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${new URL(issuer).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
