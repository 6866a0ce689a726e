/** What is read from bytes is what is read from texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortAuthors } from '../../src/ingest/authors/author-order.ts';
import { AuthorTable } from '../../src/ingest/authors/author-table.ts';
import { fillByteCosts } from '../../src/ingest/records/byte-costs.ts';
import {
  COMMA,
  ESCAPED,
  FOLDED,
  isPlainUtf8,
  NULL,
  scanLine,
  STOP,
} from '../../src/ingest/lines/byte-scan.ts';
import { Bylines } from '../../src/ingest/records/byline.ts';
import { HeldLines } from '../../src/ingest/lines/held-lines.ts';
import { Hash53 } from '../../src/ingest/columns/hash53.ts';
import { problemLog } from '../../src/ingest/lines/problem-log.ts';
import {
  addAuthorBytes,
  distinctIds,
  idNumber,
  idText,
  packIds,
  recordId,
} from '../../src/ingest/records/record-id.ts';
import { authorKeyOf } from '../../src/ingest/parsed-author.ts';
import { RecordRows } from '../../src/ingest/records/record-rows.ts';
import { readAnyBlock } from '../../src/ingest/tags/tag-block.ts';
import { readBlock } from '../../src/ingest/records/tag-rows.ts';
import { splitRunPlainly, splitSurely } from '../../src/ingest/lines/split-runs.ts';
import { isTagLike } from '../../src/ingest/tags/tag-line.ts';
import { TagReader } from '../../src/ingest/tags/tag-reader.ts';
import { foldText } from '../../src/ingest/columns/text-keys.ts';
import { addTitleKey } from '../../src/ingest/columns/title-key.ts';
import { readAuthorsPlainly } from './plain-author-list.ts';
import { plainLineCosts } from './plain-line-costs.ts';
import { scanLinePlainly } from './plain-scan-line.ts';

import { oddText as text, RUNS, tagLine, PATHS } from './odd-texts.ts';
import { withoutLines } from './without-lines.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Mostly clean lists of names. */
const byline = fc
  .array(
    fc.constantFrom(
      'Hu, Xin',
      'Li, Na',
      'Müller, Jörg',
      'van der Berg, A. B.',
      'OpenAI, null',
      'Hu,Xin',
      'a, b',
      'O"N, X',
      '語, 文',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pairs) => pairs.join(', '));

/** Long enough for an abstract, with an odd beginning and end. */
const abstractText = fc
  .tuple(
    text,
    fc.constantFrom('word ', 'some words, ', 'Name, ', 'ö '),
    fc.integer({ min: 50, max: 150 }),
    text,
  )
  .map(([start, word, count, end]) => `${start} ${word.repeat(count)}${end}`);

/** Lines as a run of bytes. */
function held(texts: readonly string[]) {
  const lines = new HeldLines();
  texts.forEach((each, i) => {
    const bytes = encoder.encode(each);
    lines.add(bytes, 0, bytes.length, i + 1, scanLine(bytes, 0, bytes.length));
    if (i % 2 === 0) lines.settle();
  });
  return { lines, bylines: new Bylines(new AuthorTable()) };
}

