import type { Role } from '@quancheng/domain';

/** From which post, for which unit, a request speaks. */
export interface Post {
  readonly role: Role;
  readonly unit: string;
  readonly department: string;
  readonly division: string;
  /** Whose sign-in; the demo person of the role where absent. */
  readonly person?: string;
  /** The post chosen of several, like `unit-clerk@201001`; the one that the token claims where absent. */
  readonly choose?: string;
  /** A division to read below one's own. */
  readonly reads?: string;
}

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | null;
  readonly retryAfter: string | null;
}

/** Two minutes of trying: longer than any restart of a server takes. */
const ATTEMPTS = 60;

export type Collection =
  | 'projects'
  | 'project-years'
  | 'evaluations'
  | 'budget-years'
  | 'directories'
  | 'indicator-libraries';

const chosen = ({ choose, reads }: Post): Record<string, string> => ({
  ...(choose === undefined ? {} : { 'quancheng-post': choose }),
  ...(reads === undefined ? {} : { 'quancheng-division': reads }),
});

/** The problem document of a refusal, as the API sends it. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: { code?: string; detail?: string; fields?: unknown[] };
  constructor(request: string, status: number, problem: Refused['problem']) {
    super(
      `${request} → ${status} ${problem.code ?? ''} ${problem.detail ?? ''} ${JSON.stringify(problem.fields ?? '')}`,
    );
    this.status = status;
    this.problem = problem;
  }
}

/**
 * The public API as a program uses it: a token for each post, an idempotency key for each command, and a repetition with
 * the same key whenever the answer stayed away (connection lost, 429, 503).
 */
export class ApiClient {
  readonly base: string;
  /** Ids of the events in every accepting answer: what the API has promised to keep. */
  readonly acknowledged: string[] = [];
  /** Every "not now" that was answered, and every fault of the server: what a person would have read. */
  readonly turnedAway: Answer<Refused['problem'] | null>[] = [];
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(base: string) {
    this.base = base;
  }

