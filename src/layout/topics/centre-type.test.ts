import fc from 'fast-check';
import { expect, it } from 'vitest';
import { centreType } from './centre-type.ts';

const measure = (text: string, sizePx: number) => text.length * sizePx * 0.55;
const sizes = (number: string, unit: readonly string[], radiusPx: number) => {
  const type = centreType(number, unit, radiusPx, measure);
  return [type.number.sizePx, type.unit.map((line) => `${line.text} ${line.sizePx}`)];
};

it('is large where there is room, and breaks what is counted in two before it is small', () => {
  expect(sizes('258', ['tagged', 'records'], 80)).toEqual([34, ['tagged records 12']]);
  expect(sizes('102', ['to 148', 'records'], 33)).toEqual([17, ['to 148 11', 'records 11']]);
  expect(sizes('2', ['records'], 33)).toEqual([22, ['records 12']]);
});

it('keeps clear of the rim wherever that can be, and its number is the larger one', () => {
  const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9,.]{1,9}$/),
      words,
      fc.integer({ min: 31, max: 120 }),
      (text, unit, radiusPx) => {
        const { number, unit: lines } = centreType(text, unit, radiusPx, measure);
        for (const line of lines) expect(number.sizePx).toBeGreaterThanOrEqual(1.5 * line.sizePx);
        expect(lines.map((line) => line.text).join(' ')).toBe(unit.join(' '));
        if (measure(text, 12) > radiusPx || unit.some((word) => measure(word, 8) > radiusPx)) return;
        for (const { text: said, sizePx, y } of [number, ...lines]) {
          for (const edge of [y, y - 0.7 * sizePx]) {
            expect(Math.hypot(measure(said, sizePx) / 2, edge)).toBeLessThan(radiusPx);
          }
        }
      },
    ),
  );
});
