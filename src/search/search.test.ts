import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { syntheticDataset } from '../../tests/filter/synthetic-dataset.ts';
import { syntheticWord, withLongAbstracts } from '../../tests/filter/synthetic-texts.ts';
import { oddText } from '../../tests/filter/odd-dataset.ts';
import { offsets } from '../../tests/filter/make-dataset.ts';
import { buildIndex } from './build-index.ts';
import { recordHit } from './excerpt.ts';
import { folded, foldedAny } from './fold-text.ts';
import { rankingTitles } from './rank-titles.ts';
import { namesOf, recordTexts, type RecordTexts } from './record-texts.ts';
import type { SearchAnswer } from './search-messages.ts';
import { SearchSession } from './search-session.ts';
import { queryTerms, termsOf } from './terms.ts';
import { alphabeticalRanks } from '../model/sort-by-name.ts';
import { packTexts } from '../model/codec/pack-texts.ts';
import { finished } from '../model/work.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

interface PlainRecord {
  readonly title: string;
  readonly abstract?: string;
  readonly names?: readonly string[];
}

function textsOf(records: readonly PlainRecord[]): RecordTexts {
  const names = records.flatMap((record) => record.names ?? []);
  return {
    title: packTexts(records.map(({ title }) => title)),
    abstract: packTexts(records.map(({ abstract = '' }) => abstract)),
    authors: { family: names, given: names.map(() => null) },
    authorOffset: offsets(records.map((record) => record.names?.length ?? 0)),
    author: Uint32Array.from(names, (_, i) => i),
  };
}

function terms(text: string): string[] {
  const found: string[] = [];
  termsOf(text, (term) => found.push(term));
  return found;
}

/** The same by plain loops: records that have, for each term asked for, one that begins so. */
function scan(texts: RecordTexts, query: string): number[] {
  const asked = queryTerms(query);
  if (asked.length === 0) return [];
  return [...texts.title].flatMap((title, record) => {
    const own = [title, texts.abstract.at(record), ...namesOf(texts, record)].flatMap(terms);
    return asked.every((start) => own.some((term) => term.startsWith(start))) ? [record] : [];
  });
}

const joined = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('');

const word = fc.constantFrom(
  'a',
  'ab',
  'abc',
  'b',
  'b-c',
  'gpt-4',
  '東京都',
  '京',
  'Łódź',
  'é',
  'x.y,z',
  '(c)',
  '—',
);
const sentence = fc.array(fc.oneof(word, oddText), { maxLength: 6 }).map((words) => words.join(' '));
const anyRecord = fc.record({
  title: sentence,
  abstract: sentence,
  names: fc.array(sentence, { maxLength: 3 }),
});

it('folding ASCII the quick way is folding', () => {
  const ascii = fc.string({ unit: 'binary-ascii' });
  fc.assert(
    fc.property(ascii, (text) => {
      expect(folded(text)).toBe(foldedAny(text));
    }),
  );
});

/** "a-a-…-a" of 67 characters: too long to be a term, as is what follows its first part. */
const LONG = Array.from({ length: 34 }, (_, i) => {
  const rest = 67 - 2 * i;
  return rest > 1 && rest <= 64 ? ['a', `${'a-'.repeat((rest - 1) / 2)}a`] : ['a'];
}).flat();

describe('the terms', () => {
  it.each<[string, string[], string[]]>([
    ['Deep  Łearning, deep!', ['deep', 'learning', 'deep'], ['deep', 'learning']],
    ['(GPT-4)', ['gpt', 'gpt-4', '4'], ['gpt-4']],
    ['gpt-4/x', ['gpt', 'gpt-4/x', '4', '4/x', 'x'], ['gpt-4/x']],
    ['東京都 x', ['東京', '京都', '都', 'x'], ['東京', '京都', 'x']],
    ['京', ['京'], ['京']],
    ['GPT東京', ['gpt', '東京', '京'], ['gpt', '東京']],
    ['𠮷野家', ['𠮷野', '野家', '家'], ['𠮷野', '野家']],
    ['— + \ud800 ', [], []],
    [`${'a-'.repeat(33)}a`, LONG, ['a']],
  ])('of %j', (text, indexed, asked) => {
    expect(terms(text)).toEqual(indexed);
    expect(queryTerms(text)).toEqual(asked);
  });

  it('are what a search for each word, or for the whole text, finds', () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'binary' })), (text) => {
        const own = terms(text);
        for (const query of [text, ...text.split(/\s+/)]) {
          for (const asked of queryTerms(query))
            expect(own.some((term) => term.startsWith(asked))).toBe(true);
        }
      }),
    );
  });
});

