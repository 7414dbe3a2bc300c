import { lineSchema, moneySchema, strict, textSchema } from '@quancheng/forms';
import { type FieldFault, isRefusal, type PlainDate, type Refusal, sumFen } from '@quancheng/kernel';
import { z } from 'zod';
import { CLAUSE } from '../../core/clauses.ts';
import { legalDate, plainDateSchema } from '../../core/legal-date.ts';
import { firstRefusal, inFuture, onField, onFields } from '../../core/refusals.ts';
import { type BegunYear, entryOf } from '../state.ts';
import { act, fact } from './act.ts';

const congressData = strict({ approvedOn: plainDateSchema, paperNo: lineSchema });

export const RecordCongressApproval = act({
  title: { zh: '登记人代会批准', en: "record the congress's approval" },
  roles: ['finance-business', 'section-chief', 'congress'],
  data: congressData,
  decide(year, { approvedOn, paperNo }, world) {
    if (year.congress !== null) return approvedBefore(year.congress.approvedOn);
    const batchesBy = legalDate(world, 'deadline/approval', approvedOn);
    const refusal = firstRefusal(inFuture(world, 'approvedOn', approvedOn, DAY_OF_APPROVAL), batchesBy);
    if (refusal !== null || isRefusal(batchesBy)) return refusal ?? [];
    return [fact('CongressApprovalRecorded', { approvedOn, paperNo, batchesBy }, CLAUSE.approval)];
  },
});

const batchData = strict({
  batch: lineSchema,
  department: lineSchema,
  paperNo: lineSchema,
  approvedOn: plainDateSchema,
  items: z
    .array(strict({ projectYearId: lineSchema, approvedFen: moneySchema }))
    .min(1, { error: '至少一个项目 / at least one project' })
    .max(500, { error: '每批至多500个项目 / at most 500 projects a batch' }),
});
type BatchGiven = z.output<typeof batchData>;

/** Goal and money of one department together, whole or not at all: one wrong row refuses the batch. */
export const ApproveBatch = act({
  title: { zh: '按部门成批批复', en: "approve a department's batch" },
  roles: ['finance-business', 'section-chief', 'bureau-leader'],
  data: batchData,
  decide(year, data, world) {
    const { batch, department, paperNo, approvedOn, items } = data;
    const refusal = firstRefusal(
      year.batches.includes(batch) ? batchExists() : null,
      inFuture(world, 'approvedOn', approvedOn, DAY_OF_APPROVAL),
      badItems(year, data),
    );
    if (refusal !== null) return refusal;
    const totalFen = sumFen(items.map(({ approvedFen }) => approvedFen));
    return [
      fact('BatchApproved', { batch, department, paperNo, approvedOn, items, totalFen }, CLAUSE.approval),
    ];
  },
});

const takeOutData = strict({ batch: lineSchema, projectYearId: lineSchema, reason: textSchema });

/** A correction: the project-year itself refused the approval, since it was not ready for it. */
export const TakeOutOfBatch = act({
  title: { zh: '移出批次', en: 'take a project out of its batch' },
  roles: ['finance-business', 'section-chief'],
  data: takeOutData,
  decide(year, { batch, projectYearId, reason }) {
    const entry = entryOf(year, projectYearId);
    if (entry === undefined || entry.batch !== batch || entry.approvedFen === null) return notInBatch();
    return [
      fact(
        'BatchItemTakenOut',
        { batch, projectYearId, approvedFen: entry.approvedFen, reason },
        CLAUSE.approval,
      ),
    ];
  },
});

type Fault = FieldFault & { readonly clause?: string };

