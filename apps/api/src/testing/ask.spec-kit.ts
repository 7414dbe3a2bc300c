import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi, readSettings, type Settings } from '../index.ts';

/** Where nothing listens: what the door refuses must not need any server. */
export const NOWHERE = 'postgres://nobody@127.0.0.1:1/nothing';

export const settingsFor = (variables: Record<string, string> = {}): Settings =>
  readSettings({
    READER_DATABASE_URL: NOWHERE,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    LOG_LEVEL: 'silent',
    // The token alone says who acts: a directory would need the database.
    POSTS_FROM: 'token',
    ...variables,
  });

export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The API in this process, asked without a socket. */
export class InProcess {
  readonly app: NestFastifyApplication;
  private constructor(app: NestFastifyApplication) {
    this.app = app;
  }

  static async open(settings: Settings): Promise<InProcess> {
    return new InProcess(await createApi(settings));
  }

  async ask(
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string> = {},
    payload?: string | Buffer,
  ): Promise<Said> {
    const reply = await this.app.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = String(reply.headers['content-type']).includes('json');
    return {
      status: reply.statusCode,
      headers: reply.headers,
      text: reply.body,
      body: isJson ? JSON.parse(reply.body) : {},
    };
  }

  /** A token of a demo person, by the demo grant. */
  async token(person: string, more: Record<string, string> = {}): Promise<string> {
    const form = new URLSearchParams({
      grant_type: 'urn:quancheng:params:oauth:grant-type:demo',
      client_id: 'quancheng-demo',
      person,
      ...more,
    });
    const said = await this.ask(
      'POST',
      '/oidc/token',
      { 'content-type': 'application/x-www-form-urlencoded' },
      form.toString(),
    );
    if (said.status !== 200) throw new Error(`no token for ${person}: ${said.text}`);
    return String(said.body.access_token);
  }

  async as(person: string, more: Record<string, string> = {}): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.token(person, more)}` };
  }
}
