import { exact, isExactText, sumFen } from '@quancheng/kernel';
import type { FollowUp, Ownership, Recorded } from '../core/aggregate.ts';
import { CLAUSE } from '../core/clauses.ts';
import { CHIEF, inCharge, PERFORMANCE, unitHead } from '../core/holders.ts';
import type { Obligation, Timer } from '../core/obligation.ts';
import type { EvaluationEvent } from './events.ts';
import type { Recipient, RollUp } from './shapes.ts';
import type {
  Duty,
  EvaluationState,
  KeyEvaluation,
  OpenEvaluation,
  Planned,
  Reported,
  SelfEvaluated,
  SpotCheck,
} from './state.ts';

export function ownership(state: EvaluationState): Ownership | null {
  if (state.stage === 'none') return null;
  const { division, object } = state;
  const key = 'key' in state ? state.key : null;
  const assigned = [...(key?.experts ?? []), ...(key?.agency ? [key.agency] : [])];
  return { division, unit: object.unit, department: object.department, assigned };
}

/** Nothing comes by itself here: every wait is somebody's duty. */
export const timers = (_state: EvaluationState): Timer[] => [];

export function openObligations(state: EvaluationState): Obligation[] {
  if (state.stage === 'none' || state.stage === 'cancelled' || state.stage === 'confirmed') return [];
  return [...(state.duty === null ? [] : [selfEvaluationOwed(state, state.duty)]), ...ofStage(state)];
}

function ofStage(state: OpenEvaluation): Obligation[] {
  const keyOwed = keyEvaluationToPrepare(state);
  switch (state.stage) {
    case 'planned':
      return keyOwed ?? [completionToEstablish(state)];
    case 'self-evaluation-due':
      return keyOwed ?? [];
    case 'self-evaluated':
      return keyOwed ?? [spotCheckToDecide(state)];
    case 'spot-check':
      return [spotCheckToRecord(state)];
    case 'key-evaluation':
      return [keyWorkOwed(state)];
    case 'reported':
      return [resultToConfirm(state)];
    case 'confirmed':
    case 'cancelled':
      return [];
  }
}

function selfEvaluationOwed(
  { object, selfEvaluation }: OpenEvaluation,
  { round, since, due, remarks }: Duty,
): Obligation {
  const again = round > 1 || selfEvaluation !== null;
  return {
    id: `self-evaluation/${round}`,
    what: again ? 'evaluate-again' : 'self-evaluate',
    words: again
      ? {
          zh: `按意见重新自评并上报（${remarks.length}条意见）`,
          en: `evaluate again and report (${remarks.length} remark(s))`,
        }
      : {
          zh: '开展自评，由负责人签字上报自评报告',
          en: 'evaluate yourself and submit the report, signed by the head',
        },
    holder: unitHead(object),
    since,
    date: due,
    clause: due.clause,
    unblockedBy: ['SubmitSelfEvaluation'],
    ifNobodyActs: {
      zh: '记为逾期，上报主管部门并计入年度考核',
      en: 'recorded as late, told to the department, counted in the yearly assessment',
    },
    escalatesTo: inCharge(object),
  };
}

/** The plan waits for the project to end; finance may establish that it has. */
function completionToEstablish({ road, ruledOn }: Planned): Obligation {
  return {
    id: 'await-completion',
    what: 'establish-completion',
    words: {
      zh: '项目完成后开始自评；单位不报的由财政认定完成',
      en: 'the self-evaluation begins with completion; finance establishes it where the unit stays silent',
    },
    holder: PERFORMANCE,
    since: road?.assignedOn ?? ruledOn,
    date: null,
    clause: CLAUSE.completion,
    unblockedBy: ['StartSelfEvaluation', 'AssignRoad', 'Cancel'],
    ifNobodyActs: { zh: '评价计划中的该项目不会开始', en: 'this item of the plan never begins' },
    escalatesTo: null,
  };
}

function keyEvaluationToPrepare({ road }: OpenEvaluation): Obligation[] | null {
  if (road === null || road.keyReportBy === null) return null;
  return [
    {
      id: `prepare-key-evaluation/${road.assignedOn}`,
      what: 'prepare-key-evaluation',
      words: {
        zh: '制定重点评价工作方案，确定专家',
        en: 'write the work plan of the key evaluation and name the experts',
      },
      holder: PERFORMANCE,
      since: road.assignedOn,
      date: road.keyReportBy,
      clause: road.keyReportBy.clause,
      unblockedBy: ['PrepareKeyEvaluation', 'AssignRoad', 'Cancel'],
      ifNobodyActs: { zh: '重点评价逾期，上报科长', en: 'the key evaluation is late; the chief is told' },
      escalatesTo: CHIEF,
    },
  ];
}

function spotCheckToDecide({ selfEvaluation, checkBy }: SelfEvaluated): Obligation {
  return {
    id: `decide-spot-check/${selfEvaluation.round}`,
    what: 'decide-spot-check',
    words: {
      zh: '审阅自评报告：抽检、采用或退回',
      en: 'read the self-evaluation: draw it, accept it or return it',
    },
    holder: PERFORMANCE,
    since: selfEvaluation.submittedOn,
    date: checkBy,
    clause: checkBy.clause,
    unblockedBy: ['DrawForSpotCheck', 'AcceptWithoutCheck', 'ReturnSelfEvaluation', 'AssignRoad', 'Cancel'],
    ifNobodyActs: { zh: '结果无法确认，上报科长', en: 'the result cannot be confirmed; the chief is told' },
    escalatesTo: CHIEF,
  };
}

