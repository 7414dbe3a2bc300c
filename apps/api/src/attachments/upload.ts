import { Readable } from 'node:stream';
import type { Refusal } from '@quancheng/kernel';
import type { FastifyInstance } from 'fastify';
import { unsupportedMedia } from '../http/json-body.ts';
import { fieldProblem, Problem, problem } from '../http/problem.ts';

const UPLOADS = '/api/attachments';
const LONGEST_NAME = 200;

/** Lets the bytes of an upload through to their route unread; every other route takes JSON alone. */
export function letUploadsThrough(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('*', (request, body, done) => {
    if (request.routeOptions.url === UPLOADS) done(null, body);
    else done(unsupportedMedia());
  });
}

/** The bytes as they arrive. What was read as JSON before it came here is no file that we take. */
export function uploadOf(body: unknown): AsyncIterable<Uint8Array> {
  if (body instanceof Readable) return heardToTheEnd(body);
  throw problem(415, {
    code: 'ATTACHMENT_TYPE_NOT_ALLOWED',
    because: { zh: '请求中没有文件', en: 'the request holds no file' },
    remedy: {
      zh: '请以文件内容作为请求内容，并注明其类型，如 Content-Type: application/pdf',
      en: 'send the bytes of the file as the body, with its type, such as Content-Type: application/pdf',
    },
  });
}

/** Where nobody reads on, the rest is thrown away: who sends a file that is too large must still hear so. */
async function* heardToTheEnd(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body.iterator({ destroyOnReturn: false });
  } finally {
    body.resume();
  }
}

/** The file's own name without any folder; the form of RFC 8187 before the plain one. */
export function nameIn(disposition: string | undefined): string {
  const wide = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename\s*=\s*"([^"]*)"/i.exec(disposition ?? '')?.[1];
  const given = (wide === undefined ? plain : decoded(wide)) ?? '';
  const name = given
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .trim();
  if (name !== '' && name.length <= LONGEST_NAME) return name;
  throw fieldProblem(
    400,
    'FILE_NAME_MISSING',
    'Content-Disposition',
    {
      zh: `缺少文件名，或文件名超过 ${LONGEST_NAME} 字`,
      en: `no file name of at most ${LONGEST_NAME} characters`,
    },
    {
      zh: "请注明 Content-Disposition: attachment; filename*=UTF-8''（编码后的文件名）",
      en: "send Content-Disposition: attachment; filename*=UTF-8''(the encoded name)",
    },
  );
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Never shown in place: a file of somebody else is saved and opened by the program it belongs to. */
export const attachmentHeader = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

const STATUS: Readonly<Record<string, number>> = {
  ATTACHMENT_TOO_LARGE: 413,
  ATTACHMENT_TYPE_NOT_ALLOWED: 415,
};

export const notTaken = (refusal: Refusal): Problem => new Problem(STATUS[refusal.code] ?? 422, refusal);
