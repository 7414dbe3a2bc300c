import { clerk, departmentStaff, head, natives, type Player, player, THREE_YEARS, yearId } from '../cast.ts';
import { namedProject } from '../named-projects.ts';
import { stampedScan } from './scan.ts';
import { online, type Order } from './step.ts';

/** Without a network at the head's desk: the clerk sends the stamped scan. */
const BY_SCAN = 'F02-guangshui';
/** Sent back by its department, which asks for where the machines will run. */
export const RETURNED = 'F10-xiangtan';
/** Reviewed on paper during a training course, and entered afterwards. */
const ENTERED_LATE = 'F04-jinan';

const isEarly = ({ department }: Player): boolean => department < '205';

const declaration = (one: Player): Order => ({
  by: one.id === BY_SCAN ? clerk(one) : head(one),
  to: ['project-years', yearId(one), 'declare'],
  data: { form: one.declared, signature: one.id === BY_SCAN ? stampedScan : online },
});

export const declareEarly = (): readonly Order[] => natives.filter(isEarly).map(declaration);
export const declareLast = (): readonly Order[] => natives.filter((one) => !isEarly(one)).map(declaration);

const passed = (one: Player): Order => ({
  by: departmentStaff(one.department),
  to: ['project-years', yearId(one), 'review-as-department'],
  data: { verdict: 'pass', opinion: '符合部门职责和年度计划，同意上报' },
});

export const reviewEarly = (): readonly Order[] =>
  natives.filter(isEarly).map((one) =>
    one.id === RETURNED
      ? {
          ...passed(one),
          data: {
            verdict: 'return',
            opinion: '作业范围不清，退回补充',
            remarks: ['写明作业道路和频次', '说明与扬尘治理工程不重复'],
          },
        }
      : passed(one),
  );

export const reviewLast = (): readonly Order[] =>
  natives
    .filter((one) => !isEarly(one))
    .map((one) =>
      one.id === ENTERED_LATE
        ? { ...passed(one), happenedOn: '2013-10-11', lateReason: '培训期间以纸质审核，回单位后补录' }
        : passed(one),
    );

export function declareAgain(): readonly Order[] {
  const one = player(RETURNED);
  const answers = [
    { remark: 'D1-1', answer: '作业12条道路，每日两次，已附清单' },
    { remark: 'D1-2', answer: '扬尘治理工程为堆场硬化，本项目为道路抑尘，不重复' },
  ];
  return [{ ...declaration(one), data: { form: one.declared, answers, signature: online } }];
}

export const passReturned = (): readonly Order[] => [passed(player(RETURNED))];

export function declareThirdYear(): readonly Order[] {
  const one = player(THREE_YEARS);
  const form = namedProject(THREE_YEARS).declared(2015, { amount: '2000', unit: '万元' });
  return [
    { by: head(one), to: ['project-years', yearId(one, 2015), 'declare'], data: { form, signature: online } },
  ];
}

export const passThirdYear = (): readonly Order[] => {
  const one = player(THREE_YEARS);
  return [{ ...passed(one), to: ['project-years', yearId(one, 2015), 'review-as-department'] }];
};
