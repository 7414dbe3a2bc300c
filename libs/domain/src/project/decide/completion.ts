import { lineSchema, moneySchema, oneOf, strict, textSchema } from '@quancheng/forms';
import { isRefusal, type PlainDate, type Refusal, refuse } from '@quancheng/kernel';
import { z } from 'zod';
import { lateness } from '../../core/act.ts';
import type { World } from '../../core/aggregate.ts';
import { CLAUSE } from '../../core/clauses.ts';
import { plainDateSchema } from '../../core/legal-date.ts';
import { firstRefusal, inFuture, onField } from '../../core/refusals.ts';
import { UNIT_PROOFS } from '../../core/shapes.ts';
import type { CompletionDuty } from '../shapes.ts';
import type { RegisteredProject } from '../state.ts';
import { act, dutyFrom, fact, later, planOf } from './act.ts';

const acceptanceData = strict({ acceptedOn: plainDateSchema, paper: lineSchema });

export const RecordAcceptance = act({
  title: { zh: '登记验收', en: 'record the acceptance' },
  roles: ['unit-clerk', 'unit-head', 'department', 'finance-performance'],
  data: acceptanceData,
  decide(project, { acceptedOn, paper }, world) {
    const known = project.acceptance;
    if (known?.acceptedOn === acceptedOn && known.paper === paper) return [];
    const refusal = firstRefusal(
      endsEachYear(project),
      known === null ? null : recordedBefore(known.acceptedOn),
      inFuture(world, 'acceptedOn', acceptedOn),
      beforeStart(project, 'acceptedOn', acceptedOn),
    );
    if (refusal !== null) return refusal;
    const duty = raisedDuty(world, project, 'acceptance', acceptedOn);
    return isRefusal(duty)
      ? duty
      : [fact('AcceptanceRecorded', { acceptedOn, paper, duty }, CLAUSE.completion)];
  },
});

const paymentData = strict({
  paidOn: plainDateSchema,
  paymentNo: lineSchema,
  amountFen: moneySchema,
});

export const RecordFinalPayment = act({
  title: { zh: '登记最后一笔付款', en: 'record the final payment' },
  roles: ['treasury'],
  data: paymentData,
  decide(project, { paidOn, paymentNo, amountFen }, world) {
    if (project.finalPayment?.paymentNo === paymentNo) return [];
    const refusal = firstRefusal(
      endsEachYear(project),
      amountFen > 0n ? null : notPaid(),
      inFuture(world, 'paidOn', paidOn),
      beforeStart(project, 'paidOn', paidOn),
    );
    if (refusal !== null) return refusal;
    const duty = raisedDuty(world, project, 'final-payment', paidOn);
    return isRefusal(duty)
      ? duty
      : [fact('FinalPaymentRecorded', { paidOn, paymentNo, amountFen, duty }, CLAUSE.completion)];
  },
});

const askData = strict({ plannedEnd: plainDateSchema, reason: textSchema });

export const AskExtension = act({
  title: { zh: '申请延期', en: 'ask for an extension' },
  roles: ['unit-clerk', 'unit-head'],
  data: askData,
  decide(project, { plannedEnd, reason }, world) {
    const { identity } = project;
    const refusal = firstRefusal(
      endsEachYear(project),
      project.acceptance === null ? null : acceptedAlready(project.acceptance.acceptedOn),
      project.asked === null ? null : askedAlready(),
      identity.plannedEnd !== null && plannedEnd <= identity.plannedEnd
        ? notLater('plannedEnd', identity.plannedEnd)
        : null,
      plannedEnd <= world.today ? notLater('plannedEnd', world.today) : null,
    );
    return (
      refusal ?? [
        fact('ExtensionAsked', { extension: project.extensions + 1, plannedEnd, reason }, CLAUSE.completion),
      ]
    );
  },
});

const decideData = strict({
  grant: z.boolean({ error: '须选择同意或不同意 / grant it or not' }),
  opinion: textSchema,
});

export const DecideExtension = act({
  title: { zh: '审批延期', en: 'decide the extension' },
  roles: ['finance-performance', 'finance-business'],
  data: decideData,
  decide(project, { grant, opinion }, world) {
    const { asked } = project;
    if (asked === null) return nothingAsked();
    const { extension, plannedEnd } = asked;
    if (grant) {
      const plan = planOf(world, { nature: project.identity.nature, plannedEnd }, world.happenedOn);
      if (plan === null) return nothingAsked();
      return isRefusal(plan)
        ? plan
        : [fact('ExtensionGranted', { extension, opinion, plan }, CLAUSE.completion)];
    }
    const duty =
      project.duty === null ? null : dutyFrom(world, project, project.duty.raisedBy, world.happenedOn);
    return isRefusal(duty)
      ? duty
      : [fact('ExtensionRefused', { extension, opinion, duty }, CLAUSE.completion)];
  },
});

