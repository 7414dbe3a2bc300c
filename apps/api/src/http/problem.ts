import { type Refusal, refuse, type Words } from '@quancheng/kernel';
import { confirmationMark } from '@quancheng/rulebook';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** An answer that is a "no" or a "not now", as RFC 9457 carries it. Thrown at the door, turned into a reply by `ProblemFilter`. */
export class Problem extends Error {
  readonly status: number;
  readonly refusal: Refusal;
  readonly headers: Readonly<Record<string, string>>;
  /** More members of the document, such as what has changed since the version a person saw. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    refusal: Refusal,
    {
      headers = {},
      more = {},
      cause,
    }: { headers?: Record<string, string>; more?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(`${refusal.code}: ${refusal.because.en}`, { cause });
    this.status = status;
    this.refusal = refusal;
    this.headers = headers;
    this.more = more;
  }

  /** The document itself. Words come in both languages, Chinese first; `detail` is for readers that know no `because`. */
  document(requestId: string): Record<string, unknown> {
    const { code, clause, because, remedy, fields = [] } = this.refusal;
    return {
      type: `urn:quancheng:problem:${code.toLowerCase().replaceAll('_', '-')}`,
      title: because.zh,
      status: this.status,
      detail: because.en,
      instance: `urn:quancheng:request:${requestId}`,
      code,
      clause: clause ?? null,
      toBeConfirmed: confirmationMark(clause),
      because,
      fields,
      remedy,
      ...this.more,
    };
  }
}

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  ROLE_NOT_ALLOWED: 403,
  NOT_YOUR_OBJECT: 403,
  OTHER_DIVISION: 403,
  UNKNOWN_COMMAND: 404,
  WRONG_STAGE: 409,
  STALE_VERSION: 412,
  FORM_INVALID: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
};

/** The HTTP status of a refusal: a known code's own; 422 where fields are named; else the object's state says no, 409. */
export function statusOf(refusal: Refusal): number {
  const known = Object.hasOwn(STATUS_BY_CODE, refusal.code) ? STATUS_BY_CODE[refusal.code] : undefined;
  if (known !== undefined) return known;
  return (refusal.fields?.length ?? 0) > 0 || /^(MONEY|DATE|FIELD)_/.test(refusal.code) ? 422 : 409;
}

export const refusedProblem = (refusal: Refusal, more: Record<string, unknown> = {}): Problem =>
  new Problem(statusOf(refusal), refusal, { more });

type Said = { readonly code: string; readonly because: Words; readonly remedy: Words };

export const problem = (status: number, said: Said, headers: Record<string, string> = {}): Problem =>
  new Problem(status, refuse(said), { headers });

/** A fault of one named place of the request. */
export const fieldProblem = (
  status: number,
  code: string,
  field: string,
  because: Words,
  remedy: Words,
): Problem =>
  new Problem(
    status,
    refuse({ code, because, remedy, fields: [{ field, code: code.toLowerCase(), because }] }),
  );

export const notFound = (what: Words): Problem =>
  problem(404, {
    code: 'NOT_FOUND',
    because: { zh: `没有找到${what.zh}`, en: `${what.en} was not found` },
    remedy: { zh: '请核对编号', en: 'check the id' },
  });

export const denied = (denial: { code: string; because: Words }): Problem =>
  problem(403, {
    code: denial.code,
    because: denial.because,
    remedy: { zh: '请由有权的岗位办理', en: 'ask the post that may do it' },
  });

const RETRY_AFTER_SECONDS = '2';

/** A server that we need is out of reach: never a 500, for nothing is broken here and the same request will do later. */
export const unavailable = (what: Words, cause?: unknown): Problem =>
  new Problem(
    503,
    refuse({
      code: 'DEPENDENCY_UNAVAILABLE',
      because: { zh: `${what.zh}暂时不可用`, en: `${what.en} is out of reach at the moment` },
      remedy: {
        zh: '请稍后以同一 Idempotency-Key 重新提交，不会重复办理',
        en: 'repeat in a moment with the same Idempotency-Key; nothing is done twice',
      },
    }),
    { headers: { 'retry-after': RETRY_AFTER_SECONDS }, cause },
  );

export const stillWorking = (): Problem =>
  problem(
    503,
    {
      code: 'ANSWER_PENDING',
      because: { zh: '命令已送出，尚未得到答复', en: 'the command was sent; its answer has not come yet' },
      remedy: {
        zh: '请以同一 Idempotency-Key 重新提交以取得答复，不会重复办理',
        en: 'repeat with the same Idempotency-Key to get the answer; nothing is done twice',
      },
    },
    { 'retry-after': RETRY_AFTER_SECONDS },
  );

export const busy = (): Problem =>
  problem(
    429,
    {
      code: 'STREAM_BUSY',
      because: { zh: '该事项同时办理的请求过多', en: 'too many requests for this file at once' },
      remedy: {
        zh: '请稍后以同一 Idempotency-Key 重新提交',
        en: 'repeat in a moment with the same Idempotency-Key',
      },
    },
    { 'retry-after': RETRY_AFTER_SECONDS },
  );
