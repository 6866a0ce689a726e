import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import { authorName, type Dataset } from '../../model/dataset.ts';
import { buildCoauthorGraph } from './coauthor-graph.ts';
import { range } from './coauthor-graph-fixture.ts';
import { coauthorLabels, type CoauthorLabelInput } from './coauthor-labels.ts';
import { layoutCoauthors, nodeRadii } from './coauthor-layout.ts';
import { boxesOverlap } from '../text/box-index.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const WIDTH = 600;
const HEIGHT = 400;

/** So small that only teams are named. */
const SMALL = { k: 4, x: WIDTH / 2, y: HEIGHT / 2 };

const measure = (text: string) => 6 * text.length;

function datasetOf(bylines: readonly (readonly number[])[], titles: readonly string[] = []): Dataset {
  const count = 1 + Math.max(0, ...bylines.flat());
  return makeDataset({
    authors: range(0, count).map((author) => `Person ${author}`),
    facets: [],
    records: bylines.map((authors, r) => ({
      title: titles[r] ?? `Work ${r}`,
      authors,
      tags: {},
      hidden: {},
    })),
  });
}

/** The graph of a dataset, laid out and fitted to the panel. */
function inputFor(dataset: Dataset, more: Partial<CoauthorLabelInput> = {}): CoauthorLabelInput {
  const graph = buildCoauthorGraph(dataset.records, dataset.authors.family.length);
  const picture = layoutCoauthors(graph, WIDTH / HEIGHT);
  const { x0, y0, x1, y1 } = picture.bounds;
  const k = Math.min(20, WIDTH / Math.max(1, x1 - x0), HEIGHT / Math.max(1, y1 - y0));
  const records = new Uint32Array(dataset.authors.family.length);
  graph.authorOfNode.forEach((author, node) => {
    if (author >= 0) records[author] = graph.recordCountOfNode[node]!;
  });
  return {
    graph,
    picture,
    radius: nodeRadii(graph),
    view: { k, x: WIDTH / 2, y: HEIGHT / 2 },
    width: WIDTH,
    height: HEIGHT,
    records,
    dataset,
    passes: () => true,
    measure,
    hovered: -1,
    ...more,
  };
}

const textsOf = (input: CoauthorLabelInput) => coauthorLabels(input).map(({ text }) => text);

