import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { recordsOf, told } from '../../../tests/ingest/told-records.ts';
import { decodeDataset } from '../../model/codec/decode-dataset.ts';
import { encodeDataset } from '../../model/codec/encode-dataset.ts';
import { datasetOf, ingestTexts } from '../ingest.ts';
import { ingestFile } from '../ingest-file.ts';
import { Ingestion } from '../ingestion.ts';
import { sourceOfTables } from './table-source.ts';

const HEADER = 'record_id,title,authors,facet,path,score\n';
const read = (text: string, name = 'in.csv') => ingestTexts([{ name, text }]);
const table = (...rows: string[]) => read(HEADER + rows.join('\n'));
describe('a long table', () => {
  const dataset = table(
    '1,"Things, and others","Ma, Li; OpenAI",topic,AI > Vision,0.9',
    '1,"Things, and others","Ma, Li; OpenAI",Geography,Europe > Austria,0.14',
    '2,Second,,geography,DE,',
    '2,,,Topic,AI,"0,5"',
    '3,Nothing,NA,NA,NA,NA',
    '1,,,Kind of text,Review,1',
  );

  it('has the facets that its rows name, places first', () => {
    expect(dataset.source).toMatchObject({ name: 'a table', files: ['in.csv'] });
    expect(dataset.facets.map(({ id, kind, label }) => [id, kind, label])).toEqual([
      ['geography', 'place', 'Geography'],
      ['topic', 'taxonomy', 'Topic'],
      ['kind-of-text', 'taxonomy', 'Kind of text'],
    ]);
    expect(dataset.facets[0]!.concepts.code.filter((code) => code !== '')).toEqual(['AUT', 'DEU']);
  });

  it('puts rows of one record together, wherever they stand', () => {
    expect(recordsOf(dataset)).toEqual([
      {
        title: 'Things, and others',
        authors: ['Ma, Li', 'OpenAI'],
        tags: ['geography: Europe > Austria 14', 'kind-of-text: Review 100', 'topic: AI > Vision 90'],
      },
      { title: 'Second', authors: [], tags: ['geography: Germany 100', 'topic: AI 50'] },
      { title: 'Nothing', authors: [], tags: [] },
    ]);
    const { passageFirst, passageLast } = dataset.records;
    expect([[...passageFirst], [...passageLast]]).toEqual([
      [2, 4, 6],
      [3, 5, 6],
    ]);
  });

  it('tells what it takes for granted', () => {
    expect(told(dataset)).toEqual(['0 missing-score: : 1 tag without a score, which counts as 1']);
    expect(dataset.report).toMatchObject({ linesIn: 7, linesUsed: 7, linesReported: 0 });
  });

  it('can be decoded', () => expect(decodeDataset(encodeDataset(dataset)).recordCount).toBe(3));

  it('knows countries by their codes, and abbreviations as people use them', () => {
    const codes = ['AT', 'AUT', 'UK', 'GB', 'USA', 'NA', 'XK', 'ZZ', 'at'];
    const { facets, report } = table(...codes.map((code, i) => `${i},T${i},,country,${code},1`));
    expect(facets[0]!.concepts.label).toEqual([
      'Austria',
      'Kosovo',
      'Namibia',
      'United Kingdom',
      'United States',
      'ZZ',
      'at',
    ]);
    expect(report.placesUnresolved).toEqual(['ZZ', 'at']);
  });

  it('tells each thing that cannot be read, and where', () => {
    expect(
      told(
        read(
          [
            'record_id,title,authors,facet,path,score,extra',
            '1,T,"Ma, Li",topic,A,1.4,',
            '1,U,"Bo, Xu",topic,B,high,',
            ',T,,topic,A,1,',
            '',
            '2,T,,,A,1,',
            '2,,,topic,,1,',
            '3,,,topic,A,0.1',
            '4,,,topic,A >  > B,0.1,',
            '4,,,topic,A,0.1,',
            '4,,,topic,A,0.2,',
          ].join('\n'),
        ),
      ),
    ).toEqual([
      '0 no-places: : nothing is drawn on the map: it draws the facet that is called geography, place, country or location',
      '1 unread-column: extra: a table has no such column here, or has it already; not read',
      '2 score-out-of-range: A: score 1.4 is not between 0 and 1; left out; in "T"',
      '3 conflicting-row: U: says something else as title than the first row of the record "1", which is kept',
      '3 conflicting-row: Bo, Xu: says something else as authors than the first row of the record "1", which is kept',
      '3 unreadable-tag: B: has no number as its score; left out; in "T"',
      '4 unreadable-record: T: has no record_id, and so belongs to no record; left out',
      '5 blank-line: : nothing to read',
      '6 unreadable-tag: A: names no facet; left out; in "T"',
      '7 unreadable-tag: topic: names no path; left out; in "T"',
      '8 unreadable-record: 3,,,topic,A,0.1: has 6 cells, and the header has 7; left out',
      '9 unreadable-tag: A >  > B: has an empty level in its path; left out; in "4"',
      '9 missing-title: 4: the table gives no title; the record is called by its record_id',
      '11 repeated-tag: A: listed again on this record; the higher score is kept; in "4"',
    ]);
  });

  it('is told where it has no row, or no tag', () => {
    expect(told(read(HEADER))).toEqual(['0 empty-file: : no record found in it']);
    expect(told(table('1,T,,,,'))).toEqual([
      '0 no-tags: : its records have no tags, and so no place and no topic',
    ]);
  });

  it('says when, in a column or as a facet of that name', () => {
    const rows =
      '1,T,A,topic,2014\n1,,B,topic,\n2,U,A,topic,1999.0\n3,V,,,2001-05-17\n4,W,,,soon\n2,,,,2000\n';
    const dataset = read(`record_id,title,path,facet,year\n${rows}5,X,1990s > 1999,Years of age,\n`);
    expect(dataset.facets.map(({ id, kind }) => [id, kind])).toEqual([
      ['topic', 'taxonomy'],
      ['years-of-age', 'taxonomy'],
      ['year', 'time'],
    ]);
    expect(recordsOf(dataset).map(({ tags }) => tags.at(-1))).toEqual([
      'year: 2010s > 2014 100',
      'year: 1990s > 1999 100',
      'year: 2000s > 2001 100',
      undefined,
      'years-of-age: 1990s > 1999 100',
    ]);
    expect(told(dataset).slice(2)).toEqual([
      '6 unreadable-tag: year soon: is no year from 1000 to 2999; left out; in "W"',
      '7 conflicting-row: 2000: says something else as year than the first row of the record "2", which is kept',
    ]);
    const rest = table('1,T,,Year,2010s > 2014,1', '2,U,,year,1999,0.5', '2,U,,year,x,1');
    expect(rest.facets.map(({ id, kind, label }) => [id, kind, label])).toEqual([['year', 'time', 'Year']]);
    expect(recordsOf(rest).flatMap(({ tags }) => tags)).toEqual([
      'year: 2010s > 2014 100',
      'year: 1990s > 1999 50',
    ]);
    expect(decodeDataset(encodeDataset(rest)).facets).toHaveLength(1);
  });

  it('takes NA for Namibia only where it has a score', () => {
    const { facets } = table('1,T,,country,NA,1', '2,U,,country,NA,NA', '2,U,,topic,NA,1', '3,V,,NA,NA,NA');
    expect(facets.map(({ concepts }) => concepts.label)).toEqual([['Namibia']]);
  });

  it('leaves a facet out that has no tag in the end, and says so; what is hidden is none', () => {
    const dataset = table('1,T,,place,AT,1', '1,T,,Method,,0.5', '2,U,,Method,A,high', '2,U,,place,NA,');
    expect(dataset.facets.map(({ label }) => label)).toEqual(['Place']);
    expect(told(dataset)[0]).toBe(
      '0 empty-facet: Method: no row has a tag of this facet that can be read; the facet is left out',
    );
    expect(dataset.report.facets).toHaveLength(1);
    expect(decodeDataset(encodeDataset(dataset)).facets).toHaveLength(1);
    const hidden = read('record_id,title,facet,path,hidden\n1,T,topic,,3\n');
    expect(hidden.facets.map(({ label }) => label)).toEqual(['Topic']);
  });

  it('finds a code below a continent too', () =>
    expect(table('1,T,,place,Europe > AT > Tirol,1').facets[0]!.concepts.code).toEqual(['', 'AUT', '']));

  it('keeps apart what JSON cannot tell apart, and says so', () => {
    const rows = ['90071992547409931', '90071992547409932'].map(
      (id) => `{"record_id": ${id}, "title": "T", "facet": "topic", "path": "A", "score": NaN}`,
    );
    const dataset = read([...rows, '{"Record ID": "1", "title": "NaN \\" NaN", "x": NaN}'].join('\n'));
    expect(recordsOf(dataset)).toEqual([{ title: 'NaN " NaN', authors: [], tags: [] }]);
    expect(told(dataset).map((each) => each.split(': ')[0])).toEqual([
      '0 no-tags',
      '0 empty-facet',
      '1 unread-column',
      '1 unreadable-record',
      '2 unread-column',
      '2 unreadable-record',
      '3 unread-column',
    ]);
  });

  it.each([
    ['a name with capitals of its own', 'ışık', 'ışık'],
    ['one that capitals change', 'ßa', 'ßa'],
    ['any other', 'method', 'Method'],
  ])('has tags of a facet that is called by %s', (_, name, label) => {
    const dataset = table(`1,T,,${name},A,1`);
    expect(dataset.facets.map((facet) => [facet.label, facet.tagConcept.length])).toEqual([[label, 1]]);
  });

  it('draws the places of a facet that comes behind all others', () => {
    const others = Array.from({ length: 70 }, (_, i) => `1,T,,f${i},A,1`);
    const dataset = table(...others, '1,T,,place,AT,1');
    expect(dataset.facets).toHaveLength(64);
    expect(dataset.facets[0]).toMatchObject({ id: 'place', kind: 'place' });
    expect(told(dataset)).toHaveLength(7);
  });

  it('passes over its header where it stands there again', () => {
    const dataset = table('1,T,,topic,A,1', HEADER.trim(), '2,U,,topic,B,1');
    expect(recordsOf(dataset).map(({ title }) => title)).toEqual(['T', 'U']);
    expect(told(dataset)[1]).toBe(`3 unreadable-record: ${HEADER.trim()}: is the header again; left out`);
  });

  it('tells a name that may be several', () => {
    const dataset = table('1,T,"Ma, Li, Yang, Bo; King, Martin, Jr.",topic,A,1');
    expect(told(dataset)[1]).toMatch(/^2 odd-authors: Ma, Li, Yang, Bo: one name, though/);
    expect(told(dataset)).toHaveLength(2);
  });

  it('leaves a level out that parts levels, since its path could be another’s', () => {
    const row = { record_id: 1, title: 'T', facet: 'topic', score: 1 };
    const dataset = read(
      JSON.stringify([
        { ...row, path: ['A > B', 'C'] },
        { ...row, path: ['A', 'B'] },
      ]),
    );
    expect(recordsOf(dataset)[0]!.tags).toEqual(['topic: A > B 100']);
    expect(told(dataset)[1]).toMatch(/^1 unreadable-tag: A > B > C: has a level with/);
  });

  it('may begin with remarks, and with what spreadsheets write for each other', () => {
    const rows = '1;T;;topic;A;0,5\n';
    const text = `\uFEFFsep=;\n# by hand\n\n${HEADER.replaceAll(',', ';')}${rows}`;
    expect(recordsOf(read(text))).toEqual([{ title: 'T', authors: [], tags: ['topic: A 50'] }]);
  });

  it.each([10_000, 50_000, 200_000])('is known where %i characters stand before its record_id', (length) => {
    const row = { abstract: 'word '.repeat(length / 5), title: 'T', facet: 'topic', path: 'A', record_id: 1 };
    const text = `${JSON.stringify(row)}\n${JSON.stringify({ ...row, record_id: 2, title: 'U' })}\n`;
    expect(recordsOf(read(text)).map(({ title }) => title)).toEqual(['T', 'U']);
    expect(ingestFile('in.json', new TextEncoder().encode(text))!.recordCount).toBe(2);
    const ingestion = new Ingestion(['in.json'], sourceOfTables([new TextEncoder().encode(text)]));
    const file = ingestion.nextFile();
    for (let at = 0; at < text.length; at += 30_000)
      file.push(new TextEncoder().encode(text.slice(at, at + 30_000)));
    file.finish();
    expect(datasetOf(ingestion).recordCount).toBe(2);
  });

  it('has two records where years or addresses of one title and the same authors differ, and says so', () => {
    const rows = ['1,Annual Report,Ma,2019', '2,Annual Report,Ma,2020', '3,Annual Report,Ma,'];
    const dataset = read(`record_id,title,authors,year,facet,path\n${rows.join(',,\n')},,`);
    expect(dataset.recordCount).toBe(2);
    expect(told(dataset).slice(1)).toEqual([
      '3 similar-record: Annual Report: same title and authors as in.csv, lines 2-2, but of another year; kept as a record of its own',
      '4 conflicting-duplicate: Annual Report: same title and authors as in.csv, lines 2-2; merged although tags differ; the first text and the union of the tags are kept',
    ]);
  });

  it('is one with other tables, whose facets may be others, and not with another source', () => {
    const inputs = [
      { name: 'a.csv', text: `${HEADER}1,T,,topic,A,1\n` },
      { name: 'b.tsv', text: `${HEADER}1,U,,place,Austria,1\n`.replaceAll(',', '\t') },
      { name: 'c.json', text: '[{"id":"https://openalex.org/W1","display_name":"V","authorships":[]}]' },
    ];
    const both = ingestTexts(inputs);
    expect(recordsOf(both).map(({ title, tags }) => [title, ...tags])).toEqual([
      ['T', 'topic: A 100'],
      ['U', 'place: Austria 100'],
    ]);
    expect(told(both)).toHaveLength(1);
    expect(told(both)[0]).toMatch(
      /^0 unsupported-format: : holds records of OpenAlex, and this dataset those of a table/,
    );
  });
});

