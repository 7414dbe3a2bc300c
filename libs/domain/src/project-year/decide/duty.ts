import { type Refusal, refuse } from '@quancheng/kernel';
import type { Duty } from '../shapes.ts';
import type { DutyState, OpenYear, Result } from '../state.ts';

/** The duty at the step that the command acts on, or why it cannot. */
export function openDuty(year: OpenYear, name: Duty, step: DutyState['step']): DutyState | Refusal {
  const duty = year.duties.find((one) => one.duty === name);
  if (duty?.step === step && year.result !== null) return duty;
  return refuse({
    code: 'DUTY_NOT_OPEN',
    clause: year.result?.clause,
    because: {
      zh: '此项义务没有展开、已经办结，或还没有到这一步',
      en: 'this duty is not open, is done, or is not at this step',
    },
    remedy: { zh: '请查看待办事项', en: 'see what is open' },
  });
}

/** Which version of which result the decision rests on. Only after `openDuty`, which sees to it that there is one. */
export function cite({ result }: OpenYear): { evaluationId: string; resultVersion: number } {
  const { evaluationId, resultVersion } = result as Result;
  return { evaluationId, resultVersion };
}
