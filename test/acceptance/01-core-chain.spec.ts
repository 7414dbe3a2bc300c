import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Json, type StreamId, toJson } from '@quancheng/kernel';
import { STATE_QUERY } from '@quancheng/ports';
import { loadDossier } from '@quancheng/read-models';
import { type Address, type By, type Paper, yearFile } from './support/bureau.ts';
import { confirmResult, declare, submitEvaluation, useResult, yearsAt } from './support/lives.ts';
import { online, reviewSheet, trackingReport, yuan } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 目标申报 → 全程跟踪 → 事后评价 → 结果考核问责: a project-year from its declaration to its close, with no stage skipped. */
const here = theBureau('2013-09-02');

// Every command of a project-year: the post that sends it, the clause a refusal cites, the stages it may be sent at.
const SPENDING = ['approved', 'ended', 'result-in-use'];
const BEFORE = [
  ...[
    'draft',
    'declared',
    'returned',
    'department-reviewed',
    'finance-reviewed',
    'controlled',
    'resubmitted',
  ],
  'blocked',
];
const RULES: readonly (readonly [command: string, by: By, clause: string, at: readonly string[]])[] = [
  ['save-draft', 'unit-clerk', 'goal-threshold/new', ['draft', 'returned']],
  ['declare', 'unit-head', 'goal-threshold/new', ['draft', 'returned']],
  ['withdraw', 'unit-head', 'goal-threshold/new', BEFORE],
  ['review-as-department', 'department', 'deadline/department-review', ['declared']],
  ['review-money', 'finance-business', 'deadline/finance-review', ['department-reviewed']],
  ['save-review-draft', 'finance-performance', 'goal-review/sheet', ['department-reviewed']],
  ['review-goal', 'finance-performance', 'goal-review/sheet', ['department-reviewed']],
  [
    'settle-remarks',
    'department',
    'goal-review/sheet',
    ['declared', 'department-reviewed', 'finance-reviewed', 'controlled', 'resubmitted'],
  ],
  ['issue-control-figure', 'finance-business', 'deadline/control-figure', ['finance-reviewed']],
  ['resubmit', 'unit-head', 'deadline/second-submission', ['controlled']],
  ['record-payments', 'treasury', 'tracking/deviation', [...SPENDING, 'closed', 'terminated']],
  ['save-tracking-draft', 'unit-clerk', 'deadline/tracking-report', ['approved', 'ended']],
  ['report-tracking', 'unit-clerk', 'deadline/tracking-report', ['approved', 'ended']],
  ['accept-deviation', 'finance-performance', 'tracking/deviation', SPENDING],
  ['order-rectification', 'finance-performance', 'deadline/rectification', SPENDING],
  ['report-rectification', 'unit-head', 'deadline/rectification', SPENDING],
  ['confirm-rectification', 'finance-performance', 'deadline/rectification-confirmation', SPENDING],
  ['request-stop-payment', 'finance-performance', 'tracking/deviation', ['approved', 'ended']],
  ['acknowledge-stop-payment', 'treasury', 'tracking/deviation', SPENDING],
  ['lift-stop-payment', 'finance-performance', 'tracking/deviation', SPENDING],
  ['request-adjustment', 'unit-head', 'deadline/finance-review', ['approved']],
  ['decide-adjustment', 'finance-business', 'deadline/finance-review', SPENDING],
  ['carry-over', 'finance-business', 'deadline/approval', ['ended', 'result-in-use', 'terminated']],
  ['circulate-result', 'finance-performance', 'deadline/result-notice', ['result-in-use']],
  ['acknowledge-notice', 'department', 'deadline/result-notice', ['result-in-use']],
  ['report-result-rectification', 'unit-head', 'deadline/rectification-of-result', ['result-in-use']],
  [
    'confirm-result-rectification',
    'finance-performance',
    'deadline/rectification-confirmation',
    ['result-in-use'],
  ],
  ['decide-budget-link', 'finance-business', 'deadline/budget-link-decision', ['result-in-use']],
  ['verify-clue', 'finance-performance', 'deadline/accountability-clue', ['result-in-use']],
  ['close-clue', 'finance-performance', 'deadline/accountability-clue', ['result-in-use']],
  ['open-case', 'section-chief', 'deadline/accountability-clue', ['result-in-use']],
  ['decide-disclosure', 'finance-performance', 'deadline/disclosure', ['result-in-use']],
  // Whoever is owed something may press for it as long as there is a file.
  [
    'urge',
    'department',
    'deadline/accountability-clue',
    [...BEFORE, ...SPENDING, 'closed', 'withdrawn', 'terminated'],
  ],
];

