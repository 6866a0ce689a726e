import { expect, it } from 'vitest';
import { formatQuotient } from './quotient-format.ts';

it.each([
  [0, '0.00'],
  [0.004, '0.00'],
  [0.45, '0.45'],
  [0.994, '0.99'],
  [0.996, '1.00'],
  [1, '1.00'],
  [1.06, '1.06'],
  [1.996, '2.0'],
  [2.14, '2.1'],
  [9.94, '9.9'],
  [9.96, '10'],
  [1234.5, '1,235'],
  [Infinity, '∞'],
])('%f is written %s', (value, text) => {
  expect(formatQuotient(value)).toBe(text);
});
