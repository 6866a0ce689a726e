import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorKey, authorsOf, conceptPath, facetById, type Dataset } from '../model/dataset.ts';
import { decodeDataset } from '../model/codec/decode-dataset.ts';
import { encodeDataset } from '../model/codec/encode-dataset.ts';
import { ingestTexts } from './ingest.ts';

const ingest = (...texts: string[]) => ingestTexts(texts.map((text, i) => ({ name: `${i + 1}.txt`, text })));

const problemsOf = (dataset: Dataset) => dataset.problems.map(({ code, line }) => `${line} ${code}`);

/** The tags of a record as "path score", and "+n" for hidden ones. */
function tagsOf(dataset: Dataset, facetId: string, record = 0): string[] {
  const { concepts, tagOffset, tagConcept, tagScore, hidden } = facetById(dataset, facetId)!;
  const tags: string[] = [];
  for (let i = tagOffset[record]!; i < tagOffset[record + 1]!; i++) {
    tags.push(`${conceptPath(concepts, tagConcept[i]!).join(' > ')} ${tagScore[i]!}`);
  }
  return hidden[record]! > 0 ? [...tags, `+${hidden[record]!}`] : tags;
}

const HEAD =
  'the query\nA title of things\nHu, Xin, Li, Na\nWe do what the title says, and we say how well.\n';

const PARAGRAPH =
  'This is a second paragraph, which the source does not have. It is of some length. It says nothing new, and it ends here.';