/** Every command that the stage does not allow, tried: all are refused alike, and the file stays as it is. */
async function refusesTheRest(year: Address, stage: string): Promise<void> {
  const { bureau } = here;
  const before = await bureau.factsOf(year);
  expect(await bureau.stageOf(year)).toBe(stage);
  const wrong = RULES.filter(([, , , at]) => !at.includes(stage));
  const tried = ([command, by]: (typeof RULES)[number]) => bureau.tries(by, year, command);
  const said = [];
  // A few at a time: the door takes no crowd on one file.
  for (let from = 0; from < wrong.length; from += 6)
    said.push(...(await Promise.all(wrong.slice(from, from + 6).map(tried))));
  expect(said.map(({ status, code, clause }, index) => [wrong[index]?.[0], status, code, clause])).toEqual(
    wrong.map(([command, , clause]) => [command, 409, 'WRONG_STAGE', `zh-2014/${clause}`]),
  );
  expect(await bureau.factsOf(year)).toHaveLength(before.length);
}

const main = yearFile('MAIN');
const evaluation = 'evaluations/E-MAIN-completion';

describe('one year, from its declaration to its close', () => {
  const pass = (command: string, by: By, paper: Paper) => here.bureau.does(by, main, command, paper);

  it('the table names every command that a person can send', async () => {
    const { bureau } = here;
    await yearsAt(bureau, 'draft', [{ id: 'MAIN', term: 'phased' }]);
    const { actions } = await bureau.read<{ actions: { command: string }[] }>(`${main}/actions`);
    expect(actions.map(({ command }) => command)).toEqual(RULES.map(([command]) => command));
  });

  it('编报: draft', () => refusesTheRest(main, 'draft'));

  it('申报: declared', async () => {
    await here.bureau.on('2013-10-08');
    await declare(here.bureau, { id: 'MAIN' });
    await refusesTheRest(main, 'declared');
  });

  it('主管部门审核: department-reviewed', async () => {
    await pass('review-as-department', 'department', { verdict: 'pass', opinion: '同意上报' });
    await refusesTheRest(main, 'department-reviewed');
  });

  it('财政评审: finance-reviewed', async () => {
    await here.bureau.on('2013-10-21');
    await pass('review-money', 'finance-business', { recommendedFen: yuan('500000.00'), opinion: '核减' });
    await pass('review-goal', 'finance-performance', reviewSheet());
    await refusesTheRest(main, 'finance-reviewed');
  });

  it('一下: controlled', async () => {
    await here.bureau.on('2013-11-04');
    await pass('issue-control-figure', 'finance-business', { controlFen: yuan('500000.00') });
    await refusesTheRest(main, 'controlled');
  });

  it('二上: resubmitted', async () => {
    await here.bureau.on('2013-11-11');
    await pass('resubmit', 'unit-head', {
      requestedFen: yuan('500000.00'),
      goalRevision: { unchangedReason: '招标降价' },
      signature: online,
    });
    await refusesTheRest(main, 'resubmitted');
  });

  it('批复: approved', async () => {
    const { bureau } = here;
    await bureau.on('2014-02-20');
    await bureau.does('finance-business', 'budget-years/2014', 'approve-batch', {
      batch: 'B-1',
      department: '201',
      paperNo: '镇财预〔2014〕1号',
      approvedOn: '2014-02-20',
      items: [{ projectYearId: 'MAIN-2014', approvedFen: yuan('500000.00') }],
    });
    await bureau.settle();
    await refusesTheRest(main, 'approved');
  });

  it('跟踪, and 年度终了: ended', async () => {
    const { bureau } = here;
    await bureau.on('2014-08-01');
    await bureau.does('finance-performance', 'budget-years/2014', 'send-tracking-round', {
      round: '2014-07',
      asOf: '2014-07-31',
    });
    await bureau.settle();
    await pass('record-payments', 'treasury', {
      payments: [{ paymentNo: 'P-1', paidOn: '2014-07-15', amountFen: yuan('500000.00') }],
    });
    await pass('report-tracking', 'unit-clerk', { round: '2014-07', form: trackingReport(100) });
    await bureau.on('2014-11-28');
    await bureau.does('unit-clerk', 'projects/MAIN', 'report-completion', {
      completedOn: '2014-11-28',
      proof: { kind: 'acceptance', paper: '竣工验收证书' },
    });
    await bureau.afterThe('2014-12-31');
    await refusesTheRest(main, 'ended');
  });

  it('评价结果: result-in-use', async () => {
    const { bureau } = here;
    await bureau.on('2015-02-10');
    // What was paid comes from the treasury: the report repeats it.
    const budget = { fullYearBudgetFen: yuan('500000.00') };
    await submitEvaluation(bureau, evaluation, { paid: '500000.00', more: budget });
    await confirmResult(bureau, evaluation);
    await refusesTheRest(main, 'result-in-use');
  });

  it('结果应用, and 办结: closed', async () => {
    const { bureau } = here;
    await useResult(bureau, main);
    await bureau.settle();
    await refusesTheRest(main, 'closed');
    expect(await bureau.duties(main)).toEqual([]);
    expect(await bureau.stateOf('projects/MAIN')).toMatchObject({
      stage: 'completed',
      years: [{ closed: true }],
    });
  });

  it('the facts of its chain came in their order, and none is missing', async () => {
    const types = await here.bureau.typesOf(main);
    const chain = [
      ...[
        'ProjectYearOpened',
        'GoalAndBudgetDeclared',
        'DepartmentReviewPassed',
        'MoneyReviewed',
        'GoalReviewed',
      ],
      ...['FinanceReviewPassed', 'ControlFigureIssued', 'SecondSubmissionMade', 'GoalAndBudgetApproved'],
      ...['TrackingRoundOpened', 'PaymentsRecorded', 'TrackingReported', 'FiscalYearEnded', 'ResultReceived'],
      ...[
        'ResultCirculated',
        'NoticeAcknowledged',
        'BudgetLinkDecided',
        'ResultPublished',
        'ProjectYearClosed',
      ],
    ];
    expect(types.filter((type) => chain.includes(type))).toEqual(chain);
  });

  it('a worker that replays its recorded history comes to the same state as the stored facts', async () => {
    const { bureau, stack } = here;
    const stream = `${bureau.division}/project-year/MAIN-2014`;
    await stack.stopWorker();
    await stack.startWorkerAgain();
    const replayed = (await stack.client.workflow.getHandle(stream).query(STATE_QUERY)) as Json;
    const dossier = await loadDossier(stack.store, stream as StreamId);
    expect(replayed).toEqual(toJson(dossier?.state));
  });
});

