import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { malformed, tooLarge, unsupportedMedia } from './json-body.ts';
import { outageOf } from './outage.ts';
import { Problem, PROBLEM_TYPE, notFound, problem } from './problem.ts';

/** Every answer that is not a success leaves here, in one form. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log: Logger;

  constructor(log: Logger) {
    this.log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const found = problemFrom(error);
    // What has no cause outside is ours to mend; what has one is for the operators.
    if (found.status === 500) this.log.error({ requestId: request.id, err: error }, 'fault');
    else if (found.status === 503)
      this.log.warn(
        { requestId: request.id, code: found.refusal.code, cause: String(found.cause) },
        'out of reach',
      );
    replyWith(found, request, http.getResponse<FastifyReply>());
  }
}

export function replyWith(found: Problem, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  void reply
    .status(found.status)
    .headers({ ...found.headers, 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' });
  void reply.send(JSON.stringify(found.document(request.id)));
}

export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return outageOf(error) ?? fromHttp(error) ?? internal(error);
}

function fromHttp(error: unknown): Problem | null {
  const status = error instanceof HttpException ? error.getStatus() : statusIn(error);
  if (status === null || status < 400 || status >= 500) return null;
  if (status === 404) return notFound({ zh: '此地址', en: 'this address' });
  if (status === 413) return tooLarge();
  if (status === 415) return unsupportedMedia();
  if (status === 400 && /json|body/i.test(error instanceof Error ? error.message : '')) return malformed();
  return problem(status, {
    code: 'REQUEST_UNREADABLE',
    because: { zh: '请求无法识别', en: 'the request cannot be read' },
    remedy: { zh: '请核对地址和请求头', en: 'check the address and the headers' },
  });
}

function statusIn(error: unknown): number | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}

const internal = (cause: unknown): Problem =>
  new Problem(
    500,
    problem(500, {
      code: 'INTERNAL_FAULT',
      because: { zh: '系统内部错误，已记录', en: 'a fault of ours; it has been logged' },
      remedy: {
        zh: '请将请求编号告知系统管理员；可以同一 Idempotency-Key 重新提交',
        en: 'give the request id to the administrator; you may repeat with the same Idempotency-Key',
      },
    }).refusal,
    { cause },
  );