describe('the index', { timeout: BUSY_MACHINE_MS }, () => {
  it('finds what a plain scan finds, and lists the best of it', () => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { maxLength: 12 }),
        fc.array(sentence, { maxLength: 4 }),
        (records, queries) => {
          const texts = textsOf(records);
          const index = buildIndex(texts);
          for (const query of [...queries, ...records.map(({ title }) => title)]) {
            const expected = scan(texts, query);
            expect([...index.matches(query)]).toEqual(expected);
            const { found, best } = index.find(query, 3);
            expect(found).toBe(expected.length);
            expect(best).toHaveLength(Math.min(3, found));
            expect(best.every((record) => expected.includes(record))).toBe(true);
            expect(index.find(query, 100).best.slice(0, 3)).toEqual(best);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds what a plain scan finds in 2,000 records of natural length', () => {
    const texts = recordTexts(withLongAbstracts(syntheticDataset(2000, 5), 5));
    const index = buildIndex(texts);
    const queries = [
      'learning',
      'garcia',
      'l',
      `${syntheticWord(40)} ${syntheticWord(300)}`,
      'graph-based speech',
    ];
    for (const query of queries) {
      const expected = scan(texts, query);
      expect(expected.length, query).toBeGreaterThan(0);
      expect([...index.matches(query)], query).toEqual(expected);
    }
  });

  it('puts a title before an author, an author before an abstract, and a whole word before a beginning', () => {
    const texts = textsOf([
      { title: 'Other', abstract: 'kernels' },
      { title: 'Other', abstract: 'kernel' },
      { title: 'Other', names: ['Kernel'] },
      { title: 'Kernel' },
      { title: 'Nothing' },
    ]);
    expect(buildIndex(texts).find('kernel', 9)).toEqual({ found: 4, best: [3, 2, 1, 0] });
  });

  it('weighs a rare word more, and keeps the order of the dataset among equals', () => {
    const texts = textsOf([
      { title: 'common common rare' },
      { title: 'common rare rare' },
      ...Array.from({ length: 8 }, () => ({ title: 'common' })),
    ]);
    expect(buildIndex(texts).find('common rare', 9).best).toEqual([1, 0]);
    expect(buildIndex(texts).find('common', 4).best).toEqual([0, 2, 3, 4]);
  });

  it('of no records finds nothing, and nothing is found by no words', () => {
    expect(buildIndex(textsOf([])).find('x', 6)).toEqual({ found: 0, best: [] });
    expect(buildIndex(textsOf([{ title: 'x' }])).find(' — ', 6)).toEqual({ found: 0, best: [] });
  });
});

