import { describe, expect, it } from '@jest/globals';
import { type JestResults, judge } from './jest-results.ts';

const results = (
  counts: Partial<JestResults>,
  testResults: JestResults['testResults'] = [],
): JestResults => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
  ...counts,
});
const file = (status: string, assertions: [string, string][], message = '') => ({
  name: '/repository/libs/a.spec.ts',
  status,
  message,
  assertionResults: assertions.map(([fullName, state]) => ({ fullName, status: state })),
});

describe('the end of a test run', () => {
  it.each([
    ['all passed', results({ numPassedTests: 3 }), '3 passed, 0 failed', 0],
    [
      'one failed',
      results({ numPassedTests: 3, numFailedTests: 1 }, [file('failed', [['adds', 'failed']])]),
      '3 passed, 1 failed',
      1,
    ],
    ['nothing ran', results({}), '0 passed, 0 failed', 1],
    [
      'a file did not load',
      results({ numPassedTests: 2 }, [
        file('failed', [], '  ● Test suite failed to run\n\n  Cannot find module'),
      ]),
      '2 passed, 1 failed',
      1,
    ],
    [
      'a test was set aside',
      results({ numPassedTests: 2 }, [file('passed', [['later', 'pending']])]),
      '2 passed, 1 failed',
      1,
    ],
  ])('%s', (_name, given, closingLine, exitCode) => {
    expect(judge(given, '/repository', { partial: false })).toMatchObject({ closingLine, exitCode });
  });

  it('names each failure by file and sentence', () => {
    const given = results({ numPassedTests: 1 }, [
      file('failed', [['money adds', 'failed']]),
      file('failed', [], '● Test suite failed to run\n\nCannot find module x'),
    ]);
    expect(judge(given, '/repository', { partial: false }).failures).toEqual([
      'libs/a.spec.ts › money adds',
      'libs/a.spec.ts (did not run: Cannot find module x)',
    ]);
  });

  it('lets tests be left out when only some were asked for', () => {
    const given = results({ numPassedTests: 1 }, [file('passed', [['other', 'pending']])]);
    expect(judge(given, '/repository', { partial: true })).toMatchObject({
      closingLine: '1 passed, 0 failed',
      exitCode: 0,
    });
  });
});
