/** The part of jest's JSON that we read. */
export interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface Verdict {
  readonly failures: readonly string[];
  /** The very last line of a test run. */
  readonly closingLine: string;
  readonly exitCode: 0 | 1;
}

/**
 * Reads a run's results. A file that could not be loaded counts as one failure: jest itself counts no test there, and a run
 * that executed nothing must not look green. So does a test that was set aside, unless only some tests were asked for.
 */
export function judge(
  results: JestResults,
  root: string,
  { partial }: { readonly partial: boolean },
): Verdict {
  const failures = results.testResults.flatMap((file) => {
    const name = file.name.startsWith(`${root}/`) ? file.name.slice(root.length + 1) : file.name;
    const failed = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${name} › ${fullName}`);
    const aside = partial
      ? []
      : file.assertionResults
          .filter(({ status }) => ['pending', 'todo', 'skipped', 'disabled'].includes(status))
          .map(({ fullName }) => `${name} › ${fullName} (set aside, which is not allowed)`);
    const broken =
      file.status === 'failed' && failed.length === 0
        ? [`${name} (did not run: ${firstLine(file.message)})`]
        : [];
    return [...failed, ...aside, ...broken];
  });
  const passed = results.numPassedTests;
  const closingLine = `${passed} passed, ${failures.length} failed`;
  return { failures, closingLine, exitCode: failures.length > 0 || passed === 0 ? 1 : 0 };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with one
const COLOURS = /\u001b\[[0-9;]*m/g;

const firstLine = (message: string): string =>
  message
    .replaceAll(COLOURS, '')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('●')) ?? 'no reason given';
