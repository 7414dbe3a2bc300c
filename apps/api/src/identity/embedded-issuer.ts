import { Provider, type Context, errors } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import type { JSONWebKeySet, JWK } from 'jose';
import type { Settings } from '../settings.ts';
import { claimsOf } from './claims.ts';
import { type DemoPerson, demoPerson } from './demo-people.ts';
import { type IssuerKeys, issuerKeys } from './keys.ts';

/** The client by which tests and scripts get a token for a demo person, without a browser. */
export const DEMO_CLIENT = 'quancheng-demo';
export const DEMO_GRANT = 'urn:quancheng:params:oauth:grant-type:demo';
/** The client of the pages in a browser: authorization code with PKCE, no secret. */
export const BROWSER_CLIENT = 'quancheng-console';
export const OIDC_MOUNT = '/oidc';
export const SIGN_IN_PATH = '/sign-in';

const TOKEN_SECONDS = 8 * 3600;
const SCOPE = 'quancheng';

export interface EmbeddedIssuer {
  readonly issuer: string;
  readonly provider: Provider;
  readonly publicKeys: JSONWebKeySet;
}

/** The issuer of the development and training default. Throws in production: its people can be anybody. */
export async function embeddedIssuer(settings: Settings): Promise<EmbeddedIssuer> {
  if (settings.production) throw new Error('the embedded issuer is refused in production: set OIDC_ISSUER');
  const keys = await issuerKeys(settings.dataFolder);
  const issuer = `${settings.publicUrl}${OIDC_MOUNT}`;
  const spokenFor = new WeakMap<object, Record<string, string>>();
  const provider = new Provider(issuer, configurationOf(settings, keys, spokenFor));
  registerDemoGrant(provider, settings, spokenFor);
  return { issuer, provider, publicKeys: { keys: [publicPart(keys.signing)] } };
}

function configurationOf(
  settings: Settings,
  keys: IssuerKeys,
  spokenFor: WeakMap<object, Record<string, string>>,
) {
  const resourceServer = resourceServerOf(settings);
  return {
    // Named, though it is the default: a development issuer may forget its sessions, and need not warn of it at each start.
    adapter: createMemoryAdapter(),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookieSecret] },
    clients: clientsOf(settings),
    clientBasedCORS: () => true,
    pkce: { required: () => true },
    responseTypes: ['code'],
    scopes: ['openid', SCOPE],
    claims: { openid: ['sub', 'name'] },
    ttl: {
      AccessToken: TOKEN_SECONDS,
      IdToken: TOKEN_SECONDS,
      Session: TOKEN_SECONDS,
      Grant: TOKEN_SECONDS,
      Interaction: 3600,
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => settings.oidcAudience,
        getResourceServerInfo: () => resourceServer,
        useGrantedResource: () => true,
      },
    },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `${SIGN_IN_PATH}/${interaction.uid}` },
    findAccount: (_: unknown, id: string) => accountOf(id),
    loadExistingGrant: (context: Context) => grantAll(context, settings),
    extraTokenClaims: (_: unknown, token: { accountId: string }) =>
      spokenFor.get(token) ?? personClaims(token.accountId, settings.division),
    renderError: renderIssuerError,
  };
}

const resourceServerOf = (settings: Settings) =>
  ({
    audience: settings.oidcAudience,
    scope: SCOPE,
    accessTokenFormat: 'jwt',
    accessTokenTTL: TOKEN_SECONDS,
  }) as const;

function clientsOf(settings: Settings) {
  const own = [`${settings.publicUrl}/docs/oauth2-redirect.html`, `${settings.publicUrl}/signed-in`];
  return [
    {
      client_id: BROWSER_CLIENT,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [...new Set([...own, ...settings.redirectUris])],
    },
    {
      client_id: DEMO_CLIENT,
      token_endpoint_auth_method: 'none',
      grant_types: [DEMO_GRANT],
      response_types: [],
      redirect_uris: [],
    },
  ];
}

function accountOf(id: string) {
  const person = demoPerson(id);
  return person && { accountId: id, claims: () => ({ sub: id, name: person.name.zh }) };
}

const personClaims = (id: string, division: string): Record<string, string> => {
  const person = demoPerson(id);
  return person ? claimsOf({ ...person, division }) : {};
};

/** Our own pages need no consent of the person whose post they serve. */
async function grantAll({ oidc }: Context, settings: Settings) {
  const accountId = oidc.session?.accountId;
  if (accountId === undefined) return undefined;
  const grant = new oidc.provider.Grant({ accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope(`openid ${SCOPE}`);
  grant.addResourceScope(settings.oidcAudience, SCOPE);
  await grant.save();
  return grant;
}

/** `person`, and optionally the `unit`, `department` and `division` to act for: so a test can be any unit of any division. */
const DEMO_PARAMETERS = ['person', 'unit', 'department', 'division'] as const;

function registerDemoGrant(
  provider: Provider,
  settings: Settings,
  spokenFor: WeakMap<object, Record<string, string>>,
): void {
  const handler = async (context: Context): Promise<void> => {
    const { client, params } = context.oidc;
    const person = demoPerson(params.person ?? '');
    if (person === undefined) throw new errors.InvalidRequest('person: no such demo person');
    const token = new provider.AccessToken({ accountId: person.id, client, gty: DEMO_GRANT, scope: SCOPE });
    token.resourceServer = new provider.ResourceServer(settings.oidcAudience, resourceServerOf(settings));
    spokenFor.set(token, demoClaims(person, params, settings.division));
    context.oidc.entity('AccessToken', token);
    const value = await token.save();
    context.body = { access_token: value, token_type: 'Bearer', expires_in: token.expiration, scope: SCOPE };
  };
  provider.registerGrantType(DEMO_GRANT, handler, DEMO_PARAMETERS);
}

function demoClaims(
  person: DemoPerson,
  params: Readonly<Record<string, string | undefined>>,
  division: string,
) {
  const asked = (name: string, otherwise: string) => (params[name] ? params[name] : otherwise);
  return claimsOf({
    ...person,
    unit: asked('unit', person.unit),
    department: asked('department', person.department),
    division: asked('division', division),
  });
}

function renderIssuerError(
  context: { type?: string; body?: unknown },
  out: Readonly<Record<string, string>>,
): void {
  context.type = 'text/plain; charset=utf-8';
  context.body = `登录未完成，请返回重新登录 / sign-in did not complete, please go back and start again\n${out.error ?? ''}`;
}

function publicPart({ kty, n, e, kid, alg, use }: JWK): JWK {
  return { kty, n, e, kid, alg, use } as JWK;
}
