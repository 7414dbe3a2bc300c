import { lineSchema, strict, textSchema } from '@quancheng/forms';
import { isRefusal } from '@quancheng/kernel';
import { CLAUSE } from '../../core/clauses.ts';
import { fixedDate, plainDateSchema } from '../../core/legal-date.ts';
import { firstRefusal, onField } from '../../core/refusals.ts';
import { act, dutyFrom, fact, planOf } from './act.ts';

const suspendData = strict({
  reason: textSchema,
  paper: lineSchema,
  until: plainDateSchema.nullable().default(null),
});

export const Suspend = act({
  title: { zh: '暂停项目', en: 'suspend the project' },
  roles: ['department', 'finance-performance', 'section-chief'],
  data: suspendData,
  decide(project, { reason, paper, until }, world) {
    if (until !== null && until <= world.today) {
      return onField('until', 'NOT_LATER', {
        because: {
          zh: `暂停至的日期须晚于今天 ${world.today}`,
          en: `it must be later than today, ${world.today}`,
        },
        remedy: { zh: '请填写以后的日期，或不填', en: 'give a later day, or none' },
      });
    }
    const edition = world.rules.editionFor(Number(world.today.slice(0, 4)), project.division)?.id ?? '';
    const words = {
      zh: `暂停文件定于 ${until} 前恢复或终止`,
      en: `the paper asks to resume or terminate by ${until}`,
    };
    const basis = { since: world.happenedOn, reason: words, clause: CLAUSE.completion, edition };
    const date = until === null ? null : fixedDate(world, 'deadline/suspension', until, basis);
    return [fact('ProjectSuspended', { reason, paper, until: date }, CLAUSE.completion)];
  },
});

const resumeData = strict({ reason: textSchema });

/** The clock stood still: what was open, or what the planned end would have asked for, is due anew from this day. */
export const Resume = act({
  title: { zh: '恢复项目', en: 'resume the project' },
  roles: ['department', 'finance-performance', 'section-chief'],
  data: resumeData,
  decide(project, { reason }, world) {
    const duty =
      project.duty === null ? null : dutyFrom(world, project, project.duty.raisedBy, world.happenedOn);
    const plan = project.plan === null ? null : planOf(world, project.identity, world.happenedOn);
    const refusal = firstRefusal(duty, plan);
    if (refusal !== null || isRefusal(duty) || isRefusal(plan)) return refusal ?? [];
    return [fact('ProjectResumed', { reason, plan, duty }, CLAUSE.completion)];
  },
});

const terminateData = strict({ reason: textSchema, paper: lineSchema });

export const Terminate = act({
  title: { zh: '终止项目', en: 'terminate the project' },
  roles: ['department', 'finance-performance', 'section-chief'],
  data: terminateData,
  decide: (_project, data) => [fact('ProjectTerminated', data, CLAUSE.completion)],
});
