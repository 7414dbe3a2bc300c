import type { Words } from '@quancheng/kernel';
import type { ActingRole, Actor } from './actor.ts';
import type { Ownership } from './aggregate.ts';

export type Relation = 'own-unit' | 'own-department' | 'assigned' | 'whole-division';

/** How far each post reaches. Commands narrow it further by their list of roles. */
export const REACH: Readonly<Record<ActingRole, Relation>> = {
  'unit-clerk': 'own-unit',
  'unit-head': 'own-unit',
  department: 'own-department',
  'finance-business': 'whole-division',
  'finance-performance': 'whole-division',
  treasury: 'whole-division',
  'section-chief': 'whole-division',
  'bureau-leader': 'whole-division',
  // 评价回避: an outsider sees the files it was named for, and no others.
  expert: 'assigned',
  intermediary: 'assigned',
  'leading-group': 'whole-division',
  congress: 'whole-division',
  supervision: 'whole-division',
  audit: 'whole-division',
  administrator: 'whole-division',
  system: 'whole-division',
};

/** Why a person may not do a thing; null when it is allowed. */
export type Denial = {
  readonly code: 'OTHER_DIVISION' | 'ROLE_NOT_ALLOWED' | 'NOT_YOUR_OBJECT';
  readonly because: Words;
};

/**
 * May this actor do an action that these roles may do, on an object owned so?
 * A new object (owner null) is judged by role alone; the command itself then binds it to the actor's unit.
 */
export function can(actor: Actor, roles: readonly ActingRole[], owner: Ownership | null): Denial | null {
  if (owner !== null && actor.division !== owner.division) {
    return {
      code: 'OTHER_DIVISION',
      because: { zh: '对象属于其他区划', en: 'the object belongs to another division' },
    };
  }
  if (!roles.includes(actor.role)) {
    return {
      code: 'ROLE_NOT_ALLOWED',
      because: { zh: '本岗位不能办理此事项', en: 'this post may not do this' },
    };
  }
  return owner === null ? null : withinReach(actor, owner);
}

/**
 * May this actor read the object at all? In a division below one's own (`asked`) codes of units mean other units, so that only
 * posts that reach a whole division read there. Whether it is below is for the database to say.
 */
export function canRead(actor: Actor, owner: Ownership, asked = actor.division): Denial | null {
  if (asked !== owner.division) {
    return {
      code: 'OTHER_DIVISION',
      because: { zh: '对象属于其他区划', en: 'the object belongs to another division' },
    };
  }
  if (asked !== actor.division && REACH[actor.role] !== 'whole-division') return NOT_YOURS;
  return withinReach(actor, owner);
}

const NOT_YOURS: Denial = {
  code: 'NOT_YOUR_OBJECT',
  because: { zh: '对象不属于您的单位或部门', en: 'the object is not of your unit or department' },
};

const isAssigned = (actor: Actor, { assigned = [] }: Ownership): boolean =>
  assigned.includes(actor.unit) || assigned.includes(actor.personId);

function withinReach(actor: Actor, owner: Ownership): Denial | null {
  const reach = REACH[actor.role];
  const reached =
    owner.everybodys === true ||
    reach === 'whole-division' ||
    (reach === 'own-unit' && actor.unit === owner.unit) ||
    (reach === 'own-department' && actor.department === owner.department) ||
    (reach === 'assigned' && isAssigned(actor, owner));
  return reached ? null : NOT_YOURS;
}
