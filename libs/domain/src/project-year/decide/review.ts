import { exact, formatYuan, isRefusal, type Refusal, refuse, roundHalfUp } from '@quancheng/kernel';
import {
  lineSchema,
  moneySchema,
  oneOf,
  type ReviewSheet,
  reviewSheetForm,
  strict,
  textSchema,
} from '@quancheng/forms';
import { askLimit, askReview, isProvisional, type ReviewMarks } from '@quancheng/rulebook';
import { z } from 'zod';
import { isSameDraft } from '../../core/act.ts';
import type { World } from '../../core/aggregate.ts';
import { legalDate, plainDateSchema } from '../../core/legal-date.ts';
import { alreadyDone, onField, unruled } from '../../core/refusals.ts';
import { givenSignatureSchema } from '../../core/shapes.ts';
import { answerSchema, goalRevisionSchema, type Remark, settledSchema } from '../shapes.ts';
import type { GoalReview, OpenYear } from '../state.ts';
import { act, type Decision, type Fact, fact, signed, unanswered, caseDays } from './act.ts';
import { refuseIndicators, suspended } from './declaration.ts';

const departmentData = strict({
  verdict: oneOf(['pass', 'return']),
  opinion: textSchema,
  remarks: z.array(lineSchema).default([]),
});
export const ReviewAsDepartment = act({
  title: { zh: '主管部门审核', en: 'review as the department in charge' },
  roles: ['department'],
  data: departmentData,
  decide(year, { verdict, opinion, remarks }, world) {
    const submission = submissionOf(year);
    if (verdict === 'pass') {
      const financeBy = legalDate(world, 'deadline/finance-review', world.happenedOn);
      return isRefusal(financeBy)
        ? financeBy
        : [fact('DepartmentReviewPassed', { submission, opinion, financeBy }, financeBy.clause)];
    }
    if (remarks.length === 0) return remarksMissing();
    const againBy = legalDate(world, 'deadline/resubmission', world.happenedOn);
    if (isRefusal(againBy)) return againBy;
    return [
      fact(
        'DeclarationReturnedByDepartment',
        { submission, opinion, remarks: numbered(remarks, `D${submission}`), againBy },
        againBy.clause,
      ),
    ];
  },
});

const moneyData = strict({ recommendedFen: moneySchema, opinion: textSchema });
export const ReviewMoney = act({
  title: { zh: '审核资金', en: 'review the money' },
  roles: ['finance-business'],
  data: moneyData,
  decide(year, { recommendedFen, opinion }, world) {
    if (year.review.recommendedFen !== null)
      return alreadyDone({ zh: '资金审核', en: 'the review of the money' });
    const requestedFen = year.declaration?.requestedFen ?? 0n;
    if (recommendedFen > requestedFen) {
      return onField('recommendedFen', 'ABOVE_REQUEST', {
        because: {
          zh: `建议数高于申报数 ${formatYuan(requestedFen)} 元`,
          en: `above the ${formatYuan(requestedFen)} yuan that were requested`,
        },
        remedy: { zh: '建议数不高于申报数', en: 'recommend at most what is requested' },
      });
    }
    const reviewed = fact('MoneyReviewed', { submission: submissionOf(year), recommendedFen, opinion });
    return year.goal === null || year.review.goal !== null
      ? concluded(year, [reviewed], year.review.goal, world)
      : [reviewed];
  },
});

const reviewDraftData = strict({ form: reviewSheetForm.draft });
export const SaveReviewDraft = act({
  title: { zh: '保存评审草稿', en: 'save the draft of the review' },
  roles: ['finance-performance'],
  data: reviewDraftData,
  decide(year, { form }) {
    if (year.goal === null) return noGoal();
    if (year.review.goal !== null) return alreadyDone({ zh: '目标评审', en: 'the review of the goal' });
    return isSameDraft(form, year.review.draft) ? [] : [fact('ReviewDraftSaved', { form })];
  },
});

