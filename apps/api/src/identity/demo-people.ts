import { ROLES, type Role } from '@quancheng/domain';
import type { Words } from '@quancheng/kernel';

/** One invented person a post, for training and development. Names live here only: events hold the id. */
export interface DemoPerson {
  readonly id: string;
  readonly name: Words;
  readonly role: Role;
  readonly post: string;
  readonly unit: string;
  readonly department: string;
}

const FINANCE = { unit: '101', department: '101' };

const person = (role: Role, name: Words, place: { unit: string; department: string }): DemoPerson => ({
  id: `demo-${role}`,
  name,
  role,
  post: ROLES[role].zh,
  ...place,
});

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('unit-clerk', { zh: '林经办', en: 'Lin, clerk' }, { unit: '201001', department: '201' }),
  person('unit-head', { zh: '周主任', en: 'Zhou, head of unit' }, { unit: '201001', department: '201' }),
  person('department', { zh: '郑科员', en: 'Zheng, department' }, { unit: '201', department: '201' }),
  person('finance-business', { zh: '王业务', en: 'Wang, business office' }, FINANCE),
  person('finance-performance', { zh: '陈绩效', en: 'Chen, performance office' }, FINANCE),
  person('treasury', { zh: '胡国库', en: 'Hu, treasury' }, FINANCE),
  person('section-chief', { zh: '徐科长', en: 'Xu, section chief' }, FINANCE),
  person('bureau-leader', { zh: '沈局长', en: 'Shen, bureau leader' }, FINANCE),
  person('expert', { zh: '何专家', en: 'He, expert' }, { unit: '801', department: '801' }),
  person('intermediary', { zh: '方会计师', en: 'Fang, accountant' }, { unit: '802', department: '802' }),
  person(
    'leading-group',
    { zh: '领导小组办公室', en: 'office of the leading group' },
    { unit: '700', department: '700' },
  ),
  person('congress', { zh: '人大财经工委', en: "people's congress" }, { unit: '701', department: '701' }),
  person('supervision', { zh: '监察室', en: 'supervision' }, { unit: '702', department: '702' }),
  person('audit', { zh: '审计局', en: 'audit' }, { unit: '703', department: '703' }),
  person('administrator', { zh: '系统管理员', en: 'administrator' }, FINANCE),
];

export const demoPerson = (id: string): DemoPerson | undefined => DEMO_PEOPLE.find((one) => one.id === id);
