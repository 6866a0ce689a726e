import { format } from 'd3-format';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, finestShown, formatCount, formatScore, formatSeen, formatValue } from './number-format.ts';

describe('a number is written', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1234, '1,234'],
    [1234567, '1,234,567'],
  ])('with its thousands: %d', (count, text) => {
    expect(formatCount(count)).toBe(text);
    expect(formatValue(count, 'records')).toBe(text);
    expect(countOf(count, 'record')).toBe(`${text} records`);
  });

  it.each([
    [0, '0.00'],
    [0.004, '0.00'],
    [2.305, '2.31'],
    [1234.5, '1,234.50'],
  ])('with two decimals where it is shared or weighted: %d', (value, text) => {
    expect(formatValue(value, 'fractional')).toBe(text);
    expect(formatValue(value, 'score')).toBe(text);
  });

  it('another than one that differs by the finest that is shown, and like one that differs by less than half of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom('records' as const, 'fractional' as const, 'score' as const),
        (times, rule) => {
          const finest = finestShown(rule);
          expect(formatValue((times + 1) * finest, rule)).not.toBe(formatValue(times * finest, rule));
          expect(formatValue((times + 0.4) * finest, rule)).toBe(formatValue(times * finest, rule));
        },
      ),
    );
  });

  it('with its noun in the singular for one only', () => {
    expect(countOf(1, 'record')).toBe('1 record');
    expect(countOf(0, 'record')).toBe('0 records');
  });

  it.each([
    [5, 0, '5'],
    [5, 3, '5 – 8'],
    [0, 4, '0 – 4'],
    [999, 1, '999 – 1,000'],
  ])('with what hidden tags leave open: %d and %d', (seen, possible, text) => {
    expect(formatSeen(seen, possible)).toBe(text);
  });

  it('as the source prints scores, each of the 101 its own', () => {
    const all = Array.from({ length: 101 }, (_, hundredths) => formatScore(hundredths));
    expect(all.slice(0, 12).join(' ')).toBe('0.00 0.01 0.02 0.03 0.04 0.05 0.06 0.07 0.08 0.09 0.10 0.11');
    expect(new Set(all).size).toBe(101);
    all.forEach((text, hundredths) => expect(Math.round(Number(text) * 100)).toBe(hundredths));
  });

  it('as d3-format writes it', () => {
    const [whole, twoDecimals] = [format(',d'), format(',.2f')];
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.double({ min: 0, max: 1e15, noNaN: true }), (count, value) => {
        expect(formatCount(count)).toBe(whole(count));
        expect(formatValue(value, 'fractional')).toBe(twoDecimals(value));
      }),
    );
  });

  it('so that it can be read back', () => {
    fc.assert(
      fc.property(fc.nat(1e9), (count) => {
        expect(Number(formatCount(count).replaceAll(',', ''))).toBe(count);
      }),
    );
  });
});