const reportData = strict({
  completedOn: plainDateSchema,
  proof: strict({
    kind: oneOf(UNIT_PROOFS),
    paper: lineSchema,
  }),
});

export const ReportCompletion = act({
  title: { zh: '报告完成', en: 'report completion' },
  roles: ['unit-clerk', 'unit-head'],
  data: reportData,
  decide(project, { completedOn, proof }, world) {
    const refusal = firstRefusal(
      badDay(world, project, completedOn),
      badProof(project, proof.kind, completedOn),
    );
    if (refusal !== null) return refusal;
    return [
      fact(
        'CompletionReported',
        { completedOn, proof, ...timeliness(world, project) },
        CLAUSE.selfEvaluation,
      ),
    ];
  },
});

const establishData = strict({ completedOn: plainDateSchema, paper: lineSchema, reason: textSchema });

/** Of finance's own motion: a unit that never reports would otherwise never start its three months. */
export const EstablishCompletion = act({
  title: { zh: '认定完成', en: 'establish completion' },
  roles: ['finance-performance', 'section-chief'],
  data: establishData,
  decide(project, { completedOn, paper, reason }, world) {
    const refusal = firstRefusal(
      project.asked === null ? null : decideFirst(),
      badDay(world, project, completedOn),
    );
    if (refusal !== null) return refusal;
    return [
      fact(
        'CompletionEstablished',
        { completedOn, proof: { kind: 'established-by-finance', paper }, reason },
        CLAUSE.completion,
      ),
    ];
  },
});

const reopenData = strict({
  reason: textSchema,
  withdraw: z
    .array(oneOf(['acceptance', 'final-payment']))
    .max(2)
    .default([]),
});

/** A correction. What was recorded wrongly is withdrawn by name; what stays keeps asking for the report. */
export const Reopen = act({
  title: { zh: '更正并重新开启', en: 'correct and reopen' },
  roles: ['finance-performance', 'section-chief'],
  data: reopenData,
  decide(project, { reason, withdraw }, world) {
    const withdrawn = [...new Set(withdraw)];
    const accepted = project.acceptance !== null && !withdrawn.includes('acceptance');
    const plan = planOf(world, project.identity, world.happenedOn);
    const duty = accepted ? dutyFrom(world, project, 'acceptance', world.happenedOn) : null;
    const refusal = firstRefusal(plan, duty);
    if (refusal !== null || isRefusal(plan) || isRefusal(duty)) return refusal ?? [];
    return [
      fact('ProjectReopened', { reason, withdrawn, plan: accepted ? null : plan, duty }, CLAUSE.completion),
    ];
  },
});

/** The first of planned end, acceptance and final payment raises the duty; the others find it open. */
function raisedDuty(
  world: World,
  project: RegisteredProject,
  by: CompletionDuty['raisedBy'],
  on: PlainDate,
): CompletionDuty | null | Refusal {
  if (project.stage === 'completed' || project.stage === 'terminated') return null;
  // A request for more time held the old date; the acceptance ends the request, and the duty is due anew.
  const held = by === 'acceptance' && project.asked !== null;
  if (project.duty !== null && !held) return null;
  return dutyFrom(world, project, by, later(on, project.registeredOn));
}

/** Who asked for more time and has no answer yet is not late: asking did what the duty wants. */
function timeliness(
  world: World,
  { duty, asked }: RegisteredProject,
): { due: PlainDate | null; late: boolean; daysLate: number } {
  if (duty === null || asked !== null) return { due: null, late: false, daysLate: 0 };
  return { due: duty.reportBy.due, ...lateness(world, duty.reportBy) };
}

const badDay = (world: World, project: RegisteredProject, completedOn: PlainDate): Refusal | null =>
  firstRefusal(inFuture(world, 'completedOn', completedOn), beforeStart(project, 'completedOn', completedOn));

function beforeStart({ identity }: RegisteredProject, field: string, date: PlainDate): Refusal | null {
  const { plannedStart } = identity;
  if (plannedStart === null || date >= plannedStart) return null;
  return onField(field, 'BEFORE_PLANNED_START', {
    because: {
      zh: `${date} 早于计划开工日 ${plannedStart}`,
      en: `${date} is earlier than the planned start, ${plannedStart}`,
    },
    remedy: { zh: '请核对日期', en: 'check the date' },
  });
}

