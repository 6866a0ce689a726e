/** Positions that the script computes, on their way to the page. */
import { describe, expect, it } from 'vitest';
import { arranged, arrangedInSteps } from '../../scripts/dataset/coauthor-layout.ts';
import { ingestTexts } from '../../src/ingest/ingest.ts';
import { buildCoauthorGraph, MAX_PAIR_AUTHORS } from '../../src/layout/coauthors/coauthor-graph.ts';
import { layoutCoauthors, nodeRadii } from '../../src/layout/coauthors/coauthor-layout.ts';
import { storedPicture } from '../../src/layout/coauthors/stored-picture.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { readDataset } from './read-dataset.ts';
import { syntheticText } from './synthetic-text.ts';

const plain = readDataset('data/training-language-models.txt');
const { dataset, note } = arranged(plain);
const file = () => JSON.parse(JSON.stringify(encodeDataset(dataset))) as Record<string, unknown>;
const graph = buildCoauthorGraph(plain.records, plain.authors.family.length);

describe('the positions of the sample', () => {
  it('are those of the page’s own layout, rounded to hundredths, the same at each run', () => {
    const own = layoutCoauthors(graph, 1.5);
    const picture = storedPicture(graph, MAX_PAIR_AUTHORS, dataset.coauthorLayout)!;
    expect(picture.x.length).toBe(graph.nodeCount);
    for (let i = 0; i < graph.nodeCount; i++) {
      expect(Math.abs(picture.x[i]! - own.x[i]!)).toBeLessThan(0.0051);
      expect(Math.abs(picture.y[i]! - own.y[i]!)).toBeLessThan(0.0051);
    }
    const radius = nodeRadii(graph);
    const { x0, x1 } = picture.bounds;
    expect([...picture.x].every((x, i) => x - radius[i]! >= x0 && x + radius[i]! <= x1)).toBe(true);
    expect(arranged(plain).dataset).toEqual(dataset);
    expect(note).toBe(`${graph.nodeCount} people and hubs, ${graph.edgeSource.length} links, arranged`);
  });

  it('are read as they were written', () => {
    expect(decodeDataset(file())).toEqual(dataset);
    expect(decodeDataset(JSON.parse(JSON.stringify(encodeDataset(plain))))).toEqual(plain);
  });

  it('are not computed for a graph that is too large, which is told', () => {
    const large = arranged(plain, { nodes: 100, edges: 1e6 });
    expect(large.dataset).toBe(plain);
    expect(large.note).toContain('too many to arrange here, the page does it');
    expect(arranged(plain, { nodes: 1e6, edges: 100 }).dataset).toBe(plain);
  });

  it('are not used for another graph', () => {
    const other = buildCoauthorGraph(plain.records, plain.authors.family.length, 3);
    expect(storedPicture(other, 3, dataset.coauthorLayout)).toBeUndefined();
    expect(storedPicture(graph, MAX_PAIR_AUTHORS, undefined)).toBeUndefined();
  });
});

describe('positions that do not fit', () => {
  const layout = () => file()['coauthorLayout'] as { maxPairAuthors: number; x: unknown[]; y: unknown[] };
  it.each<[string, () => unknown, string]>([
    ['no object', () => 7, 'coauthorLayout is not an object'],
    ['one too few', () => ({ ...layout(), x: layout().x.slice(1) }), 'coauthorLayout.x has'],
    [
      'a fraction',
      () => ({ ...layout(), y: layout().y.map(() => 0.5) }),
      'coauthorLayout.y[0] is not a whole',
    ],
    [
      'one too far',
      () => ({ ...layout(), x: layout().x.map(() => 10_000_001) }),
      'coauthorLayout.x[0] is not',
    ],
    ['null', () => ({ ...layout(), x: layout().x.map(() => null) }), 'coauthorLayout.x[0] is not a whole'],
    ['a text', () => ({ ...layout(), x: 'x' }), 'coauthorLayout.x is not a list'],
    ['of other hubs', () => ({ ...layout(), maxPairAuthors: 3 }), 'coauthorLayout.x has'],
    ['without a limit', () => ({ ...layout(), maxPairAuthors: 0 }), 'coauthorLayout.maxPairAuthors is not'],
  ])('(%s) are told and left out, and the rest of the dataset holds', (_, spoil, text) => {
    const read = decodeDataset({ ...file(), coauthorLayout: spoil() });
    expect(read.coauthorLayout).toBeUndefined();
    expect(read.records).toEqual(plain.records);
    expect(read.problems.at(-1)).toMatchObject({ code: 'unfit-layout', line: 0 });
    expect(read.problems.at(-1)!.text).toContain(text);
    expect(read.report.problems['unfit-layout']).toBe(1);
  });
});

it('positions are the same where they are computed in steps, which tell how far they are', async () => {
  const dataset = ingestTexts([{ name: 'a.txt', text: [...syntheticText(200, 5)].join('') }]);
  const shares: number[] = [];
  const onShare = (share: number) => Promise.resolve(void shares.push(share));
  expect(await arrangedInSteps(dataset, onShare, undefined, 0)).toEqual(arranged(dataset));
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
});
