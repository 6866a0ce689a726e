import { expect, it } from 'vitest';
import { figureInput } from '../../../tests/export/figure-input.ts';
import { elementsOf, readXml, textOf } from '../../../tests/export/read-xml.ts';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { csvNotes } from './csv-notes.ts';
import { svgDocument } from '../figure/document.ts';
import { tableMetadata } from '../files.ts';
import { readBack } from './read-back.ts';
import { tableOf } from './tables.ts';

const file = { id: '1', file: new File(['{}'], 'a <b> & c.json') };
const FROM = 'They were opened from the file “a <b> & c.json”, which no link leads to.';
const [own, opened] = [null, file].map((from) => figureInput(handCounted, '', from));

it('a picture of a dataset from a file names the file and no link, and brings its view back', () => {
  const { svg, metadata, height } = svgDocument(opened!, 'map');
  const lines = [...elementsOf(readXml(svg))].filter(({ name }) => name === 'text').map(textOf);
  expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain(FROM);
  expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org\/)/);
  expect(svg).not.toContain('<a ');
  expect(metadata.link).toBe('');
  const ofOwn = svgDocument(own!, 'map');
  expect(ofOwn.svg).toContain('https://example.org/map/');
  expect(ofOwn.svg).not.toContain('opened from the file');
  // its last line is where the link was, or a line below where the words took one more
  expect(Math.abs(height - ofOwn.height)).toBeLessThanOrEqual(16);
  expect(readBack(new TextEncoder().encode(svg))).toMatchObject({ kind: 'view', query: '' });
});

it('the notes on a table do so too', () => {
  const notes = (input: NonNullable<typeof opened>) =>
    JSON.parse(
      csvNotes(input.explorer, tableMetadata(input, 'map'), tableOf(input.explorer, 'map'), 'a.csv'),
    ) as Readonly<Record<string, unknown>>;
  expect(notes(own!)['dc:source']).toBe('https://example.org/map/');
  expect(notes(opened!)).not.toHaveProperty('dc:source');
  expect(notes(opened!)['dc:description']).toContain(FROM);
});