describe('ingestTexts', () => {
  it('reads the four facets of a record', () => {
    const dataset = ingest(
      `${HEAD}- Asia > Japan (0.27)\n- Europe (0.04)\n- (3 more...)\n- Overview (0.87)\n- Law (1.00)\n- (2 more...)\n` +
        '- Information Technology > Artificial Intelligence (1.00)\n',
    );
    expect(tagsOf(dataset, 'geography')).toEqual(['Asia > Japan 27', 'Europe 4', '+3']);
    expect(tagsOf(dataset, 'genre')).toEqual(['Overview 87']);
    expect(tagsOf(dataset, 'industry')).toEqual(['Law 100', '+2']);
    expect(tagsOf(dataset, 'technology')).toEqual(['Information Technology > Artificial Intelligence 100']);
    expect(dataset.problems).toEqual([]);
    expect(dataset.facets.map((facet) => facet.id)).toEqual(['geography', 'technology', 'industry', 'genre']);
    expect(dataset.title).toBe('the query');
    expect([...dataset.records.passageFirst, ...dataset.records.passageLast]).toEqual([2, 11]);
  });

  it.each([
    ['an unreadable tag', '- Asia (0.10)\n- Europe\n- Africa (0.05)\n', ['6 unreadable-tag'], 6],
    ['a score out of range', '- Asia (1.10)\n- Europe (0.04)\n', ['5 score-out-of-range'], 5],
    ['a repeated tag', '- Asia (0.10)\n- Asia (0.04)\n', ['6 repeated-tag'], 6],
    ['a second more-line', '- Asia (0.10)\n- (3 more...)\n- (5 more...)\n', ['7 repeated-hidden'], 7],
    ['a more-line without tags', '- (3 more...)\n', ['5 unknown-facet'], 4],
    ['tags of no known facet', '- Toys (0.10)\n- (3 more...)\n', ['5 unknown-facet', '6 unknown-facet'], 4],
    ['a doubtful facet', '- Asia (0.1)\n- Toys (0.9)\n', ['6 ambiguous-facet'], 6],
    ['a blank line', '\n- Asia (0.10)\n', ['5 blank-line'], 5],
    ['a place without a country', '- Asia > Atlantis (0.10)\n', ['5 unresolved-place'], 5],
    ['a second paragraph', `${PARAGRAPH}\n`, ['0 no-tags', '4 ambiguous-lines', '5 orphan-line'], 4],
    ['a damaged letter', '- Asia > Jap\uFFFDn (0.1)\n', ['5 invalid-utf8', '5 unresolved-place'], 5],
  ])('reports %s and counts its lines', (_, lines, problems, used) => {
    const { report, ...dataset } = ingest(HEAD + lines);
    expect(dataset.problems.map(({ code, line }) => `${line} ${code}`)).toEqual(problems);
    expect(report.linesUsed).toBe(used);
    expect(report.linesIn).toBe(report.linesUsed + report.linesReported);
  });

  it('keeps the higher score of a repeated tag and the larger of two hidden numbers', () => {
    const dataset = ingest(`${HEAD}- Asia (0.04)\n- Asia (0.10)\n- (5 more...)\n- (3 more...)\n`);
    expect(tagsOf(dataset, 'geography')).toEqual(['Asia 10', '+5']);
  });

  it.each([
    ['an empty text', '', ['0 empty-file'], [0, 0]],
    ['blank lines', '\n \n', ['0 empty-file', '1 blank-line', '2 blank-line'], [2, 0]],
    ['a query alone', 'the query\n', ['0 empty-file'], [1, 1]],
    [
      'only tag lines',
      '- Asia (0.1)\n- (3 more...)\n',
      ['0 empty-file', '1 stray-tags', '2 stray-tags'],
      [2, 0],
    ],
    ['JSON', '[\n{"title": "A"}\n]\n', ['0 unsupported-format'], [3, 0]],
    ['binary data', 'P\u0000\u0001\n\u0000', ['0 unsupported-format'], [2, 0]],
  ])('makes a dataset without records of %s', (_, text, problems, [linesIn, linesUsed]) => {
    const dataset = ingest(text);
    expect(dataset.recordCount).toBe(0);
    expect(problemsOf(dataset)).toEqual(problems);
    expect(dataset.report).toMatchObject({ linesIn, linesUsed, linesReported: linesIn! - linesUsed! });
  });

  it('reads the records after tags that stand first', () => {
    const dataset = ingest(`- Asia (0.10)\n${HEAD.slice('the query\n'.length)}- Europe (0.04)\n`);
    expect(problemsOf(dataset)).toEqual(['1 stray-tags']);
    expect([...dataset.records.title]).toEqual(['A title of things']);
    expect(dataset.source.queries).toEqual([]);
  });

  it('tells a file that begins with its first title', () => {
    const dataset = ingest('A title of things\nHu, Xin, Li, Na, Kaiser, Lea\nWe do what the title says.\n');
    expect([...dataset.records.title]).toEqual(['A title of things']);
    expect(problemsOf(dataset)).toEqual(['0 no-tags', '1 ambiguous-lines']);
  });

  it('reads records without tags, and tells of a file that has no others', () => {
    const { problems, recordCount } = ingest(HEAD);
    expect(recordCount).toBe(1);
    expect(problems).toMatchObject([{ code: 'no-tags', file: '1.txt', line: 0 }]);
    expect(problems[0]!.reason).toContain('no AITopics result text');
    expect(ingest(`${HEAD}- Asia (0.00)\n`).problems).toEqual([]);
  });

  it('says why it cannot read a line of hidden tags, wherever it stands', () => {
    for (const before of ['', '- Asia (0.10)\n']) {
      const told = ingest(`${HEAD}${before}- (x more...)\n- Law (1.00)\n`).problems;
      expect(told.map(({ code }) => code)).toEqual(['unreadable-tag']);
      expect(told[0]!.reason).toMatch(/^has no number of hidden tags.+may be cut.+left out$/);
    }
  });

  it('trims titles and keeps their commas', () => {
    const dataset = ingest(
      'q\n\t Plan, Act, and Learn, Again\nHu, Xin, Li, Na\nWe do what the title says.\n',
    );
    expect([...dataset.records.title]).toEqual(['Plan, Act, and Learn, Again']);
  });

  it('reads CRLF, a byte-order mark and a missing last line end as it reads LF', () => {
    const text = `${HEAD}- Asia (0.10)\n`;
    const plain = JSON.stringify(encodeDataset(ingest(text)));
    for (const variant of [
      `\uFEFF${text}`,
      text.replaceAll('\n', '\r\n'),
      text.trimEnd(),
      text.replaceAll('\n', '\r'),
    ]) {
      expect(JSON.stringify(encodeDataset(ingest(variant)))).toBe(plain);
    }
  });

  it('merges across files and keeps both passages', () => {
    const dataset = ingest(
      `${HEAD}- Asia (0.10)\n- (4 more...)\n`,
      `${HEAD}- Asia (0.20)\n- Europe (0.04)\n`,
    );
    expect(dataset.recordCount).toBe(1);
    expect([...dataset.records.passageFile]).toEqual([0, 1]);
    expect(tagsOf(dataset, 'geography')).toEqual(['Asia 20', 'Europe 4', '+3']);
    expect(dataset.problems).toMatchObject([
      {
        code: 'conflicting-duplicate',
        file: '2.txt',
        line: 2,
        reason:
          'same title and authors and abstract as 1.txt, lines 2-6; merged although tags differ; the first text and the union of the tags are kept',
      },
    ]);
    expect(dataset.report).toMatchObject({ recordsRead: 2, duplicatesMerged: 1, records: 1 });
  });

  it('tells files of one name apart', () => {
    const inputs = ['a.txt', 'a.txt', 'a.txt (2)', 'a.txt'].map((name) => ({ name, text: '' }));
    expect(ingestTexts(inputs).source.files).toEqual(['a.txt', 'a.txt (3)', 'a.txt (2)', 'a.txt (4)']);
  });

  it('counts countries, and places resolved and not, once each', () => {
    const { report, facets } = ingest(
      `${HEAD}- Asia > Japan > Tokyo (0.2)\n- Asia > Japan (0.1)\n- Europe (0.1)\n- Europe > Atlantis (0.04)\n` +
        'Another title of things\nIt is another thing that we do in this one, and we say how.\n' +
        '- Europe > Atlantis (0.04)\n- Europe > Kosovo (0.04)\n',
    );
    expect(report).toMatchObject({
      countries: 2,
      placesResolved: 3,
      placesUnresolved: ['Europe > Atlantis'],
    });
    const { concepts } = facets[0]!;
    expect(concepts.label.map((label, i) => `${label} ${concepts.code[i]!} ${concepts.numeric[i]!}`)).toEqual(
      ['Asia  ', 'Japan JPN 392', 'Tokyo  ', 'Europe  ', 'Atlantis  ', 'Kosovo XKX '],
    );
  });

  it('orders authors by name and each byline as written', () => {
    const dataset = ingest(
      'q\nA title of things\nLi, Na, OpenAI, null, Hu, Xin, :, null\nWe do what the title says, and more.\n',
    );
    expect(dataset.authors.family.map((_, author) => authorKey(dataset.authors, author))).toEqual([
      'Hu, Xin',
      'Li, Na',
      'OpenAI',
    ]);
    expect([...authorsOf(dataset.records, 0)]).toEqual([1, 2, 0]);
  });

  it('takes the title that is asked for', () => {
    expect(ingestTexts([{ name: 'a.txt', text: HEAD }], { title: 'Mine' }).title).toBe('Mine');
  });

  it('reads a line of ten million characters', () => {
    const dataset = ingest(`q\nA title of things\n${'word, '.repeat(1_700_000)}\n- Asia (0.10)\n`);
    expect(dataset.recordCount).toBe(1);
    expect(problemsOf(dataset)).toContain('3 line-too-long');
  });

  it('reads twenty thousand records in a few seconds', () => {
    const record = (i: number) =>
      `Title number ${i}\nHu, Xin${i}\nWe do number ${i}, and say how.\n- Asia > Japan (0.10)\n`;
    const dataset = ingest(`q\n${Array.from({ length: 20_000 }, (_, i) => record(i)).join('')}`);
    expect(dataset.recordCount).toBe(20_000);
    expect(dataset.problems).toEqual([]);
  }, 30_000);
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'Hu, Xin, Li, Na',
      'OpenAI, null, :, null',
      'We do what the title says, and we say how well it is done.',
      'A title of things',
      '- Asia > Japan (0.27)',
      '- Law (1.00)',
      '- Toys (0.30)',
      '- Information Technology > Security & Privacy (1.00)',
      '- Information Technology > Artificial Intelligence (0.90)',
      '- Europe (7)',
      '- (3 more...)',
      '- (',
      '- ',
      '',
      '\uFEFF',
      '[{',
    ),
  );
  const soup = fc
    .array(fc.tuple(piece, fc.constantFrom('\n', '\n', '\r\n', '\r')), { maxLength: 40 })
    .map((lines) => lines.flat().join(''));

  it('is accounted for line by line, and makes a dataset that can be read back', () => {
    fc.assert(
      fc.property(fc.array(soup, { maxLength: 3 }), (texts) => {
        const dataset = ingest(...texts);
        const { report, problems } = dataset;
        expect(decodeDataset(JSON.parse(JSON.stringify(encodeDataset(dataset))))).toEqual(dataset);
        for (const account of report.files) {
          const told = new Set(
            problems.filter((each) => each.file === account.file).map((each) => each.line),
          );
          expect(account.linesIn).toBe(account.linesUsed + account.linesReported);
          // a line that is not used is told by its own problem, or the whole file is
          const isWhole = problems.some(
            (each) => each.file === account.file && each.code === 'unsupported-format',
          );
          if (!isWhole)
            expect(told.size - (told.has(0) ? 1 : 0)).toBeGreaterThanOrEqual(account.linesReported);
        }
        expect(report.recordsRead - report.duplicatesMerged).toBe(dataset.recordCount);
        expect(dataset.records.passageFile).toHaveLength(report.recordsRead);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same bytes each time', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(JSON.stringify(encodeDataset(ingest(text)))).toBe(JSON.stringify(encodeDataset(ingest(text))));
      }),
    );
  });
});

