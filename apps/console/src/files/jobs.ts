import type { FieldFault, Refusal, Words } from '@quancheng/kernel';

/** Work on many files at once, as the API tells of it. */
export interface Job {
  readonly id: string;
  readonly title: Words;
  readonly state: 'opened' | 'refused' | 'previewed' | 'confirmed' | 'running' | 'done' | 'cancelled';
  readonly stateTitle: Words;
  readonly file: { readonly name: string } | null;
  readonly counts: {
    readonly touched: number;
    readonly untouched: number;
    readonly faulty: number;
    readonly done: number;
    readonly refused: number;
    readonly left: number;
  };
  readonly notes: readonly Words[];
  readonly refusal: Refusal | null;
  readonly madeBy: { readonly personId: string };
  readonly reason: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly links: { readonly results: string };
}

export interface JobItem {
  readonly row: number;
  readonly key: string;
  readonly what: Words;
  readonly state: string;
  readonly stateTitle: Words;
  readonly faults: readonly FieldFault[];
  readonly result: unknown;
  /** Of a paper: what it changes, and how its cells were understood. */
  readonly detail: {
    readonly changes?: readonly {
      readonly label: Words;
      readonly before: string | null;
      readonly after: string | null;
    }[];
    readonly notes?: readonly Words[];
  } | null;
  readonly links?: { readonly marked: string };
}

/** A job that goes on by itself is looked at again; one that waits for a person is not. */
export const isMoving = ({ state }: Job): boolean => ['opened', 'confirmed', 'running'].includes(state);

/** How much of what is to be done is over, done or refused. */
export const percentDone = ({ state, counts: { touched, left } }: Job): number =>
  touched === 0 ? (state === 'done' ? 100 : 0) : Math.floor(((touched - left) * 100) / touched);

/** Why an item was not done, in one line; nothing where it was. */
export function whyNot({ faults, result }: Pick<JobItem, 'faults' | 'result'>): string {
  if (faults.length > 0)
    return faults
      .map(({ field, because }) => (field === '' ? because.zh : `${field}：${because.zh}`))
      .join('；');
  const because = (result as { because?: Partial<Words> } | null)?.because;
  return because?.zh ?? '';
}
