import { isRefusal, type Json, parseStreamId, type Refusal, refuse, type Words } from '@quancheng/kernel';
import type { StreamState } from '@quancheng/domain';
import type { Piece, Planned, Selection } from '../item.ts';
import type { PlanInput } from '../kind.ts';

/** Files that a person chose: by their ids, or by what a list page filters by. */

export type ChosenList = 'project-years' | 'evaluations';
const AGGREGATES = { 'project-years': 'project-year', evaluations: 'evaluation' } as const;

export interface Chosen {
  readonly id: string;
  readonly stream: string;
  readonly state: StreamState;
}

const FILTERS = ['fiscalYear', 'department', 'unit', 'stage'] as const;

/** The chosen files, each once, as they stand. Refused where nothing was chosen, or by what no list filters by. */
export async function chosenFiles(
  { look, parameters, actor }: PlanInput,
  list: ChosenList,
): Promise<Chosen[] | Refusal> {
  const { ids, filter } = parameters;
  if (ids === undefined && filter === undefined) return nothingChosen();
  const selection = ids === undefined ? readFilter(filter) : {};
  if (isRefusal(selection)) return selection;
  const own: Selection =
    actor.role === 'department' ? { ...selection, department: actor.department } : selection;
  const found = ids === undefined ? await look.ids(list, own) : [...new Set(ids as string[])];
  if (found.length === 0) return nothingChosen();
  return await Promise.all(
    found.map(async (id) => {
      const stream = `${look.division}/${AGGREGATES[list]}/${id}`;
      const state = isRefusal(parseStreamId(stream)) ? NOWHERE : await look.state(stream);
      return { id, stream, state };
    }),
  );
}

const NOWHERE: StreamState = { stage: 'none', marks: {} };

/** One item a chosen file; a file that is not there is named as such. */
export const itemsOf = (
  chosen: readonly Chosen[],
  what: Words,
  pieceOf: (file: Chosen) => Asking,
): Planned[] =>
  chosen.map((file, index) => {
    const isThere = file.state.stage !== 'none';
    const asking = isThere ? pieceOf(file) : { untouched: NOT_THERE };
    return {
      row: index + 1,
      key: file.id,
      what: { zh: `${what.zh} ${file.id}`, en: `${what.en} ${file.id}` },
      stream: 'piece' in asking ? (asking.stream ?? file.stream) : file.stream,
      piece: 'piece' in asking ? asking.piece : null,
      ...('piece' in asking && asking.together !== undefined ? { together: asking.together } : {}),
      faults: [],
      ...('untouched' in asking ? { untouched: asking.untouched } : {}),
    };
  });

export type Asking =
  | { readonly piece: Piece; readonly stream?: string; readonly together?: string }
  | { readonly untouched: Words };

const NOT_THERE: Words = { zh: '没有这个事项', en: 'there is no such file' };

function readFilter(filter: Json | undefined): Selection | Refusal {
  const given = Object.entries((filter ?? {}) as { [key: string]: Json });
  const unknown = given.find(([name]) => !FILTERS.some((known) => known === name));
  if (unknown !== undefined)
    return parameterFault(`filter.${unknown[0].slice(0, 40)}`, {
      zh: `不能按此筛选，可用：${FILTERS.join('、')}`,
      en: `no such filter; known: ${FILTERS.join(', ')}`,
    });
  const wrong = given.find(([name, value]) => typeof value !== (name === 'fiscalYear' ? 'number' : 'string'));
  if (wrong !== undefined)
    return parameterFault(`filter.${wrong[0]}`, {
      zh: '类型不对',
      en: 'is not of the kind that is asked for',
    });
  return Object.fromEntries(given) as Selection;
}

const nothingChosen = (): Refusal =>
  refuse({
    code: 'NOTHING_CHOSEN',
    because: { zh: '没有选中任何事项', en: 'no file was chosen' },
    remedy: { zh: '请给出编号清单（ids）或筛选条件（filter）', en: 'give ids or a filter that finds some' },
    fields: [{ field: 'ids', code: 'required', because: { zh: '必填', en: 'required' } }],
  });

export const parameterFault = (field: string, because: Words): Refusal =>
  refuse({
    code: 'JOB_PARAMETER',
    because: { zh: `${field}：${because.zh}`, en: `${field}: ${because.en}` },
    remedy: { zh: '请核对后重新提交', en: 'check it and send it again' },
    fields: [{ field, code: 'parameter', because }],
  });

const REQUIRED: Words = { zh: '必填', en: 'is required' };

/** A text among the parameters. */
export function textGiven({ parameters }: PlanInput, name: string): string | Refusal {
  const value = parameters[name];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? parameterFault(`parameters.${name}`, REQUIRED) : text;
}

export function textsGiven({ parameters }: PlanInput, name: string): string[] | Refusal {
  const value = parameters[name];
  const texts = Array.isArray(value)
    ? value.filter((one) => typeof one === 'string' && one.trim() !== '')
    : [];
  return texts.length === 0 ? parameterFault(`parameters.${name}`, REQUIRED) : (texts as string[]);
}
