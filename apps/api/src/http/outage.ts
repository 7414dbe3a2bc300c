import { ConnectionLost } from '@quancheng/event-store';
import { NamespaceNotFoundError, ServiceError } from '@temporalio/client';
import { type Problem, fieldProblem, unavailable } from './problem.ts';

const POSTGRES = { zh: '数据库（PostgreSQL）', en: 'the database (PostgreSQL)' };
const TEMPORAL = { zh: '流程引擎（Temporal）', en: 'the workflow engine (Temporal)' };

/**
 * What the driver says when the server cannot be reached, is starting, stopping or full, does not let us in, or has not
 * been migrated yet: none of it is a fault of the request, and all of it passes.
 */
const UNREACHABLE =
  /^(ECONN|ENOTFOUND|EAI_AGAIN|EHOST|ENET|ETIMEDOUT|EPIPE|CONNECTION_|CONNECT_TIMEOUT|08|53|57P0|55P03|40001|40P01|25006|28|3D000|42P01)/;
/** A text that PostgreSQL cannot hold: the door refuses those, this is the net under it. */
const UNTENABLE_TEXT = /^(22021|22P05)$/;

/** The 503 of an unreachable server, if that is what the error says; null for other errors. */
export function outageOf(error: unknown): Problem | null {
  // A server that was begun anew answers before it has made the namespace.
  if (error instanceof ServiceError || error instanceof NamespaceNotFoundError)
    return unavailable(TEMPORAL, error);
  if (error instanceof ConnectionLost) return unavailable(POSTGRES, error);
  const code = codeOf(error);
  if (UNTENABLE_TEXT.test(code)) {
    const because = { zh: '含有无法保存的字符', en: 'it holds a character that cannot be stored' };
    return fieldProblem(422, 'TEXT_UNUSABLE', '', because, {
      zh: '请删除特殊字符后重试',
      en: 'remove it and send again',
    });
  }
  return UNREACHABLE.test(code) ? unavailable(POSTGRES, error) : null;
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') return code;
  // A failed connection to a name with several addresses is one error that holds one for each.
  const inner = error instanceof AggregateError ? (error.errors as unknown[])[0] : undefined;
  return inner === undefined ? '' : codeOf(inner);
}
