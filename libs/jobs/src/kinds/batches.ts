import { type ProjectYearState, ROLES_THAT_URGE } from '@quancheng/domain';
import { isRefusal, type Json, type Refusal, streamIdOf, type Words } from '@quancheng/kernel';
import type { Planned } from '../item.ts';
import type { BatchKind, PlanInput } from '../kind.ts';
import {
  type Asking,
  chosenFiles,
  type ChosenList,
  itemsOf,
  parameterFault,
  textGiven,
  textsGiven,
} from './chosen.ts';

/** One thing done to many files at once, each as its own button would do it. */

/** 退回: a department returns declarations; the performance office returns self-evaluations. */
export const batchReturn: BatchKind = {
  title: { zh: '批量退回', en: 'return many' },
  roles: ['department', 'finance-performance'],
  plan: async (input) => {
    const remarks = textsGiven(input, 'remarks');
    if (isRefusal(remarks)) return remarks;
    if (input.actor.role !== 'department')
      return await each(input, 'evaluations', RETURN, () => steps('ReturnSelfEvaluation', { remarks }));
    const opinion = textGiven(input, 'opinion');
    if (isRefusal(opinion)) return opinion;
    return await each(input, 'project-years', RETURN, () =>
      steps('ReviewAsDepartment', { verdict: 'return', opinion, remarks }),
    );
  },
};
const RETURN: Words = { zh: '退回', en: 'return' };

/** 一下: the control figure of each as it was recommended. 批复: a department's second submissions as one batch of the year. */
export const batchApprove: BatchKind = {
  title: { zh: '批量下达、批复', en: 'issue control figures, approve batches' },
  roles: ['finance-business', 'section-chief', 'bureau-leader'],
  plan: async (input) => {
    const { step } = input.parameters;
    if (step === 'control-figure') return await each(input, 'project-years', CONTROL, controlFigure);
    if (step === 'approval') return await approval(input);
    return parameterFault('parameters.step', {
      zh: '应为 control-figure（一下）或 approval（批复）',
      en: 'is control-figure or approval',
    });
  },
};
const CONTROL: Words = { zh: '下达控制数', en: 'issue the control figure of' };
const APPROVE: Words = { zh: '批复', en: 'approve' };

function controlFigure(state: ProjectYearState): Asking {
  if (state.stage === 'none') return { untouched: NOT_REVIEWED };
  // What was recommended; where no figure was recommended, the request itself was reviewed and passed.
  const controlFen = state.review.recommendedFen ?? state.declaration?.requestedFen;
  if (controlFen === undefined) return { untouched: NOT_REVIEWED };
  return steps('IssueControlFigure', { controlFen: controlFen.toString() });
}
const NOT_REVIEWED: Words = { zh: '尚未申报、评审', en: 'it is not declared and reviewed yet' };

async function approval(input: PlanInput): Promise<Planned[] | Refusal> {
  const batch = textGiven(input, 'batch');
  const paperNo = textGiven(input, 'paperNo');
  const approvedOn = textGiven(input, 'approvedOn');
  for (const given of [batch, paperNo, approvedOn]) if (isRefusal(given)) return given;
  const { division } = input.look;
  return await each(input, 'project-years', APPROVE, (state) => {
    if (state.stage === 'none' || state.controlFen === null) return { untouched: NOT_CONTROLLED };
    const { projectId, fiscalYear, department } = state.identity;
    return {
      stream: streamIdOf({ division, aggregate: 'budget-year', id: String(fiscalYear) }),
      together: `${fiscalYear}/${department}`,
      piece: {
        type: 'ApproveBatch',
        into: 'items',
        entry: { projectYearId: `${projectId}-${fiscalYear}`, approvedFen: state.controlFen.toString() },
        common: {
          batch: `${batch as string}-${department}`,
          department,
          paperNo: paperNo as string,
          approvedOn: approvedOn as string,
        },
      },
    };
  });
}
const NOT_CONTROLLED: Words = { zh: '尚未下达控制数', en: 'its control figure is not issued yet' };

/** 催办: each holder of the open duty with the earliest date, with a trace in the file. */
export const batchUrge: BatchKind = {
  title: { zh: '批量催办', en: 'urge many' },
  roles: ROLES_THAT_URGE,
  plan: async (input) => {
    const message = textGiven(input, 'message');
    if (isRefusal(message)) return message;
    const { list = 'project-years' } = input.parameters;
    if (list !== 'project-years' && list !== 'evaluations')
      return parameterFault('parameters.list', {
        zh: '应为 project-years 或 evaluations',
        en: 'is project-years or evaluations',
      });
    return await each(input, list, { zh: '催办', en: 'urge' }, () => steps('Urge', { message }));
  },
};

/** 布置跟踪: to those who are tracked and have not got this round. */
export const batchSendRound: BatchKind = {
  title: { zh: '批量布置跟踪', en: 'send a tracking round to many' },
  roles: ['finance-performance'],
  plan: async (input) => {
    const round = textGiven(input, 'round');
    const asOf = textGiven(input, 'asOf');
    for (const given of [round, asOf]) if (isRefusal(given)) return given;
    const { division } = input.look;
    return await each(input, 'project-years', { zh: '布置跟踪', en: 'send the round to' }, (state) => {
      if (state.stage === 'none') return { untouched: NOT_REVIEWED };
      const { projectId, fiscalYear } = state.identity;
      return {
        stream: streamIdOf({ division, aggregate: 'budget-year', id: String(fiscalYear) }),
        piece: {
          type: 'SendTrackingRound',
          into: 'projectYearIds',
          entry: `${projectId}-${fiscalYear}`,
          common: { round: round as string, asOf: asOf as string },
        },
      };
    });
  },
};

async function each(
  input: PlanInput,
  list: ChosenList,
  what: Words,
  asking: (state: ProjectYearState) => Asking,
): Promise<Planned[] | Refusal> {
  const chosen = await chosenFiles(input, list);
  return isRefusal(chosen) ? chosen : itemsOf(chosen, what, ({ state }) => asking(state as ProjectYearState));
}

const steps = (type: string, data: { [key: string]: Json }): Asking => ({
  piece: { steps: [{ type, data }] },
});
