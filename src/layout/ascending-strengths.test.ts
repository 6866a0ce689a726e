import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascendingStrengths } from './ascending-strengths.ts';

const whole = fc.oneof(fc.nat(40), fc.constantFrom(0, 0xffff, 0x10000, 4_000_000_000));
const shares = fc.oneof(whole, fc.double({ min: 0, max: 20, noNaN: true }));

it('the strengths in order are those that sorting gives, counted or compared', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.nat(40)), fc.array(whole), fc.array(shares)), (list) => {
      const expected = list.filter((value) => value > 0).sort((a, b) => a - b);
      expect([...ascendingStrengths(Float64Array.from(list))]).toEqual(expected);
    }),
  );
});
