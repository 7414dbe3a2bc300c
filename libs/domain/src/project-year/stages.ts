import type { StageKind } from '../core/aggregate.ts';
import type { Stage } from './state.ts';

export const stages = {
  none: { title: { zh: '未建立', en: 'not opened' } },
  draft: { title: { zh: '编报', en: 'draft' } },
  declared: { title: { zh: '已申报', en: 'declared' } },
  returned: { title: { zh: '退回修改', en: 'returned' } },
  'department-reviewed': { title: { zh: '主管部门已审', en: 'reviewed by the department' } },
  'finance-reviewed': { title: { zh: '财政已审', en: 'reviewed by finance' } },
  controlled: { title: { zh: '已下达控制数（一下）', en: 'control figure issued' } },
  resubmitted: { title: { zh: '二上', en: 'submitted again' } },
  approved: { title: { zh: '已批复、跟踪中', en: 'approved, being tracked' } },
  ended: { title: { zh: '年度结束、待评价', en: 'year over, waiting for its result' } },
  'result-in-use': { title: { zh: '结果应用', en: 'result in use' } },
  closed: { title: { zh: '办结', en: 'closed' }, final: true },
  blocked: { title: { zh: '评审未通过', en: 'blocked' } },
  withdrawn: { title: { zh: '已撤回', en: 'withdrawn' }, final: true },
  terminated: { title: { zh: '已终止', en: 'terminated' }, final: true },
} as const satisfies Record<Stage | 'none', StageKind>;
