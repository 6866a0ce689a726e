import { describe, expect, it } from 'vitest';
import { datasetDate } from './dataset-date.ts';

describe('the day of a dataset', () => {
  it.each([
    ['as asked, whatever the files are called', '2026-11-03', ['ai-2027-01-01.txt'], '2026-11-03'],
    ['in a name', undefined, ['in/2025-01-01/ai-2026-11-03.txt.gz'], '2026-11-03'],
    [
      'the latest in several names',
      undefined,
      ['2026-02-01.txt', 'b_2026-11-03_c.txt', 'c.txt'],
      '2026-11-03',
    ],
    ['none where no name has one', undefined, ['results.txt', 'in/2025-01-01/a.txt'], undefined],
    [
      'not a day that no calendar has, nor part of a longer number',
      undefined,
      ['2026-02-30.txt', '12026-01-011.txt'],
      undefined,
    ],
  ] as const)('is %s', (_, asked, files, expected) => expect(datasetDate(asked, files)).toBe(expected));

  it.each(['2026-13-01', '2026-02-29', '3 November', '2026-1-1', '2026-11-03T10:00'])(
    'is refused as %s',
    (asked) => expect(() => datasetDate(asked, [])).toThrow(/--date ".*" is not a day such as 2026-11-03/),
  );
});
