import { exact, formatYuan } from '@quancheng/kernel';
import { checkPeriodPlan, type GoalDeclarationDraft } from '@quancheng/forms';
import { type Check, seen, seenUnless } from './check.ts';

type Milestone = NonNullable<GoalDeclarationDraft['milestones']>[number];

/** 项目实施计划及保障措施: dated milestones that tracking can go by, somebody responsible, risks answered. */
export const planChecks = {
  NO_MILESTONES: ({ form: { milestones = [] } }) =>
    seenUnless(milestones.length > 0, 'milestones', '没有分期进度计划', 'no dated milestones'),
  MILESTONES_NOT_QUARTERLY: ({ form: { milestones = [], startOn, endOn }, year }) => {
    const { fiscalYear } = year.identity;
    const planned = milestones.flatMap(({ on }) => (on === undefined ? [] : [quarterOf(on)]));
    const first = startOn === undefined ? '' : quarterOf(startOn);
    const last = endOn === undefined ? '9999' : quarterOf(endOn);
    const bare = [1, 2, 3, 4].filter((quarter) => {
      const name = `${fiscalYear}-${quarter}`;
      return name >= first && name <= last && !planned.includes(name);
    });
    return seenUnless(
      milestones.length === 0 || bare.length === 0,
      'milestones',
      `第${bare.join('、')}季度没有节点`,
      `no milestone in quarter ${bare.join(', ')}`,
    );
  },
  MILESTONE_WITHOUT_VALUE: ({ form: { milestones = [] } }) =>
    milestones.flatMap(({ goalPercent, progressPercent, spendFen }, index) =>
      goalPercent === undefined && progressPercent === undefined
        ? [seen(`milestones.${index}.goalPercent`, '节点没有预期值', 'the milestone has no expected value')]
        : seenUnless(
            spendFen !== undefined,
            `milestones.${index}.spendFen`,
            '节点没有累计支出',
            'the milestone has no spending',
          ),
    ),
  PERIODS_DISAGREE: ({ form }) =>
    checkPeriodPlan(form).map(({ field, because: { zh, en } }) => seen(field, zh, en)),
  PLAN_FALLS: ({ form: { milestones = [] } }) => {
    const ordered = milestones
      .map((milestone, index) => ({ milestone, index }))
      .filter(({ milestone }) => milestone.on !== undefined)
      .sort((one, other) => ((one.milestone.on ?? '') < (other.milestone.on ?? '') ? -1 : 1));
    return ordered.slice(1).flatMap(({ milestone, index }, place) => {
      const before = ordered[place]?.milestone;
      const fallen =
        before === undefined ? undefined : PLANNED.find((name) => falls(before, milestone, name));
      return fallen === undefined
        ? []
        : [
            seen(
              `milestones.${index}.${fallen}`,
              '累计数比前一节点小',
              'the running total is below that of the milestone before',
            ),
          ];
    });
  },
  PLAN_ABOVE_REQUEST: ({ form: { milestones = [], requestedFen, funding = [] }, year }) => {
    const carriedFen = funding.reduce((sum, { source, amountFen }) => {
      return source === 'fiscal' ? sum : sum + (amountFen ?? 0n);
    }, 0n);
    const most = requestedFen === undefined ? undefined : requestedFen + carriedFen;
    return milestones.flatMap(({ on, spendFen }, index) =>
      seenUnless(
        most === undefined ||
          spendFen === undefined ||
          spendFen <= most ||
          on === undefined ||
          on.slice(0, 4) > String(year.identity.fiscalYear),
        `milestones.${index}.spendFen`,
        `年内累计支出高于本年资金 ${formatYuan(most ?? 0n)} 元，疑为多年累计`,
        `more than the ${formatYuan(most ?? 0n)} yuan of this year: is it a total of several years?`,
      ),
    );
  },
  NO_ASSURANCE: ({ form: { responsiblePost, assurance } }) =>
    seenUnless(
      responsiblePost !== undefined && assurance !== undefined,
      responsiblePost === undefined ? 'responsiblePost' : 'assurance',
      '责任岗位或保障措施没有填写',
      'no post responsible, or no organisation and rules',
    ),
  NO_RISKS: ({ form: { risks } }) =>
    seenUnless(risks !== undefined, 'risks', '没有写风险与应对', 'no risks and answers'),
} satisfies Record<string, Check>;

const PLANNED = ['progressPercent', 'goalPercent', 'spendFen'] as const;

function falls(before: Milestone, after: Milestone, name: (typeof PLANNED)[number]): boolean {
  const [was, is] = [before[name], after[name]];
  return was !== undefined && is !== undefined && exact(is).lt(exact(was));
}

/** 2014-3 for a day in the third quarter of 2014: in order as text. */
const quarterOf = (on: string): string => `${on.slice(0, 4)}-${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
