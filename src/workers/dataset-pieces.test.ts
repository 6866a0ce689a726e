import fc from 'fast-check';
import { expect, it } from 'vitest';
import { oddDataset } from '../../tests/filter/odd-dataset.ts';
import { syntheticDataset } from '../../tests/filter/synthetic-dataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { decodeDataset } from '../model/codec/decode-dataset.ts';
import { encodeDataset } from '../model/codec/encode-dataset.ts';
import { linesOf, packTexts } from '../model/codec/pack-texts.ts';
import type { DatasetFrame, TextPiece } from './dataset-messages.ts';
import { DatasetPieces, sendDataset } from './dataset-pieces.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const copyOf = (dataset: Dataset) => decodeDataset(JSON.parse(JSON.stringify(encodeDataset(dataset))));

/** What arrives on another thread. */
function arrive(dataset: Dataset): { whole: Dataset; pieces: TextPiece[]; frame: DatasetFrame } {
  const received = new DatasetPieces();
  const pieces: TextPiece[] = [];
  let frame: DatasetFrame | undefined;
  sendDataset(dataset, 7, (message, transfer) => {
    expect(frame, 'the frame is the last').toBeUndefined();
    const arrived = structuredClone(message, { transfer });
    if (arrived.kind === 'dataset') frame = arrived;
    else pieces.push(arrived);
  });
  for (const piece of pieces) received.add(piece);
  return { whole: received.join(frame!), pieces, frame: frame! };
}

it('a dataset arrives as it was sent, whatever its shape', { timeout: BUSY_MACHINE_MS }, () => {
  fc.assert(
    fc.property(oddDataset, (dataset) => {
      expect(arrive(copyOf(dataset)).whole).toEqual(dataset);
    }),
    { numRuns: 200 },
  );
});

it('a large one comes in pieces, none of them large, and its columns are handed over', () => {
  const large = syntheticDataset(20_000, 3);
  const sent = copyOf(large);
  const { whole, pieces, frame } = arrive(sent);
  expect(whole.authors).toEqual(large.authors);
  expect(whole.facets).toEqual(large.facets);
  for (const column of ['id', 'title', 'abstract'] as const) {
    expect(linesOf(whole.records[column])).toBe(linesOf(large.records[column]));
    // a buffer that was handed over is empty where it came from
    expect(sent.records[column].bytes.length).toBe(0);
  }
  expect(pieces.length).toBeGreaterThan(2);
  for (const { texts, id } of pieces) {
    expect(id).toBe(7);
    expect(texts.length).toBeLessThanOrEqual(8192);
    const characters = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
    expect(characters).toBeLessThan(2 ** 20 + 2000);
  }
  expect(frame.dataset.authors.family).toEqual([]);
  expect(sent.records.author.length).toBe(0);
  expect(sent.facets[0]!.tagConcept.length).toBe(0);
  expect(sent.facets[0]!.concepts.lon.length).toBe(0);
});

it('other forms of names, positions and addresses arrive too', () => {
  const synthetic = syntheticDataset(20, 3);
  const url = packTexts(Array.from({ length: 20 }, (_, i) => (i === 3 ? 'https://example.org/' : '')));
  const dataset: Dataset = {
    ...synthetic,
    records: { ...synthetic.records, url },
    coauthorLayout: { maxPairAuthors: 30, x: Float32Array.of(1.5, -2), y: Float32Array.of(0, 7.25) },
  };
  const forms = { author: Uint32Array.of(0, 0), family: ['A', 'B'], given: [null, 'b'] };
  const sent = structuredClone({ ...dataset, authors: { ...dataset.authors, forms } });
  expect(arrive(sent).whole).toEqual({ ...dataset, authors: { ...dataset.authors, forms } });
  expect(sent.coauthorLayout!.x.length).toBe(0);
  expect(sent.records.url!.bytes.length).toBe(0);
});
