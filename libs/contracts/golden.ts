import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventSchemas, incompatibilities, type Schema } from './src/index.ts';

/** Where the golden files stand; `released` below it holds what consumers rely on already. */
export const SCHEMAS_DIR = join(import.meta.dirname, 'schemas');
const RELEASED = 'released';

/** Renews the golden schemas from the catalogues (`npm run golden`). Answers the names that changed. */
export function writeSchemas(dir: string = SCHEMAS_DIR): string[] {
  mkdirSync(dir, { recursive: true });
  const wanted = eventSchemas();
  const before = readSchemas(dir);
  for (const name of Object.keys(before)) if (!(name in wanted)) rmSync(join(dir, name));
  for (const [name, text] of Object.entries(wanted)) writeFileSync(join(dir, name), text);
  return [...new Set([...Object.keys(before), ...Object.keys(wanted)])].filter(
    (name) => before[name] !== wanted[name],
  );
}

/**
 * Freezes the present schemas as a promise to consumers. From then on they may only gain optional fields; throws, and
 * writes nothing, when they lost or changed something that was promised before.
 */
export function releaseSchemas(dir: string = SCHEMAS_DIR): void {
  const faults = brokenPromises(dir);
  if (faults.length > 0)
    throw new Error(`a released event may only gain optional fields:\n${faults.join('\n')}`);
  mkdirSync(join(dir, RELEASED), { recursive: true });
  for (const [name, text] of Object.entries(eventSchemas())) writeFileSync(join(dir, RELEASED, name), text);
}

/** What the present catalogues would break for consumers of the released schemas. */
export function brokenPromises(dir: string = SCHEMAS_DIR): string[] {
  const now = eventSchemas();
  return Object.entries(readSchemas(join(dir, RELEASED))).flatMap(([name, text]) => {
    const present = now[name];
    if (present === undefined) return [`${name}: a released event has gone; keep it in the catalogue`];
    return incompatibilities(JSON.parse(text) as Schema, JSON.parse(present) as Schema, name);
  });
}

/** File name → text; empty when there is no such folder yet. */
export function readSchemas(dir: string = SCHEMAS_DIR): Record<string, string> {
  const names = (existsSync(dir) ? readdirSync(dir) : []).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(dir, name), 'utf8')]));
}
