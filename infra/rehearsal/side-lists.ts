import type { Json } from '@quancheng/kernel';

export interface Invented {
  /** Where the value stands in the bodies: `selfEvaluation.form.indicators.3.weight`. */
  readonly path: string;
  readonly value: Json;
  readonly invented: true;
  readonly why: string;
}

export interface Reading {
  readonly path: string;
  readonly printed: string;
  readonly read: string;
  readonly why: string;
}

/** Beside every body: what was made up for the rehearsal, and what had to be read into a printed cell. */
export class SideLists {
  readonly invented: Invented[] = [];
  readonly readings: Reading[] = [];

  /** Gives the value back, so that it is used only where it is also listed. */
  invent<V extends Json>(path: string, value: V, why: string): V {
    this.invented.push({ path, value, invented: true, why });
    return value;
  }

  read(path: string, { printed, read, why }: Omit<Reading, 'path'>): string {
    if (printed !== read) this.readings.push({ path, printed, read, why });
    return read;
  }
}