describe('lines of bytes', () => {
  it('have the flags that looking at one byte after the other tells, wherever they stand', () => {
    const odd = fc.constantFrom(
      ...Array.from(' ,,.\n"\\?!anul', (each) => each.charCodeAt(0)),
      0xc3,
      0xa4,
      0,
    );
    const part = fc.oneof(
      fc
        .constantFrom(', null', ',null', ',  null', ',nul', 'ä', '—', 'a b', '  ')
        .map((each) => [...encoder.encode(each)]),
      fc.array(odd, { maxLength: 3 }),
      text.map((each) => [...encoder.encode(each)]),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.nat(5), fc.nat(3), (parts, before, offset) => {
        const line = parts.flat();
        // what stands around the line tells nothing
        const memory = Uint8Array.of(...Array<number>(before + offset).fill(0x20), ...line, 0x20, 0x2c);
        const bytes = new Uint8Array(memory.buffer, offset);
        const [from, end] = [before, before + line.length];
        expect(scanLine(bytes, from, end)).toBe(scanLinePlainly(bytes, from, end));
      }),
      { numRuns: 5000 },
    );
    for (let first = 0; first < 256; first++) {
      for (let second = 0; second < 256; second++) {
        const bytes = Uint8Array.of(0x61, first, second, 0x61);
        for (const [from, end] of [
          [0, 4],
          [1, 3],
          [1, 4],
          [0, 3],
        ] as const) {
          if (scanLine(bytes, from, end) !== scanLinePlainly(bytes, from, end))
            throw new Error(`${first}, ${second}`);
        }
      }
    }
  });

  it('hold the authors that reading each pair finds, where they are read by bytes', () => {
    const table = new AuthorTable();
    const bylines = new Bylines(table);
    fc.assert(
      fc.property(fc.array(fc.oneof(text, byline), { minLength: 1, maxLength: 6 }), (lines) => {
        for (const each of [...lines, ...lines]) {
          const bytes = encoder.encode(each);
          const flags = scanLine(bytes, 0, bytes.length);
          bylines.forget();
          if ((flags & (FOLDED | COMMA)) !== (FOLDED | COMMA) || !bylines.scan(bytes, 0, bytes.length))
            continue;
          const read = bylines.authors(0, bylines.mark);
          if (read === undefined) continue;
          const log = problemLog('a.txt');
          const plain = readAuthorsPlainly({ number: 1, text: each, length: each.length }, log);
          expect([...read.filled()].map((author) => table.nameOf(author))).toEqual(plain);
          expect([...read.filled()]).toEqual(plain.map((author) => table.numberOf(author)));
          expect(log.problems).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('hold the authors in their order also where they are many', () => {
    const table = new AuthorTable();
    const bylines = new Bylines(table);
    const long = fc.uniqueArray(fc.stringMatching(/^[A-D][a-d]{1,4}, [A-D][a-d]{1,2}$/), {
      minLength: 1,
      size: '+2',
    });
    fc.assert(
      fc.property(long, fc.constantFrom('', ',', ', Xin', 'Hu, Xin,'), (names, end) => {
        const bytes = encoder.encode(`${names.join(', ')}${end}`);
        bylines.forget();
        expect(bylines.scan(bytes, 0, bytes.length)).toBe(end === '');
        if (end !== '') expect(bylines.mark).toBe(0);
        else {
          const authors = Array.from(bylines.authors(0, bylines.mark)!.filled(), (author) =>
            table.nameOf(author),
          );
          expect(authors.map(({ family, given }) => `${family}, ${given}`)).toEqual(names);
        }
      }),
    );
  });

  it('have authors that are found again among many thousands', () => {
    const table = new AuthorTable();
    const author = (i: number) => ({
      family: `Family ${i % 9000}`,
      given: i % 7 === 0 ? null : `Given ${i % 7}`,
    });
    const first = Array.from({ length: 30_000 }, (_, i) => table.numberOf(author(i)));
    first.forEach((number, i) => {
      expect(table.numberOf(author(i))).toBe(number);
      expect(table.nameOf(number)).toEqual(author(i));
    });
    const other = new AuthorTable();
    other.numberOf({ family: 'Else', given: 'Somebody' });
    const isWanted = Uint8Array.from({ length: table.limit }, (_, number) => Number(number % 3 !== 1));
    const numbers = other.numbersOf(table.bytes, table.starts, isWanted);
    isWanted.forEach((is, number) => {
      if (is === 1) expect(other.nameOf(numbers[number]!)).toEqual(table.nameOf(number));
    });
    expect(other.limit).toBe(1 + isWanted.reduce((sum, is) => sum + is, 0));
  });

  it('cost by bytes what they cost, or no more', () => {
    fc.assert(
      fc.property(fc.oneof(text, byline, abstractText), (each) => {
        const { lines, bylines } = held([each]);
        const own = new Float64Array(4);
        const exact = fillByteCosts(lines, 0, bylines, own, 0);
        const { title, authors, abstract } = plainLineCosts(each);
        [title, authors, abstract].forEach((cost, kind) => {
          if (((exact >> kind) & 1) === 1) expect(own[kind]).toBe(cost);
          else expect(own[kind]).toBeLessThanOrEqual(cost);
        });
      }),
      RUNS,
    );
  });

  it('are cut by bytes as by the general method, where that is done at all', () => {
    const line = fc.oneof(text, byline, abstractText);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (texts) => {
        const { lines, bylines } = held(texts);
        const sure = splitSurely(texts.length, (i, own, at) => fillByteCosts(lines, i, bylines, own, at));
        if (sure === undefined) return;
        const { records, orphans, doubts } = splitRunPlainly(texts);
        expect({ ...sure, doubts: [] }).toEqual({ records, orphans, doubts });
      }),
      RUNS,
    );
  });

  it('are told by bytes to be folded only where folding changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(text, byline), (each) => {
        const bytes = encoder.encode(each);
        const flags = scanLine(bytes, 0, bytes.length);
        // half a surrogate pair has no bytes
        const whole = decoder.decode(bytes);
        if ((flags & FOLDED) !== 0) expect(foldText(whole)).toBe(whole);
        if ((flags & FOLDED) !== 0) expect(whole).not.toContain('\uFFFD');
        expect((flags & ESCAPED) !== 0).toBe(/["\\]/.test(whole));
        expect((flags & COMMA) !== 0).toBe(whole.includes(','));
        expect((flags & STOP) !== 0).toBe(/[.?!]/.test(whole));
        if ((flags & FOLDED) !== 0) expect((flags & NULL) !== 0).toBe(/, ?null/.test(whole));
      }),
      RUNS,
    );
    const byte = fc.constantFrom(
      0x41,
      0x80,
      0xa0,
      0xbf,
      0xc2,
      0xcc,
      0xe2,
      0xe4,
      0xed,
      0xef,
      0xf0,
      0x9f,
      0xbd,
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 6 }), (list) => {
        const bytes = Uint8Array.from(list);
        if (!isPlainUtf8(bytes, 0, bytes.length)) return;
        const whole = decoder.decode(bytes);
        expect([...encoder.encode(whole)]).toEqual(list);
        expect(whole).not.toContain('\uFFFD');
        expect(foldText(`a${whole}b`)).toBe(`a${whole}b`);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('tag lines of bytes', () => {
  it('make the blocks that the general way makes, with the same problems', () => {
    const facetLine = fc
      .tuple(
        fc.constantFrom(...PATHS, 'Europe > France', 'Workflow', 'Education'),
        fc.constantFrom('0.10', '0.90', '0.50'),
      )
      .map(([path, score]) => `- ${path} (${score})`);
    const line = fc.oneof(
      { weight: 6, arbitrary: facetLine },
      { weight: 1, arbitrary: fc.constant('- (3 more...)') },
      { weight: 1, arbitrary: tagLine.filter(isTagLike) },
    );
    const block = fc.oneof(
      fc.array(line, { maxLength: 8 }),
      fc.array(facetLine, { minLength: 20, maxLength: 40 }),
    );
    fc.assert(
      fc.property(block, fc.boolean(), (lines, isSorted) => {
        const texts = isSorted ? [...lines].sort() : lines;
        const { lines: heldLines } = held(texts);
        const [log, plainLog] = [problemLog('a.txt'), problemLog('a.txt')];
        const rows = new RecordRows();
        const codes = Int32Array.from(texts, (each) => {
          const bytes = encoder.encode(each);
          return rows.tags.code(bytes, 0, bytes.length);
        });
        const read = readBlock({ file: 0, lines: heldLines, start: 0, codes }, rows, log);
        rows.titles.addText('');
        rows.abstracts.addText('');
        rows.end(0, 1, 1);
        const numbered = heldLines.lines(0, texts.length);
        const { facets, used } = readAnyBlock(numbered, plainLog, new TagReader());
        expect(read).toEqual({ used: used.length, last: used.at(-1) ?? 0 });
        expect(withoutLines(facets)).toEqual(rows.record(0).facets);
        expect(log.problems).toEqual(plainLog.problems);
      }),
      RUNS,
    );
  }, 60_000);
});

describe('columns', () => {
  const family = fc.constantFrom(
    'Hu',
    'Hua',
    'H',
    'Li',
    'Müller',
    '語',
    'a',
    '😀',
    '\uE000',
    '\uFB01',
    'Hu!',
    'Hu-a',
  );
  const author = fc.record({ family, given: fc.constantFrom(null, 'Na', 'Nab', 'Ö', '') });

  it('have authors in the order of the code units of their keys', () => {
    fc.assert(
      fc.property(fc.array(author, { maxLength: 60 }), (authors) => {
        const table = new AuthorTable();
        const numbers = Uint32Array.from(new Set(authors.map((each) => table.numberOf(each))));
        sortAuthors(numbers, table);
        expect([...numbers].map((each) => authorKeyOf(table.nameOf(each)))).toEqual(
          [...new Set(authors.map(authorKeyOf))].sort(),
        );
      }),
      RUNS,
    );
  });

  it('hold the numbers of ids that hashing texts gives, and write them so', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, author), { maxLength: 4 }), fc.array(fc.nat(3)), (parts, again) => {
        const table = new AuthorTable();
        const numbers = parts.map(([title, by]) => {
          const hash = new Hash53();
          addTitleKey(hash, title);
          hash.addUnit(10);
          const number = table.numberOf(by);
          addAuthorBytes(hash, table.bytes, table.startOf(number), table.endOf(number));
          expect(idText(idNumber(hash))).toBe(recordId(title, [by]));
          return idNumber(hash);
        });
        const all = [...numbers, ...again];
        expect(packIds(Float64Array.from(all)).texts()).toEqual(distinctIds(all.map(idText)));
      }),
      RUNS,
    );
  });
});
