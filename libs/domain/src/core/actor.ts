import type { Words } from '@quancheng/kernel';

/** The posts that act in a bureau's year. One person may hold several; an actor speaks from exactly one. */
export const ROLES = {
  'unit-clerk': { zh: '项目单位经办人', en: 'clerk of the project unit' },
  'unit-head': { zh: '项目单位负责人（一把手）', en: 'head of the project unit' },
  department: { zh: '主管部门', en: 'department in charge' },
  'finance-business': { zh: '财政业务科室', en: 'finance business office' },
  'finance-performance': { zh: '财政绩效科', en: 'finance performance office' },
  treasury: { zh: '国库科', en: 'treasury office' },
  'section-chief': { zh: '财政科长', en: 'finance section chief' },
  'bureau-leader': { zh: '局领导', en: 'bureau leader' },
  expert: { zh: '专家', en: 'expert' },
  intermediary: { zh: '中介机构', en: 'intermediary' },
  'leading-group': { zh: '领导小组', en: 'leading group' },
  congress: { zh: '人大', en: "people's congress" },
  supervision: { zh: '监察', en: 'supervision' },
  audit: { zh: '审计', en: 'audit' },
  administrator: { zh: '系统管理员', en: 'administrator' },
} as const satisfies Record<string, Words>;

export type Role = keyof typeof ROLES;

/** `system` is the workflow itself: the clock, and facts carried from another stream. Never a person. */
export type ActingRole = Role | 'system';

/** Who acts, from which post, for which unit. Events keep the person's id only; names live in a table that can be erased. */
export interface Actor {
  readonly personId: string;
  readonly role: ActingRole;
  readonly post: string;
  readonly unit: string;
  /** The department in charge (主管部门) that the unit belongs to; its own code for a department. */
  readonly department: string;
  readonly division: string;
  /** The holder of the post, where somebody acts in his stead by delegation. */
  readonly actingFor?: string;
}

export const systemActor = (division: string): Actor => ({
  personId: 'system',
  role: 'system',
  post: 'system',
  unit: 'system',
  department: 'system',
  division,
});
