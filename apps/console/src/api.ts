import { type FieldFault, type Refusal, refuse, type Words } from '@quancheng/kernel';
import { chosenPost, currentUser } from './session.ts';

/** A "no" of the API, with the status it came with and whatever else it said. */
export class Refused extends Error {
  readonly status: number;
  readonly refusal: Refusal;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, refusal: Refusal, more: Readonly<Record<string, unknown>> = {}) {
    super(refusal.because.zh);
    this.status = status;
    this.refusal = refusal;
    this.more = more;
  }
}

/** Dispatched on `window` when the sign-in no longer holds: what is on the page stays, and the person is asked to sign in again. */
export const SIGN_IN_LAPSED = 'quancheng:sign-in-lapsed';

export interface Sending {
  /** Keep it when the same thing is sent again: then nothing is done twice. */
  readonly idempotencyKey: string;
  /** The version that the person saw. */
  readonly version?: number;
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export async function get<T>(path: string, query: Query = {}): Promise<T> {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return await answerOf<T>(await send(search === '' ? path : `${path}?${search}`, {}));
}

export async function post<T>(path: string, body: unknown, { idempotencyKey, version }: Sending): Promise<T> {
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': idempotencyKey,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  };
  return await answerOf<T>(await send(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** What `POST /api/attachments` answers. */
export interface Attachment {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly type: string;
  readonly name: string;
}

/** `as` a paper it is kept only where it can be read as one. */
export async function upload(file: File, as: 'file' | 'paper' = 'file'): Promise<Attachment> {
  const headers = {
    'content-type': file.type || 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  };
  const path = as === 'paper' ? '/api/attachments?as=paper' : '/api/attachments';
  return await answerOf<Attachment>(await send(path, { method: 'POST', headers, body: file }));
}

/** A file with the name it came with, where the server knows one; with a body it is asked for by what is chosen there. */
export async function download(
  path: string,
  body?: unknown,
): Promise<{ blob: Blob; name: string | undefined }> {
  const headers = { 'content-type': 'application/json' };
  const asked = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await send(path, asked);
  if (!response.ok) return await answerOf(response);
  const said = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { blob: await response.blob(), name: said && decodeURIComponent(said) };
}

async function send(
  path: string,
  init: RequestInit & { headers?: Record<string, string> },
): Promise<Response> {
  const user = await currentUser();
  const chosen = chosenPost();
  const headers = {
    accept: 'application/json',
    ...(user === null ? {} : { authorization: `Bearer ${user.access_token}` }),
    ...(chosen === null ? {} : { 'quancheng-post': chosen }),
    ...init.headers,
  };
  try {
    return await fetch(path, { ...init, headers });
  } catch {
    throw new Refused(0, UNREACHABLE);
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  if (response.status === 401) window.dispatchEvent(new Event(SIGN_IN_LAPSED));
  throw refusedBy(response.status, body);
}

function refusedBy(status: number, body: unknown): Refused {
  if (typeof body !== 'object' || body === null || !('code' in body)) return new Refused(status, UNREACHABLE);
  const { code, because, remedy, clause, fields, ...more } = body as Problem;
  return new Refused(status, refuse({ code, because, remedy, clause: clause ?? undefined, fields }), more);
}

type Problem = {
  readonly code: string;
  readonly because: Words;
  readonly remedy: Words;
  readonly clause?: string | null;
  readonly fields?: readonly FieldFault[];
};

const UNREACHABLE = refuse({
  code: 'UNREACHABLE',
  because: { zh: '暂时连接不上服务器', en: 'the server is out of reach at the moment' },
  remedy: {
    zh: '您填写的内容仍在页面上，请稍后重试',
    en: 'what you filled in is still here; try again in a moment',
  },
});