export const ReviewGoal = act({
  title: { zh: '评审绩效目标', en: 'review the goal' },
  roles: ['finance-performance'],
  data: reviewSheetForm.schema,
  decide(year, { marks, opinion, remarks = [] }, world) {
    if (year.goal === null) return noGoal();
    if (year.review.goal !== null) return alreadyDone({ zh: '目标评审', en: 'the review of the goal' });
    const twice = marks.find(({ point }, index) => marks.findIndex((one) => one.point === point) !== index);
    if (twice !== undefined) return markedTwice(twice.point);
    const review = askReview(world.rules, marksByPoint(marks), caseDays(year, world));
    if (isRefusal(review)) return review;
    if (isProvisional(review)) return unruled(review);
    const { total, result, route, clause, edition, findings } = review;
    const submission = submissionOf(year);
    if (route !== 'pass' && remarks.length === 0) return remarksMissing(clause);
    const asked = numbered(
      remarks.map(({ remark }) => remark),
      `F${submission}`,
    );
    const marked = marks.map(({ point, mark, reason }) => ({
      point,
      mark,
      ...(reason === undefined ? {} : { reason }),
    }));
    const reviewed = fact(
      'GoalReviewed',
      {
        submission,
        marks: marked,
        total,
        result,
        route,
        clause,
        edition,
        findings: [...findings],
        opinion,
        remarks: asked,
      },
      clause,
    );
    return year.review.recommendedFen === null
      ? [reviewed]
      : concluded(year, [reviewed], { total, result, route, clause }, world);
  },
});

const settleData = strict({ settled: z.array(settledSchema).min(1, { error: '至少一条 / at least one' }) });
export const SettleRemarks = act({
  title: { zh: '核对修改要求', en: 'check what became of the remarks' },
  roles: ['department', 'finance-performance'],
  data: settleData,
  decide(year, { settled }, { actor }) {
    // Each office looks after its own remarks: D1-1 was asked by the department, F1-1 by finance.
    const letter = actor.role === 'department' ? 'D' : 'F';
    const own = year.answered.filter(({ id }) => id.startsWith(letter));
    const stray = settled.findIndex(({ remark }) => !own.some(({ id }) => id === remark));
    if (stray >= 0) return remarkUnknown(stray, settled[stray]?.remark ?? '');
    const news = settled.filter((tick) =>
      own.some((one) => one.id === tick.remark && one.settled !== tick.settled),
    );
    return news.length === 0 ? [] : [fact('RemarksSettled', { settled: news })];
  },
});

function remarkUnknown(index: number, id: string): Refusal {
  return onField(`settled.${index}.remark`, 'REMARK_UNKNOWN', {
    because: {
      zh: `本部门没有提出过并已得到回复的要求 ${id}`,
      en: `this office made no answered remark ${id}`,
    },
    remedy: {
      zh: '只核对本部门提出、单位已回复的要求',
      en: 'check the remarks of this office that are answered',
    },
  });
}

type Marks = ReviewSheet['marks'];

function marksByPoint(marks: Marks): ReviewMarks {
  return Object.fromEntries(
    marks.map(({ point, mark, reason = '' }) => [
      point,
      mark === '不适用' ? { notApplicable: reason } : mark,
    ]),
  );
}

function markedTwice(point: string): Refusal {
  return onField(`marks.${point}`, 'POINT_MARKED_TWICE', {
    because: { zh: `要点 ${point} 重复评分`, en: `point ${point} is marked twice` },
    remedy: { zh: '每个要点只评一次', en: 'mark each point once' },
  });
}

