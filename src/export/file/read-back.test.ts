import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureInput } from '../../../tests/export/figure-input.ts';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { QUERY_LIMIT } from '../../share/url-state.ts';
import { FILE_FORMAT, metadataOf } from '../figure/caption.ts';
import { svgDocument } from '../figure/document.ts';
import { jsonText } from './json-file.ts';
import { compared, FILE_LIMIT, readBack } from './read-back.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const input = figureInput(handCounted, '?geography=DEU&rule=score');
const metadata = metadataOf(input.explorer, 'map', input.facts);
const view = {
  kind: 'view',
  query: input.facts.query,
  dataset: {
    title: handCounted.title,
    source: handCounted.source.name,
    records: handCounted.recordCount,
    date: '',
  },
};

describe('reading a file back', () => {
  it('finds the view of a JSON file and of an SVG file, also one that another program has written anew', () => {
    const json = jsonText(input.explorer, 'all', metadata);
    expect(Object.keys(JSON.parse(json) as object)).toEqual(
      expect.arrayContaining(['format', 'caption', 'tables']),
    );
    expect(readBack(bytes(json))).toEqual(view);
    const { svg } = svgDocument(input, 'map');
    expect(readBack(bytes(svg))).toEqual(view);
    const rewritten = svg
      .replaceAll('&quot;', '&#34;')
      .replace('<metadata id="', "<metadata\n  xmlns:x='y' id=\"");
    expect(readBack(bytes(rewritten))).toEqual(view);
  });

  it('finds the view of a JSON file by its head, however long its tables are', () => {
    const json = jsonText(input.explorer, 'all', metadata);
    const long = new Uint8Array(100_000_000).fill(32);
    long.set(bytes(json));
    expect(readBack(long)).toEqual(view);
    // a picture is not as long
    long[0] = 32;
    expect(readBack(long).kind).toBe('fault');
  });

  const metadataFile = (fields: object) => bytes(JSON.stringify({ ...metadata, ...fields }));

  it.each([
    ['nothing', bytes('')],
    ['text', bytes('a photograph')],
    ['another SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an SVG with half its metadata', bytes(`<svg><metadata id="${FILE_FORMAT}">{`)],
    ['another JSON', bytes('{"format":"whereabouts-dataset"}')],
    ['JSON that is cut off', bytes(`{"format":"${FILE_FORMAT}"`)],
    ['metadata that are no object', bytes(`<metadata id="${FILE_FORMAT}">null</metadata>`)],
    ['a newer version', metadataFile({ version: 2 })],
    ['an older version', metadataFile({ version: 0 })],
    ['a query that is no text', metadataFile({ query: 7 })],
    ['a dataset that is none', metadataFile({ dataset: null })],
    ['a query that is too long', metadataFile({ query: 'x'.repeat(QUERY_LIMIT + 1) })],
    ['a file that is too large', new Uint8Array(FILE_LIMIT + 1)],
  ])('of %s says what is wrong', (_, file) => {
    const found = readBack(file);
    expect(found.kind).toBe('fault');
    if (found.kind === 'fault') expect(found.words).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    [2, 'A newer version of this page made it.'],
    [0, 'Its version is not one that this page reads.'],
    ['1', 'Its version is not one that this page reads.'],
    [undefined, 'Its version is not one that this page reads.'],
  ])('of version %j says so', (version, words) => {
    expect(readBack(metadataFile({ version }))).toEqual({ kind: 'fault', words });
  });

  it.each([
    ['the same', {}, 'none'],
    ['other records', { records: 400 }, 'state'],
    ['another day', { date: '2026-02-07' }, 'state'],
    ['records that it doesn’t tell', { records: undefined, date: undefined }, 'none'],
    ['another title', { title: 'Whales' }, 'dataset'],
    ['another source', { source: 'Elsewhere' }, 'dataset'],
  ])('tells the state of its data from the page’s: %s', (_, other, difference) => {
    const found = readBack(metadataFile({ dataset: { ...metadata.dataset, ...other } }));
    if (found.kind === 'fault') throw new Error(found.words);
    expect(compared('a.svg', found.dataset, handCounted).difference).toBe(difference);
  });

  it('names another state of the data by its size and day', () => {
    const made = { ...view.dataset, records: 400, date: '2026-02-07' };
    const words = (other: object) => compared('a.svg', { ...made, ...other }, handCounted).words;
    expect(words({})).toBe(
      'The view of a.svg is restored. It was made from another state of the data (400 records, 7 February 2026), so its numbers may differ.',
    );
    expect(words({ records: 1, date: '' })).toContain('(1 record)');
    expect(words({ records: handCounted.recordCount, date: '' })).toBe('The view of a.svg is restored.');
    expect(words({ title: 'Whales' })).toContain('another dataset, “Whales” (Test), not “Test”');
  });

  it('of anything never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((json) => `<metadata id="${FILE_FORMAT}">${json}</metadata>`),
      fc.jsonValue().map((value) => JSON.stringify({ ...metadata, dataset: value })),
    );
    const isTold = (file: Uint8Array) => {
      expect(['view', 'fault']).toContain(readBack(file).kind);
    };
    fc.assert(fc.property(text, (each) => isTold(bytes(each))));
    fc.assert(fc.property(fc.uint8Array(), isTold));
  });
});
