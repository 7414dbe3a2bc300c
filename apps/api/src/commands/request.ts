import {
  type Json,
  type PlainDate,
  refuse,
  type Refusal,
  isRefusal,
  parsePlainDate,
  type Words,
} from '@quancheng/kernel';
import { fenJson } from '../http/money-json.ts';
import { Problem, fieldProblem } from '../http/problem.ts';
import { jsonFaults } from '../http/text-check.ts';

/** A command's request as the door lets it in: its envelope holds; its data is judged by the domain. */
export interface CommandRequest {
  readonly commandId: string;
  readonly expectedVersion?: number;
  readonly data: Json;
  readonly happenedOn?: PlainDate;
  readonly lateReason?: string;
}

/**
 * Letters, digits and `. _ ~ -`: enough for every UUID and ULID. Not `>` and not `:`, by which the clock and the facts
 * carried between streams build their command ids: nobody may take such an id before its time.
 */
const KEY = /^[A-Za-z0-9._~-]{8,100}$/;
const ETAG = /^(?:W\/)?"(0|[1-9]\d{0,8})"$/;
const LONGEST_REASON = 2000;

export function readCommandRequest(
  headers: Readonly<Record<string, unknown>>,
  body: unknown,
): CommandRequest {
  const commandId = idempotencyKey(headers['idempotency-key']);
  const expectedVersion = seenVersion(headers['if-match']);
  const { data, happenedOn, lateReason } = envelope(body);
  return {
    commandId,
    data,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    ...(happenedOn === undefined ? {} : { happenedOn }),
    ...(lateReason === undefined ? {} : { lateReason }),
  };
}

export function idempotencyKey(header: unknown): string {
  if (typeof header === 'string' && KEY.test(header)) return header;
  const missing = header === undefined || header === '';
  throw fieldProblem(
    400,
    missing ? 'IDEMPOTENCY_KEY_MISSING' : 'IDEMPOTENCY_KEY_SHAPE',
    'Idempotency-Key',
    missing
      ? { zh: '缺少 Idempotency-Key 请求头', en: 'the header Idempotency-Key is missing' }
      : {
          zh: 'Idempotency-Key 应为 8 至 100 位字母、数字或 . _ ~ -',
          en: 'Idempotency-Key has 8 to 100 letters, digits or . _ ~ -',
        },
    {
      zh: '请为每次办理生成一个新的编号（如 UUID），重新提交同一次办理时沿用原编号',
      en: 'make a new key (a UUID) for each command, and keep it when you repeat the same command',
    },
  );
}

function seenVersion(header: unknown): number | undefined {
  if (header === undefined) return undefined;
  const version = typeof header === 'string' ? ETAG.exec(header.trim())?.[1] : undefined;
  if (version !== undefined) return Number(version);
  throw fieldProblem(
    400,
    'IF_MATCH_SHAPE',
    'If-Match',
    {
      zh: 'If-Match 应为带引号的版本号，例如 "12"',
      en: 'If-Match holds one quoted version, for example "12"',
    },
    { zh: '请使用上次读取时返回的 ETag', en: 'send the ETag of your last read' },
  );
}

function envelope(body: unknown): Pick<CommandRequest, 'data' | 'happenedOn' | 'lateReason'> {
  if (body === undefined || body === null) return { data: {} };
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw fieldProblem(422, 'BODY_NOT_AN_OBJECT', '', NOT_AN_OBJECT, ENVELOPE);
  }
  refuseUnkeepable(body);
  const { data = {}, happenedOn, lateReason, ...others } = body as Record<string, unknown>;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) {
    const because: Words = { zh: `没有名为“${unknown}”的项`, en: `there is no member "${unknown}"` };
    throw fieldProblem(422, 'UNKNOWN_MEMBER', unknown, because, ENVELOPE);
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw fieldProblem(422, 'DATA_NOT_AN_OBJECT', 'data', NOT_AN_OBJECT, ENVELOPE);
  }
  return { data: fenJson(data as Json), ...dayOf(happenedOn), ...reasonOf(lateReason) };
}

const NOT_AN_OBJECT: Words = { zh: '应为 JSON 对象', en: 'is to be a JSON object' };
const ENVELOPE: Words = {
  zh: '请按 {"data": {…}, "happenedOn": "2014-10-08", "lateReason": "…"} 的形式提交，后两项可省略',
  en: 'send {"data": {…}, "happenedOn": "2014-10-08", "lateReason": "…"}; the last two may be left out',
};

function refuseUnkeepable(body: object): void {
  const fields = jsonFaults(body, '');
  if (fields.length === 0) return;
  const refusal = refuse({
    code: 'TEXT_UNUSABLE',
    because: { zh: `有 ${fields.length} 处内容无法保存`, en: `${fields.length} place(s) cannot be stored` },
    remedy: { zh: '请按提示修改后重新提交', en: 'mend the named places and send again' },
    fields,
  });
  throw new Problem(422, refusal);
}

function dayOf(given: unknown): { happenedOn?: PlainDate } {
  if (given === undefined || given === null) return {};
  const date: PlainDate | Refusal = parsePlainDate(typeof given === 'string' ? given : '');
  if (!isRefusal(date)) return { happenedOn: date };
  throw fieldProblem(422, date.code, 'happenedOn', date.because, date.remedy);
}

function reasonOf(given: unknown): { lateReason?: string } {
  if (given === undefined || given === null) return {};
  if (typeof given === 'string' && given.length <= LONGEST_REASON) return { lateReason: given };
  throw fieldProblem(
    422,
    'LATE_REASON_SHAPE',
    'lateReason',
    {
      zh: `补录原因应为不超过 ${LONGEST_REASON} 字的文字`,
      en: `the reason is a text of at most ${LONGEST_REASON} characters`,
    },
    { zh: '请精简补录原因', en: 'shorten the reason' },
  );
}
