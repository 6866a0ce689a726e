import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatInterval, formatQuotient } from './quotient-format.ts';

it.each([
  [0, '0.00×'],
  [0.004, '0.00×'],
  [0.996, '1.00×'],
  [2.14, '2.14×'],
  [12.4, '12.40×'],
  [1234.5, '1,234.50×'],
  [Infinity, '∞×'],
])('%d is written %s', (value, text) => {
  expect(formatQuotient(value)).toBe(text);
});

it('has as many decimals as every other of its column, and so have both ends of an interval', () => {
  const quotient = fc.double({ min: 0, max: 1e6, noNaN: true });
  const decimals = (text: string) => [...text.matchAll(/\.(\d+)/g)].map(([, digits]) => digits!.length);
  fc.assert(
    fc.property(quotient, quotient, quotient, (value, low, high) => {
      expect(decimals(`${formatQuotient(value)} ${formatInterval({ low, high })}`)).toEqual([2, 2, 2]);
    }),
  );
  expect(formatInterval({ low: 0.8, high: 12 })).toBe('0.80–12.00');
});
