import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDataset } from '../../model/codec/decode-dataset.ts';
import { encodeDataset } from '../../model/codec/encode-dataset.ts';
import { conceptPath, type Dataset } from '../../model/dataset.ts';
import { ingestTexts } from '../ingest.ts';

const read = (...values: readonly unknown[]): Dataset =>
  ingestTexts([{ name: 'in.json', text: values.map((value) => JSON.stringify(value)).join('\n') }]);

const problemsOf = ({ problems }: Dataset) =>
  problems.map(({ code, text, line }) => `${line} ${code}: ${text}`);

/** The tags of a record in a facet, "Europe > Austria 0.14". */
function tagsOf({ facets }: Dataset, id: string, record = 0): string[] {
  const { concepts, tagConcept, tagOffset, tagScore } = facets.find((facet) => facet.id === id)!;
  return [...tagConcept.subarray(tagOffset[record], tagOffset[record + 1])].map(
    (concept, i) =>
      `${conceptPath(concepts, concept).join(' > ')} ${tagScore[tagOffset[record]! + i]! / 100}`,
  );
}

function authorsOf({ records, authors }: Dataset, record = 0): string[] {
  return [...records.author.subarray(records.authorOffset[record], records.authorOffset[record + 1])].map(
    (author) => [authors.family[author], authors.given[author]].filter((part) => part !== null).join(', '),
  );
}

const author = (name: string, ...countries: string[]) => ({ author: { display_name: name }, countries });
const topic = (score: number, ...[domain, field, subfield, name]: string[]) => ({
  display_name: name,
  score,
  domain: { display_name: domain },
  field: { display_name: field },
  subfield: { display_name: subfield },
});

const WORK = {
  id: 'https://openalex.org/W1',
  display_name: 'On <i>E. coli</i> &amp; others',
  type: 'article',
  publication_year: 2014,
  authorships: [author('Ada Lovelace', 'GB', 'AT', 'GB'), author('Wei Wang', 'AT'), author('Nobody')],
  countries_distinct_count: 4,
  topics: [topic(0.987, 'Physical Sciences', 'Computer Science', 'Artificial Intelligence', 'Models')],
  keywords: [{ display_name: 'Language', score: 0.5 }],
  abstract_inverted_index: { world: [1, 3], Hello: [0], again: [2], odd: [-1, 1.5, 'x'] },
};

describe('a work of OpenAlex', () => {
  const dataset = read({ meta: { count: 1 }, results: [WORK] });

  it('has its texts, authors, and countries by the share of authors', () => {
    expect(dataset.source.name).toBe('OpenAlex');
    expect(dataset.facets.map(({ id }) => id)).toEqual(['geography', 'topic', 'keyword', 'type', 'year']);
    expect([...dataset.records.title]).toEqual(['On E. coli & others']);
    expect([...dataset.records.abstract]).toEqual(['Hello world again world']);
    expect(authorsOf(dataset)).toEqual(['Lovelace, Ada', 'Wang, Wei', 'Nobody']);
    expect(tagsOf(dataset, 'geography')).toEqual(['Austria 0.67', 'United Kingdom 0.33']);
    expect(dataset.facets[0]!.hidden).toEqual(Uint8Array.of(2));
    expect(dataset.facets[0]!.concepts.code).toEqual(['AUT', 'GBR']);
    expect(tagsOf(dataset, 'topic')).toEqual([
      'Physical Sciences > Computer Science > Artificial Intelligence > Models 0.99',
    ]);
    expect(tagsOf(dataset, 'keyword')).toEqual(['Language 0.5']);
    expect(tagsOf(dataset, 'type')).toEqual(['Article 1']);
    expect([...dataset.records.url!]).toEqual(['https://openalex.org/W1']);
    expect(tagsOf(dataset, 'year')).toEqual(['2010s > 2014 1']);
    expect(dataset.facets[4]).toMatchObject({ kind: 'time', label: 'Year' });
    expect(problemsOf(dataset)).toEqual([]);
    expect(dataset.report).toMatchObject({ linesIn: 1, linesUsed: 1, recordsRead: 1 });
  });

  it('tells what it leaves out', () => {
    const odd = read(
      { ...WORK, display_name: null, title: ' ', is_authors_truncated: true },
      { ...WORK, id: 'https://openalex.org/W2', display_name: 'B', authorships: [author('Ada Lovelace', 'ZZ'), author('Ada Lovelace'), author('.')] },
      { ...WORK, display_name: 'C', abstract_inverted_index: { Long: [0], text: [1, 100_000] }, topics: [topic(1.5, 'A', 'B', 'C', 'D'), { ...topic(0, 'A'), score: 'high' }] },
      { authorships: [] },
      { name: 'something else' },
    ); // prettier-ignore
    expect(problemsOf(odd)).toEqual([
      '1 missing-title: https://openalex.org/W1',
      '1 cut-authors: https://openalex.org/W1',
      '2 repeated-author: Ada Lovelace',
      '2 odd-authors: .',
      '2 unresolved-place: ZZ',
      '3 line-too-long: Long text',
      '3 score-out-of-range: A > B > C > D',
      '3 unreadable-tag: A',
      '4 unreadable-record: {"authorships":[]}',
      '5 unreadable-record: {"name":"something else"}',
    ]);
    // an answer is one line: the record is told by its title
    expect(odd.problems[2]!.reason).toBe('listed again on this record; counted once; in "B"');
    expect(odd.report).toMatchObject({ linesIn: 5, linesUsed: 3, linesReported: 2, recordsRead: 3 });
  });
});

