import type { Files, Order } from '../story/step.ts';

/** What one file's way through the years asks for at an hour; it may depend on what the file then says, and then be nothing. */
export interface Dated {
  /** `2013-09-02T09` */
  readonly at: string;
  /** In two or four characters, for the line that names the step. */
  readonly says: string;
  readonly order: Order | ((files: Files) => Promise<Order | null>);
}

export const on = (at: string, says: string, order: Dated['order']): Dated => ({ at, says, order });
