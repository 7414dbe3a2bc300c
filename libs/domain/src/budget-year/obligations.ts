import { addDays, makeDate, type PlainDate, type Words } from '@quancheng/kernel';
import { CLAUSE } from '../core/clauses.ts';
import { BUSINESS, CHIEF, inCharge, PERFORMANCE } from '../core/holders.ts';
import type { LegalDate } from '../core/legal-date.ts';
import type { Obligation } from '../core/obligation.ts';
import { awaitingApproval, silentDepartments } from './entries.ts';
import type { Task } from './shapes.ts';
import type { BegunYear, BudgetYearState } from './state.ts';

/** Who owes what of the year: finance its tasks, each department its declaration or nil return. */
export function openObligations(state: BudgetYearState): Obligation[] {
  if (state.stage !== 'open') return [];
  return [...unprepared(state), ...openTasks(state).map((task) => taskDuty(state, task)), ...silent(state)];
}

export type OpenTask = {
  readonly task: Task;
  readonly round: string | null;
  readonly date: LegalDate | null;
  readonly words: Words;
};

/** What the year still owes of itself, by its agenda or by its nature. */
export function openTasks(year: BegunYear): OpenTask[] {
  const onAgenda = year.agenda.filter(({ task, round }) => !isDone(year, task, round));
  const dated = onAgenda.map(
    ({ task, round, date }): OpenTask => ({
      task,
      round,
      date: task === 'approval' ? (year.congress?.batchesBy ?? date) : date,
      words: wordsOf(task, round),
    }),
  );
  const others = byNature(year)
    .filter((task) => !dated.some((one) => one.task === task))
    .map(
      (task): OpenTask => ({
        task,
        round: null,
        date: task === 'approval' ? (year.congress?.batchesBy ?? null) : null,
        words: wordsOf(task, null),
      }),
    );
  return [...dated, ...others];
}

function isDone(year: BegunYear, task: Task, round: string | null): boolean {
  switch (task) {
    case 'declaration-window':
      return year.turns.declaration > 0;
    case 'second-submission-window':
      return year.turns['second-submission'] > 0;
    case 'mid-year-window':
      return year.turns['mid-year-adjustment'] > 0;
    case 'approval':
      return year.batches.length > 0 && awaitingApproval(year).length === 0;
    case 'tracking-round':
      return round !== null && year.rounds.includes(round);
    case 'evaluation-plan':
      return year.planPapers.length > 0;
    case 'close-year':
      return false;
  }
}

/** Owed also where the notice gives no date. */
function byNature(year: BegunYear): Task[] {
  const always: readonly Task[] = year.prepared === null ? [] : ['declaration-window', 'evaluation-plan'];
  const waiting =
    awaitingApproval(year).length > 0 && !year.windows.some(({ window }) => window === 'declaration');
  return [
    ...always.filter((task) => !isDone(year, task, null)),
    ...(waiting ? (['approval'] as const) : []),
    ...(year.ended ? (['close-year'] as const) : []),
  ];
}

type TaskKind = {
  readonly words: Words;
  readonly holder: Obligation['holder'];
  readonly clause: string;
  readonly command: string;
  readonly ifNobodyActs: Words;
};

const noDeclaration: Words = {
  zh: '单位不能按期申报，影响预算编制',
  en: 'units cannot declare in time for the budget',
};

