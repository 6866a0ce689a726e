import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstBranching, layoutSunburst, type SunburstOptions, type SunburstTree } from './sunburst.ts';

const options: SunburstOptions = { halfWidthPx: 160, heightPx: 320, besidePx: 0, ringLimit: 4 };

/** IT > AI > (NL > (LLM, Chat), ML > DL): one root, one child, then it branches. */
const tree: SunburstTree = {
  parent: [-1, 0, 1, 2, 2, 1, 5],
  value: [3, 3, 2, 2, 1, 3, 2],
};

const trees = fc
  .array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 })), { maxLength: 30 })
  .map((rows): SunburstTree => ({
    parent: rows.map(([seed], i) => (i === 0 ? -1 : (seed % (i + 1)) - 1)),
    value: rows.map(([, value]) => value),
  }));

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
    const { arcs } = layoutSunburst(tree, 1, options);
    const inner = arcs.filter((arc) => arc.ring === 0);
    expect(inner.map((arc) => arc.node)).toEqual([5, 2]);
    expect(inner[0]!.endRad - inner[0]!.startRad).toBeCloseTo((2 * Math.PI * 3) / 5, 9);
    expect(inner[1]!.endRad).toBeCloseTo(2 * Math.PI, 9);
  });

  it('sets arcs apart by less the narrower they are, so that many small ones do not fade away', () => {
    const many = {
      parent: new Int32Array(400).fill(-1),
      value: Array.from({ length: 400 }, (_, i) => 1 + (i % 20)),
    };
    const { arcs } = layoutSunburst(many, -1, options);
    for (const { gapPx, startRad, endRad, outerPx } of arcs) {
      expect(gapPx).toBeLessThanOrEqual(((endRad - startRad) * outerPx) / 4);
      expect(gapPx).toBeLessThanOrEqual(1);
    }
    const gaps = arcs.map(({ gapPx }) => gapPx);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
    expect(layoutSunburst(tree, 1, options).arcs[0]!.gapPx).toBe(1);
  });

  it('leaves open what a parent has beyond its children', () => {
    const { arcs } = layoutSunburst(tree, 1, options);
    const [ml, dl] = [5, 6].map((node) => arcs.find((arc) => arc.node === node)!);
    expect(dl!.endRad - dl!.startRad).toBeCloseTo(((ml!.endRad - ml!.startRad) * 2) / 3, 9);
  });

  it('draws nothing for concepts without a value', () => {
    expect(layoutSunburst({ ...tree, value: [0, 0, 0, 0, 0, 0, 0] }, -1, options).arcs).toEqual([]);
  });

  it('draws more arcs than a call takes arguments', () => {
    const count = 300_000;
    const parent = Array.from({ length: count }, () => -1);
    const { arcs } = layoutSunburst({ parent, value: parent.map(() => 1) }, -1, options);
    expect(arcs).toHaveLength(count);
  });

  it('says of each arc in which branch it lies', () => {
    const { arcs } = layoutSunburst(tree, 1, options);
    expect(new Map(arcs.map(({ node, branch }) => [node, branch]))).toEqual(
      new Map([
        [5, 5],
        [6, 5],
        [2, 2],
        [3, 2],
        [4, 2],
      ]),
    );
  });

  it('fills its room to the rim, with one ring as with four, and with fewer has the larger hole', () => {
    const chain = (rings: number): SunburstTree => ({
      parent: Array.from({ length: rings }, (_, node) => node - 1),
      value: Array.from({ length: rings }, () => 1),
    });
    const holes = [1, 2, 3, 4].map((rings) => {
      const { arcs, holePx } = layoutSunburst(chain(rings), -1, options);
      expect(arcs).toHaveLength(rings);
      expect(arcs.at(-1)!.outerPx).toBeCloseTo(160, 9);
      return holePx;
    });
    expect(holes).toEqual([...holes].sort((a, b) => b - a));
  });

  it('is larger where its outer rings are on one side, but not at the cost of names beside it', () => {
    // two halves, of which the first, on the right, has a child
    const half: SunburstTree = { parent: [-1, -1, 0], value: [2, 2, 1] };
    const wide = layoutSunburst(half, -1, { ...options, halfWidthPx: 400 });
    expect(wide.radiusPx).toBeGreaterThan(160);
    expect(wide.bottomPx - wide.topPx).toBeLessThanOrEqual(320 + 1e-9);
    expect(layoutSunburst(half, -1, { ...options, besidePx: 100 }).radiusPx).toBe(160);
  });

  it('reaches as far up and down as it says, and never out of its room, for any tree', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 80, max: 500 }), (random, halfWidthPx) => {
        const { arcs, topPx, bottomPx, holePx } = layoutSunburst(random, -1, { ...options, halfWidthPx });
        let [top, bottom] = [-holePx, holePx];
        for (const { startRad, endRad, outerPx } of arcs) {
          for (let part = 0; part <= 64; part++) {
            const angle = startRad + ((endRad - startRad) * part) / 64;
            const y = -Math.cos(angle) * outerPx;
            [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
            expect(Math.abs(Math.sin(angle) * outerPx)).toBeLessThanOrEqual(halfWidthPx + 1e-6);
          }
        }
        expect(Math.abs(top - topPx) + Math.abs(bottom - bottomPx)).toBeLessThan(1);
        expect(bottomPx - topPx).toBeLessThanOrEqual(320 + 1e-6);
      }),
    );
  });

  it('keeps every arc inside its parent and siblings apart, for any tree', () => {
    fc.assert(
      fc.property(trees, (random) => {
        const { arcs } = layoutSunburst(random, -1, options);
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
