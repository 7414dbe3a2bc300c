import { isRefusal, type Refusal, refuse } from './refusal.ts';

declare const divisionCode: unique symbol;
declare const streamId: unique symbol;

/** An administrative division as the budget system writes it: nine digits, 330211000 for Zhenghai. */
export type DivisionCode = string & { readonly [divisionCode]: true };

/** `<division>/<aggregate>/<id>`: names one event stream, and the workflow that alone writes it. */
export type StreamId = string & { readonly [streamId]: true };

export const AGGREGATES = [
  'project',
  'project-year',
  'evaluation',
  'budget-year',
  'directory',
  'indicator-library',
] as const;
export type Aggregate = (typeof AGGREGATES)[number];

export type StreamParts = {
  readonly division: DivisionCode;
  readonly aggregate: Aggregate;
  readonly id: string;
};

/** No slash, no space, nothing that a URL, a topic key or a file name would have to escape. */
const LOCAL_ID = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$/;

export function parseDivision(text: string): DivisionCode | Refusal {
  if (/^\d{9}$/.test(text)) return text as DivisionCode;
  return refuse({
    code: 'DIVISION_SHAPE',
    because: { zh: '区划代码应为九位数字', en: 'A division code has nine digits.' },
    remedy: {
      zh: '请填写九位区划代码，例如 330211000',
      en: 'Enter the nine-digit code, for example 330211000.',
    },
  });
}

/** For parts already checked; throws on others. Ids that come from outside go through `parseStreamId`. */
export function streamIdOf({
  division,
  aggregate,
  id,
}: {
  division: string;
  aggregate: Aggregate;
  id: string;
}): StreamId {
  const text = `${division}/${aggregate}/${id}`;
  if (isRefusal(parseStreamId(text))) throw new RangeError(`not a stream id: ${text.slice(0, 160)}`);
  return text as StreamId;
}

export function parseStreamId(text: string): StreamParts | Refusal {
  const [divisionText = '', aggregate = '', id = '', ...rest] = text.split('/', 4);
  const division = parseDivision(divisionText);
  if (isRefusal(division)) return division;
  if (!isAggregate(aggregate) || rest.length > 0 || !LOCAL_ID.test(id)) {
    return refuse({
      code: 'STREAM_ID_SHAPE',
      because: {
        zh: '编号格式不对',
        en: 'This is not the id of a project, project-year, evaluation, budget year, directory or indicator library.',
      },
      remedy: {
        zh: '编号只用字母、数字和 . _ ~ -，最长100位',
        en: 'Use letters, digits and . _ ~ - only, at most 100.',
      },
    });
  }
  return { division, aggregate, id };
}

function isAggregate(text: string): text is Aggregate {
  return (AGGREGATES as readonly string[]).includes(text);
}
