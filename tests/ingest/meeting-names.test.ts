/** Names are compared only where their hashes meet: nothing that comparing all of them finds is passed over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikePairs } from '../../src/ingest/authors/alike-authors.ts';
import { comparableName } from '../../src/ingest/authors/author-likeness.ts';
import { namesOfPacked, namesOfTexts } from '../../src/ingest/authors/author-names.ts';
import { meetingNames } from '../../src/ingest/authors/meeting-names.ts';
import { NameHashes } from '../../src/ingest/authors/name-hashes.ts';
import { packNames } from '../../src/ingest/columns/packed-dataset.ts';

const WORDS = [
  'Wang',
  'wang',
  'W',
  'W.',
  'Wei',
  'Jr',
  'jr.',
  'II',
  'iv',
  'Sr',
  'Müller',
  'Mueller',
  'MÜLLER',
];
const ODD = [
  "O'Neil",
  'O`Neil',
  'O’Neil',
  'XW',
  'WX',
  'ABC',
  'Ł',
  'Løw',
  '李',
  '𝒲ei',
  '"Q"',
  '\\',
  '2nd',
  "'",
  '-',
];
const word = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...WORDS) }, fc.constantFrom(...ODD));
const name = fc
  .tuple(fc.array(word, { maxLength: 4 }), fc.constantFrom(' ', '-', '  ', '. ', ''))
  .map(([words, between]) => words.join(between));
const long = fc.constantFrom('Wang', "We'i ", 'Jr ').map((each) => each.repeat(50));
const usual = fc.constantFrom('Wang', 'Müller', 'Wei', 'W', 'W. W.', 'Wang Wei', 'X', 'Xin Wei', 'X Wei Jr');
const author = fc.record({
  family: fc.oneof(
    { weight: 20, arbitrary: usual },
    { weight: 10, arbitrary: name },
    { weight: 1, arbitrary: long },
  ),
  given: fc.oneof({ weight: 20, arbitrary: usual }, { weight: 10, arbitrary: name }, fc.constant(null)),
});
const authors = fc.array(author, { minLength: 2, maxLength: 25, size: 'max' }).map((list) => ({
  family: list.map(({ family }) => family),
  given: list.map(({ given }) => given),
}));

describe('the hashes of names', () => {
  it('are the same from bytes as from texts', () => {
    fc.assert(
      fc.property(authors, (names) => {
        const [plain, packed] = [
          new NameHashes(namesOfTexts(names)),
          new NameHashes(namesOfPacked(packNames(names))),
        ];
        for (const key of ['spelling', 'writtenOut', 'words', 'family'] as const) {
          expect([key, ...packed[key]]).toEqual([key, ...plain[key]]);
        }
        for (const key of ['givenStart', 'givenWord', 'givenInitial'] as const) {
          expect([key, ...packed[key].filled()]).toEqual([key, ...plain[key].filled()]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('are equal where the keys are', () => {
    fc.assert(
      fc.property(authors, ({ family, given }) => {
        const hashes = new NameHashes(namesOfTexts({ family, given }));
        const names = family.map((each, id) => comparableName(each, given[id]!));
        names.forEach((a, i) =>
          names.forEach((b, j) => {
            if (a.spelling === b.spelling) expect(hashes.spelling[i]).toBe(hashes.spelling[j]);
            if (a.words === b.words) expect(hashes.words[i]).toBe(hashes.words[j]);
            expect(hashes.words[i] === 0).toBe(a.words === '');
          }),
        );
      }),
    );
  });
});

describe('meeting names', () => {
  it('are alike as all names are', () => {
    let pairs = 0;
    let spared = 0;
    fc.assert(
      fc.property(authors, (list) => {
        const names = namesOfPacked(packNames(list));
        const meeting = meetingNames(names);
        const all = list.family.map((family, id) => comparableName(family, list.given[id]!));
        const found = alikePairs(meeting.map((id) => all[id]!));
        const expected = alikePairs(all);
        expect(found.map(({ a, b, likeness }) => ({ a: meeting[a]!, b: meeting[b]!, likeness }))).toEqual(
          expected,
        );
        pairs += expected.length;
        spared += all.length - meeting.length;
      }),
      { numRuns: 3000 },
    );
    // neither is the property empty nor does everybody meet
    expect(pairs).toBeGreaterThan(1000);
    expect(spared).toBeGreaterThan(1000);
  });

  it('are all of a crowd, so that it counts as one', () => {
    const crowd = Array.from(
      { length: 60 },
      (_, i) => `Wei${String.fromCharCode(97 + (i % 26)).repeat(1 + i / 26)}`,
    );
    const list = { family: Array<string>(61).fill('Wang'), given: ['W', ...crowd] };
    expect(meetingNames(namesOfPacked(packNames(list)))).toHaveLength(61);
  });

  it('are few where names have nothing in common', () => {
    const given = Array.from({ length: 26 }, (_, i) => `${String.fromCharCode(65 + i)}lex`);
    const list = { family: [...given.map(() => 'Wang'), 'Hu'], given: [...given, null] };
    expect(meetingNames(namesOfTexts(list))).toEqual([]);
  });
});