/** When both offices have spoken, the route of the goal decides where the file goes. A project without a goal passes on its money. */
function concluded(year: OpenYear, facts: Fact[], goal: GoalReview | null, world: World): Decision {
  const submission = submissionOf(year);
  const route = goal?.route ?? 'pass';
  if (route === 'block') return [...facts, fact('DeclarationBlocked', { submission }, goal?.clause)];
  if (route === 'return') {
    const againBy = legalDate(world, 'deadline/resubmission', world.happenedOn);
    return isRefusal(againBy)
      ? againBy
      : [...facts, fact('DeclarationReturnedByFinance', { submission, againBy }, goal?.clause)];
  }
  const controlBy = legalDate(world, 'deadline/control-figure', world.happenedOn);
  if (isRefusal(controlBy)) return controlBy;
  return [
    ...facts,
    fact(
      'FinanceReviewPassed',
      { submission, polish: route === 'polish', controlBy },
      goal?.clause ?? controlBy.clause,
    ),
  ];
}

const controlData = strict({ controlFen: moneySchema, reason: textSchema.optional() });
export const IssueControlFigure = act({
  title: { zh: '下达控制数（一下）', en: 'issue the control figure' },
  roles: ['finance-business'],
  data: controlData,
  decide(year, { controlFen, reason }, world) {
    const { recommendedFen } = year.review;
    if (controlFen > (year.declaration?.requestedFen ?? 0n)) return aboveRequest(year);
    if (recommendedFen !== null && controlFen !== recommendedFen && reason === undefined) {
      return onField('reason', 'REASON_MISSING', {
        because: {
          zh: '控制数与审核建议数不同，须说明理由',
          en: 'the figure differs from the recommended one without a reason',
        },
        remedy: { zh: '请写明理由', en: 'state the reason' },
      });
    }
    const resubmitBy =
      year.windows['second-submission'] ?? legalDate(world, 'deadline/second-submission', world.happenedOn);
    if (isRefusal(resubmitBy)) return resubmitBy;
    return [
      fact(
        'ControlFigureIssued',
        { controlFen, ...(reason === undefined ? {} : { reason }), resubmitBy },
        resubmitBy.clause,
      ),
    ];
  },
});

const resubmitData = strict({
  requestedFen: moneySchema,
  goalRevision: goalRevisionSchema.nullable().default(null),
  answers: z.array(answerSchema).default([]),
  signature: givenSignatureSchema,
});
export const Resubmit = act({
  title: { zh: '二上', en: 'second submission' },
  roles: ['unit-head', 'unit-clerk'],
  data: resubmitData,
  decide: resubmit,
});

function resubmit(
  year: OpenYear,
  { requestedFen, goalRevision, answers, signature: given }: z.output<typeof resubmitData>,
  world: World,
): Decision {
  if (year.suspended) return suspended();
  const clause = year.resubmitBy?.clause;
  const controlFen = year.controlFen ?? 0n;
  if (requestedFen !== controlFen) {
    return onField(
      'requestedFen',
      'NOT_THE_CONTROL_FIGURE',
      {
        because: {
          zh: `二上金额须等于控制数 ${formatYuan(controlFen)} 元`,
          en: `the second submission is at the control figure, ${formatYuan(controlFen)} yuan`,
        },
        remedy: { zh: '请按控制数填报', en: 'submit at the control figure' },
      },
      clause,
    );
  }
  const requestedBefore = year.declaration?.requestedFen ?? controlFen;
  const fault =
    refuseUnmatched({ year, changed: controlFen !== requestedBefore, goalRevision }, clause) ??
    unanswered(year.remarks, answers, clause);
  if (fault !== null) return fault;
  const signature = signed(world, given);
  if (isRefusal(signature)) return signature;
  const made = fact('SecondSubmissionMade', { requestedFen, goalRevision, answers, signature }, clause);

  if (year.goal === null || requestedBefore === 0n) return [made];
  const changePercent = roundHalfUp(
    exact(requestedBefore - controlFen)
      .times(100)
      .div(exact(requestedBefore)),
    2,
  );
  const limit = askLimit(world.rules, 'second-submission/full-review', changePercent, world.happenedOn);
  // Where the rules draw no line, a cut alone does not send the file back.
  if (isProvisional(limit) || limit.within) return [made];
  const reviewBy = legalDate(world, 'deadline/department-review', world.happenedOn);
  if (isRefusal(reviewBy)) return reviewBy;
  return [
    made,
    fact(
      'FullReviewReopened',
      { submission: submissionOf(year) + 1, changePercent, clause: limit.clause, reviewBy },
      limit.clause,
    ),
  ];
}

