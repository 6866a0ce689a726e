import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barHeight, barWithin, besideNumbers, slotOf, timeAxis } from './time-axis.ts';
import { timeLabels } from './time-labels.ts';

const SIGN_PX = 6.6;
const measure = (text: string) => text.length * SIGN_PX;
const labelsOf = (years: readonly number[], width: number) =>
  timeLabels(timeAxis(years, width)!, width, measure).map(({ text }) => text);

const arbitraryYears = fc.array(fc.integer({ min: 1000, max: 2999 }), { minLength: 1, maxLength: 30 });
const arbitraryWidth = fc.double({ min: 150, max: 2000, noNaN: true });

describe('the axis of years', () => {
  it('has no place for nothing', () => {
    expect(timeAxis([], 300)).toBeNull();
    expect(timeAxis([2014], 0)).toBeNull();
  });

  it('runs from the first year to the last, whatever lies between', () => {
    expect(timeAxis([2014, 2010], 500)).toEqual({ unit: 1, from: 2010, count: 5, slotPx: 100, left: 0 });
    expect(timeAxis([2014], 500)).toEqual({ unit: 1, from: 2014, count: 1, slotPx: 500, left: 0 });
  });

  it('has a bar for a decade where a year’s would be thinner than 3 px', () => {
    const years = [1803, 2026];
    expect(timeAxis(years, 672)).toEqual({ unit: 1, from: 1803, count: 224, slotPx: 3, left: 0 });
    expect(timeAxis(years, 671)).toMatchObject({ unit: 10, from: 1800, count: 23 });
  });

  it('begins where numbers leave room, with the same bars', () => {
    const axis = besideNumbers(timeAxis([2010, 2014], 500)!, 500, 50);
    expect(axis).toEqual({ unit: 1, from: 2010, count: 5, slotPx: 90, left: 50 });
    expect([slotOf(axis, 2010).x, slotOf(axis, 2014).x]).toEqual([50, 410]);
  });

  it('has each year in its place: as far from the first as it is in time', () => {
    fc.assert(
      fc.property(arbitraryYears, arbitraryWidth, (years, width) => {
        const axis = timeAxis(years, width)!;
        for (const year of years) {
          const slot = slotOf(axis, year);
          const { unit, from, slotPx } = axis;
          expect(year - slot.year).toBeGreaterThanOrEqual(0);
          expect(year - slot.year).toBeLessThan(unit);
          expect(slot.x).toBeCloseTo(((slot.year - from) / unit) * slotPx);
          expect(slot.x).toBeGreaterThanOrEqual(0);
          expect(slot.x + slot.width).toBeLessThanOrEqual(width + 1e-6);
          const bar = barWithin(slot);
          expect(bar.x).toBeGreaterThanOrEqual(slot.x);
          expect(bar.width).toBeGreaterThan(0);
          expect(bar.x + bar.width).toBeLessThanOrEqual(slot.x + slot.width + 1e-9);
        }
      }),
    );
  });
});

describe('a bar', () => {
  it.each([
    [0, 0],
    [1, 1.5],
    [500, 20],
    [1000, 40],
  ])('of %d of 1000 is %d px of 40 high', (value, px) => expect(barHeight(value, 1000, 40)).toBe(px));

  it('of nothing among nothing has no height', () => expect(barHeight(0, 0, 40)).toBe(0));
});

describe('the names under the axis', () => {
  it('are those of all years where they have room, else of round ones and the ends', () => {
    expect(labelsOf([2010, 2014], 300)).toEqual(['2010', '2011', '2012', '2013', '2014']);
    expect(labelsOf([1998, 2013], 300)).toEqual(['2000', '2005', '2010', '2013']);
    expect(labelsOf([1998, 2016], 700)).toEqual(['1998', '2000', '2005', '2010', '2015']);
    expect(labelsOf([2014], 300)).toEqual(['2014']);
    expect(labelsOf([2011, 2014], 150)).toEqual(['2011', '2014']);
    expect(labelsOf([1803, 2026], 330)).toEqual(['1800s', '1850s', '1900s', '1950s', '2000s']);
  });

  it('never meet, lie within the axis, and there is always one', () => {
    fc.assert(
      fc.property(arbitraryYears, arbitraryWidth, (years, width) => {
        const labels = timeLabels(timeAxis(years, width)!, width, measure);
        expect(labels.length).toBeGreaterThan(0);
        labels.forEach(({ text, x }, i) => {
          const half = measure(text) / 2;
          expect(x - half).toBeGreaterThanOrEqual(-1e-9);
          expect(x + half).toBeLessThanOrEqual(width + 1e-9);
          const next = labels[i + 1];
          if (next) expect(next.x - measure(next.text) / 2 - (x + half)).toBeGreaterThanOrEqual(6);
        });
      }),
    );
  });
});