describe('any table', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd "e"', 'f, g', 'h; i', 'j\nk');
  const row = fc.record({
    record: fc.nat(4),
    facet: fc.constantFrom('topic', 'place', 'Kind of text'),
    path: fc.array(word, { minLength: 1, maxLength: 3 }),
    score: fc.nat(100),
  });
  const fold = (text: string) => text.replaceAll('\n', ' ');

  it('comes to what its rows say, one by one, as values of all kinds and as JSON', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(',', ';', '\t', '|', 'lines', 'list'),
        (rows, form) => {
          const objects = rows.map(({ record, facet, path, score }) => ({
            record_id: `r${record}`,
            title: `Title ${record}`,
            authors: record === 0 ? '' : `Family, Given; Doe, ${'X'.repeat(record)}`,
            facet,
            path: path.join(' > '),
            score: score / 100,
          }));
          const text =
            form === 'lines'
              ? objects.map((each) => JSON.stringify(each)).join('\n')
              : form === 'list'
                ? JSON.stringify(objects, undefined, 1)
                : Papa.unparse(objects, { delimiter: form });
          const slow = new Map<string, { title: string; authors: string[]; tags: Map<string, number> }>();
          for (const { record, facet, path, score } of rows) {
            const title = `Title ${record}`;
            const authors = record === 0 ? [] : ['Family, Given', `Doe, ${'X'.repeat(record)}`];
            const known = slow.get(title) ?? { title, authors, tags: new Map<string, number>() };
            slow.set(title, known);
            const tag = `${facet === 'Kind of text' ? 'kind-of-text' : facet}: ${path.map(fold).join(' > ')}`;
            known.tags.set(tag, Math.max(score, known.tags.get(tag) ?? 0));
          }
          expect(recordsOf(read(text))).toEqual(
            [...slow.values()].map(({ tags, ...rest }) => ({
              ...rest,
              tags: Array.from(tags, ([tag, score]) => `${tag} ${score}`).sort(),
            })),
          );
        },
      ),
    );
  });
});