type Match = {
  readonly year: OpenYear;
  readonly changed: boolean;
  readonly goalRevision: z.output<typeof goalRevisionSchema> | null;
};

/** 同步: the goal follows the money, or the unit says why the same goal can still be kept with less. */
export function refuseUnmatched({ year, changed, goalRevision }: Match, clause?: string): Refusal | null {
  if (year.goal === null) return goalRevision?.indicators === undefined ? null : noGoal();
  const silent =
    goalRevision === null ||
    (goalRevision.indicators === undefined &&
      goalRevision.goalAnnual === undefined &&
      goalRevision.unchangedReason === undefined);
  if (changed && silent) {
    return onField(
      'goalRevision',
      'GOAL_NOT_MATCHED',
      {
        because: {
          zh: '金额变动，目标没有相应修订，也没有说明',
          en: 'the money changed; the goal was neither revised nor explained',
        },
        remedy: {
          zh: '请修订目标或指标，或说明为何目标不变',
          en: 'revise goal or indicators, or say why they stay',
        },
      },
      clause,
    );
  }
  return refuseIndicators(goalRevision?.indicators ?? [], 'goalRevision.indicators', clause);
}

const approveData = z.object({
  batch: lineSchema,
  paperNo: lineSchema,
  approvedOn: plainDateSchema,
  approvedFen: moneySchema,
});
export const ApproveInBatch = act({
  title: { zh: '随部门预算批复', en: "approve in the department's batch" },
  roles: ['system'],
  data: approveData,
  decide(year, data, world) {
    if (year.approval?.batch === data.batch) return [];
    if (year.stage !== 'resubmitted') return alreadyDone({ zh: '批复', en: 'the approval' });
    const edition =
      world.rules.editionFor(year.identity.fiscalYear, year.identity.division)?.id ??
      year.declaration?.edition ??
      '';
    const differs = data.approvedFen !== year.secondFen;
    return [fact('GoalAndBudgetApproved', { ...data, edition, differsFromSecondSubmission: differs })];
  },
});

const submissionOf = (year: OpenYear): number => year.declaration?.submission ?? 0;

const numbered = (remarks: readonly string[], prefix: string): Remark[] =>
  remarks.map((remark, index) => ({ id: `${prefix}-${index + 1}`, remark }));

function remarksMissing(clause?: string): Refusal {
  return onField(
    'remarks',
    'REMARKS_MISSING',
    {
      because: { zh: '退回或要求完善时须列出修改要求', en: 'a return names what is to be changed' },
      remedy: { zh: '请至少写一条修改要求', en: 'write at least one remark' },
    },
    clause,
  );
}

function aboveRequest(year: OpenYear): Refusal {
  const requested = formatYuan(year.declaration?.requestedFen ?? 0n);
  return onField('controlFen', 'ABOVE_REQUEST', {
    because: {
      zh: `控制数高于申报数 ${requested} 元`,
      en: `above the ${requested} yuan that were requested`,
    },
    remedy: { zh: '控制数不高于申报数', en: 'allow at most what is requested' },
  });
}

function noGoal(): Refusal {
  return refuse({
    code: 'NO_GOAL',
    because: {
      zh: '本项目未达金额标准，没有设立绩效目标',
      en: 'below the threshold, this project has set no goal',
    },
    remedy: { zh: '只需审核资金', en: 'only its money is reviewed' },
  });
}