const KINDS: Readonly<Record<Task, TaskKind>> = {
  'declaration-window': {
    words: { zh: '开启申报窗口', en: 'open the declaration window' },
    holder: PERFORMANCE,
    clause: CLAUSE.newGoal,
    command: 'OpenWindow',
    ifNobodyActs: noDeclaration,
  },
  'second-submission-window': {
    words: { zh: '开启二上窗口', en: 'open the window of the second submission' },
    holder: BUSINESS,
    clause: CLAUSE.secondSubmission,
    command: 'OpenWindow',
    ifNobodyActs: noDeclaration,
  },
  'mid-year-window': {
    words: { zh: '开启年中调整窗口', en: 'open the mid-year window' },
    holder: BUSINESS,
    clause: CLAUSE.newGoal,
    command: 'OpenWindow',
    ifNobodyActs: { zh: '新增项目和预算调整无法办理', en: 'new projects and adjustments cannot be handled' },
  },
  approval: {
    words: { zh: '按部门批复目标和预算', en: "approve each department's goals and budget" },
    holder: BUSINESS,
    clause: CLAUSE.approval,
    command: 'ApproveBatch',
    ifNobodyActs: {
      zh: '已申报的项目没有批复，不能执行',
      en: 'declared projects stay without approval and cannot begin',
    },
  },
  'tracking-round': {
    words: { zh: '布置跟踪', en: 'send a tracking round' },
    holder: PERFORMANCE,
    clause: CLAUSE.tracking,
    command: 'SendTrackingRound',
    ifNobodyActs: { zh: '偏离不能及时发现', en: 'deviations are not found in time' },
  },
  'evaluation-plan': {
    words: { zh: '确定年度评价计划', en: 'adopt the evaluation plan' },
    holder: PERFORMANCE,
    clause: CLAUSE.keyEvaluation,
    command: 'AdoptEvaluationPlan',
    ifNobodyActs: {
      zh: '没有项目列入抽检和重点评价',
      en: 'nothing is drawn for a spot check or a key evaluation',
    },
  },
  'close-year': {
    words: { zh: '办结年度工作', en: 'close the year' },
    holder: PERFORMANCE,
    clause: CLAUSE.approval,
    command: 'CloseYear',
    ifNobodyActs: { zh: '年度保持未办结', en: 'the year stays open' },
  },
};

const wordsOf = (task: Task, round: string | null): Words => {
  const { zh, en } = KINDS[task].words;
  return round === null ? { zh, en } : { zh: `${zh}（${round}）`, en: `${en} (${round})` };
};

function taskDuty(year: BegunYear, { task, round, date, words }: OpenTask): Obligation {
  const { holder, clause, command, ifNobodyActs } = KINDS[task];
  return {
    // With its date: a new notice moves the day, and the old day's reminders and lapse stay with the old id.
    id: [task, round, date?.due].filter((part) => part !== null && part !== undefined).join('/'),
    what: task,
    words,
    holder,
    since: sinceOf(year, task),
    date,
    clause: date?.clause ?? clause,
    unblockedBy: [command],
    ifNobodyActs,
    escalatesTo: CHIEF,
  };
}

function sinceOf(year: BegunYear, task: Task): PlainDate {
  if (task === 'close-year' && year.ended) return addDays(makeDate(year.fiscalYear, 12, 31), 1);
  if (task === 'approval' && year.congress !== null) return year.congress.approvedOn;
  return year.prepared?.on ?? year.begunOn;
}

function unprepared(year: BegunYear): Obligation[] {
  if (year.prepared !== null || year.ended) return [];
  return [
    {
      id: 'prepare-year',
      what: 'prepare-year',
      words: { zh: `布置 ${year.fiscalYear} 年度工作`, en: `prepare the work of ${year.fiscalYear}` },
      holder: PERFORMANCE,
      since: year.begunOn,
      date: null,
      clause: CLAUSE.newGoal,
      unblockedBy: ['Prepare'],
      ifNobodyActs: {
        zh: '年度没有应报部门名单和工作日期',
        en: 'the year has no list of departments and no dates',
      },
      escalatesTo: null,
    },
  ];
}

/** From the opening of the window on, also past its last day: silence is not a nil return. */
function silent(year: BegunYear): Obligation[] {
  const date = year.lastDays.declaration;
  if (date === null) return [];
  const open = year.windows.find(({ window }) => window === 'declaration');
  return silentDepartments(year).map((department) => ({
    id: `declare/${department}/${date.due}`,
    what: 'declare-or-nil-return',
    words: { zh: '申报项目，或书面零申报', en: 'declare projects, or return nil in writing' },
    holder: inCharge({ department }),
    since: open?.openedOn ?? year.prepared?.on ?? year.begunOn,
    date,
    clause: CLAUSE.recurrentGoal,
    unblockedBy: ['Enrol', 'RecordNilReturn'],
    ifNobodyActs: { zh: '该部门列入未覆盖名单', en: 'the department is named among those not covered' },
    escalatesTo: PERFORMANCE,
  }));
}
