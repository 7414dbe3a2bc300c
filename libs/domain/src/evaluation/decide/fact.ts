import { type FieldFault, type Refusal, refuse, type Words } from '@quancheng/kernel';
import { isProvisional, type Provisional } from '@quancheng/rulebook';
import type { NewEvent, World } from '../../core/aggregate.ts';
import { type LegalDate, legalDate } from '../../core/legal-date.ts';
import type { EvaluationEvent, EventData } from '../events.ts';
import type { EvaluationState, OpenEvaluation } from '../state.ts';

/** One new fact with the clause it rests on; its data is held to the catalogue. */
export function fact<T extends EvaluationEvent['type']>(
  type: T,
  data: EventData<T>,
  clause?: string,
): NewEvent {
  return clause === undefined ? { type, data } : { type, data, clause };
}

/** The table of transitions lets no command but the opening ones meet an evaluation that has not begun. */
export function begun(state: EvaluationState): OpenEvaluation {
  if (state.stage === 'none') throw new Error('an evaluation that has not begun takes no such command');
  return state;
}

type DeadlineName =
  | 'self-evaluation'
  | 'rectification'
  | 'spot-check'
  | 'key-evaluation'
  | 'result-confirmation';

/** The legal date of a duty that arises with this decision. */
export const dueAfter = (world: World, name: DeadlineName, start = world.happenedOn): LegalDate | Refusal =>
  legalDate(world, `deadline/${name}`, start);

export const no = (
  code: string,
  because: Words,
  remedy: Words,
  more: { clause?: string; fields?: readonly FieldFault[] } = {},
): Refusal => refuse({ code, because, remedy, ...more });

export function noRule({ because }: Provisional): Refusal {
  return no('NO_RULE', because, {
    zh: '请财政绩效科先发布适用的规则版本',
    en: 'ask the performance office to release an edition that answers',
  });
}

export const ruled = <T extends object>(answer: T | Provisional): T | Refusal =>
  isProvisional(answer) ? noRule(answer) : answer;

/** Faults of the paper inside a command, named from the command's own root. */
export function faultyPaper(faults: readonly FieldFault[], clause?: string): Refusal {
  return no(
    'FORM_INVALID',
    { zh: `填报内容有 ${faults.length} 处不符合要求`, en: `${faults.length} field(s) do not hold` },
    { zh: '请按字段提示修改后重新提交', en: 'mend the named fields and send again' },
    { ...(clause === undefined ? {} : { clause }), fields: faults },
  );
}

export const under = (root: string, faults: readonly FieldFault[]): FieldFault[] =>
  faults.map((fault) => ({ ...fault, field: `${root}.${fault.field}` }));
