import type { Actor, Role } from '@quancheng/domain';
import type { Json, Refusal, Words } from '@quancheng/kernel';
import type { PaperName } from '@quancheng/papers';
import type { Column } from './columns.ts';
import type { Look, Planned } from './item.ts';
import type { ReadRow } from './rows.ts';

export interface PlanInput {
  readonly look: Look;
  readonly actor: Actor;
  readonly parameters: { readonly [key: string]: Json };
  readonly fileName: string;
}

interface KindHead {
  readonly title: Words;
  /** The posts that may make, confirm and cancel such a job: those that may do the single thing. */
  readonly roles: readonly Role[];
}

/** A list of the bureau's own that is read row by row. */
export interface ImportKind extends KindHead {
  readonly columns: readonly Column[];
  plan(rows: readonly ReadRow[], input: PlanInput): Promise<Planned[] | Refusal>;
}

/** One thing done to many files at once, chosen by a filter or a list of ids. */
export interface BatchKind extends KindHead {
  plan(input: PlanInput): Promise<Planned[] | Refusal>;
}

/** Uploaded papers, each a file and an item of its own. */
export interface PapersKind extends KindHead {
  readonly papers: readonly PaperName[];
  plan(input: PlanInput): Promise<Planned[] | Refusal>;
}

export type JobKind = ImportKind | BatchKind | PapersKind;

export const isImport = (kind: JobKind): kind is ImportKind => 'columns' in kind;
export const bringsPapers = (kind: JobKind): kind is PapersKind => 'papers' in kind;
