/** What a stage of `npm test` came to, read from its exit code and its JSON report. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of those that passed: at the second try only. */
  readonly retried: number;
}

const NONE: Counts = { passed: 0, failed: 0, skipped: 0, retried: 0 };

type Json = Readonly<Partial<Record<string, unknown>>>;

/** A stage that is one test: passed when it ends with 0. */
export function countsOfCommand(exitCode: number): Counts {
  return exitCode === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
}

/**
 * @param report Vitest's JSON report, undefined where there is none
 */
export function countsOfVitest(report: unknown, exitCode: number): Counts {
  const json = objectOrEmpty(report);
  // a file that cannot be loaded holds no test to count, and still has failed
  const brokenFiles = listOrEmpty(json['testResults']).filter((file) => {
    const { status, assertionResults } = objectOrEmpty(file);
    return status === 'failed' && listOrEmpty(assertionResults).length === 0;
  }).length;
  return withExitCode(exitCode, {
    passed: count(json['numPassedTests']),
    failed: count(json['numFailedTests']) + brokenFiles,
    skipped: count(json['numPendingTests']) + count(json['numTodoTests']),
    retried: 0,
  });
}

/**
 * @param report Playwright's JSON report, undefined where there is none
 */
export function countsOfPlaywright(report: unknown, exitCode: number): Counts {
  const stats = objectOrEmpty(objectOrEmpty(report)['stats']);
  return withExitCode(exitCode, {
    passed: count(stats['expected']) + count(stats['flaky']),
    failed: count(stats['unexpected']),
    skipped: count(stats['skipped']),
    retried: count(stats['flaky']),
  });
}

/** A stage that fails without a failed test could not run; one in which no test ran has proven nothing. */
function withExitCode(exitCode: number, counts: Counts): Counts {
  const hasProven = exitCode === 0 && counts.passed > 0;
  return hasProven || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Sum over the stages. */
export function total(stages: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => stages.reduce((so, stage) => so + stage[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), retried: sum('retried') };
}

/** `12 passed, 0 failed`, and `, 1 skipped` and `, 1 at the second try` where there is one. */
export function closingLine({ passed, failed, skipped, retried }: Counts): string {
  const more = [
    ...(skipped > 0 ? [`, ${skipped} skipped`] : []),
    ...(retried > 0 ? [`, ${retried} at the second try`] : []),
  ];
  return `${passed} passed, ${failed} failed${more.join('')}`;
}

const objectOrEmpty = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};
const listOrEmpty = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const count = (value: unknown) => (typeof value === 'number' && Number.isInteger(value) ? value : 0);
