import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { writeScenes } from '../../model/codec/scenes-file.ts';
import { mayBeDataset, otherFileInWords } from './dropped-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const SCENES = bytes(writeScenes({ scenes: [], origin: { title: 'T', records: 9 } }));

it('scenes, texts and empty files are told for what they are, with what to do', () => {
  expect(otherFileInWords(SCENES)).toContain('“Present”');
  for (const text of ['hello', 'a,b\n1,2\n', 'a list\n- one (1)\n- two'])
    expect(otherFileInWords(bytes(text))).toMatch(/^It is a text, neither /);
  expect(otherFileInWords(bytes('PK\x03\x04\x14\0'))).toContain('save its sheet as “CSV UTF-8”');
  for (const text of ['', ' \n']) expect(otherFileInWords(bytes(text))).toMatch(/^It is empty/);
});

it.each(['{}', '[1]', '<svg/>', '{"a":"\\n- one (0.10)"}', '\0\0\xff', '\x89PNG\r\n\x1a\n\0'])(
  'of others only reading tells: %j',
  (text) => {
    expect(otherFileInWords(bytes(text))).toBeUndefined();
  },
);

it('of a packed dataset too', () => {
  expect(otherFileInWords(gzipSync('hello'))).toBeUndefined();
});

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
  ['search results', readFileSync('data/training-language-models.txt')],
  ['search results as UTF-16', Buffer.from('\ufeffTitle\n- (30 more...)\n', 'utf16le')],
  ['a table', bytes('\ufeffsep=;\r\nPath;"Record-ID";title;facet\r\n')],
  ['a table below a heading', bytes('My tags;;;\r\n;;;\r\nrecord_id;title;facet;path\r\n')],
  ['a table whose header has line ends', bytes('"my\nnotes",record_id,title,facet,path\n')],
  ['a table as Excel’s Unicode text', Buffer.from('\ufeffrecord_id\ttitle\tfacet\tpath\r\n', 'utf16le')],
  ['a list, which may be records', bytes('[{"cdid": "a"}]')],
  ['JSON of which only reading tells what is wrong', bytes('{"type":"Topology"}')],
])('%s is read as a dataset', (_, beginning) => {
  expect(mayBeDataset(beginning)).toBe(true);
});

it.each([
  ['scenes', SCENES],
  ['a view', bytes('{"format":"whereabouts-view","version":1}')],
  ['a view with much before its format', bytes(`{"a":"${'x'.repeat(50_000)}","format": "whereabouts-view"}`)],
  ['a picture', bytes('<svg/>')],
  ['a text that names the columns of a table', bytes('A record_id, a title, a facet and a path.\n')],
  ['a list of another kind', bytes('a list\n- one (1)\n- two')],
  ['nothing', bytes('')],
])('%s is not', (_, beginning) => {
  expect(mayBeDataset(beginning)).toBe(false);
});