it('leads to a work of OpenAlex by its DOI, else to its page; an address that is none is told', () => {
  const works = [
    { id: 'https://openalex.org/W1', doi: 'https://doi.org/10.1002/a<1>b' },
    { id: 'http://openalex.org/w2', doi: null },
    { id: 'W3', doi: 'https://doi.org/10.1000/a\u202Eb' },
    { id: 'javascript:alert(1)', doi: 'n/a' },
    { authorships: [] },
    { id: 5, doi: ['10.1000/a'], authorships: [] },
  ].map((work, i) => ({ ...work, display_name: `Title ${i}` }));
  const dataset = read(...works);
  expect([...dataset.records.url!]).toEqual([
    'https://doi.org/10.1002/a%3C1%3Eb',
    'https://openalex.org/W2',
    'https://openalex.org/W3',
    '',
    '',
    '',
  ]);
  expect(problemsOf(dataset)).toEqual([
    '0 no-tags: ',
    '3 unusable-url: https://doi.org/10.1000/a\u202Eb',
    '4 unusable-url: n/a',
    '4 unusable-url: javascript:alert(1)',
  ]);
  expect(read(...works.slice(4)).records).not.toHaveProperty('url');
});

it('keeps of copies the first address that one has, and apart what has another one, which is told', () => {
  const copy = { title: 'A', authorships: [author('Ada Lovelace')] };
  const dataset = read(
    copy,
    { ...copy, doi: '10.1000/1' },
    { title: 'B', authorships: [] },
    { ...copy, doi: '10.1000/2' },
    { ...copy, doi: '10.1000/1', publication_year: 2019 },
    { ...copy, doi: '10.1000/1', publication_year: 2020 },
  );
  expect([...dataset.records.title]).toEqual(['A', 'B', 'A']);
  expect([...dataset.records.url!]).toEqual(['https://doi.org/10.1000/1', '', 'https://doi.org/10.1000/2']);
  expect(dataset.report).toMatchObject({ recordsRead: 6, duplicatesMerged: 3 });
  expect(dataset.problems.filter(({ code }) => code === 'similar-record')).toMatchObject([
    {
      line: 4,
      text: 'A',
      reason:
        'same title and authors as in.json, lines 1-1, but of another address; kept as a record of its own',
    },
  ]);
});

