/** What a person reads: Chinese first, English beside it. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const inBoth = ({ zh, en }: Words): string => `${zh}\n  ${en}`;

/** A fault that a person can mend: one clear sentence and what to do. Printed without a stack. */
export class Fault extends Error {
  readonly words: Words;
  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} / ${en}`, options);
    this.words = { zh, en };
  }
}

/** How a command ends on an error: faults as sentences, anything else, which is a flaw of ours, with its stack. */
export function printError(error: unknown): void {
  if (error instanceof AggregateError) {
    for (const one of error.errors) printError(one);
    return;
  }
  if (error instanceof Fault) process.stderr.write(`\n✗ ${inBoth(error.words)}\n`);
  else
    process.stderr.write(
      `\n✗ 程序出错，请报告此问题。\n  This is a flaw of the program, please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
}