  /** Sends one command and answers with what the API said, refusal or not. */
  async send(
    post: Post,
    [collection, id, command]: readonly [Collection, string, string],
    body: { data: unknown; happenedOn?: string; lateReason?: string },
    options: { key?: string; ifMatch?: string } = {},
  ): Promise<Answer> {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'idempotency-key': options.key ?? crypto.randomUUID(),
      ...(options.ifMatch === undefined ? {} : { 'if-match': options.ifMatch }),
    };
    const answer = await this.request(
      post,
      'POST',
      `/api/${collection}/${encodeURIComponent(id)}/${command}`,
      headers,
      JSON.stringify(body),
    );
    const { events = [] } = answer.status < 300 ? (answer.body as { events?: { eventId: string }[] }) : {};
    this.acknowledged.push(...events.map(({ eventId }) => eventId));
    return answer;
  }

  /** As `send`, but a refusal is thrown: for stories in which the command must be accepted. */
  async must(
    post: Post,
    target: readonly [Collection, string, string],
    data: unknown,
    more: { happenedOn?: string; lateReason?: string } = {},
  ) {
    const answer = await this.send(post, target, { data, ...more });
    if (answer.status >= 300)
      throw new Refused(target.join('/'), answer.status, answer.body as Refused['problem']);
    return answer.body as { version: number; stage: string; events: { type: string; eventId: string }[] };
  }

  async get<T>(post: Post, path: string): Promise<Answer<T>> {
    return (await this.request(post, 'GET', path, {})) as Answer<T>;
  }

  /** A file as it is handed out, with the header under which a browser would save it. */
  async download(
    post: Post,
    path: string,
  ): Promise<{ status: number; bytes: Uint8Array; disposition: string }> {
    const authorization = `Bearer ${await this.token(post)}`;
    const response = await fetch(`${this.base}${path}`, { headers: { authorization, ...chosen(post) } });
    return {
      status: response.status,
      bytes: new Uint8Array(await response.arrayBuffer()),
      disposition: response.headers.get('content-disposition') ?? '',
    };
  }

  /** As `download`, of what is asked for with a body. */
  async downloadWith(post: Post, path: string, body: object): Promise<{ status: number; bytes: Uint8Array }> {
    const authorization = `Bearer ${await this.token(post)}`;
    const headers = { authorization, 'content-type': 'application/json', ...chosen(post) };
    const response = await fetch(`${this.base}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  /** Sends what is no command of one file: a job, an upload's use. */
  async post<T>(
    post: Post,
    path: string,
    body: object,
    key: string = crypto.randomUUID(),
  ): Promise<Answer<T>> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return (await this.request(post, 'POST', path, headers, JSON.stringify(body))) as Answer<T>;
  }

  /** Hands in a file, `as` a paper or as it is; its sha256 is its name from then on. */
  async upload(
    post: Post,
    file: { name: string; type: string; bytes: Uint8Array },
    as: 'file' | 'paper' = 'file',
  ): Promise<Answer> {
    const headers = {
      'content-type': file.type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    };
    return await this.request(
      post,
      'POST',
      as === 'paper' ? '/api/attachments?as=paper' : '/api/attachments',
      headers,
      file.bytes as Uint8Array<ArrayBuffer>,
    );
  }

  /** What is no command of a file: it may be repeated as it is. */
  async change<T>(post: Post, method: 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>> {
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const text = body === undefined ? undefined : JSON.stringify(body);
    return (await this.request(post, method, path, headers, text)) as Answer<T>;
  }

  /** Training only: moves the division's clock, and answers when every file of it is quiet. */
  async moveClock(post: Post, to: string): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await this.request(post, 'POST', '/api/clock', headers, JSON.stringify({ to }));
    if (answer.status !== 200) throw new Refused('clock', answer.status, answer.body as Refused['problem']);
  }

  private async request(
    post: Post,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const { answer, lost } = await this.once(post, method, path, headers, body).then(
        (given) => ({ answer: given, lost: null }),
        (error: unknown) => ({ answer: null, lost: error }),
      );
      if (answer !== null && (answer.status >= 500 || answer.status === 429))
        this.turnedAway.push(answer as Answer<Refused['problem'] | null>);
      if (answer !== null && answer.status !== 503 && answer.status !== 429) return answer;
      if (attempt === ATTEMPTS)
        throw lost ?? new Refused(path, answer?.status ?? 0, answer?.body as Refused['problem']);
      // The same key makes a repetition safe: the first answer comes back if the first try had arrived.
      await new Promise((resolve) => setTimeout(resolve, Math.min(250 * attempt, 2_000)));
    }
  }

  private async once(
    post: Post,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<Answer> {
    const authorization = `Bearer ${await this.token(post)}`;
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: { ...headers, authorization, ...chosen(post) },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (response.status === 401) this.tokens.clear();
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      etag: response.headers.get('etag'),
      retryAfter: response.headers.get('retry-after'),
    };
  }

  private async token(post: Post): Promise<string> {
    const { choose: _, reads: __, ...signIn } = post;
    const name = JSON.stringify(signIn);
    const known = this.tokens.get(name) ?? this.fetchToken(post);
    this.tokens.set(name, known);
    known.catch(() => this.tokens.delete(name));
    return await known;
  }

  private async fetchToken(post: Post): Promise<string> {
    const form = new URLSearchParams({
      grant_type: 'urn:quancheng:params:oauth:grant-type:demo',
      client_id: 'quancheng-demo',
      person: post.person ?? `demo-${post.role}`,
      unit: post.unit,
      department: post.department,
      division: post.division,
    });
    const response = await fetch(`${this.base}/oidc/token`, { method: 'POST', body: form });
    if (!response.ok) throw new Error(`sign-in as ${post.role}: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { access_token: string }).access_token;
  }
}
