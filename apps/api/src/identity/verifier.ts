import type { Actor } from '@quancheng/domain';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Problem, problem, unavailable } from '../http/problem.ts';
import type { Settings } from '../settings.ts';
import { actorOf } from './claims.ts';
import type { EmbeddedIssuer } from './embedded-issuer.ts';

/** From a bearer token to the actor it speaks for. Throws a `Problem`: 401 for the token, 403 for what it lacks, 503 for the issuer. */
export interface Verifier {
  verify(token: string): Promise<Actor>;
  /** Throws when the issuer's keys cannot be had. */
  ready(): Promise<void>;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;
const ISSUER_TIMEOUT_MS = 3000;
const ISSUER = { zh: '统一身份认证', en: 'the identity issuer' };

export function verifierOf(settings: Settings, embedded: EmbeddedIssuer | null): Verifier {
  const keys = embedded ? ownKeys(embedded) : remoteKeys(settings.oidcIssuer ?? '');
  const expected = {
    issuer: embedded?.issuer ?? settings.oidcIssuer ?? '',
    audience: settings.oidcAudience,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  };
  return {
    verify: async (token) => {
      const keyOf = await keys();
      const { payload } = await jwtVerify(token, keyOf, expected).catch((error: unknown) => {
        throw isTokenFault(error) ? tokenProblem(error) : unavailable(ISSUER, error);
      });
      const actor = actorOf(payload);
      if ('faulty' in actor) throw noPost(actor.faulty);
      return actor;
    },
    ready: async () => void (await keys()),
  };
}

function ownKeys({ publicKeys }: EmbeddedIssuer): () => Promise<JWTVerifyGetKey> {
  const keys = createLocalJWKSet(publicKeys);
  return () => Promise.resolve(keys);
}

/** The issuer's key set by its discovery document, asked once; after a failure it is asked again. */
function remoteKeys(issuer: string): () => Promise<JWTVerifyGetKey> {
  let known: JWTVerifyGetKey | null = null;
  return async () => {
    if (known !== null) return known;
    try {
      const address = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
      const response = await fetch(address, { signal: AbortSignal.timeout(ISSUER_TIMEOUT_MS) });
      const document = (await response.json()) as { jwks_uri?: unknown };
      known = createRemoteJWKSet(new URL(String(document.jwks_uri)), { timeoutDuration: ISSUER_TIMEOUT_MS });
      return known;
    } catch (error) {
      throw unavailable(ISSUER, error);
    }
  };
}

const isTokenFault = (error: unknown): boolean =>
  (error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid)) ||
  error instanceof TypeError;

function tokenProblem(error: unknown): Problem {
  const expired = error instanceof errors.JWTExpired;
  return problem(
    401,
    {
      code: expired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID',
      because: expired
        ? { zh: '登录已过期', en: 'the sign-in has expired' }
        : { zh: '登录凭证无效', en: 'the access token is not valid here' },
      remedy: { zh: '请重新登录', en: 'sign in again' },
    },
    { 'www-authenticate': 'Bearer realm="quancheng", error="invalid_token"' },
  );
}

export const tokenMissing = (): Problem =>
  problem(
    401,
    {
      code: 'TOKEN_MISSING',
      because: { zh: '尚未登录', en: 'no access token was sent' },
      remedy: { zh: '请登录后再试', en: 'sign in and send Authorization: Bearer <token>' },
    },
    { 'www-authenticate': 'Bearer realm="quancheng"' },
  );

const noPost = (faulty: readonly string[]): Problem =>
  problem(403, {
    code: 'NO_POST',
    because: {
      zh: '该账号没有可用的岗位信息',
      en: `the token does not say for which post it speaks: ${faulty.join(', ')}`,
    },
    remedy: {
      zh: '请系统管理员核对账号的岗位、单位和区划',
      en: 'ask the administrator to set post, unit and division',
    },
  });
