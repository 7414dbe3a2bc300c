import { type DirectoryState, unitOn } from '@quancheng/domain';
import { dateOf, streamIdOf } from '@quancheng/kernel';
import type { Look } from '../item.ts';

/** The units of today, as lists refer to them; null where the division keeps no directory yet. */
export interface UnitBook {
  isKnown(unit: string): boolean;
  departmentOf(unit: string): string | undefined;
}

export async function unitBook(look: Look): Promise<UnitBook | null> {
  const { division } = look;
  const stream = streamIdOf({ division, aggregate: 'directory', id: division });
  const state = (await look.state(stream)) as DirectoryState;
  if (state.stage === 'none' || Object.keys(state.units).length === 0) return null;
  const today = dateOf(look.now);
  const now = (unit: string) => unitOn(state.units[unit], today);
  return { isKnown: (unit) => now(unit) !== undefined, departmentOf: (unit) => now(unit)?.department };
}
