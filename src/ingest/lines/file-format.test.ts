import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oddText } from '../../../tests/ingest/odd-texts.ts';
import { syntheticText } from '../../../tests/ingest/synthetic-text.ts';
import { formatOf, SNIFFED_CHARS, unsupportedFormat, unsupportedReason } from './file-format.ts';

const TABLE = 'a table of separated values (CSV or TSV)';
const longRows = (header: string, row: (i: number) => string) =>
  [header, ...Array.from({ length: 900 }, (_, i) => row(i))].join('\n');

describe('unsupportedFormat', () => {
  it.each([
    ['a list of objects', '[{"cdid":"arxivorg:0A1B2C3D"}]', 'JSON'],
    ['an indented object after a byte-order mark', '\uFEFF\n{\n  "meta": {}', 'JSON'],
    ['JSON lines', '{"id":"W1"}\n{"id":"W2"}\n', 'JSON'],
    ['an object that is damaged further on', '{"id": "W1", title: A}\n', 'JSON'],
    ['an empty list', '[]', 'JSON'],
    ['a list of numbers', '[1,2,3]', 'JSON'],
    ['a long list of numbers', `[${'-1.5e3, '.repeat(3000)}0]`, 'JSON'],
    ['lists in a list', '[[1, null], [true, NaN]]\n', 'JSON'],
    ['a list of texts', '["a, b",\n "c \\"d\\""]\n', 'JSON'],
    ['a long list of texts', `[${'"some text", '.repeat(1000)}"end"]`, 'JSON'],
    ['a long list of texts with quotes', `[${'"say \\"so\\"", '.repeat(1000)}"end"]`, 'JSON'],
    ['a text by itself', '"hello"\n', 'JSON'],
    ['a web page', '<!DOCTYPE html><html>', 'HTML or XML'],
    ['a page that begins with a remark', '<!-- saved --><html lang="en">', 'HTML or XML'],
    [
      'XML without a declaration',
      '<records>\n<record><title>A</title></record>\n</records>\n',
      'HTML or XML',
    ],
    ['XML with a namespace', '<oai:dc xmlns:oai="http://x"><a/></oai:dc>', 'HTML or XML'],
    [
      'long XML that is indented',
      `<list n="900">\n${'  <title>\n    A\n  </title>\n'.repeat(900)}</list>`,
      'HTML or XML',
    ],
    ['a piece of a web page', '<p>One paragraph.</p>\n<p class="b">Another.</p>\n', 'HTML or XML'],
    ['rich text', '{\\rtf1\\ansi', 'rich text (RTF)'],
    ['BibTeX', '@article{x1,\n  title={A Paper},\n}\n', 'BibTeX'],
    ['BibTeX with remarks', '% Encoding: UTF-8\n\n@InProceedings{x1,\n  title = "A",\n}\n', 'BibTeX'],
    ['BibTeX with blanks', '@article {x1,\n  title = "A",\n}\n', 'BibTeX'],
    ['BibTeX in parentheses', '\uFEFF@string(tacl = "Transactions")\n', 'BibTeX'],
    ['RIS', 'TY  - JOUR\nTI  - A Paper\nER  - \n', 'RIS'],
    ['RIS after lines of a service', 'Provider: X\r\nContent: text\r\n\r\nTY  - CHAP\r\nER  -\r\n', 'RIS'],
    ['a table', 'record_id,title\n1,A\n', TABLE],
    [
      'a table with quotes',
      'Authors,Author(s) ID,Title,Year\n"Hu, X.; Li, N.",7;8,"A ""first"" thing",2020\n,,,\n',
      TABLE,
    ],
    ['a table with blanks after its commas', 'id, title, score\n1, A, 0.1\n2, B, 0.2\n', TABLE],
    ['a table with unknown names', 'Titel,Jahr\n"Dinge, und mehr",2020\nAnderes,2021\n', TABLE],
    ['a table with a column of row numbers', ',title,n\n0,A,1\n1,B,2\n', TABLE],
    ['a table with line ends in it', 'id,abstract\n1,"We do.\nIt is done, well.\n"\n2,"We"\n', TABLE],
    ['a long table', longRows('record_id,title', (i) => `${i},"A title, number ${i}"`), TABLE],
    ['a table of long texts', longRows('id,abstract', () => `1,"${'We do,\nand say. '.repeat(200)}"`), TABLE],
    ['a table by tabs', 'record_id\ttitle\tauthors\r\n0\tA, b\tDoe, Jane\r\n1\tC\tDoe, J\r\n', TABLE],
    ['a table by semicolons', 'Titel;Autor;Jahr\n"A; b";Doe, Jane;2020\n', TABLE],
    ['a header with an open quote', 'record_id,"title,facet,path\n1,T,topic,A\n', TABLE],
    ['a list with remarks', '# Who is who.\nname,same_as,record\n"Li, N.","Li, Na",\n', TABLE],
    ['a NUL byte', 'abc\u0000def', 'a binary file'],
    ['mostly bytes that are no text', '\uFFFD\uFFFDP\u0001K\u0003\uFFFD', 'a binary file'],
    ['a workbook', 'PK\u0003\u0004\u0014\u0000', 'a workbook of a spreadsheet, or another packed file'],
    ['a PDF', '%PDF-1.7\n', 'a binary file'],
  ])('tells %s', (_, text, expected) => expect(unsupportedFormat(text)).toBe(expected));

  it.each([
    ['nothing at all', ''],
    ['a query', 'training language model\n'],
    ['a tag list', '- Europe > Spain (0.04)\n'],
    ['one damaged letter in a text', 'training langu\uFFFDge model and more\n'],
    ['a table’s header alone', 'record_id,title\n'],
  ])('lets %s be parsed', (_, text) => expect(unsupportedFormat(text)).toBeUndefined());

  const RECORD = 'Hu, Xin\nIn this paper, we do what the title says, and we say how well it is done.\n';
  const TAGS = '- Asia > Japan (0.20)\n- (3 more...)\n- Law (0.50)\n';

  it.each([
    '[retracted] language models',
    '[1] On things',
    '[1,2,3]-triazoles',
    '[] and {} in types',
    '["language model" OR transformer]',
    '{LaTeX} parsing',
    '{"a"} as a set',
    '"language model"',
    '"Why Should I Trust You?" Explaining Things',
    '"Why, and how?", asked twice',
    '<in> as a token',
    '<in>',
    '<i>In vitro</i> studies',
    '<sup>13</sup>C, <sub>2</sub>H and more',
    '<b>A title in bold letters</b>',
    '<3 of hearts',
    '< and > compared',
    '@BERT: a model',
    '@ the edge',
    '@home {smart} things',
    'me@article{x}',
    'TY - a unit',
    'Plan, Act, and Learn',
    'language, vision',
    'language,vision',
    'title, abstract',
    'country, language, type',
    'A, B, C, D, E, F, G',
    'Things; and more; of them',
    'News | The paper',
    '# a remark',
    '% of things',
  ])('lets a text be parsed that begins with "%s"', (line) => {
    for (const tags of [TAGS, '']) {
      for (const end of ['\n', '\r\n']) {
        const text = `${line}\n${line}\n${RECORD}${tags}`.replaceAll('\n', end);
        expect(unsupportedFormat(text)).toBeUndefined();
        expect(unsupportedFormat(text + `${line}\n${RECORD}${tags}`.repeat(200))).toBeUndefined();
      }
    }
  });

  it('lets texts without tags be parsed that have one comma in each line', () => {
    const text = 'language, vision\nThings, and more\nHu, Xin\nHere, we show how it is done.\n';
    expect(unsupportedFormat(text)).toBeUndefined();
    expect(unsupportedFormat(text.replace(', ', ','))).toBeUndefined();
  });

  it.each(['data/training-language-models.txt', 'tests/fixtures/ingest/small.txt'])(
    'lets every stretch of %s be parsed, whatever its line ends',
    (path) => {
      const lines = readFileSync(path, 'utf8').split('\n');
      for (let from = 0; from < lines.length; from++) {
        for (const end of ['\n', '\r\n', '\r']) {
          expect(unsupportedFormat(lines.slice(from).join(end))).toBeUndefined();
        }
      }
    },
  );

  it('lets made-up results be parsed below any query', () => {
    const results = [...syntheticText(40, 7)].join('');
    fc.assert(
      fc.property(oddText, (query) => {
        // what holds such bytes is no text
        if (query.includes('\u0000')) return;
        expect(unsupportedFormat(`${query}\n${results}`)).toBeUndefined();
      }),
    );
  });

  it('is told at once of signs in a row that begin a format', () => {
    for (const sign of ['% ', '[ ', '< ', '{ ', '" ', '# ', ', ', '@ ', '\\'])
      expect(unsupportedFormat(`${sign.repeat(4000)}\n\nx`)).not.toBe('BibTeX');
  });

  it('looks at the beginning only', () => {
    const text = `${'a query\n'.repeat(SNIFFED_CHARS / 8)}\u0000`;
    expect(unsupportedFormat(text)).toBeUndefined();
  });
});

