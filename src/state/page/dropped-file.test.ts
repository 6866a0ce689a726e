import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { writeScenes } from '../../model/codec/scenes-file.ts';
import { mayBeDataset, otherFileInWords } from './dropped-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const SCENES = bytes(writeScenes({ scenes: [], origin: { title: 'T', records: 9 } }));

it('scenes and search results are told for what they are', () => {
  expect(otherFileInWords(SCENES)).toContain('“Present”');
  expect(otherFileInWords(readFileSync('data/training-language-models.txt'))).toContain('npm run data');
  expect(otherFileInWords(bytes('Title\r\n- (30 more...)\r\n'))).toContain('npm run data');
  expect(otherFileInWords(Buffer.from('Title\n- (30 more...)\n', 'utf16le'))).toContain('npm run data');
});

it.each(['', '{}', '<svg/>', 'a list\n- one (1)\n- two', '\0\xff'])(
  'of others nothing is said: %s',
  (text) => {
    expect(otherFileInWords(bytes(text))).toBeUndefined();
  },
);

it.each([
  ['a dataset', readFileSync('public/dataset.json')],
  ['a packed one', gzipSync(readFileSync('public/dataset.json'))],
  [
    'one as UTF-16, which only reading tells',
    Buffer.from('\ufeff{"format": "whereabouts-dataset"}', 'utf16le'),
  ],
  ['one with a byte-order mark', bytes('\ufeff{"format": "whereabouts-dataset"}')],
  ['one that another program wrote anew', bytes(' \n{ "authors": [], "format" : "whereabouts-dataset" }')],
  ['one whose texts speak of formats', bytes(JSON.stringify({ title: '"format": "whereabouts-view"' }))],
  ['JSON of which only reading tells what is wrong', bytes('{"type":"Topology"}')],
])('%s is read as a dataset', (_, beginning) => {
  expect(mayBeDataset(beginning)).toBe(true);
});

it.each([
  ['scenes', SCENES],
  ['a view', bytes('{"format":"whereabouts-view","version":1}')],
  ['a view with much before its format', bytes(`{"a":"${'x'.repeat(50_000)}","format": "whereabouts-view"}`)],
  ['a picture', bytes('<svg/>')],
  ['a list', bytes('[1]')],
  ['nothing', bytes('')],
])('%s is not', (_, beginning) => {
  expect(mayBeDataset(beginning)).toBe(false);
});
