import { type PlainDate, makeDate, type Words } from '@quancheng/kernel';
import { CLAUSE } from '../core/clauses.ts';
import { BUSINESS, inCharge, PERFORMANCE, unitClerk } from '../core/holders.ts';
import type { Obligation } from '../core/obligation.ts';
import { endsByPlan, yearToFollow } from './plan.ts';
import { ANSWERABLE, type Answerable } from './shapes.ts';
import type { Active, CompletionDue, ProjectState, RegisteredProject, Suspended } from './state.ts';

/** Who owes what of a project. Nothing here asks the rules: every date was fixed when its duty arose. */
export function openObligations(state: ProjectState): Obligation[] {
  switch (state.stage) {
    case 'none':
    case 'completed':
    case 'terminated':
      return [];
    case 'active':
      return [...unnamed(state), ...missingEnd(state), ...missingYear(state), ...undecided(state)];
    case 'completion-due':
      return [...unnamed(state), ...report(state), ...undecided(state)];
    case 'suspended':
      return [...unnamed(state), standstill(state)];
  }
}

/** While finance has not answered, the unit has done its part. */
function report(state: CompletionDue): Obligation[] {
  if (state.asked !== null) return [];
  const { round, arisesOn, reportBy, raisedBy } = state.duty;
  const id = `report-completion/${round}`;
  const what = RAISED[raisedBy];
  const duty: Obligation = {
    id,
    what: 'report-completion',
    words: {
      zh: `${what.zh}，报告完成或申请延期`,
      en: `${what.en}: report completion or ask for an extension`,
    },
    holder: unitClerk(state.identity),
    since: arisesOn,
    date: reportBy,
    clause: reportBy.clause,
    unblockedBy:
      state.acceptance !== null
        ? ['ReportCompletion', 'EstablishCompletion']
        : ['ReportCompletion', 'AskExtension', 'EstablishCompletion'],
    ifNobodyActs: {
      zh: '逾期上报绩效科，财政可自行认定完成',
      en: 'the performance office is told and may establish completion itself',
    },
    escalatesTo: PERFORMANCE,
  };
  return state.marks[id]?.lapsed === true ? [duty, establish(state, reportBy.due)] : [duty];
}

const RAISED: Readonly<Record<CompletionDue['duty']['raisedBy'], Words>> = {
  'planned-end': { zh: '计划完工日已到', en: 'the planned end has come' },
  acceptance: { zh: '项目已验收', en: 'the project is accepted' },
  'final-payment': { zh: '最后一笔款已支付', en: 'the final payment is made' },
};

const establish = (state: CompletionDue, since: PlainDate): Obligation => ({
  id: `establish-completion/${state.duty.round}`,
  what: 'establish-completion',
  words: { zh: '单位逾期未报告，认定完成', en: 'the unit did not report in time: establish completion' },
  holder: PERFORMANCE,
  since,
  date: null,
  clause: state.duty.reportBy.clause,
  unblockedBy: ['EstablishCompletion', 'ReportCompletion'],
  ifNobodyActs: {
    zh: '自评期限不起算，项目不进入评价',
    en: 'the three months never begin and the project is not evaluated',
  },
  escalatesTo: null,
});

const undecided = (state: Active | CompletionDue): Obligation[] => {
  const { asked } = state;
  if (asked === null) return [];
  return [
    {
      id: `decide-extension/${asked.extension}`,
      what: 'decide-extension',
      words: {
        zh: `答复延期至 ${asked.plannedEnd} 的申请`,
        en: `answer the request for more time, until ${asked.plannedEnd}`,
      },
      holder: PERFORMANCE,
      since: asked.askedOn,
      date: null,
      clause: CLAUSE.completion,
      unblockedBy:
        state.stage === 'active'
          ? ['DecideExtension', 'RecordAcceptance', 'ReportCompletion']
          : ['DecideExtension', 'ReportCompletion'],
      ifNobodyActs: {
        zh: '报告完成的期限不计算，项目停留在本环节',
        en: 'no date for the report runs, and the project stays where it is',
      },
      escalatesTo: null,
    },
  ];
};

