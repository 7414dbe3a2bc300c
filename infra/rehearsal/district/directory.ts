import type { Role } from '@quancheng/domain';
import type { Json } from '@quancheng/kernel';
import { administrator, NIL_RETURN } from '../cast.ts';
import type { Order } from '../story/step.ts';
import { type Dated, on } from './dated.ts';
import { DISTRICT_DEPARTMENTS, districtUnits } from './units.ts';

const SINCE = '2013-01-01';

interface Place {
  readonly unit: string;
  readonly name: string;
  readonly kind: 'unit' | 'department' | 'finance' | 'outside';
  readonly department: string;
}

const outside = (unit: string, name: string): Place => ({ unit, name, kind: 'outside', department: unit });

const FINANCE: Place = { unit: '101', name: '财政局', kind: 'finance', department: '101' };
const NOTHING_TO_DECLARE: Place = {
  unit: NIL_RETURN,
  name: '体育局',
  kind: 'department',
  department: NIL_RETURN,
};

/** The whole tree: finance, the departments in charge, their units, and those outside. */
export const places: readonly Place[] = [
  FINANCE,
  ...DISTRICT_DEPARTMENTS.map(
    ({ code, name }): Place => ({ unit: code, name, kind: 'department', department: code }),
  ),
  NOTHING_TO_DECLARE,
  ...districtUnits.map(
    ({ code, name, department }): Place => ({ unit: code, name, kind: 'unit', department: department.code }),
  ),
  outside('700', '预算绩效管理工作领导小组办公室'),
  outside('701', '人大财经工委'),
  outside('702', '监察局'),
  outside('703', '审计局'),
  outside('801', '评价专家库'),
  outside('802', '会计师事务所（虚构）'),
];

const FINANCE_POSTS: readonly Role[] = [
  'finance-business',
  'finance-performance',
  'treasury',
  'section-chief',
  'bureau-leader',
];

/** Invented people, a head and a clerk to each unit; their ids say what they are. The rehearsal's own sign-ins stay beside them. */
const posts: readonly Json[] = places.flatMap(({ unit, kind }) => {
  const held = (role: Role, personId: string): Json => ({ personId, role, unit, from: SINCE });
  switch (kind) {
    case 'unit':
      return [held('unit-head', `head-${unit}`), held('unit-clerk', `clerk-${unit}`)];
    case 'department':
      return [held('department', `staff-${unit}`)];
    case 'finance':
      return FINANCE_POSTS.map((role) => held(role, `${role}-${unit}`));
    default:
      return [];
  }
});

/** The ids of everybody who holds a post in the district. */
export const postHolders: readonly string[] = [
  ...new Set(posts.map((post) => (post as { personId: string }).personId)),
];

/** The first thing a bureau does: it writes down its units, and who holds which post. */
export function foundDirectory(division: string): readonly Dated[] {
  const order = (command: string, data: Order['data']): Order => ({
    by: administrator,
    to: ['directories', division, command],
    data,
  });
  return [
    on('2013-09-02T06', '建立名录', order('found-directory', { name: '演练区（虚构）' })),
    on(
      '2013-09-02T07',
      '登记单位',
      order('register-units', { units: places.map((place) => ({ ...place, from: SINCE })) }),
    ),
    on('2013-09-02T08', '授予岗位', order('grant-posts', { posts: [...posts] })),
  ];
}
