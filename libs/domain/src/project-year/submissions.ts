import type { Fen, PlainDate, Words } from '@quancheng/kernel';
import type { Recorded } from '../core/aggregate.ts';
import type { ProjectYearEvent } from './events.ts';
import type { Finding, Remark } from './shapes.ts';

type DataOf<T extends ProjectYearEvent['type']> = Extract<ProjectYearEvent, { type: T }>['data'];

/** What a reviewer asked for and what became of it; null where nobody has answered, or looked at the answer, yet. */
export type FollowedRemark = Remark & {
  readonly by: 'department' | 'finance-performance';
  readonly answer: string | null;
  readonly answeredOn: PlainDate | null;
  readonly settled: boolean | null;
  readonly settledOn: PlainDate | null;
};

/** How a submission ended; `open` while it is under review. */
export type SubmissionOutcome =
  | 'open'
  | 'withdrawn'
  | 'returned-by-department'
  | 'returned-by-finance'
  | 'blocked'
  | 'polish'
  | 'passed';

/** One submission with everything that was said of it. Money in fen. */
export type Submission = {
  readonly submission: number;
  readonly declaredOn: PlainDate;
  readonly requestedFen: Fen;
  /** Why a full review began again without a new declaration, in percent of the request that was cut. */
  readonly reopenedByCutPercent: string | null;
  readonly findings: readonly Finding[];
  readonly department: { readonly passed: boolean; readonly opinion: string; readonly on: PlainDate } | null;
  readonly money: { readonly recommendedFen: Fen; readonly opinion: string; readonly on: PlainDate } | null;
  readonly goal:
    | (Omit<DataOf<'GoalReviewed'>, 'submission' | 'remarks' | 'findings'> & {
        readonly gates: readonly Words[];
        readonly on: PlainDate;
      })
    | null;
  readonly remarks: readonly FollowedRemark[];
  readonly outcome: SubmissionOutcome;
  /** What the second submission asked for, at the control figure; null before it. */
  readonly secondFen: Fen | null;
};

/** The whole history of a year's returns, oldest first: submissions, findings, marks, remarks with their answers. */
export function submissionsOf(events: readonly Recorded<ProjectYearEvent>[]): Submission[] {
  return events.reduce<Submission[]>((before, event) => {
    const begun = begunBy(event, before.at(-1));
    if (begun !== null) return [...before.map((one) => answered(one, event)), begun];
    return before.map((one, index) =>
      answered(index === before.length - 1 ? reviewedBy(one, event) : one, event),
    );
  }, []);
}

function begunBy(event: Recorded<ProjectYearEvent>, last: Submission | undefined): Submission | null {
  const empty = {
    department: null,
    money: null,
    goal: null,
    remarks: [],
    outcome: 'open',
    secondFen: null,
  } as const;
  if (event.type === 'GoalAndBudgetDeclared') {
    const { submission, requestedFen, findings } = event.data;
    const declaredOn = event.happenedOn;
    return { ...empty, submission, declaredOn, requestedFen, reopenedByCutPercent: null, findings };
  }
  if (event.type !== 'FullReviewReopened' || last === undefined) return null;
  const { submission, changePercent } = event.data;
  return {
    ...empty,
    submission,
    declaredOn: event.happenedOn,
    requestedFen: last.secondFen ?? last.requestedFen,
    reopenedByCutPercent: changePercent,
    findings: [],
  };
}

function reviewedBy(one: Submission, event: Recorded<ProjectYearEvent>): Submission {
  const on = event.happenedOn;
  switch (event.type) {
    case 'DepartmentReviewPassed':
      return { ...one, department: { passed: true, opinion: event.data.opinion, on } };
    case 'DeclarationReturnedByDepartment':
      return {
        ...one,
        department: { passed: false, opinion: event.data.opinion, on },
        remarks: asked(one, event.data.remarks, 'department'),
        outcome: 'returned-by-department',
      };
    case 'MoneyReviewed':
      return {
        ...one,
        money: { recommendedFen: event.data.recommendedFen, opinion: event.data.opinion, on },
      };
    case 'GoalReviewed': {
      const { submission: _submission, remarks, findings: gates, ...review } = event.data;
      return { ...one, goal: { ...review, gates, on }, remarks: asked(one, remarks, 'finance-performance') };
    }
    case 'FinanceReviewPassed':
      return { ...one, outcome: event.data.polish ? 'polish' : 'passed' };
    case 'DeclarationReturnedByFinance':
      return { ...one, outcome: 'returned-by-finance' };
    case 'DeclarationBlocked':
      return { ...one, outcome: 'blocked' };
    case 'SecondSubmissionMade':
      return { ...one, secondFen: event.data.requestedFen };
    case 'DeclarationWithdrawn':
      return one.outcome === 'open' ? { ...one, outcome: 'withdrawn' } : one;
    default:
      return one;
  }
}

const asked = (
  { remarks }: Submission,
  more: readonly Remark[],
  by: FollowedRemark['by'],
): FollowedRemark[] => [
  ...remarks,
  ...more.map((remark) => ({
    ...remark,
    by,
    answer: null,
    answeredOn: null,
    settled: null,
    settledOn: null,
  })),
];

/** An answer or a tick reaches the remark wherever it was made. */
function answered(one: Submission, event: Recorded<ProjectYearEvent>): Submission {
  const on = event.happenedOn;
  if (event.type === 'GoalAndBudgetDeclared' || event.type === 'SecondSubmissionMade') {
    const { answers } = event.data;
    return onRemarks(one, (remark) => {
      const given = answers.find((answer) => answer.remark === remark.id);
      return given === undefined ? remark : { ...remark, answer: given.answer, answeredOn: on };
    });
  }
  if (event.type !== 'RemarksSettled') return one;
  const { settled } = event.data;
  return onRemarks(one, (remark) => {
    const tick = settled.find((one) => one.remark === remark.id);
    return tick === undefined ? remark : { ...remark, settled: tick.settled, settledOn: on };
  });
}

const onRemarks = (one: Submission, change: (remark: FollowedRemark) => FollowedRemark): Submission => ({
  ...one,
  remarks: one.remarks.map(change),
});
