import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLabel, fitLabel, type ArcShape } from './arc-labels.ts';

/** Letters of 6 px but for narrow ones. */
const measure = (text: string) =>
  Array.from(text).reduce((sum, letter) => sum + (letter === 'i' || letter === ' ' ? 3 : 6), 0);

const shapes = fc
  .record({
    startRad: fc.double({ min: 0, max: 5, noNaN: true }),
    spanRad: fc.double({ min: 0.01, max: 6, noNaN: true }),
    innerPx: fc.integer({ min: 20, max: 150 }),
    thicknessPx: fc.integer({ min: 8, max: 60 }),
  })
  .map(({ startRad, spanRad, innerPx, thicknessPx }): ArcShape => ({
    startRad,
    endRad: Math.min(startRad + spanRad, 2 * Math.PI),
    innerPx,
    outerPx: innerPx + thicknessPx,
  }));

const names = fc
  .array(fc.stringMatching(/^[a-i]{1,9}$/), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));

/** Radius and length of a curve "Mx,yAr,r,0,…". */
function radiusOf(d: string): number {
  return Number(/A([\d.]+),/.exec(d)![1]);
}

const half: ArcShape = { startRad: 0, endRad: Math.PI, innerPx: 50, outerPx: 90 };

/** Whole where that has room, else cut. */
const labelOf = (text: string, shape: ArcShape) =>
  fitLabel(text, shape, measure) ?? cutLabel(text, shape, measure);

describe('a name on an arc', () => {
  it('is whole on one line where that has room, else on two, else cut', () => {
    const linesOf = (text: string, shape = half) => {
      const label = labelOf(text, shape);
      return label?.kind === 'curved' ? label.lines.map((line) => line.text) : label;
    };
    expect(linesOf('Robotics')).toEqual(['Robotics']);
    const quarter = { ...half, endRad: Math.PI / 2 };
    expect(linesOf('Evolutionary Planning', quarter)).toEqual(['Evolutionary', 'Planning']);
    expect(fitLabel('Probabilistic Planning Methods', quarter, measure)).toBe(null);
    expect(linesOf('Probabilistic Planning Methods', quarter)).toEqual(['Probabilistic', 'Planning Metho…']);
    expect(linesOf('Electroencephalography', quarter)).toEqual(['Electroencephal…']);
    expect(linesOf('Planning', { ...half, endRad: 0.1 })).toBe(null);
    expect(
      linesOf('An endless name of which only the beginning is told, less than half of it', quarter),
    ).toBe(null);
  });

  it('fits its curves, and tells the whole name or more than half of it', () => {
    fc.assert(
      fc.property(names, shapes, (name, shape) => {
        const label = labelOf(name, shape);
        if (label === null) return;
        expect(label.text).toBe(name);
        if (label.kind === 'straight') {
          expect(measure(name)).toBeLessThan(shape.outerPx - shape.innerPx);
          return;
        }
        const said = label.lines.map((line) => line.text).join(' ');
        if (said !== name) {
          expect(fitLabel(name, shape, measure)).toBe(null);
          const told = said.replace(/…$/, '');
          expect(said.endsWith('…')).toBe(true);
          expect(name.startsWith(told)).toBe(true);
          expect(told.length).toBeGreaterThanOrEqual(Math.floor(name.length / 2) - 1);
        }
        for (const { text, d } of label.lines) {
          const r = radiusOf(d);
          expect(r).toBeGreaterThan(shape.innerPx - 6);
          expect(r).toBeLessThan(shape.outerPx + 6);
          expect(measure(text)).toBeLessThan((shape.endRad - shape.startRad) * (r + 10));
        }
      }),
    );
  });

  it('is whole where any of its breaks lets it be', () => {
    fc.assert(
      fc.property(names, shapes, (name, shape) => {
        if (fitLabel(name, shape, measure) !== null) return;
        // with every break of the name as a name of its own that has only that break
        const words = name.split(' ');
        for (let i = 1; i < words.length; i++) {
          const other = `${words.slice(0, i).join('i')} ${words.slice(i).join('i')}`; // an "i" is as wide as a blank
          expect(fitLabel(other, shape, measure)).toBe(null);
        }
      }),
      { numRuns: 500 },
    );
  });
});