describe('formatOf', () => {
  const HEADER = 'n,Record ID,Title,abstract,facet,path';

  it.each([',', ';', '\t', '|'] as const)(
    'knows a long table by its header, with "%s" between its cells',
    (separator) => {
      const table = { kind: 'table', separator, line: 1 };
      const header = HEADER.replaceAll(',', separator);
      expect(formatOf(header)).toEqual(table);
      expect(formatOf(`\uFEFF# made by a script\r\n\r\n${header}\r\nany\r\nthing "`)).toEqual({
        ...table,
        line: 3,
      });
      expect(formatOf(`sep=${separator}\n"${header.replaceAll(separator, `"${separator}"`)}"\n`)).toEqual({
        ...table,
        line: 2,
      });
      expect(formatOf(`${separator}\t\n"sep=${separator}"\n${header}`)).toEqual({ ...table, line: 3 });
      expect(formatOf(`"notes\n(by hand)"${separator}${header}\n`)).toEqual(table);
      expect(formatOf(`My export\n\n${header}\n`)).toEqual({ ...table, line: 3 });
    },
  );

  it('knows one of JSON by its rows’ keys', () => {
    const rows = [{ record_id: 1, title: 'T', facet: 'topic', path: ['A'] }];
    expect(formatOf(JSON.stringify(rows))).toEqual({ kind: 'table-json' });
    expect(formatOf(`${JSON.stringify(rows[0])}\n`)).toEqual({ kind: 'table-json' });
    expect(formatOf('[{"title":"T"}]')).toEqual({ kind: 'unsupported', looks: 'JSON' });
    expect(formatOf('{"abstract":"a \\"record_id\\" : b"}')).toEqual({ kind: 'unsupported', looks: 'JSON' });
    expect(formatOf('{"Record-Id ":1}')).toEqual({ kind: 'table-json' });
  });
});

describe('unsupportedReason', () => {
  it('says which columns a table needs', () => {
    expect(unsupportedReason(TABLE)).toContain('record_id, title, facet, path');
  });

  it('says what can be done about text in another encoding', () => {
    expect(unsupportedReason('a binary file')).toMatch(/^looks like a binary file; .+save it as UTF-8/);
    expect(unsupportedReason('RIS')).not.toContain('UTF-8');
  });
});
