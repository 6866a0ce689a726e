import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureInput } from '../../tests/export/figure-input.ts';
import { handCounted } from '../../tests/filter/hand-counted.ts';
import { QUERY_LIMIT } from '../share/url-state.ts';
import { FILE_FORMAT, metadataOf } from './caption.ts';
import { svgDocument } from './document.ts';
import { jsonText } from './files.ts';
import { FILE_LIMIT, readBack } from './read-back.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const input = figureInput(handCounted, '?geography=DEU&rule=score');
const metadata = metadataOf(input.explorer, 'map', input.facts);
const view = {
  kind: 'view',
  query: input.facts.query,
  dataset: handCounted.title,
  source: handCounted.source.name,
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
    ['a query that is no text', metadataFile({ query: 7 })],
    ['a dataset that is none', metadataFile({ dataset: null })],
    ['a query that is too long', metadataFile({ query: 'x'.repeat(QUERY_LIMIT + 1) })],
    ['a file that is too large', new Uint8Array(FILE_LIMIT + 1)],
  ])('of %s says what is wrong', (_, file) => {
    const found = readBack(file);
    expect(found.kind).toBe('fault');
    if (found.kind === 'fault') expect(found.words).toMatch(/^[A-Z].*\.$/);
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
