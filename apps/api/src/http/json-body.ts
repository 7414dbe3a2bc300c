import type { FastifyInstance } from 'fastify';
import { problem, type Problem } from './problem.ts';

/** A command is a form, not a file: attachments go their own way. */
export const BODY_LIMIT = 256 * 1024;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads bodies as JSON in UTF-8 and nothing else; says which of the two does not hold. */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (request, body, done) => {
      const fault = encodingFault(
        String(request.headers['content-type'] ?? ''),
        request.headers['content-encoding'],
      );
      if (fault !== null) return done(fault);
      if (body.length === 0) return done(null, undefined);
      try {
        done(null, JSON.parse(strictUtf8.decode(body as Buffer)));
      } catch {
        done(malformed());
      }
    },
  );
}

function encodingFault(contentType: string, contentEncoding: string | undefined): Problem | null {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  const packed = contentEncoding !== undefined && contentEncoding.toLowerCase() !== 'identity';
  return charset === 'utf-8' && !packed ? null : unsupportedMedia();
}

export const unsupportedMedia = (): Problem =>
  problem(415, {
    code: 'MEDIA_TYPE_UNSUPPORTED',
    because: { zh: '请求内容须为 UTF-8 编码的 JSON', en: 'the body must be JSON in UTF-8' },
    remedy: {
      zh: '请以 Content-Type: application/json 提交',
      en: 'send it as Content-Type: application/json',
    },
  });

export const malformed = (): Problem =>
  problem(400, {
    code: 'JSON_MALFORMED',
    because: { zh: '请求内容不是有效的 JSON', en: 'the body is not valid JSON in UTF-8' },
    remedy: { zh: '请检查括号、引号和编码', en: 'check brackets, quotes and encoding' },
  });

export const tooLarge = (): Problem =>
  problem(413, {
    code: 'BODY_TOO_LARGE',
    because: {
      zh: `请求内容超过 ${BODY_LIMIT / 1024} KB`,
      en: `the body is larger than ${BODY_LIMIT / 1024} KB`,
    },
    remedy: { zh: '请精简文字；附件请另行上传', en: 'shorten the texts; attachments are sent separately' },
  });
