import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** What each room may import: the table of the design, one row a room. Nothing imports `testing`, `test` or `infra`. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  rulebook: ['kernel'],
  forms: ['kernel', 'rulebook'],
  domain: ['kernel', 'rulebook', 'forms'],
  ports: ['kernel', 'forms', 'domain'],
  contracts: ['kernel', 'domain'],
  'event-store': ['kernel'],
  'read-models': ['kernel', 'domain', 'event-store'],
  attachments: ['kernel', 'event-store'],
  sheets: ['kernel'],
  papers: ['kernel', 'rulebook', 'forms', 'sheets'],
  jobs: ['kernel', 'rulebook', 'forms', 'domain', 'event-store', 'sheets', 'papers'],
  notices: ['kernel', 'domain', 'event-store'],
  kafka: ['kernel', 'contracts'],
  workflows: ['kernel', 'rulebook', 'forms', 'domain', 'ports'],
  activities: [
    'kernel',
    'rulebook',
    'forms',
    'domain',
    'ports',
    'event-store',
    'read-models',
    'attachments',
    'jobs',
    'notices',
  ],
  api: [
    'kernel',
    'rulebook',
    'forms',
    'domain',
    'ports',
    'event-store',
    'read-models',
    'attachments',
    'papers',
    'jobs',
    'notices',
  ],
  worker: ['workflows', 'activities', 'ports', 'event-store'],
  relay: ['kernel', 'event-store', 'contracts', 'kafka'],
  reporting: ['kernel', 'contracts', 'kafka'],
  console: ['kernel', 'rulebook', 'forms'],
};

/** Rooms without clock, chance, environment or outside world. */
export const PURE_ROOMS = ['kernel', 'rulebook', 'forms', 'domain', 'contracts', 'workflows'] as const;

export const roomFolder = (room: string): string =>
  ['workflows', 'activities'].includes(room)
    ? room
    : ['api', 'worker', 'relay', 'reporting', 'console'].includes(room)
      ? `apps/${room}`
      : `libs/${room}`;

export interface Source {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** The room's TypeScript files without its specs and their stories, each with what it imports. */
export function sourcesOf(room: string): Source[] {
  const folder = path.join(ROOT, roomFolder(room), 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(spec|story)\.tsx?$/.test(name))
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const imports = ts.preProcessFile(text, true, true).importedFiles.map((found) => found.fileName);
      return { file: path.relative(ROOT, path.join(folder, name)), text, imports };
    });
}
