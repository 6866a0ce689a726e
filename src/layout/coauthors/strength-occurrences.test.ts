import fc from 'fast-check';
import { expect, it } from 'vitest';
import { strengthOccurrences } from './strength-occurrences.ts';

const whole = fc.oneof(fc.nat(40), fc.constantFrom(0, 0xffff, 0x10000, 4_000_000_000));
const shares = fc.oneof(whole, fc.double({ min: 0, max: 20, noNaN: true }), fc.constantFrom(0.5, 1 / 3));

it('the strengths that occur are those that sorting gives, counted or compared', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.nat(40)), fc.array(whole), fc.array(shares)), (list) => {
      const expected = list.filter((value) => value > 0).sort((a, b) => a - b);
      const { values, links, total } = strengthOccurrences(Float64Array.from(list));
      expect(Array.from(values, (value, i) => Array<number>(links[i]!).fill(value)).flat()).toEqual(expected);
      expect(new Set(values).size).toBe(values.length);
      expect(total).toBe(expected.length);
    }),
  );
});