describe('records printed in the AITopics grammar', () => {
  const word = fc.constantFrom(
    'language',
    'model',
    'training',
    'of',
    'with',
    'feedback',
    'on',
    'sparse',
    'graphs',
  );
  const capital = fc.constantFrom('Learning', 'Towards', 'GPT-4', 'Skills', 'Étude', 'Fast');
  const name = fc.constantFrom('Hu', 'Li', 'Smith', 'García', 'van der Berg', 'Co-Reyes', 'Łuk', 'Nguyen');
  const given = fc.constantFrom('Xin', 'Na', 'Mei Ling', 'John D.', 'José', 'A.', 'Ana');
  const facetTags = {
    geography: ['Asia > Japan > Tokyo', 'Europe > Spain', 'Europe', 'North America > United States'],
    genre: ['Research Report > New Finding', 'Overview', 'Personal > Interview'],
    industry: ['Law', 'Media > News', 'Government', 'Energy'],
    technology: ['Information Technology > Artificial Intelligence', 'Information Technology > Data Science'],
  };
  const list = (paths: readonly string[]) =>
    fc
      .record({
        tags: fc.uniqueArray(fc.tuple(fc.constantFrom(...paths), fc.integer({ min: 0, max: 100 })), {
          selector: ([path]) => path,
          maxLength: 3,
        }),
        more: fc.integer({ min: 0, max: 40 }),
      })
      .map(({ tags, more }) => ({
        tags: tags.sort((a, b) => b[1] - a[1]),
        more: tags.length > 0 ? more : 0,
      }));
  const record = fc.record({
    title: fc.tuple(capital, fc.array(word, { minLength: 2, maxLength: 9 })),
    authors: fc.uniqueArray(fc.tuple(name, given), { selector: String, maxLength: 9 }),
    abstract: fc.array(word, { minLength: 12, maxLength: 60 }),
    geography: list(facetTags.geography),
    genre: list(facetTags.genre),
    industry: list(facetTags.industry),
    technology: list(facetTags.technology),
  });

  it('are read back as they were', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 12 }), (records) => {
        const lines = ['the query'];
        const expected = records.map(({ title: [first, rest], authors, abstract, ...facets }, i) => {
          const title = `${first} ${rest.join(' ')} ${i}`;
          const text = `We study the ${abstract.join(' ')}.`;
          const byline = authors.map(([family, givenName]) => `${family}, ${givenName}`);
          const from = lines.push(title);
          if (byline.length > 0) lines.push(byline.join(', '));
          lines.push(text);
          const tags: string[][] = [];
          for (const id of ['geography', 'genre', 'industry', 'technology'] as const) {
            const { tags: each, more } = facets[id];
            for (const [path, score] of each) lines.push(`- ${path} (${(score / 100).toFixed(2)})`);
            if (more > 0) lines.push(`- (${more} more...)`);
            tags.push([
              ...each.map(([path, score]) => `${path} ${score}`).sort(),
              ...(more > 0 ? [`+${more}`] : []),
            ]);
          }
          return { title, abstract: text, byline, passage: [from, lines.length], tags };
        });
        const dataset = ingest(`${lines.join('\n')}\n`);
        const read = [...dataset.records.title].map((title, i) => ({
          title,
          abstract: dataset.records.abstract.at(i),
          byline: [...authorsOf(dataset.records, i)].map((author) => authorKey(dataset.authors, author)),
          passage: [dataset.records.passageFirst[i], dataset.records.passageLast[i]],
          tags: ['geography', 'genre', 'industry', 'technology'].map((id) => {
            const tags = tagsOf(dataset, id, i);
            const more = tags.filter((tag) => tag.startsWith('+'));
            return [...tags.filter((tag) => !tag.startsWith('+')).sort(), ...more];
          }),
        }));
        expect(read).toEqual(expected);
        expect(dataset.report.linesUsed).toBe(lines.length);
      }),
      { numRuns: 300 },
    );
  });
});

it('a record may stand there any number of times', () => {
  const copies = 150_000;
  const { recordCount, report } = ingestTexts([{ name: 'a.txt', text: `q\n${'T\nA b.\n'.repeat(copies)}` }]);
  expect([recordCount, report.duplicatesMerged, report.linesReported]).toEqual([1, copies - 1, 0]);
});
