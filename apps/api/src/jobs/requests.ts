import { createHash } from 'node:crypto';
import type { Actor } from '@quancheng/domain';
import { requestHash } from '@quancheng/event-store';
import { type Json, SHA256 } from '@quancheng/kernel';
import type { JobRequest } from '@quancheng/ports';
import { fieldProblem } from '../http/problem.ts';
import { jsonFaults } from '../http/text-check.ts';

/** What somebody wants to have done to many files, as the door lets it in; its inside is judged by the preview. */

const MEMBERS = ['kind', 'sha256', 'fileName', 'filter', 'ids', 'parameters'];
const MOST_IDS = 5_000;
const LONGEST_REASON = 2_000;
const LONGEST_NAME = 200;

type Members = Readonly<Record<string, unknown>>;

export function readJobRequest(key: string, body: unknown, actor: Actor): JobRequest {
  const given = membersOf(body, MEMBERS);
  const kind = textOf(given, 'kind', 60);
  const sha256 = given.sha256 === undefined ? null : textOf(given, 'sha256', 64);
  if (sha256 !== null && !SHA256.test(sha256))
    throw shape('sha256', '应为64位小写十六进制摘要', 'is a sha256 in 64 hex digits');
  const name = given.fileName === undefined ? '' : textOf(given, 'fileName', LONGEST_NAME);
  const parameters = {
    ...(objectOf(given, 'parameters') as { readonly [key: string]: Json }),
    ...(given.filter === undefined ? {} : { filter: objectOf(given, 'filter') as Json }),
    ...(given.ids === undefined ? {} : { ids: idsOf(given.ids) }),
  };
  const file = sha256 === null ? null : { sha256, name };
  return {
    division: actor.division,
    jobId: jobIdOf(actor.division, key),
    kind,
    actor,
    requestHash: requestHash({ kind, file, parameters, person: actor.personId, role: actor.role }),
    file,
    parameters,
  };
}

/** The key names the job: whoever repeats his request gets the same one. */
const jobIdOf = (division: string, key: string): string =>
  `J${createHash('sha256').update(`${division}/${key}`).digest('hex').slice(0, 20)}`;

export function readReason(body: unknown): string {
  const given = membersOf(body, ['reason']);
  return textOf(given, 'reason', LONGEST_REASON);
}

function membersOf(body: unknown, known: readonly string[]): Members {
  const given = body ?? {};
  if (typeof given !== 'object' || Array.isArray(given))
    throw shape('', '请求内容应为 JSON 对象', 'the body is a JSON object');
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw shape(unknown.slice(0, 60), `没有这一项，可用：${known.join('、')}`, `known: ${known.join(', ')}`);
  const [fault] = jsonFaults(given as Json, '');
  if (fault !== undefined) throw fieldProblem(422, 'TEXT_UNUSABLE', fault.field, fault.because, MEND);
  return given as Members;
}

function textOf(given: Members, field: string, longest: number): string {
  const text = typeof given[field] === 'string' ? (given[field] as string).trim() : '';
  if (text === '') throw shape(field, '必填', 'is required');
  if (text.length > longest) throw shape(field, `最多${longest}字`, `has at most ${longest} characters`);
  return text;
}

function objectOf(given: Members, field: string): Members {
  const value = given[field] ?? {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Members;
  throw shape(field, '应为 JSON 对象', 'is a JSON object');
}

function idsOf(given: unknown): string[] {
  const fits = Array.isArray(given) && given.length > 0 && given.length <= MOST_IDS;
  if (fits && given.every((id) => typeof id === 'string' && id.length <= 100)) return given as string[];
  throw shape('ids', `应为 1 至 ${MOST_IDS} 个编号的列表`, `is a list of 1 to ${MOST_IDS} ids`);
}

const MEND = { zh: '请核对该项', en: 'check it' };
const shape = (field: string, zh: string, en: string) =>
  fieldProblem(
    422,
    'JOB_REQUEST_SHAPE',
    field,
    { zh: `${field} ${zh}`.trim(), en: `${field} ${en}`.trim() },
    MEND,
  );
