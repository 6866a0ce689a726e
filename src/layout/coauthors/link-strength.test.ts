import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { range, recordsOf } from './coauthor-graph-fixture.ts';
import { buildCoauthorGraph, edgeStrengths } from './coauthor-graph.ts';
import { atLeast, linkOpacity, linkStrengths, strengthSteps, widthClass } from './link-strength.ts';
import { strengthOccurrences, type StrengthByEdge } from './strength-occurrences.ts';

const everything = () => true;
const linkCount = (strength: StrengthByEdge) => strength.filter((each) => each > 0).length;
const stepsOf = (strength: StrengthByEdge) => strengthSteps(strengthOccurrences(strength));
const strengthsOf = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 5000, noNaN: true })), {
  maxLength: 300,
});

describe('link strengths', () => {
  it('are records together, or shares of them; a spoke stands for its pairs', () => {
    const graph = buildCoauthorGraph(recordsOf([[0, 1], [0, 1, 2], range(2, 8)]), 8, 4);
    const strengths = edgeStrengths(graph, everything);
    expect([...linkStrengths(graph, strengths, 'full')]).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect([...linkStrengths(graph, strengths, 'fractional')]).toEqual([
      1.5,
      0.5,
      0.5,
      ...Array<number>(6).fill(0.2),
    ]);
    const none = edgeStrengths(graph, (record) => record !== 2);
    expect(linkCount(linkStrengths(graph, none, 'fractional'))).toBe(3);
  });

  it('below the minimum are 0, and equal to it are kept', () => {
    expect([...atLeast(Float64Array.of(0, 1, 2, 0.1 + 0.2), 0.3)]).toEqual([0, 1, 2, 0.1 + 0.2]);
    expect(linkCount(atLeast(Float64Array.of(0, 1, 2, 3), 2))).toBe(2);
    expect(linkCount(atLeast(Float64Array.of(0, 1), 0))).toBe(1);
  });

  it('have one step for each where they are few', () => {
    expect(stepsOf(Float64Array.of(0, 1, 3, 1, 2, 1))).toEqual([
      { from: 1, links: 3 },
      { from: 2, links: 1 },
      { from: 3, links: 1 },
    ]);
    expect(stepsOf(new Float64Array(3))).toEqual([]);
  });

  it('of any kind have steps whose links are those that each step would drop', () => {
    fc.assert(
      fc.property(strengthsOf, (values) => {
        const strength = Float64Array.from(values);
        const steps = stepsOf(strength);
        expect(steps.reduce((sum, { links }) => sum + links, 0)).toBe(linkCount(strength));
        if (steps.length > 0) expect(linkCount(atLeast(strength, steps[0]!.from))).toBe(linkCount(strength));
        expect(steps.length).toBeLessThanOrEqual(40);
        let left = linkCount(strength);
        for (const { from, links } of steps) {
          expect(linkCount(atLeast(strength, from))).toBe(left);
          left -= links;
        }
      }),
    );
  });

  it('are drawn wider at each doubling, up to an end', () => {
    expect([1, 2, 3, 4, 8, 1000].map((value) => widthClass(value, 'full'))).toEqual([0, 1, 1, 2, 3, 4]);
    expect([0.1, 0.5, 1, 2, 4, 100].map((value) => widthClass(value, 'fractional'))).toEqual([
      0, 0, 1, 2, 3, 4,
    ]);
  });
});

describe('the ink of links', () => {
  it('is strong where few are drawn, and never more than theirs where there are more', () => {
    const inks = [1, 20, 200, 800, 3000, 10_000, 15_000].map((count) => linkOpacity(count, 0));
    expect(inks.map((ink) => Number(ink.toFixed(2)))).toEqual([0.9, 0.9, 0.86, 0.56, 0.38, 0.11, 0.08]);
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), fc.nat(4), (a, b, size) => {
        const [few, many] = [linkOpacity(Math.min(a, b), size), linkOpacity(Math.max(a, b), size)];
        expect(few).toBeGreaterThanOrEqual(many);
        expect(Math.min(few, many)).toBeGreaterThan(0);
        expect(Math.max(few, many)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