describe('a hit', () => {
  const abstract = `${'filler '.repeat(40)}and here the Kernel stands${' after'.repeat(60)}`;
  const texts = textsOf([
    { title: 'On kernels, twice: Kernel', abstract, names: ['Ada Kern', 'Bo', 'Cy Doe'] },
  ]);
  const bold = (pieces: readonly { text: string; isMatch: boolean }[]) =>
    pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

  it('marks the title and needs no excerpt where all words stand there', () => {
    const { title, excerpt } = recordHit(texts, 0, 'kernel');
    expect(bold(title)).toBe('On [kernels,] twice: [Kernel]');
    expect(excerpt).toEqual([]);
  });

  it('shows the authors and the stretch of the abstract that match otherwise', () => {
    expect(bold(recordHit(texts, 0, 'doe').excerpt)).toBe('Cy [Doe]');
    const { excerpt } = recordHit(texts, 0, 'stands doe');
    expect(bold(excerpt)).toMatch(/^Cy \[Doe\] · …(filler )+and here the Kernel \[stands\]( after)+…$/);
    expect(joined(excerpt).length).toBeLessThan(180);
  });

  it('has the whole title, and for each record found all words asked for', () => {
    fc.assert(
      fc.property(anyRecord, sentence, (record, query) => {
        const own = textsOf([record]);
        const { title, excerpt } = recordHit(own, 0, query);
        expect(joined(title)).toBe(own.title.at(0));
        if (scan(own, query).length === 0) return;
        const shown = [...title, ...excerpt].filter(({ isMatch }) => isMatch);
        expect(shown.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is short, whatever the abstract', () => {
    for (const long of [
      'x'.repeat(5000),
      `needle${'x'.repeat(5000)}`,
      `${'x'.repeat(5000)} needle`,
      '😀'.repeat(900),
    ]) {
      const own = textsOf([{ title: '', abstract: long }]);
      for (const query of ['needle', 'x', 'xx']) {
        const text = joined(recordHit(own, 0, query).excerpt);
        expect(text.length).toBeLessThan(160);
        // no half of a character
        expect(() => encodeURIComponent(text)).not.toThrow();
      }
    }
  });
});

describe('a session', () => {
  const texts = recordTexts(syntheticDataset(3000, 2));
  const start = () => {
    const answers: SearchAnswer[] = [];
    const session = new SearchSession(texts, (answer) => answers.push(answer), 5);
    const idsOf = (kind: string) => answers.flatMap((a) => ('id' in a && a.kind === kind ? [a.id] : []));
    return { session, answers, idsOf };
  };

  it('answers the newest find and every match once the index is there', async () => {
    const { session, answers, idsOf } = start();
    session.receive({ kind: 'prepare', id: 1 });
    session.receive({ kind: 'find', id: 2, query: 'speech', limit: 6 });
    session.receive({ kind: 'match', id: 3, query: 'speech' });
    session.receive({ kind: 'find', id: 4, query: 'neural', limit: 6 });
    await vi.waitFor(() => expect(idsOf('found')).toEqual([4]), 20_000);
    expect(idsOf('matched')).toEqual([3]);
    const matched = answers.find((answer) => answer.kind === 'matched');
    expect([...matched!.records]).toEqual(scan(texts, 'speech'));
    const found = answers.find((answer) => answer.kind === 'found');
    expect(found!.found).toBe(scan(texts, 'neural').length);
    expect(found!.hits).toHaveLength(6);
    session.receive({ kind: 'find', id: 5, query: 'speech', limit: 2 });
    expect(idsOf('found'), 'at once from now on').toEqual([4, 5]);
    for (const answer of answers) if (answer.kind === 'indexing') expect(answer.share).toBeLessThanOrEqual(1);
  });

  it('tells a fault, and tries again when asked again', async () => {
    const answers: SearchAnswer[] = [];
    const faulty = { ...texts, title: packTexts(['one']), abstract: packTexts([]) };
    const session = new SearchSession(faulty, (answer) => answers.push(answer), 5);
    for (let times = 1; times <= 2; times++) {
      session.receive({ kind: 'find', id: times, query: 'x', limit: 1 });
      await vi.waitFor(() => expect(answers).toHaveLength(times));
      expect(answers.at(-1)!.kind).toBe('search-fault');
    }
  });
});

describe('the order of titles', () => {
  it('in small steps is the one at once', () => {
    const title = fc.oneof(
      oddText,
      fc.constantFrom('On maps', 'on Maps', '“Émigrés”', 'GPT-4', 'GPT-10', ''),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 200 }), (titles) => {
        const texts = textsOf(titles.map((each) => ({ title: each })));
        expect(finished(rankingTitles(texts))).toEqual(alphabeticalRanks([...texts.title]));
      }),
    );
  });

  it('comes while the index is being built', async () => {
    const texts = textsOf(Array.from({ length: 3000 }, (_, i) => ({ title: `${(7 * i) % 3000} maps` })));
    const answers: SearchAnswer[] = [];
    const session = new SearchSession(texts, (answer) => answers.push(answer), 1);
    session.receive({ kind: 'match', id: 1, query: 'maps' });
    session.receive({ kind: 'rank-titles', id: 2 });
    await vi.waitFor(() => expect(answers.filter(({ kind }) => kind !== 'indexing')).toHaveLength(2));
    const ranked = answers.find((answer) => answer.kind === 'ranked');
    expect(ranked).toEqual({ kind: 'ranked', id: 2, ranks: alphabeticalRanks([...texts.title]) });
  });
});