it('takes years that are years, tells of others, and of none says nothing', () => {
  const years = [1066, '1999', undefined, null, 20144, 2014.5, '', ['2014']];
  const works = years.map((year, i) => ({
    ...WORK,
    id: `https://openalex.org/W${i}`,
    display_name: `Work ${i}`,
    publication_year: year,
  }));
  const dataset = read(...works);
  expect(years.map((_, record) => tagsOf(dataset, 'year', record))).toEqual([
    ['1060s > 1066 1'],
    ['1990s > 1999 1'],
    ...Array.from({ length: 6 }, () => []),
  ]);
  expect(problemsOf(dataset)).toEqual([
    '5 unreadable-tag: year 20144',
    '6 unreadable-tag: year 2014.5',
    '7 unreadable-tag: year ',
    '8 unreadable-tag: year ["2014"]',
  ]);
  expect(dataset.problems[0]!.reason).toBe('is no year from 1000 to 2999; left out; in "Work 4"');
  expect(decodeDataset(JSON.parse(JSON.stringify(encodeDataset(dataset)))).facets[4]).toEqual(
    dataset.facets[4],
  );
});

it('names countries by the names that people use, where one name is one country', () => {
  const countries = ['US', 'tw', 'IR', 'XK', 'CD', 'CG', 'KR', 'TR'];
  const dataset = read({
    id: 'https://openalex.org/W1',
    title: 'A',
    authorships: [author('A', ...countries)],
  });
  expect(tagsOf(dataset, 'geography').map((tag) => tag.replace(/ [\d.]+$/, ''))).toEqual([
    'Democratic Republic of the Congo',
    'Iran',
    'Kosovo',
    'Republic of the Congo',
    'South Korea',
    'Taiwan',
    'Türkiye',
    'United States',
  ]);
  expect(dataset.facets[0]!.concepts.code).toEqual(['COD', 'IRN', 'XKX', 'COG', 'KOR', 'TWN', 'TUR', 'USA']);
});

it('is told from authors and institutions by its id, which is enough with a title', () => {
  const other = read(
    { id: 'https://openalex.org/W1', title: 'A' },
    { id: 'https://openalex.org/A1', display_name: 'Ada Lovelace' },
    { id: 'https://openalex.org/I1', display_name: 'A University', type: 'education' },
  );
  expect([...other.records.title]).toEqual(['A']);
  expect(other.report.linesReported).toBe(2);
});

describe('a record of AITopics’ own JSON', () => {
  const record = {
    cdid: 'arxivorg:0A1B2C3D',
    title: '\n\tOn models',
    authorsRaw: ['Ma, Li', 'OpenAI', 'Yang, Bo'],
    summary: 'What it says.',
    taxnodesConf: [
      'Country::0.2',
      'Country|Europe::0.2',
      'Country|Europe|Austria::0.14',
      'Technology|Information Technology|Artificial Intelligence::1.0',
      'Industry|Law::1.2',
      'Genre|Research Report::',
      'IPSV|Health::0.3',
    ],
  };

  it('has the facets of the result text, with the tags of ancestors', () => {
    const dataset = read([record]);
    expect(dataset.source.name).toBe('AITopics');
    expect([...dataset.records.title]).toEqual(['On models']);
    expect(authorsOf(dataset)).toEqual(['Ma, Li', 'OpenAI', 'Yang, Bo']);
    expect(tagsOf(dataset, 'geography')).toEqual(['Europe 0.2', 'Europe > Austria 0.14']);
    expect(tagsOf(dataset, 'technology')).toEqual(['Information Technology > Artificial Intelligence 1']);
    expect(problemsOf(dataset)).toEqual([
      '1 unknown-facet: IPSV',
      '1 unreadable-tag: Research Report',
      '1 score-out-of-range: Law',
    ]);
  });

  it('may have a text where a list of one is meant', () => {
    const dataset = read({ ...record, authorsRaw: 'Ma, Li', taxnodesConf: 'Country|Asia|China::0.1' });
    expect(authorsOf(dataset)).toEqual(['Ma, Li']);
    expect(tagsOf(dataset, 'geography')).toEqual(['Asia > China 0.1']);
  });

  it('is merged with the same record of a result text', () => {
    const text = 'models\nOn models\nMa, Li, OpenAI, null, Yang, Bo\nWhat it says.\n- Asia > China (0.10)\n';
    const both = ingestTexts([
      { name: 'in.txt', text },
      { name: 'in.json', text: JSON.stringify([record]) },
    ]);
    expect(both.recordCount).toBe(1);
    expect(both.report.duplicatesMerged).toBe(1);
    expect(tagsOf(both, 'geography')).toHaveLength(3);
  });
});