describe('the names on the co-author graph', () => {
  const small = datasetOf([[0, 1], [0, 2], [0], [3]]);

  it('are those of people whose discs are large enough, the busiest first', () => {
    const texts = textsOf(inputFor(small));
    expect(texts[0]).toBe('Person 0');
    expect([...texts].sort()).toEqual(['Person 0', 'Person 1', 'Person 2', 'Person 3']);
    const far = inputFor(small);
    expect(textsOf({ ...far, view: { ...far.view, k: 5 } })).toEqual(['Person 0']);
    expect(textsOf({ ...far, view: { ...far.view, k: 2 } })).toEqual([]);
  });

  it('are those of the busiest where many people make every disc small, more of them in more room', () => {
    const crowd = datasetOf([...range(1, 200).map((other) => [0, other]), [1, 2], [1, 3], [2, 4]]);
    const far = inputFor(crowd, { view: { ...SMALL, k: 1 } });
    expect(textsOf(far)[0]).toBe('Person 0');
    expect(textsOf(far)).toContain('Person 1');
    const inLittleRoom = textsOf({ ...far, width: 180, height: 100, view: { k: 1, x: 90, y: 50 } });
    expect(inLittleRoom).toEqual(['Person 0', 'Person 1']);
    expect(textsOf({ ...far, records: new Uint32Array(200).fill(1) })).toEqual(['Person 0']);
  });

  it('cover no disc that is large enough to be named, and a team is named all the same', () => {
    const crowd = datasetOf([range(0, 150), [0, 150], [0, 151], [1, 150]]);
    const view = { k: 9, x: 1200, y: 800 };
    const input = inputFor(crowd, { view, width: 2400, height: 1600 });
    const { graph, picture, radius } = input;
    const labels = coauthorLabels(input);
    expect(labels[0]!.text).toBe('Work 0 · 150');
    expect(labels.length).toBeGreaterThan(2);
    for (let node = 0; node < graph.nodeCount - graph.hubCount; node++) {
      const half = radius[node]! * view.k * 0.7;
      const x = picture.x[node]! * view.k + view.x;
      const y = picture.y[node]! * view.k + view.y;
      const disc = { x0: x - half, y0: y - half, x1: x + half, y1: y + half };
      for (const { box, text } of labels.slice(1)) expect(boxesOverlap(box, disc), text).toBe(false);
    }
  });

  it('are those of all who are included, however small their discs are, before teams and the busiest', () => {
    const crowd = datasetOf([range(0, 150), [0, 150], [0, 151], [1, 150]]);
    const input = inputFor(crowd, { view: SMALL });
    const { nodeOfAuthor } = input.graph;
    const chosen = [77, 120, 151].map((author) => nodeOfAuthor[author]!);
    const isIncluded = (node: number) => chosen.includes(node);
    const names = ['Person 77', 'Person 120', 'Person 151'];
    expect(textsOf(input)).not.toEqual(expect.arrayContaining(names.slice(0, 1)));
    expect(
      textsOf({ ...input, isIncluded })
        .slice(0, 3)
        .sort(),
    ).toEqual([...names].sort());
    const without = { ...input, isIncluded, records: new Uint32Array(152) };
    expect(textsOf(without)).toEqual(expect.arrayContaining(names));
    expect(textsOf({ ...input, isIncluded, hovered: 3 })[0]).toBe('Person 3');
    // all of a large team: the busiest first, and no two names over each other
    const labels = coauthorLabels({ ...input, isIncluded: () => true });
    expect(labels[0]!.text).toBe('Person 0');
    for (const [i, { box }] of labels.entries()) {
      for (const other of labels.slice(0, i)) expect(boxesOverlap(box, other.box)).toBe(false);
    }
  });

  it('cover nothing that is covered', () => {
    fc.assert(
      fc.property(fc.nat(WIDTH), fc.nat(HEIGHT), (x0, y0) => {
        const box = { x0, y0, x1: x0 + 120, y1: y0 + 90 };
        for (const { box: label } of coauthorLabels(inputFor(small, { covered: [box] }))) {
          expect(boxesOverlap(label, box)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leave out people without an active record and teams whose record is not active', () => {
    expect(textsOf(inputFor(small, { records: [0, 1, 0, 0] }))).toEqual(['Person 1']);
    const team = datasetOf([range(0, 40)]);
    expect(textsOf(inputFor(team, { view: SMALL }))).toEqual(['Work 0 · 40']);
    expect(textsOf(inputFor(team, { view: SMALL, passes: () => false }))).toEqual([]);
  });

  it('put teams before people, the largest first, six at most', () => {
    const sizes = [40, 90, 33, 35, 50, 60, 70, 80];
    let next = 0;
    const teams = sizes.map((size) => range(next, (next += size)));
    const dataset = datasetOf([...teams, [0, next], [0, next], [0, next + 1]]);
    const texts = textsOf(inputFor(dataset));
    const hubs = texts.filter((text) => text.includes('·'));
    expect(hubs.length).toBeLessThanOrEqual(6);
    expect(texts.slice(0, hubs.length)).toEqual(hubs);
    expect(hubs[0]).toBe('Work 1 · 90');
    const drawn = hubs.map((text) => Number(text.split('· ')[1]));
    expect(drawn).toEqual([...drawn].sort((a, b) => b - a));
  });

  it('of a team near the edge move inside, as long as its people are below or above', () => {
    const team = datasetOf([range(0, 40)]);
    const middle = inputFor(team, { view: SMALL });
    const [still] = coauthorLabels(middle);
    const half = (still!.box.x1 - still!.box.x0) / 2;
    const at = (x: number) => coauthorLabels({ ...middle, view: { ...SMALL, x } })[0];
    const from = SMALL.x - still!.anchorX;
    const [near, far] = [at(from + 4 + half - 5), at(from - 60)];
    expect(near?.box.x0).toBeCloseTo(4, 6);
    expect(near?.text).toBe(still!.text);
    expect(far).toBeUndefined();
  });

  it('shorten a long title, between characters', () => {
    const named = (title: string) => textsOf(inputFor(datasetOf([range(0, 31)], [title]), { view: SMALL }));
    expect(named('GPT-4 Technical Report 12')).toEqual(['GPT-4 Technical Report… · 31']);
    expect(named('123456789012345678901234')).toEqual(['123456789012345678901234 · 31']);
    expect(named('1234567890123456789012🦊 and more')).toEqual(['1234567890123456789012… · 31']);
  });

  it('leave out what is not in view', () => {
    const input = inputFor(small);
    expect(textsOf({ ...input, view: { ...input.view, x: 5000 } })).toEqual([]);
  });
});

const anyBylines = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 6 }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.nat(20), fc.integer({ min: 31, max: 60 })).map(([a, n]) => range(a, a + n)),
    },
  ),
  { minLength: 1, maxLength: 16 },
);

