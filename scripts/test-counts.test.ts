import { expect, test } from 'vitest';
import { closingLine, countsOfCommand, countsOfPlaywright, countsOfVitest, total } from './test-counts.ts';

const vitest = (rest: object = {}) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
  ...rest,
});
const playwright = (rest: object = {}) => ({
  stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0, ...rest },
});

test.each([
  ['types that hold', countsOfCommand(0), '1 passed, 0 failed'],
  ['types that do not hold', countsOfCommand(2), '0 passed, 1 failed'],
  ['Vitest all right', countsOfVitest(vitest(), 0), '5 passed, 0 failed, 2 skipped'],
  ['Vitest with failures', countsOfVitest(vitest({ numFailedTests: 2 }), 1), '5 passed, 2 failed, 2 skipped'],
  [
    'Vitest with a file that cannot be loaded',
    countsOfVitest(vitest({ testResults: [{ status: 'failed', assertionResults: [] }] }), 1),
    '5 passed, 1 failed, 2 skipped',
  ],
  ['Vitest with an error outside the tests', countsOfVitest(vitest(), 1), '5 passed, 1 failed, 2 skipped'],
  ['Vitest without a report', countsOfVitest(undefined, 1), '0 passed, 1 failed'],
  ['Vitest that says nothing and ends well', countsOfVitest({}, 0), '0 passed, 1 failed'],
  ['Playwright all right', countsOfPlaywright(playwright(), 0), '4 passed, 0 failed'],
  ['Playwright with failures', countsOfPlaywright(playwright({ unexpected: 2 }), 1), '4 passed, 2 failed'],
  [
    'Playwright with a test that passed at the second try',
    countsOfPlaywright(playwright({ expected: 3, flaky: 1 }), 0),
    '4 passed, 0 failed, 1 at the second try',
  ],
  [
    'Playwright stopped half way',
    countsOfPlaywright(playwright({ skipped: 9 }), 1),
    '4 passed, 1 failed, 9 skipped',
  ],
  [
    'Playwright without a browser',
    countsOfPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }, 1),
    '0 passed, 1 failed',
  ],
  [
    'Playwright that skips everything',
    countsOfPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 7 } }, 0),
    '0 passed, 1 failed, 7 skipped',
  ],
  ['Playwright without a report', countsOfPlaywright(undefined, 0), '0 passed, 1 failed'],
])('%s', (_, counts, line) => {
  expect(closingLine(counts)).toBe(line);
});

test('the stages add up', () => {
  expect(closingLine(total([countsOfCommand(0), countsOfCommand(1), countsOfVitest(vitest(), 0)]))).toBe(
    '6 passed, 1 failed, 2 skipped',
  );
});
