import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameArcs, type ArcNames, type NamingOptions } from './arc-names.ts';
import { numberNames } from './numbered-names.ts';
import { areNear, type Point } from '../text/lines-apart.ts';
import type { OutsideName } from './outside-names.ts';
import { layoutSunburst, type SunburstTree } from './sunburst.ts';

const measure = (text: string) => text.length * 6.5;
const WORDS = [
  'Vision',
  'Machine Learning',
  'Representation & Reasoning',
  'Law',
  'Telecommunications',
  'Air',
];

interface Drawing {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly label?: (node: number) => string;
  readonly chosen?: readonly number[];
}

function draw(tree: SunburstTree, { widthPx, heightPx, label, chosen = [] }: Drawing) {
  const sunburst = layoutSunburst(tree, -1, {
    halfWidthPx: widthPx / 2 - 6,
    heightPx: heightPx - 12,
    besidePx: 84,
    ringLimit: 4,
  });
  const centrePx = (heightPx - sunburst.topPx - sunburst.bottomPx) / 2;
  const options: NamingOptions = {
    label: label ?? ((node) => `${WORDS[node % WORDS.length]!} ${node}`),
    isChosen: (node) => chosen.includes(node),
    measure,
    halfWidthPx: widthPx / 2,
    topPx: -centrePx,
    bottomPx: heightPx - centrePx,
  };
  return { sunburst, options, names: nameArcs(sunburst, tree, options) };
}

const named = ({ inside, outside }: ArcNames) => new Set([...inside, ...outside].map(({ node }) => node));

const pointsOf = ({ leader }: OutsideName): Point[] =>
  leader
    .slice(1)
    .split('L')
    .map((pair) => pair.split(',').map(Number))
    .map(([x, y]) => ({ x: x!, y: y! }));

/** What a name takes, px. */
function boxOf({ lines, side, x, ys }: OutsideName) {
  const widthPx = Math.max(...lines.map(measure));
  return {
    x0: side === 'left' ? x - widthPx : x,
    x1: side === 'left' ? x : x + widthPx,
    y0: ys[0]! - 6.5,
    y1: ys.at(-1)! + 6.5,
  };
}

const trees = fc
  .array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 60 })
  .map((rows): SunburstTree => {
    const parent = rows.map(([seed], i) => (i === 0 ? -1 : (seed % (i + 1)) - 1));
    const value = rows.map(([, own]) => own);
    for (let node = value.length - 1; node > 0; node--) {
      if (parent[node]! >= 0) value[parent[node]!]! += value[node]!;
    }
    return { parent, value };
  });
const drawings = fc.record({
  widthPx: fc.integer({ min: 300, max: 900 }),
  heightPx: fc.integer({ min: 200, max: 600 }),
});

