import type { Words } from '@quancheng/kernel';

/** One thing wrong in one cell of a file. `field` is the path in the form, 'indicators.2.target'; the cell is named like C7. */
export interface PaperFault {
  readonly sheet: string;
  readonly cell: string;
  readonly field: string;
  readonly code: string;
  readonly because: Words;
  readonly remedy?: Words;
}

export type Fault = Pick<PaperFault, 'code' | 'because' | 'remedy'>;