/** The acceptance comes first: no later paper may push the three months away from it. */
function badProof(
  { identity, acceptance, finalPayment }: RegisteredProject,
  kind: string,
  completedOn: PlainDate,
): Refusal | null {
  if (kind === 'year-end' && (identity.nature !== 'recurrent' || !completedOn.endsWith('-12-31'))) {
    return onField(
      'proof.kind',
      'YEAR_END_IS_FOR_RECURRENT',
      {
        because: {
          zh: '以年度终了为完成的，只限经常性项目，完成日为12月31日',
          en: 'only a recurrent project is complete by the end of a year, on 31 December',
        },
        remedy: {
          zh: '请以验收、付款或决算文件证明完成',
          en: 'prove completion by acceptance, payment or financial close',
        },
      },
      CLAUSE.completion,
    );
  }
  if (acceptance !== null && (kind !== 'acceptance' || completedOn !== acceptance.acceptedOn)) {
    return onField(
      'completedOn',
      'ACCEPTANCE_COUNTS',
      {
        because: {
          zh: `项目已于 ${acceptance.acceptedOn} 验收，完成日以验收日为准`,
          en: `the project was accepted on ${acceptance.acceptedOn}, and that day counts`,
        },
        remedy: {
          zh: '请以验收日报告完成；验收登记有误的，请绩效科更正',
          en: 'report that day; if the record is wrong, ask the performance office',
        },
      },
      CLAUSE.completion,
    );
  }
  if (kind === 'final-payment' && finalPayment !== null && completedOn !== finalPayment.paidOn) {
    return onField(
      'completedOn',
      'PAYMENT_DAY_COUNTS',
      {
        because: {
          zh: `国库登记的最后一笔款于 ${finalPayment.paidOn} 支付`,
          en: `the treasury recorded the final payment on ${finalPayment.paidOn}`,
        },
        remedy: { zh: '请填写该日', en: 'give that day' },
      },
      CLAUSE.completion,
    );
  }
  return null;
}

function endsEachYear({ identity }: RegisteredProject): Refusal | null {
  if (identity.nature !== 'recurrent') return null;
  return refuse({
    code: 'RECURRENT_COUNTS_BY_YEAR',
    clause: CLAUSE.completion,
    because: {
      zh: '经常性项目每年12月31日视为当年完成',
      en: 'a recurrent project is complete for the year on each 31 December',
    },
    remedy: {
      zh: '不再延续的，请报告完成；年度事项在该年度办理',
      en: 'where it ends for good, report completion; what is of a year goes to that year',
    },
  });
}

const recordedBefore = (on: PlainDate): Refusal =>
  onField('acceptedOn', 'ACCEPTANCE_RECORDED', {
    because: { zh: `已登记 ${on} 的验收`, en: `an acceptance of ${on} is on record` },
    remedy: {
      zh: '登记有误的，请在完成后由绩效科更正',
      en: 'if it is wrong, the performance office corrects it after completion',
    },
  });

const acceptedAlready = (on: PlainDate): Refusal =>
  refuse({
    code: 'EXTENSION_AFTER_ACCEPTANCE',
    clause: CLAUSE.completion,
    because: { zh: `项目已于 ${on} 验收`, en: `the project was accepted on ${on}` },
    remedy: { zh: '请报告完成', en: 'report completion' },
  });

const askedAlready = (): Refusal =>
  refuse({
    code: 'EXTENSION_PENDING',
    because: { zh: '已有一项延期申请待批', en: 'an extension is asked for and not decided yet' },
    remedy: { zh: '请等待财政答复', en: 'wait for the answer of finance' },
  });

const nothingAsked = (): Refusal =>
  refuse({
    code: 'NO_EXTENSION_ASKED',
    because: { zh: '没有待批的延期申请', en: 'no extension is asked for' },
    remedy: { zh: '请由项目单位先提出申请', en: 'the unit asks first' },
  });

const decideFirst = (): Refusal =>
  refuse({
    code: 'EXTENSION_PENDING',
    because: { zh: '单位的延期申请尚未答复', en: "the unit's request for an extension is not answered" },
    remedy: { zh: '请先审批延期', en: 'decide the extension first' },
  });

const notLater = (field: string, than: PlainDate): Refusal =>
  onField(field, 'NOT_LATER', {
    because: { zh: `新的计划完工日须晚于 ${than}`, en: `the new planned end must be later than ${than}` },
    remedy: { zh: '请填写更晚的日期', en: 'give a later day' },
  });

const notPaid = (): Refusal =>
  onField('amountFen', 'AMOUNT_NOT_POSITIVE', {
    because: { zh: '付款金额须大于零', en: 'a payment is above zero' },
    remedy: { zh: '请核对国库支付数据', en: "check the treasury's data" },
  });
