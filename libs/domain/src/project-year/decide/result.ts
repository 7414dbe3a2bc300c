import { canonicalJson, exact, isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import {
  decimalSchema,
  lineSchema,
  oneOf,
  percentSchema,
  strict,
  textSchema,
  yesNoSchema,
} from '@quancheng/forms';
import { askConsequence } from '@quancheng/rulebook';
import { z } from 'zod';
import { lateness } from '../../core/act.ts';
import type { World } from '../../core/aggregate.ts';
import { legalDate, plainDateSchema } from '../../core/legal-date.ts';
import { onField, ruled } from '../../core/refusals.ts';
import { givenSignatureSchema, gradeSchema } from '../../core/shapes.ts';
import { type Duty, type Problem, problemAnswerSchema, type Proposal } from '../shapes.ts';
import type { OpenYear, Result } from '../state.ts';
import { act, type Decision, datesFrom, fact, signed, unansweredProblems } from './act.ts';
import { withClosing } from './closing.ts';
import { cite, openDuty } from './duty.ts';

const receiveData = z.object({
  evaluationId: lineSchema,
  resultVersion: z.number().int().min(1),
  grade: gradeSchema,
  score: decimalSchema,
  road: lineSchema,
  edition: lineSchema,
  clause: lineSchema,
  missedGoals: z.array(lineSchema),
  confirmedOn: plainDateSchema,
  /** The day whose rules judged it; a result of older record is judged by the day it was confirmed. */
  ruledOn: plainDateSchema.optional(),
});
type Received = z.output<typeof receiveData>;

export const ReceiveResult = act({
  title: { zh: '接收评价结果', en: 'receive the result' },
  roles: ['system'],
  data: receiveData,
  decide(year, result, world) {
    const before = year.result;
    if (
      before !== null &&
      before.evaluationId === result.evaluationId &&
      result.resultVersion <= before.resultVersion
    ) {
      return result.resultVersion === before.resultVersion ? [] : outdated(before);
    }
    const proposal = proposalFor(year, result, world);
    if (isRefusal(proposal)) return proposal;
    const dates = datesFrom(world, result.confirmedOn, {
      circulateBy: 'deadline/result-notice',
      linkBy: 'deadline/budget-link-decision',
      verifyBy: 'deadline/accountability-clue',
      discloseBy: 'deadline/disclosure',
    });
    if (isRefusal(dates)) return dates;
    return [
      fact(
        'ResultReceived',
        { ...result, opens: opensFor(before, result), ...dates, proposal },
        result.clause,
      ),
    ];
  },
});

/** A first result opens its duties; a later version opens again only those whose ground it changed. */
function opensFor(before: Result | null, now: Received): Duty[] {
  const missed = now.missedGoals.length > 0;
  if (before === null)
    return missed
      ? ['notice', 'budget-link', 'accountability', 'disclosure']
      : ['notice', 'budget-link', 'disclosure'];
  const grade = before.grade !== now.grade;
  const score = grade || before.score !== now.score;
  const goals = canonicalJson([...before.missedGoals].sort()) !== canonicalJson([...now.missedGoals].sort());
  return [
    ...(score || goals ? (['notice'] as const) : []),
    ...(grade ? (['budget-link'] as const) : []),
    ...(goals && missed ? (['accountability'] as const) : []),
    ...(score ? (['disclosure'] as const) : []),
  ];
}

function proposalFor(
  { identity }: OpenYear,
  { grade, confirmedOn, ruledOn }: Received,
  world: World,
): Proposal | Refusal {
  const link = ruled(
    askConsequence(
      world.rules,
      { grade, projectNature: identity.term },
      { today: confirmedOn, 'evaluation-year': ruledOn },
    ),
  );
  if (isRefusal(link)) return link;
  const { action, proposedCutPercent: cutPercent, successorNeeded, clause, tier } = link;
  const { proposalClause: sizeClause, proposalTier: sizeTier } = link;
  return { action, cutPercent, successorNeeded, clause, tier, sizeClause, sizeTier };
}

const circulateData = strict({ problems: z.array(lineSchema).default([]) });
export const CirculateResult = act({
  title: { zh: '通报结果', en: 'circulate the result' },
  roles: ['finance-performance'],
  data: circulateData,
  decide(year, { problems }, world) {
    const duty = openDuty(year, 'notice', 'circulate');
    if (isRefusal(duty)) return duty;
    const dates = datesFrom(world, world.happenedOn, {
      acknowledgeBy: 'deadline/result-notice',
      rectifyBy: 'deadline/rectification-of-result',
    });
    if (isRefusal(dates)) return dates;
    return withClosing(
      year,
      [
        fact(
          'ResultCirculated',
          { ...cite(year), problems: listed(year, problems), ...dates },
          dates.rectifyBy.clause,
        ),
      ],
      world,
    );
  },
});

/** Every missed goal is a problem of the notice, whether or not somebody wrote it down again. */
function listed(year: OpenYear, problems: readonly string[]): Problem[] {
  const missed = (year.result?.missedGoals ?? []).map((goal) => `未实现目标：${goal}`);
  const version = year.result?.resultVersion ?? 1;
  return [...missed, ...problems].map((problem, index) => ({ id: `P${version}-${index + 1}`, problem }));
}

const acknowledgeData = strict({ reply: textSchema.optional() });
export const AcknowledgeNotice = act({
  title: { zh: '签收通报', en: 'acknowledge the notice' },
  roles: ['department'],
  data: acknowledgeData,
  decide(year, { reply }, world) {
    const duty = openDuty(year, 'notice', 'acknowledge');
    if (isRefusal(duty)) return duty;
    return withClosing(
      year,
      [
        fact(
          'NoticeAcknowledged',
          { ...cite(year), ...(reply === undefined ? {} : { reply }) },
          duty.by?.clause,
        ),
      ],
      world,
    );
  },
});

const reportData = strict({ answers: z.array(problemAnswerSchema), signature: givenSignatureSchema });
export const ReportResultRectification = act({
  title: { zh: '报告评价问题整改', en: 'report the rectification of the result' },
  roles: ['unit-head', 'unit-clerk'],
  data: reportData,
  decide(year, { answers, signature: given }, world): Decision {
    const duty = openDuty(year, 'rectification', 'report');
    if (isRefusal(duty)) return duty;
    const fault = unansweredProblems(duty.problems, answers, duty.by?.clause);
    if (fault !== null) return fault;
    const signature = signed(world, given);
    if (isRefusal(signature)) return signature;
    const confirmBy = legalDate(world, 'deadline/rectification-confirmation', world.happenedOn);
    if (isRefusal(confirmBy)) return confirmBy;
    const timeliness = duty.by === null ? { late: false, daysLate: 0 } : lateness(world, duty.by);
    return [
      fact(
        'ResultRectificationReported',
        { ...cite(year), answers, signature, confirmBy, ...timeliness },
        duty.by?.clause,
      ),
    ];
  },
});

const confirmData = strict({ accepted: yesNoSchema, opinion: textSchema });
export const ConfirmResultRectification = act({
  title: { zh: '确认评价问题整改', en: 'confirm the rectification of the result' },
  roles: ['finance-performance'],
  data: confirmData,
  decide(year, { accepted, opinion }, world) {
    const duty = openDuty(year, 'rectification', 'confirm');
    if (isRefusal(duty)) return duty;
    if (accepted)
      return withClosing(
        year,
        [fact('ResultRectificationConfirmed', { ...cite(year), opinion }, duty.by?.clause)],
        world,
      );
    const rectifyBy = legalDate(world, 'deadline/rectification-of-result', world.happenedOn);
    return isRefusal(rectifyBy)
      ? rectifyBy
      : [fact('ResultRectificationSentBack', { ...cite(year), opinion, rectifyBy }, rectifyBy.clause)];
  },
});

const linkData = strict({
  action: oneOf(['priority', 'unchanged', 'cut', 'no-next-budget']),
  cutPercent: percentSchema.default('0'),
  successor: lineSchema.optional(),
  reason: textSchema.optional(),
});
export const DecideBudgetLink = act({
  title: { zh: '决定预算挂钩', en: 'decide the budget link' },
  roles: ['finance-business', 'section-chief'],
  data: linkData,
  decide(year, { action, cutPercent, successor, reason }, world) {
    const duty = openDuty(year, 'budget-link', 'decide');
    if (isRefusal(duty)) return duty;
    const { proposal } = year.result as Result;
    const fault = refuseCut(action, cutPercent) ?? refuseSuccessor({ proposal, action, successor, reason });
    if (fault !== null) return fault;
    const followsProposal = action === proposal.action && exact(cutPercent).equals(proposal.cutPercent);
    if (!followsProposal && reason === undefined) return againstProposal(proposal);
    const named = {
      ...(successor === undefined ? {} : { successor }),
      ...(reason === undefined ? {} : { reason }),
    };
    return withClosing(
      year,
      [
        fact(
          'BudgetLinkDecided',
          { ...cite(year), action, cutPercent, ...named, proposal, followsProposal },
          proposal.clause,
        ),
      ],
      world,
    );
  },
});

function refuseCut(action: string, cutPercent: string): Refusal | null {
  if ((action === 'cut') === exact(cutPercent).gt(0)) return null;
  return onField('cutPercent', 'CUT_MISMATCH', {
    because: { zh: '调减须写明幅度；不调减的幅度为0', en: 'a cut states its size, and only a cut does' },
    remedy: { zh: '请核对决定和幅度', en: 'check action and percent' },
  });
}

/** A finished one-off has no next budget: a successor is named, or a person says with a reason what is done instead. */
function refuseSuccessor(given: {
  proposal: Proposal;
  action: string;
  successor: string | undefined;
  reason: string | undefined;
}): Refusal | null {
  const { proposal, action, successor, reason } = given;
  if (
    !proposal.successorNeeded ||
    successor !== undefined ||
    (action === 'no-next-budget' && reason !== undefined)
  )
    return null;
  return onField(
    'successor',
    'SUCCESSOR_NEEDED',
    {
      because: {
        zh: '项目已结束，没有下一年预算可以挂钩',
        en: 'the project is finished: there is no next budget to link to',
      },
      remedy: {
        zh: '请指定后续项目，或选择“无后续预算”并说明理由',
        en: 'name a successor, or choose no-next-budget with a reason',
      },
    },
    proposal.clause,
  );
}

function againstProposal({ action, cutPercent, clause }: Proposal): Refusal {
  return onField(
    'reason',
    'REASON_MISSING',
    {
      because: {
        zh: `与建议（${action}，${cutPercent}%）不同，须说明理由`,
        en: `differs from the proposal (${action}, ${cutPercent}%) without a reason`,
      },
      remedy: { zh: '请写明理由', en: 'state the reason' },
    },
    clause,
  );
}

function outdated({ resultVersion }: Result): Refusal {
  return refuse({
    code: 'RESULT_OUTDATED',
    because: { zh: `已有第 ${resultVersion} 版结果`, en: `version ${resultVersion} is here already` },
    remedy: { zh: '以最新版本为准', en: 'the latest version counts' },
  });
}
