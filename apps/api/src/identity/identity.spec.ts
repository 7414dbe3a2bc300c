import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '@quancheng/domain';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Problem } from '../http/problem.ts';
import { InProcess, settingsFor } from '../testing/ask.spec-kit.ts';
import { actorOf } from './claims.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import { embeddedIssuer } from './embedded-issuer.ts';
import { issuerKeys } from './keys.ts';
import { verifierOf } from './verifier.ts';

let api: InProcess;
beforeAll(async () => {
  api = await InProcess.open(settingsFor());
});
afterAll(() => api.app.close());

const me = async (token: string) =>
  (await api.ask('GET', '/api/me', { authorization: `Bearer ${token}` })).body;

describe('the demo people', () => {
  it('are one a post', () => {
    expect(DEMO_PEOPLE.map(({ role }) => role)).toEqual(Object.keys(ROLES));
    expect(DEMO_PEOPLE.every(({ id, role }) => id === `demo-${role}`)).toBe(true);
  });

  it.each(DEMO_PEOPLE)('$id signs in by the demo grant', async ({ id, role, unit, department }) => {
    expect(await me(await api.token(id))).toMatchObject({
      personId: id,
      role,
      unit,
      department,
      division: '330211000',
    });
  });

  it('may act for another unit, department and division', async () => {
    const elsewhere = { unit: '305002', department: '305', division: '330212000' };
    expect(await me(await api.token('demo-unit-head', elsewhere))).toMatchObject({
      role: 'unit-head',
      ...elsewhere,
    });
  });

  it('nobody else is let in', async () => {
    await expect(api.token('demo-emperor')).rejects.toThrow('no token');
  });

  it('with a division that is none speak from no post', async () => {
    const said = await api.ask('GET', '/api/me', await api.as('demo-audit', { division: 'abc' }));
    expect([said.status, said.body.code]).toEqual([403, 'NO_POST']);
  });
});

describe('a browser', () => {
  const verifier = randomBytes(32).toString('base64url');
  const redirect = 'http://localhost:3000/signed-in';
  const cookies = new Map<string, string>();

  /** One step of the browser: sends the cookies it has, keeps those it gets. */
  const step = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>) => {
    const at = new URL(url, 'http://localhost:3000');
    const headers = {
      host: at.host,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    };
    const said = await api.ask(
      method,
      `${at.pathname}${at.search}`,
      headers,
      form && new URLSearchParams(form).toString(),
    );
    for (const line of [said.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = String(line).split(';')[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    return { ...said, location: String(said.headers.location ?? '') };
  };

  it('chooses a person, comes back with a code, and turns it into a token by PKCE', async () => {
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const query = new URLSearchParams({
      client_id: 'quancheng-console',
      response_type: 'code',
      redirect_uri: redirect,
      scope: 'openid quancheng',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 's',
    });
    const asked = await step('GET', `/oidc/auth?${query.toString()}`);
    const page = await step('GET', asked.location);
    expect(page.text).toContain('选择演示人员');
    expect(page.text).toContain('demo-finance-performance');
    const chosen = await step('POST', asked.location, { person: 'demo-finance-performance' });
    const back = await step('GET', chosen.location);
    expect(back.location).toContain(redirect);
    const code = new URL(back.location).searchParams.get('code') ?? '';
    const told = await step('POST', '/oidc/token', {
      grant_type: 'authorization_code',
      client_id: 'quancheng-console',
      code,
      redirect_uri: redirect,
      code_verifier: verifier,
    });
    expect(await me(String(told.body.access_token))).toMatchObject({
      role: 'finance-performance',
      unit: '101',
    });
  });

  it('with an old page is told to start again', async () => {
    const said = await api.ask('GET', '/sign-in/gone');
    expect([said.status, said.text.includes('登录已过期')]).toEqual([400, true]);
  });
});

describe('the embedded issuer', () => {
  it('is refused in production', async () => {
    await expect(embeddedIssuer({ ...settingsFor(), production: true })).rejects.toThrow(
      'refused in production',
    );
  });

  it('keeps its keys where there is a place for them, readable by their owner only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quancheng-keys-'));
    try {
      const [first, second] = [await issuerKeys(folder), await issuerKeys(folder)];
      const file = join(folder, 'identity', 'issuer-keys.json');
      expect(second).toEqual(first);
      expect((await stat(file)).mode & 0o077).toBe(0);
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(first);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('tells an expired token from an invalid one', async () => {
    const settings = settingsFor();
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const issuer = {
      ...(await embeddedIssuer(settings)),
      publicKeys: { keys: [{ ...(await exportJWK(publicKey)), kid: 'k' }] },
    };
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(issuer.issuer)
      .setAudience(settings.oidcAudience)
      .setExpirationTime(1_400_000_000)
      .sign(privateKey);
    const fault: unknown = await verifierOf(settings, issuer)
      .verify(token)
      .catch((error: unknown) => error);
    expect(fault instanceof Problem && [fault.status, fault.refusal.code]).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('another issuer that cannot be reached is 503', async () => {
    const far = verifierOf(settingsFor({ OIDC_ISSUER: 'http://127.0.0.1:1/realm' }), null);
    const fault: unknown = await far.verify('a.b.c').catch((error: unknown) => error);
    expect(fault instanceof Problem && fault.status).toBe(503);
  });
});

describe('claims', () => {
  const whole = {
    sub: 'p-1',
    quancheng_role: 'audit',
    quancheng_unit: '703',
    quancheng_department: '703',
    quancheng_division: '330211000',
  };

  it('name the actor; the post falls back to the role', () => {
    expect(actorOf(whole)).toEqual({
      personId: 'p-1',
      role: 'audit',
      post: 'audit',
      unit: '703',
      department: '703',
      division: '330211000',
    });
  });

  it.each([
    ['sub', 'a b'],
    ['quancheng_role', 'system'],
    ['quancheng_role', 'king'],
    ['quancheng_unit', ''],
    ['quancheng_department', undefined],
    ['quancheng_division', '33021100'],
  ])('%s = %p speaks from no post', (claim, value) => {
    expect(actorOf({ ...whole, [claim]: value })).toEqual({ faulty: [claim] });
  });
});
