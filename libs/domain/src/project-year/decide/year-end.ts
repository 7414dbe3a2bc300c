import { formatYuan } from '@quancheng/kernel';
import { lineSchema, moneySchema, oneOf, strict, textSchema } from '@quancheng/forms';
import { z } from 'zod';
import { CLAUSE } from '../../core/clauses.ts';
import { alreadyDone, onField } from '../../core/refusals.ts';
import { unspentFen } from '../amounts.ts';
import { act, fact } from './act.ts';
import { withClosing } from './closing.ts';

const carryData = strict({ amountFen: moneySchema, reason: textSchema.optional() });
export const CarryOver = act({
  title: { zh: '处理结转结余', en: 'settle the leftover' },
  roles: ['finance-business'],
  data: carryData,
  decide(year, { amountFen, reason }, world) {
    if (year.leftover !== null) return alreadyDone({ zh: '结转结余', en: 'the leftover' });
    const unspent = unspentFen(year);
    if (amountFen > unspent) {
      return onField('amountFen', 'ABOVE_UNSPENT', {
        because: {
          zh: `结转数高于未支付的 ${formatYuan(unspent)} 元`,
          en: `above the ${formatYuan(unspent)} yuan left`,
        },
        remedy: {
          zh: '结转数不高于未支付数，其余收回',
          en: 'carry at most what is left; the rest is taken back',
        },
      });
    }
    const facts = {
      fromYear: year.identity.fiscalYear,
      unspentFen: unspent,
      amountFen,
      returnedFen: unspent - amountFen,
    };
    return withClosing(
      year,
      [fact('MoneyCarriedOver', reason === undefined ? facts : { ...facts, reason })],
      world,
    );
  },
});

const receiveData = z.object({ fromYear: z.number().int(), amountFen: moneySchema });
export const ReceiveCarryOver = act({
  title: { zh: '转入上年结转', en: 'receive a carry-over' },
  roles: ['system'],
  data: receiveData,
  decide(year, { fromYear, amountFen }) {
    const before = year.carriedIn.find((one) => one.fromYear === fromYear);
    if (before === undefined) return [fact('CarryOverReceived', { fromYear, amountFen })];
    if (before.amountFen === amountFen) return [];
    return onField('amountFen', 'CARRY_OVER_CONFLICT', {
      because: {
        zh: `${fromYear}年结转已按 ${formatYuan(before.amountFen)} 元转入`,
        en: `${formatYuan(before.amountFen)} yuan of ${fromYear} are counted already`,
      },
      remedy: { zh: '每年的结转只计一次', en: 'each source year counts once' },
    });
  },
});

const evaluationData = z.object({ evaluationId: lineSchema });
/** The project is complete and its evaluation asks for the spending: it is told now, and with every later payment. */
export const NoteEvaluation = act({
  title: { zh: '记录评价开始', en: 'note that the evaluation has begun' },
  roles: ['system'],
  data: evaluationData,
  decide: (year, { evaluationId }) =>
    year.toldTo === evaluationId
      ? []
      : [fact('EvaluationBegunNoted', { evaluationId }, CLAUSE.selfEvaluation)],
});

const statusData = z.object({ status: oneOf(['suspended', 'resumed', 'terminated']), reason: textSchema });
export const NoteProjectStatus = act({
  title: { zh: '记录项目状态', en: "note the project's status" },
  roles: ['system'],
  data: statusData,
  decide(year, { status, reason }) {
    if (status === 'terminated') return year.terminated ? [] : [fact('ProjectTerminated', { reason })];
    if (year.suspended === (status === 'suspended')) return [];
    return [fact(status === 'suspended' ? 'ProjectSuspended' : 'ProjectResumed', { reason })];
  },
});
