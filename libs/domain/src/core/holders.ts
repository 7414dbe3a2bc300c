import type { Role } from './actor.ts';
import type { Obligation } from './obligation.ts';

/** Who can hold a duty. Finance's own offices are found by their post; the unit only says which house. */

type Holder = Obligation['holder'];

export const FINANCE = 'finance';

const office = (role: Role): Holder => ({ role, unit: FINANCE });

export const PERFORMANCE = office('finance-performance');
export const BUSINESS = office('finance-business');
export const TREASURY = office('treasury');
export const CHIEF = office('section-chief');

export const unitHead = ({ unit }: { unit: string }): Holder => ({ role: 'unit-head', unit });
export const unitClerk = ({ unit }: { unit: string }): Holder => ({ role: 'unit-clerk', unit });
export const inCharge = ({ department }: { department: string }): Holder => ({
  role: 'department',
  unit: department,
});