function spotCheckToRecord({ selfEvaluation, since, recordBy }: SpotCheck): Obligation {
  return {
    id: `record-spot-check/${selfEvaluation.round}`,
    what: 'record-spot-check',
    words: { zh: '现场复核并登记抽检结果', en: 'check on site and record what was found' },
    holder: PERFORMANCE,
    since,
    date: recordBy,
    clause: recordBy.clause,
    unblockedBy: ['RecordSpotCheck', 'Cancel'],
    ifNobodyActs: { zh: '抽检逾期，上报科长', en: 'the check is late; the chief is told' },
    escalatesTo: CHIEF,
  };
}

function keyWorkOwed({ road, key }: KeyEvaluation): Obligation {
  const awaitsAgency = road?.mode === 'commissioned' && key.agency === null;
  const writer = key.agency === null ? PERFORMANCE : ({ role: 'intermediary', unit: key.agency } as const);
  return {
    id: awaitsAgency ? 'commission-intermediary' : `key-report/${key.returns}`,
    what: awaitsAgency ? 'commission-intermediary' : 'submit-key-report',
    words: awaitsAgency
      ? {
          zh: '选择并委托中介机构，核对回避声明',
          en: 'choose and commission an intermediary; check its statement of independence',
        }
      : { zh: '完成重点评价并提交评价报告', en: 'carry out the key evaluation and submit its report' },
    holder: awaitsAgency ? PERFORMANCE : writer,
    since: key.since,
    date: key.reportBy,
    clause: key.reportBy.clause,
    unblockedBy: awaitsAgency ? ['Commission', 'Cancel'] : ['SubmitKeyReport', 'Cancel'],
    ifNobodyActs: { zh: '重点评价逾期，上报科长', en: 'the key evaluation is late; the chief is told' },
    escalatesTo: CHIEF,
  };
}

function resultToConfirm({ since, confirmBy, selfEvaluation, key }: Reported): Obligation {
  return {
    id: `confirm-result/${selfEvaluation?.round ?? 0}/${key?.returns ?? 0}`,
    what: 'confirm-result',
    words: {
      zh: '确认评价结果；未经确认的结果不作任何依据',
      en: 'confirm the result; unconfirmed it is the basis of nothing',
    },
    holder: PERFORMANCE,
    since,
    date: confirmBy,
    clause: confirmBy.clause,
    unblockedBy: ['ConfirmResult', 'ReturnKeyReport', 'Cancel'],
    ifNobodyActs: {
      zh: '结果不能用于预算，上报科长',
      en: 'the result cannot reach the budget; the chief is told',
    },
    escalatesTo: CHIEF,
  };
}

/**
 * The years of a completed project are asked for their spending, and tell it anew with each later payment; a year that is
 * evaluated for itself tells it unasked. A confirmed result, and each later version, is told to every project-year it judges.
 */
export function followUps(state: EvaluationState, event: Recorded<EvaluationEvent>): FollowUp[] {
  if (state.stage === 'none') return [];
  if (event.type === 'SelfEvaluationStarted' && event.data.object.kind === 'completed-project') {
    const data = { evaluationId: state.evaluationId };
    return event.data.object.projectYears.map((id) => ({
      aggregate: 'project-year',
      id,
      type: 'NoteEvaluation',
      data,
    }));
  }
  if (event.type !== 'ResultConfirmed' && event.type !== 'ResultRevised') return [];
  const { object, result } = event.data;
  const data = {
    evaluationId: state.evaluationId,
    resultVersion: result.version,
    grade: result.grade,
    score: result.score,
    road: result.road,
    edition: result.edition,
    clause: result.gradeClause,
    missedGoals: result.missedGoals,
    confirmedOn: event.happenedOn,
    ruledOn: state.ruledOn,
  };
  return object.projectYears.map((id) => ({ aggregate: 'project-year', id, type: 'ReceiveResult', data }));
}

/**
 * What the recipients of a policy reached, together: amounts add up; shares and words do not, they are only counted.
 */
export function rollUpOf(recipients: readonly Recipient[]): RollUp {
  const outcomes = Map.groupBy(
    recipients.flatMap((recipient) => recipient.outcomes),
    ({ name, unit }) => `${name}/${unit}`,
  );
  return {
    recipients: recipients.length,
    receivedFen: sumFen(recipients.map(({ receivedFen }) => receivedFen)),
    outcomes: [...outcomes.values()].map((reported) => {
      const { name = '', unit = '' } = reported[0] ?? {};
      const addsUp = !/[%‰率比]/.test(unit) && reported.every(({ value }) => isExactText(value));
      const sum = addsUp
        ? reported.reduce((total, { value }) => total.plus(value), exact('0')).toString()
        : null;
      return { name, unit, sum, reported: reported.length };
    }),
  };
}