const standstill = (state: Suspended): Obligation => ({
  id: `end-suspension/${state.since}`,
  what: 'end-suspension',
  words: { zh: '决定恢复或终止项目', en: 'resume or terminate the project' },
  holder: inCharge(state.identity),
  since: state.since,
  date: state.until,
  clause: CLAUSE.completion,
  unblockedBy: ['Resume', 'Terminate'],
  ifNobodyActs: {
    zh: '项目保持暂停，定有日期的逾期上报绩效科',
    en: 'it stays suspended; past a fixed day the performance office is told',
  },
  escalatesTo: PERFORMANCE,
});

/** A person answers for each duty, or accountability finds nobody. */
function unnamed(state: RegisteredProject): Obligation[] {
  const missing = ANSWERABLE.filter((duty) => !state.people.some((person) => person.duty === duty));
  if (missing.length === 0) return [];
  const list = {
    zh: missing.map((duty) => DUTY[duty].zh).join('、'),
    en: missing.map((duty) => DUTY[duty].en).join(', '),
  };
  return [
    {
      id: 'name-responsible',
      what: 'name-responsible',
      words: { zh: `确定责任人：${list.zh}`, en: `name who is responsible: ${list.en}` },
      holder: inCharge(state.identity),
      since: state.registeredOn,
      date: null,
      clause: CLAUSE.newGoal,
      unblockedBy: ['AssignResponsible'],
      ifNobodyActs: { zh: '问责时没有对应的责任人', en: 'accountability would find nobody who answered' },
      escalatesTo: null,
    },
  ];
}

const DUTY: Readonly<Record<Answerable, Words>> = {
  'money-user': { zh: '用款人', en: 'user of the money' },
  'unit-head': { zh: '单位一把手', en: 'head of the unit' },
  'department-head': { zh: '主管部门一把手', en: 'head of the department' },
};

/** Only a project taken over can lack the end that its kind must have. */
function missingEnd(state: Active): Obligation[] {
  if (!endsByPlan(state.identity) || state.identity.plannedEnd !== null) return [];
  return [
    {
      id: 'supply-planned-end',
      what: 'supply-planned-end',
      words: { zh: '补充计划完工日', en: 'supply the planned end' },
      holder: BUSINESS,
      since: state.registeredOn,
      date: null,
      clause: CLAUSE.completion,
      unblockedBy: ['Amend', 'ReportCompletion', 'RecordAcceptance', 'AskExtension'],
      ifNobodyActs: { zh: '没有日期提醒单位报告完成', en: 'no date will ask the unit for completion' },
      escalatesTo: null,
    },
  ];
}

function missingYear(state: Active): Obligation[] {
  const follows = yearToFollow(state);
  const first = state.years.length === 0;
  if (!first && (follows === null || state.ranOutAfter !== follows)) return [];
  const next = follows === null ? null : follows + 1;
  return [
    {
      id: `open-year/${next ?? 'first'}`,
      what: 'open-year',
      words:
        next === null
          ? { zh: '建立首个预算年度并申报', en: 'open the first fiscal year and declare it' }
          : {
              zh: `建立 ${next} 年度，或报告项目完成`,
              en: `open fiscal year ${next}, or report that the project is complete`,
            },
      holder: unitClerk(state.identity),
      since: next === null ? state.registeredOn : makeDate(next, 1, 1),
      date: null,
      clause: state.identity.nature === 'recurrent' ? CLAUSE.recurrentGoal : CLAUSE.newGoal,
      unblockedBy: ['OpenYear', 'ReportCompletion', 'Terminate'],
      ifNobodyActs: {
        zh: '项目没有预算年度，不安排预算',
        en: 'without a fiscal year the project gets no budget',
      },
      escalatesTo: null,
    },
  ];
}
