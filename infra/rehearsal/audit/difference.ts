/** One place where what is there is not what should be. */
export interface Difference {
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}