describe('the numbers behind the names', () => {
  const numbered = (tree: SunburstTree, drawing: Drawing) => {
    const { sunburst, options, names } = draw(tree, drawing);
    const { halfWidthPx } = options;
    const of = numberNames(names, sunburst.arcs, { numberOf: () => '1,234', measure, reachPx: halfWidthPx });
    return { names, numbered: of, halfWidthPx, arcs: sunburst.arcs };
  };

  it('are told on arcs and beside the disc, where they have room', () => {
    const tree: SunburstTree = { parent: [-1, -1, -1], value: [60, 38, 2] };
    const lines = (widthPx: number) => {
      const { inside, outside } = numbered(tree, { widthPx, heightPx: 400 }).numbered;
      return [...inside.map(({ label }) => label.text), ...outside.map((name) => name.lines.join(' '))];
    };
    expect(lines(900)).toEqual([
      'Vision 0 1,234',
      'Machine Learning 1 1,234',
      'Representation & Reasoning 2 1,234',
    ]);
    expect(lines(600).at(-1)).toBe('Representation & Reasoning 2');
  });

  it('cost no name, leave each where it is, and are whole, for any tree', () => {
    fc.assert(
      fc.property(trees, drawings, (tree, drawing) => {
        const { names, numbered: of, halfWidthPx, arcs } = numbered(tree, drawing);
        expect(named(of)).toEqual(named(names));
        of.outside.forEach((name, i) => {
          expect({ ...name, lines: [] }).toEqual({ ...names.outside[i], lines: [] });
          const box = boxOf(name);
          expect(Math.max(-box.x0, box.x1)).toBeLessThanOrEqual(halfWidthPx);
          expect(name.lines.join(' ')).toMatch(/^[^…]*(?: 1,234)?$|^[^,]*…$/);
        });
        for (const { node, label } of of.inside) {
          const arc = arcs.find((one) => one.node === node)!;
          for (const { text } of label.kind === 'curved' ? label.lines : [])
            expect(measure(text)).toBeLessThan((arc.endRad - arc.startRad) * arc.outerPx);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the names of a sunburst', () => {
  it('stand in the drawing, beside the disc, apart from each other, for any tree', () => {
    fc.assert(
      fc.property(trees, drawings, (tree, drawing) => {
        const { sunburst, options, names } = draw(tree, drawing);
        const boxes = names.outside.map(boxOf);
        boxes.forEach((box, i) => {
          expect(Math.max(-box.x0, box.x1)).toBeLessThanOrEqual(options.halfWidthPx);
          expect(box.y0).toBeGreaterThanOrEqual(options.topPx - 1e-6);
          expect(box.y1).toBeLessThanOrEqual(options.bottomPx + 1e-6);
          for (const other of boxes.slice(0, i)) {
            const isApart =
              box.x1 <= other.x0 ||
              other.x1 <= box.x0 ||
              box.y1 <= other.y0 + 0.1 ||
              other.y1 <= box.y0 + 0.1;
            expect(isApart).toBe(true);
          }
        });
        expect(named(names).size).toBe(names.inside.length + names.outside.length);
        // each dot lies in its arc
        for (const { node, dot } of names.outside) {
          const arc = sunburst.arcs.find((one) => one.node === node)!;
          const radius = Math.hypot(dot.x, dot.y);
          const angle = (Math.atan2(dot.x, -dot.y) + 2 * Math.PI) % (2 * Math.PI);
          expect(radius).toBeGreaterThan(arc.innerPx);
          expect(radius).toBeLessThan(arc.outerPx);
          expect(angle).toBeGreaterThan(arc.startRad - 0.01);
          expect(angle).toBeLessThan(arc.endRad + 0.01);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('have lines that never cross or touch', () => {
    fc.assert(
      fc.property(trees, drawings, (tree, drawing) => {
        const lines = draw(tree, drawing).names.outside.map(pointsOf);
        lines.forEach((line, i) => {
          for (const other of lines.slice(0, i)) expect(areNear(line, other, 2)).toBe(false);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('are told of a topic only where its parent is told, or the filter holds it', () => {
    fc.assert(
      fc.property(trees, drawings, fc.nat(59), (tree, drawing, chosen) => {
        const { sunburst, names } = draw(tree, { ...drawing, chosen: [chosen] });
        const told = named(names);
        for (const { node, ring } of sunburst.arcs) {
          if (told.has(node) && ring > 0 && node !== chosen) expect(told.has(tree.parent[node]!)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are whole on an arc that has room, and beside the disc where it has none', () => {
    const tree: SunburstTree = { parent: [-1, -1], value: [20, 1] };
    const label = (node: number) => ['Robots', 'Evolutionary Planning'][node]!;
    const { names } = draw(tree, { widthPx: 700, heightPx: 300, label });
    expect(names.inside.map(({ node, label: { text } }) => [node, text])).toEqual([[0, 'Robots']]);
    expect(names.outside).toMatchObject([
      { node: 1, side: 'left', lines: ['Evolutionary Planning'], isNeeded: true },
    ]);
  });

  it('are on two lines, then cut, where the room beside the disc is narrow', () => {
    // the second sector is narrow and stands at nine o'clock
    const value = [75, 5, 4, 4, 4, 4, 4];
    const tree: SunburstTree = { parent: value.map(() => -1), value };
    const linesOf = (name: string, widthPx: number) => {
      const { names } = draw(tree, { widthPx, heightPx: 240, label: (node) => (node === 1 ? name : 'x') });
      return names.outside.find(({ node }) => node === 1)?.lines;
    };
    expect(linesOf('Evolutionary Planning Methods', 700)).toEqual(['Evolutionary Planning Methods']);
    expect(linesOf('Evolutionary Planning Methods', 480)).toEqual(['Evolutionary', 'Planning Methods']);
    expect(linesOf('Electroencephalography', 440)).toEqual([expect.stringMatching(/^Electroenc.*…$/)]);
  });

  it('are of what the filter holds before all else, then of the inner ring, the largest first', () => {
    // more sectors than names have room
    const count = 90;
    const value = Array.from({ length: count }, (_, node) => 1000 - node);
    const tree: SunburstTree = { parent: value.map(() => -1), value };
    const { names } = draw(tree, { widthPx: 600, heightPx: 300 });
    expect(names.outside.length).toBeGreaterThan(20);
    expect(names.outside.length).toBeLessThanOrEqual(2 * (300 / 15));
    expect(named(names).has(0)).toBe(true);
    const left = value.findIndex((_, node) => !named(names).has(node));
    expect(named(draw(tree, { widthPx: 600, heightPx: 300, chosen: [left] }).names).has(left)).toBe(true);
  });

  it('take the same places again', () => {
    fc.assert(
      fc.property(trees, drawings, (tree, drawing) => {
        expect(draw(tree, drawing).names).toEqual(draw(tree, drawing).names);
      }),
      { numRuns: 20 },
    );
  });
});