function badItems(year: BegunYear, data: BatchGiven): Refusal | null {
  const faults = data.items.flatMap((_item, index) => badItem(year, data, index) ?? []);
  const first = faults[0];
  if (first === undefined) return null;
  const clause = faults.find((fault) => fault.clause !== undefined)?.clause;
  const goalless = faults.some(({ code }) => code === 'NO_GOAL_NO_BUDGET');
  const fields = faults.map(({ field, code, because }) => ({ field, code, because }));
  return onFields(
    goalless ? 'NO_GOAL_NO_BUDGET' : first.code,
    fields,
    {
      because: {
        zh: `${faults.length} 个项目不能批复：${first.because.zh}`,
        en: `${faults.length} project(s) cannot be approved: ${first.because.en}`,
      },
      remedy: {
        zh: '请移出或改正所列项目后整批重报',
        en: 'take out or mend the named rows and send the whole batch again',
      },
    },
    clause,
  );
}

function badItem(year: BegunYear, { department, items }: BatchGiven, index: number): Fault | null {
  const item = items[index];
  if (item === undefined) return null;
  const { projectYearId, approvedFen } = item;
  const at = (name: string, code: string, zh: string, en: string, clause?: string): Fault => ({
    field: `items.${index}.${name}`,
    code,
    because: { zh: `${projectYearId}${zh}`, en: `${projectYearId} ${en}` },
    ...(clause === undefined ? {} : { clause }),
  });
  const entry = entryOf(year, projectYearId);
  if (items.findIndex((other) => other.projectYearId === projectYearId) !== index)
    return at('projectYearId', 'ITEM_TWICE', '列了两次', 'is listed twice');
  if (entry === undefined)
    return at('projectYearId', 'NOT_ENROLLED', '未编入本年度', 'is not enrolled in this year');
  if (entry.department !== department)
    return at('projectYearId', 'OTHER_DEPARTMENT', '不属于该部门', 'is not of this department');
  if (entry.approvedFen !== null)
    return at(
      'projectYearId',
      'ALREADY_APPROVED',
      `已由批次 ${entry.batch} 批复`,
      `was approved in batch ${entry.batch}`,
    );
  if (entry.takenOver)
    return at('projectYearId', 'ALREADY_APPROVED', '接管时已经批复', 'was approved before it was taken over');
  if (entry.left !== null) return at('projectYearId', 'LEFT_THE_YEAR', '已退出本年度', 'has left this year');
  // 三同步: money without a declared goal is not approved; below the threshold the declaration itself carries none.
  if (entry.requestedFen === null) {
    return at(
      'projectYearId',
      'NO_GOAL_NO_BUDGET',
      '没有申报目标，无目标不安排预算',
      'declared no goal: no goal, no budget',
      entry.nature === 'new' ? CLAUSE.newGoal : CLAUSE.recurrentGoal,
    );
  }
  // 批复 follows 二上: what is still under review would be approved here and refused in its own file.
  if (entry.secondFen === null) {
    return at(
      'projectYearId',
      'NOT_RESUBMITTED',
      '尚未二上',
      'has not made its second submission',
      CLAUSE.secondSubmission,
    );
  }
  return approvedFen > 0n
    ? null
    : at('approvedFen', 'AMOUNT_NOT_POSITIVE', '的批复数须大于零', 'needs an amount above zero');
}

const DAY_OF_APPROVAL = { zh: '请填写实际批准的日期', en: 'give the day of the approval' };

const approvedBefore = (on: PlainDate): Refusal =>
  onField('approvedOn', 'ALREADY_DONE', {
    because: { zh: `已登记 ${on} 的批准`, en: `the approval of ${on} is on record` },
    remedy: {
      zh: '年中调整由人大常委会批准，在调整窗口办理',
      en: "a mid-year adjustment is the standing committee's, in its own window",
    },
  });

const notInBatch = (): Refusal =>
  onField('projectYearId', 'NOT_IN_BATCH', {
    because: { zh: '该批次没有这个项目', en: 'the project is not in that batch' },
    remedy: { zh: '请核对批次号', en: 'check the batch' },
  });

const batchExists = (): Refusal =>
  onField('batch', 'BATCH_EXISTS', {
    because: { zh: '该批次号已经批复', en: 'this batch is approved already' },
    remedy: { zh: '另一批请用新的批次号', en: 'another batch needs a number of its own' },
  });
