import { SEARCH_ATTRIBUTES } from '@quancheng/ports';
import type { Connection } from '@temporalio/client';

// Numbers of temporal.api.enums.v1.IndexedValueType.
const INDEXED_VALUE_TYPE = { KEYWORD: 2, BOOL: 5, DATETIME: 6 } as const;

/** Each search attribute with its type, as the operator service writes it. */
export const searchAttributeTypes = (): Record<string, number> =>
  Object.fromEntries(
    Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, INDEXED_VALUE_TYPE[type]]),
  );

/**
 * Registers the search attributes, also on a server that has run before, and verifies that they are there with the right
 * type. A missing one would fail every workflow task, so the worker does not poll before this has answered.
 */
export async function ensureSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const wanted = searchAttributeTypes();
  const known = await knownAttributes(connection, namespace);
  const missing = Object.fromEntries(Object.entries(wanted).filter(([name]) => known[name] === undefined));
  if (Object.keys(missing).length > 0) {
    await connection.operatorService
      .addSearchAttributes({ namespace, searchAttributes: missing })
      .catch(ifAlreadyThere);
  }
  for (;;) {
    const now = await knownAttributes(connection, namespace);
    const wrong = Object.entries(wanted).filter(
      ([name, type]) => now[name] !== undefined && now[name] !== type,
    );
    if (wrong.length > 0)
      throw new Error(
        `search attribute of another type on the server: ${wrong.map(([name]) => name).join(', ')}`,
      );
    if (Object.keys(wanted).every((name) => now[name] !== undefined)) return;
  }
}

async function knownAttributes(connection: Connection, namespace: string): Promise<Record<string, number>> {
  const answer = await connection.operatorService.listSearchAttributes({ namespace });
  return (answer.customAttributes ?? {}) as Record<string, number>;
}

/** Two workers that start at once both find it missing; the second one's "already exists" is what it wanted. */
function ifAlreadyThere(error: { code?: number }): void {
  const ALREADY_EXISTS = 6;
  if (error.code !== ALREADY_EXISTS) throw error;
}
