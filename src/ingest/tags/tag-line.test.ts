import { describe, expect, it } from 'vitest';
import { isTagLike, LEVEL_LIMIT, readTagLine } from './tag-line.ts';

describe('isTagLike', () => {
  it.each(['- Europe (0.04)', '  - Europe (0.04)', '- '])('holds for "%s"', (line) => {
    expect(isTagLike(line)).toBe(true);
  });
  it.each(['-Europe (0.04)', 'Europe (0.04)', '', '-- dash', 'a - b'])('does not hold for "%s"', (line) => {
    expect(isTagLike(line)).toBe(false);
  });
});

describe('readTagLine', () => {
  it.each([
    ['- Law (1.00)', ['Law'], 100],
    ['- Europe > Austria > Vienna (0.14)', ['Europe', 'Austria', 'Vienna'], 14],
    ['- Frequently Asked Questions (FAQ) (0.42)', ['Frequently Asked Questions (FAQ)'], 42],
    ['-   Asia  >  Sri   Lanka   ( 0.29 )  ', ['Asia', 'Sri Lanka'], 29],
    ['- Europe (0)', ['Europe'], 0],
    ['- Europe (.5)', ['Europe'], 50],
    ['- Europe (0.286)', ['Europe'], 29],
    ['- Health, Safety & Law > A>B (0.57)', ['Health, Safety & Law', 'A>B'], 57],
  ])('reads "%s"', (line, path, score) => expect(readTagLine(line)).toEqual({ kind: 'tag', path, score }));

  it.each([
    ['- (30 more...)', 30],
    ['- (1 more…)', 1],
    ['- (1,204 more...)', 1204],
    ['- (0 more...)', 0],
  ])('reads "%s"', (line, count) => expect(readTagLine(line)).toEqual({ kind: 'more', count }));

  it.each([
    ['- Europe (1.01)', '1.01'],
    ['- Europe (-0.04)', '-0.04'],
    ['- Europe (57)', '57'],
  ])('tells that the score of "%s" is out of range', (line, score) => {
    expect(readTagLine(line)).toEqual({ kind: 'out-of-range', path: ['Europe'], score });
  });

  it.each([
    '- Europe',
    '- Europe (high)',
    '- Europe > (0.04)',
    '- Europe > > Spain (0.04)',
    '- (0.04)',
    '- (many more...)',
    '- ',
    '- ()',
    '- Europe (1e-2)',
  ])('says why "%s" cannot be read', (line) => {
    expect(readTagLine(line)).toMatchObject({ kind: 'unreadable', reason: expect.any(String) as string });
  });

  it.each([
    ['- (99999999999999999999 more...)', 'more hidden tags than there can be'],
    [`- (${'9'.repeat(99)} more...)`, 'more hidden tags than there can be'],
    ['- (-2 more...)', 'no number of hidden tags'],
    ['- (x more...)', 'no number of hidden tags'],
    ['- (1.5 more…)', 'no number of hidden tags'],
  ])('says that the number of "%s" is at fault, and that the list may be cut', (line, fault) => {
    const read = readTagLine(line);
    expect(read).toEqual({ kind: 'unreadable', reason: expect.stringContaining(fault) as string });
    expect(read).toMatchObject({ reason: expect.stringMatching(/list .+ may be cut/) as string });
  });

  it.each(['- (0.04)', '- ()', '- (more...)', '- (30 mores)'])('says that "%s" names no concept', (line) => {
    expect(readTagLine(line)).toEqual({ kind: 'unreadable', reason: 'names no concept' });
  });

  it('reads paths of a limited depth only', () => {
    const deep = (levels: number) => `- ${Array.from({ length: levels }, () => 'A').join(' > ')} (0.5)`;
    expect(readTagLine(deep(LEVEL_LIMIT)).kind).toBe('tag');
    expect(readTagLine(deep(LEVEL_LIMIT + 1)).kind).toBe('unreadable');
  });
});
