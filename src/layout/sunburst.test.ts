import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstBranching, layoutSunburst, type SunburstOptions, type SunburstTree } from './sunburst.ts';

const options: SunburstOptions = {
  radiusPx: 160,
  holePx: 50,
  ringLimit: 4,
  measure: (text) => text.length * 6,
};

/** IT > AI > (NL > (LLM, Chat), ML > DL): one root, one child, then it branches. */
const tree: SunburstTree = {
  parent: [-1, 0, 1, 2, 2, 1, 5],
  value: [3, 3, 2, 2, 1, 3, 2],
  label: (node) => ['IT', 'AI', 'NL', 'LLM', 'Chat', 'ML', 'DL'][node]!,
};

describe('sunburst', () => {
  it('starts where the tree first branches', () => {
    expect(firstBranching(tree, -1)).toBe(1);
    expect(firstBranching(tree, 2)).toBe(2);
  });

  it('does not run down to a single leaf', () => {
    expect(firstBranching({ ...tree, parent: [-1, 0], value: [1, 1] }, -1)).toBe(0);
    expect(firstBranching({ ...tree, parent: [-1], value: [1] }, -1)).toBe(-1);
  });

  it('shares the circle among siblings by value, the largest first', () => {
    const arcs = layoutSunburst(tree, 1, options);
    const inner = arcs.filter((arc) => arc.ring === 0);
    expect(inner.map((arc) => arc.node)).toEqual([5, 2]);
    expect(inner[0]!.endRad - inner[0]!.startRad).toBeCloseTo((2 * Math.PI * 3) / 5, 9);
    expect(inner[1]!.endRad).toBeCloseTo(2 * Math.PI, 9);
  });

  it('leaves open what a parent has beyond its children', () => {
    const arcs = layoutSunburst(tree, 1, options);
    const [ml, dl] = [5, 6].map((node) => arcs.find((arc) => arc.node === node)!);
    expect(dl!.endRad - dl!.startRad).toBeCloseTo(((ml!.endRad - ml!.startRad) * 2) / 3, 9);
  });

  it('draws nothing for concepts without a value', () => {
    expect(layoutSunburst({ ...tree, value: [0, 0, 0, 0, 0, 0, 0] }, -1, options)).toEqual([]);
  });

  it('draws more arcs than a call takes arguments', () => {
    const count = 300_000;
    const parent = Array.from({ length: count }, () => -1);
    const arcs = layoutSunburst({ parent, value: parent.map(() => 1), label: String }, -1, options);
    expect(arcs).toHaveLength(count);
  });

  it('writes whole labels or none', () => {
    const wide = layoutSunburst(
      { ...tree, label: () => 'A label that is far too long for any arc of this size, by a mile' },
      1,
      {
        ...options,
        measure: () => 4000,
      },
    );
    expect(wide.every((arc) => arc.label === null)).toBe(true);
    expect(layoutSunburst(tree, 1, options).find((arc) => arc.node === 5)!.label?.text).toBe('ML');
  });

  it('keeps every arc inside its parent and siblings apart, for any tree', () => {
    const trees = fc
      .array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 })), { maxLength: 30 })
      .map((rows) => ({
        parent: rows.map(([seed], i) => (i === 0 ? -1 : (seed % (i + 1)) - 1)),
        value: rows.map(([, value]) => value),
        label: String,
      }));
    fc.assert(
      fc.property(trees, (random) => {
        const arcs = layoutSunburst(random, -1, options);
        const byNode = new Map(arcs.map((arc) => [arc.node, arc]));
        for (const arc of arcs) {
          expect(arc.startRad).toBeGreaterThanOrEqual(-1e-9);
          expect(arc.endRad).toBeLessThanOrEqual(2 * Math.PI + 1e-9);
          expect(arc.endRad).toBeGreaterThan(arc.startRad);
          const parent = byNode.get(random.parent[arc.node]!);
          if (parent) {
            expect(arc.startRad).toBeGreaterThanOrEqual(parent.startRad - 1e-9);
            expect(arc.endRad).toBeLessThanOrEqual(parent.endRad + 1e-9);
          }
        }
        for (const a of arcs) {
          for (const b of arcs) {
            if (a.node < b.node && a.ring === b.ring) {
              expect(a.endRad <= b.startRad + 1e-9 || b.endRad <= a.startRad + 1e-9).toBe(true);
            }
          }
        }
      }),
    );
  });
});
