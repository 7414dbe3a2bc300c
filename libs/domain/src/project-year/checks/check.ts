import type { Fen } from '@quancheng/kernel';
import type { GoalDeclarationDraft } from '@quancheng/forms';
import type { World } from '../../core/aggregate.ts';
import type { OpenYear } from '../state.ts';

/** What a check looks at: the paper as far as it is filled in, the file it belongs to, the rules and the library. */
export type Given = {
  readonly form: GoalDeclarationDraft;
  readonly year: OpenYear;
  readonly world: World;
};

/** One thing that a check sees. `field` is its path in the form: lines.0.priceFen. */
export type Seen = { readonly field: string; readonly zh: string; readonly en: string };

/** A check by its code. What is blank is seen only by the check that asks for it; nothing is compared with a blank. */
export type Check = (given: Given) => readonly Seen[];

export const seen = (field: string, zh: string, en: string): Seen => ({ field, zh, en });
export const seenUnless = (holds: boolean, field: string, zh: string, en: string): Seen[] =>
  holds ? [] : [seen(field, zh, en)];

export const present = (amounts: readonly (Fen | undefined)[]): Fen[] =>
  amounts.filter((amount) => amount !== undefined);

/** A project of several years by the dates of its own paper. */
export const spansYears = ({ startOn, endOn }: GoalDeclarationDraft): boolean =>
  startOn !== undefined && endOn !== undefined && startOn.slice(0, 4) < endOn.slice(0, 4);
