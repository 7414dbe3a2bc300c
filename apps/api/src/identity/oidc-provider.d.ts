/** What we use of `oidc-provider`, which ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Client {
    readonly clientId: string;
  }
  export interface ResourceServer {
    readonly audience: string;
    readonly scope: string;
    readonly accessTokenFormat: 'jwt';
    readonly accessTokenTTL: number;
  }
  export interface Context {
    body: unknown;
    readonly oidc: {
      readonly provider: Provider;
      readonly client: Client;
      readonly params: Readonly<Record<string, string | undefined>>;
      readonly session?: { readonly accountId?: string };
      readonly result?: { readonly consent?: { readonly grantId?: string } };
      entity(name: string, value: unknown): void;
    };
  }
  export interface Interaction {
    readonly uid: string;
    readonly prompt: { readonly name: string };
    readonly params: Readonly<Record<string, unknown>>;
  }
  export interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }
  export interface AccessToken {
    resourceServer: unknown;
    readonly accountId: string;
    readonly expiration: number;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    readonly Grant: new (given: {
      accountId: string;
      clientId: string;
    }) => Grant;
    readonly AccessToken: new (
      given: Readonly<Record<string, unknown>>,
    ) => AccessToken;
    readonly ResourceServer: new (
      identifier: string,
      given: ResourceServer,
    ) => unknown;
    proxy: boolean;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    registerGrantType(
      name: string,
      handler: (context: Context) => Promise<void>,
      parameters: readonly string[],
    ): void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Readonly<Record<string, unknown>>,
    ): Promise<void>;
    on(event: 'server_error', listener: (context: Context, error: Error) => void): void;
  }
  export const errors: {
    readonly InvalidRequest: new (message: string) => Error;
    readonly InvalidGrant: new (message: string) => Error;
  };
  export default Provider;
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  /** A store of its own for one provider. */
  export function createMemoryAdapter(clockTolerance?: number): unknown;
}