it('a file of another source than the first is refused, and so is other JSON', () => {
  const of = (...texts: string[]) =>
    ingestTexts(texts.map((text, i) => ({ name: `${i}`, text }))).problems.map(({ file, code, reason }) => `${file} ${code}: ${reason}`);
  const [openalex, aitopics] = [JSON.stringify([WORK]), JSON.stringify([{ cdid: 'a:1', title: 'T' }])];
  expect(of(openalex, aitopics)).toEqual([expect.stringMatching(/^1 unsupported-format: holds records of AITopics/)]);
  for (const text of [
    '{"meta": {"count": 0, "db_response_time_ms": 3}, "results": []}',
    '{"results": [{"id": "https://openalex.org/A1", "display_name": "Ada Lovelace"}]}',
  ]) expect(of(text)).toEqual([expect.stringMatching(/an answer of OpenAlex without works/)]);
  expect(of('[{"a": 1}]', openalex)).toEqual([expect.stringMatching(/^0 unsupported-format: looks like JSON, but/)]);
}); // prettier-ignore

it('no JSON makes it throw, or makes a dataset that cannot be read', () => {
  const any = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown>('ünï\ud800', Number.MAX_VALUE, -0, [null], ['a::0.5']),
  );
  const node = fc
    .tuple(
      fc.constantFrom('Country', 'Genre', 'Technology', 'X', ''),
      fc.array(fc.string({ maxLength: 3 })),
      any,
    )
    .map(([root, path, score]) => `${[root, ...path].join('|')}::${String(score)}`);
  const work = fc.record(
    {
      display_name: any,
      title: any,
      type: any,
      authorships: fc.oneof(any, fc.array(fc.record({ author: fc.oneof(any, fc.record({ display_name: any })), countries: fc.oneof(any, fc.array(fc.constantFrom('AT', 'xx', ''))) }))),
      countries_distinct_count: any,
      topics: fc.oneof(any, fc.array(fc.record({ display_name: any, score: any, field: fc.record({ display_name: any }) }))),
      keywords: fc.oneof(any, fc.array(fc.record({ display_name: any, score: any }))),
      doi: fc.oneof(any, fc.webUrl(), fc.string().map((text) => `10.1000/${text}`)),
      abstract_inverted_index: fc.oneof(any, fc.dictionary(fc.string(), any)),
    },
    { requiredKeys: [] },
  ); // prettier-ignore
  const object = fc.record(
    { title: any, authorsRaw: fc.oneof(any, fc.array(fc.string())), taxnodesConf: fc.array(fc.oneof(any, node)), summary: any },
    { requiredKeys: [] },
  ); // prettier-ignore
  const openalex = fc.array(work).map((works) => [WORK, ...works]);
  const aitopics = fc.array(object).map((objects) => [{ cdid: 'a:1', title: 'T' }, ...objects]);
  fc.assert(
    fc.property(fc.oneof(openalex, aitopics), fc.boolean(), (records, asLines) => {
      const dataset = asLines ? read(...records) : read(records);
      const { report } = dataset;
      expect(report.linesIn).toBe(report.linesUsed + report.linesReported);
      const refused = dataset.problems.filter(({ code }) => code === 'unreadable-record').length;
      expect(report.recordsRead + refused).toBe(records.length);
      const decoded = decodeDataset(JSON.parse(JSON.stringify(encodeDataset(dataset))));
      expect(decoded.recordCount).toBe(dataset.recordCount);
    }),
    { numRuns: 300 },
  );
});
