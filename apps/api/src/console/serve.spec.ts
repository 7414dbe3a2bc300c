import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { serveConsole } from './serve.ts';

const PAGE =
  '<html><meta name="quancheng-issuer" content="%ISSUER%"><meta property="csp-nonce" nonce="%NONCE%"></html>';

describe('the pages', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quancheng-console-'));
  let app: FastifyInstance;
  beforeAll(async () => {
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), PAGE);
    writeFileSync(path.join(folder, 'assets/index-1a2b.js'), 'export {};');
    app = fastify();
    await serveConsole(app, folder, 'https://id.example/realms/"q"');
    app.get('/api/me', () => ({ from: 'the API' }));
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  const open = (url: string) => app.inject({ url, headers: { accept: 'text/html,*/*;q=0.8' } });

  it.each(['/', '/projects', '/projects/P1?file=x', '/signed-in?code=1'])(
    'are one page at %s, with the issuer named',
    async (url) => {
      const { statusCode, headers, body } = await open(url);
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(headers['cache-control']).toBe('no-store');
      expect(body).toContain('content="https://id.example/realms/&quot;q&quot;"');
    },
  );

  it('carry a mark for styles that is never the same, and that the policy names', async () => {
    const [one, other] = await Promise.all([open('/'), open('/')]);
    const mark = /nonce="([\w-]{22})"/.exec(one.body)?.[1];
    expect(one.headers['content-security-policy']).toContain(`'nonce-${mark}'`);
    expect(other.body).not.toContain(mark);
  });

  it('may load nothing from elsewhere, but ask the issuer', async () => {
    const policy = String((await open('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("connect-src 'self' https://id.example;");
    expect(policy).not.toContain('unsafe');
  });

  it("leave the API's own addresses alone, and whoever asks for no page", async () => {
    expect((await open('/api/me')).json()).toEqual({ from: 'the API' });
    expect((await open('/docs')).statusCode).toBe(404);
    expect((await app.inject({ url: '/projects', headers: { accept: 'application/json' } })).statusCode).toBe(
      404,
    );
    expect(
      (await app.inject({ method: 'POST', url: '/', headers: { accept: 'text/html' } })).statusCode,
    ).toBe(404);
  });

  it('have files that browsers keep, and no others', async () => {
    const script = await app.inject({ url: '/assets/index-1a2b.js' });
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await app.inject({ url: '/assets/..%2findex.html' })).statusCode).toBe(404);
  });
});