describe('the stages off the way', () => {
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    returned: () =>
      here.bureau.does('department', yearFile('returned'), 'review-as-department', {
        verdict: 'return',
        opinion: '依据不足',
        remarks: ['补充依据'],
      }),
    blocked: async () => {
      const year = yearFile('blocked');
      await here.bureau.does('department', year, 'review-as-department', {
        verdict: 'pass',
        opinion: '同意',
      });
      await here.bureau.does('finance-business', year, 'review-money', {
        recommendedFen: yuan('0'),
        opinion: '不同意',
      });
      const sheet = { ...reviewSheet('差'), remarks: [{ remark: '重新论证' }] };
      await here.bureau.does('finance-performance', year, 'review-goal', sheet);
    },
    withdrawn: () => here.bureau.does('unit-head', yearFile('withdrawn'), 'withdraw', { reason: '政策调整' }),
    terminated: async () => {
      const paper = { reason: '规划调整', paper: '镇政办〔2014〕3号' };
      await here.bureau.does('department', 'projects/terminated', 'terminate', paper);
      await here.bureau.settle();
    },
  };
  beforeAll(async () => {
    await here.bureau.settle();
    await yearsAt(
      here.bureau,
      'declared',
      Object.keys(ways).map((id) => ({ id, year: 2014 })),
    );
  });

  it.each(Object.keys(ways))('%s', async (stage) => {
    await ways[stage]?.();
    await refusesTheRest(yearFile(stage), stage);
  });

  it('what only the clock and other files say cannot be sent by a person', async () => {
    const { bureau } = here;
    const SYSTEM = [
      'open',
      'note-window',
      'approve-in-batch',
      'open-tracking-round',
      'receive-result',
      'receive-carry-over',
    ];
    const said = await Promise.all(
      SYSTEM.map((command) => bureau.tries('administrator', yearFile('returned'), command)),
    );
    expect(said.map(({ status, code }) => [status, code])).toEqual(
      SYSTEM.map(() => [404, 'UNKNOWN_COMMAND']),
    );
  });
});