const anyZoom = fc.record({
  k: fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2),
  x: fc.integer({ min: -200, max: 900 }),
  y: fc.integer({ min: -200, max: 700 }),
});

describe('the names on any co-author graph', { timeout: BUSY_MACHINE_MS }, () => {
  it('lie inside and over no other, teams before people, whoever is hovered first', () => {
    fc.assert(
      fc.property(anyBylines, fc.option(anyZoom), fc.nat(60), (bylines, zoom, pick) => {
        const dataset = datasetOf(bylines);
        const hovered = (pick % (dataset.authors.family.length + 1)) - 1;
        const input = inputFor(dataset, { hovered, ...(zoom ? { view: zoom } : {}) });
        const labels = coauthorLabels(input);
        labels.forEach(({ box }, i) => {
          expect(box.x0 >= 4 && box.y0 >= 4 && box.x1 <= WIDTH - 4 && box.y1 <= HEIGHT - 4).toBe(true);
          for (const other of labels.slice(0, i)) expect(boxesOverlap(box, other.box)).toBe(false);
        });
        const name = hovered < 0 ? '' : authorName(dataset.authors, hovered);
        const others = labels.filter(({ text }) => text !== name).map(({ text }) => text.includes('·'));
        expect(others).toEqual([...others].sort((a, b) => Number(b) - Number(a)));
        expect(new Set(labels.map(({ text }) => text)).size).toBe(labels.length);
        const node = hovered < 0 ? -1 : input.graph.nodeOfAuthor[hovered]!;
        if (node < 0) return;
        const x = input.picture.x[node]! * input.view.k + input.view.x;
        const y = input.picture.y[node]! * input.view.k + input.view.y;
        // far enough from the edges that a name fits beside the disc
        const room = measure(name) + input.radius[node]! * input.view.k + 12;
        if (x > room && y > 20 && x < WIDTH - 10 && y < HEIGHT - 20) expect(labels[0]!.text).toBe(name);
      }),
      { numRuns: 150 },
    );
  });

  it('hold the hovered author’s in the thick of a crowd, over discs if need be', () => {
    const crowd = inputFor(datasetOf([range(0, 30), range(0, 30), range(0, 30)]));
    for (const hovered of range(0, 30)) {
      expect(coauthorLabels({ ...crowd, hovered })[0]!.text).toBe(`Person ${hovered}`);
    }
  });
});

describe('in a picture that nobody can zoom', () => {
  // one busy person in the middle of a crowd of 400: each of these once with that one, in twos
  const crowd = datasetOf(range(0, 200).map((pair) => [0, 1 + 2 * pair, 2 + 2 * pair]));

  it('the busiest is named, over discs smaller than its own, where nothing around it is free', () => {
    const thin = inputFor(crowd, { keepClear: true });
    const picture = { ...thin, radius: Float64Array.from(thin.radius, (radius) => 3 * radius) };
    expect(textsOf(picture)).toContain('Person 0');
    const { box } = coauthorLabels(picture).find(({ text }) => text === 'Person 0')!;
    const { graph, view, radius } = picture;
    graph.authorOfNode.forEach((author, node) => {
      if (author <= 0 || radius[node]! < radius[graph.authorOfNode.indexOf(0)]!) return;
      const [x, y] = [picture.picture.x[node]! * view.k + view.x, picture.picture.y[node]! * view.k + view.y];
      expect(x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1).toBe(false);
    });
  });

  it('who is faint leaves room for names', () => {
    const thin = inputFor(crowd, { keepClear: true });
    const all = { ...thin, radius: Float64Array.from(thin.radius, (radius) => 3 * radius) };
    const records = Uint32Array.from(all.records, (count, author) => (author < 3 ? count : 0));
    const shown = textsOf({ ...all, records });
    expect(shown).toContain('Person 0');
    expect(shown).toContain('Person 1'); // Person 2 is too near to be named as well
  });
});
