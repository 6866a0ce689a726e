/** Every short cut of reading gives what the long way gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dedupe } from '../../src/ingest/records/dedupe.ts';
import { editDistance, leastDistance, letterKinds } from '../../src/ingest/places/edit-distance.ts';
import { FirstPlaces } from '../../src/ingest/columns/first-places.ts';
import { Hash53 } from '../../src/ingest/columns/hash53.ts';
import { sortTags } from '../../src/ingest/assemble/aggregate.ts';
import { lineCosts } from '../../src/ingest/lines/line-kinds.ts';
import type { ParsedRecord } from '../../src/ingest/parsed-record.ts';
import { namesWithin, placeKey } from '../../src/ingest/places/place-key.ts';
import { hash53 } from '../../src/ingest/records/record-id.ts';
import { splitRun, splitRunPlainly } from '../../src/ingest/lines/split-runs.ts';
import { isTagLike, readTagLine } from '../../src/ingest/tags/tag-line.ts';
import { TagReader } from '../../src/ingest/tags/tag-reader.ts';
import { tellByCost, tellFacets } from '../../src/ingest/tags/tell-facets.ts';
import { foldText, textKey } from '../../src/ingest/columns/text-keys.ts';
import { addTitleKey, titleKey } from '../../src/ingest/columns/title-key.ts';
import { plainLineCosts } from './plain-line-costs.ts';

import { oddText as text, RUNS, tagLine, PATHS } from './odd-texts.ts';

describe('texts', () => {
  it('are folded as by normalising all', () => {
    const plainly = (each: string) => each.normalize('NFC').replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(text, (each) => {
        expect(foldText(each)).toBe(plainly(each));
      }),
      RUNS,
    );
    for (let unit = 0; unit < 0x10000; unit++) {
      for (const each of [`a${String.fromCharCode(unit)}b`, `é${String.fromCharCode(unit)}`]) {
        if (foldText(each) !== plainly(each)) throw new Error(`unit ${unit.toString(16)}`);
      }
    }
  });

  it('have the keys that case folding of all gives', () => {
    const plainly = (each: string) => {
      const small = each.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');
      return small.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
    };
    fc.assert(
      fc.property(text, (each) => {
        expect(textKey(each)).toBe(plainly(each));
        const hash = new Hash53();
        addTitleKey(hash, each);
        expect(hash.value()).toBe(hash53(titleKey(each)));
      }),
      RUNS,
    );
  });

  it('have the place keys that folding of all gives', () => {
    fc.assert(
      fc.property(text, (each) => {
        // a letter that folds to nothing sends the name the long way
        expect(placeKey(each)).toBe(placeKey(`${each}\u0301`));
      }),
      RUNS,
    );
  });

  it('hold the names that taking every text apart finds', () => {
    const plainly = (each: string) => {
      const bracket = /^(.*?)\s*\(([^)]*)\)\s*$/.exec(each)?.slice(1) ?? [];
      const parts = [each, ...bracket];
      const all = new Set([...parts, ...parts.flatMap((part) => part.split(/\s*[/,]\s*/))]);
      return [...all].filter((part) => part.trim() !== '');
    };
    const written = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '(', ')', '/', ','), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(text, written), (each) => {
        expect(namesWithin(each)).toEqual(plainly(each));
      }),
      RUNS,
    );
  });

  it('are as far apart as the table of all letters says', () => {
    const plainly = (a: string, b: string): number => {
      if (a === '' || b === '') return a.length + b.length;
      const same = a[0] === b[0] ? 0 : 1;
      const [restA, restB] = [a.slice(1), b.slice(1)];
      return Math.min(plainly(restA, restB) + same, plainly(restA, b) + 1, plainly(a, restB) + 1);
    };
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(plainly(a, b), limit + 1));
        expect(leastDistance(letterKinds(a), letterKinds(b))).toBeLessThanOrEqual(plainly(a, b));
      }),
    );
  });
});

describe('lines', () => {
  it('cost what asking every part says', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(lineCosts(each)).toEqual(plainLineCosts(each));
      }),
      { numRuns: 10_000 },
    );
  });

  it('are cut into records as by the general method', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (lines) => {
        expect(splitRun(lines)).toEqual(splitRunPlainly(lines));
      }),
      RUNS,
    );
  });
});

describe('tags', () => {
  it('begin as the pattern says', () => {
    fc.assert(
      fc.property(tagLine, (line) => {
        expect(isTagLike(line)).toBe(/^\s*- /.test(line));
      }),
      RUNS,
    );
  });

  it('are read as without a memory, and equal paths are one list', () => {
    fc.assert(
      fc.property(fc.array(tagLine), (lines) => {
        const reader = new TagReader();
        const listByKey = new Map<string, readonly string[]>();
        for (const line of [...lines, ...lines].filter(isTagLike)) {
          const { tag } = reader.read(line);
          expect(tag).toEqual(readTagLine(line));
          if (tag.kind !== 'tag') continue;
          const key = tag.path.join('\n');
          expect(listByKey.get(key) ?? tag.path).toBe(tag.path);
          listByKey.set(key, tag.path);
        }
      }),
    );
  });

  it('stand by concept as a stable sort puts them', () => {
    const tag = fc.tuple(fc.nat(9), fc.nat(100));
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 40 }), fc.nat(3), (tags, before) => {
        const concept = Uint32Array.of(...Array<number>(before).fill(99), ...tags.map(([id]) => id));
        const score = Uint8Array.of(...Array<number>(before).fill(7), ...tags.map(([, each]) => each));
        sortTags(concept, score, before, concept.length);
        const sorted = [...tags].sort(([a], [b]) => a - b);
        expect([...concept.subarray(before)]).toEqual(sorted.map(([id]) => id));
        expect([...score.subarray(before)]).toEqual(sorted.map(([, each]) => each));
        expect([...concept.subarray(0, before)]).toEqual(Array<number>(before).fill(99));
      }),
    );
  });

  it('have the facets that the cost of every reading tells', () => {
    const tag = fc.record({
      path: fc.constantFrom(...PATHS).map((path) => path.split(' > ')),
      score: fc.constantFrom(10, 50, 90, undefined),
      afterMore: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 7 }), (tags) => {
        expect(tellFacets(tags)).toEqual(tellByCost(tags));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('duplicates', () => {
  it('are those that comparing every pair of records finds', () => {
    const record = fc
      .tuple(fc.constantFrom('A b', 'a B!', 'Ä', '?', 'c'), fc.constantFrom('', 'X.', 'y'), fc.nat(3))
      .map(([title, abstract, by]): Omit<ParsedRecord, 'passage'> => {
        const authors = ['P', 'Q']
          .filter((_, i) => (by >> i) % 2 === 1)
          .map((family) => ({ family, given: null }));
        return { title, abstract, authors, facets: {} };
      });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), (parts) => {
        const records = parts.map((each, i) => ({
          ...each,
          passage: { file: 0, first: i + 1, last: i + 1 },
        }));
        const group = records.map((_, i) => i);
        for (let round = 0; round < records.length; round++) {
          records.forEach((a, i) =>
            records.forEach((b, j) => {
              if (isLike(a, b)) group[i] = group[j] = Math.min(group[i]!, group[j]!);
            }),
          );
        }
        const expected = [...new Set(group)].map((root) => records.filter((_, i) => group[i] === root));
        expect(dedupe(records).records.map(({ passages }) => passages)).toEqual(
          expected.map((copies) => copies.map(({ passage }) => passage)),
        );
      }),
      RUNS,
    );
  });
});

function isLike(a: ParsedRecord, b: ParsedRecord): boolean {
  if (titleKey(a.title) !== titleKey(b.title)) return false;
  const names = ({ authors }: ParsedRecord) => authors.map(({ family }) => family).join();
  const sameAuthors = names(a) === names(b) && a.authors.length > 0;
  return sameAuthors || (textKey(a.abstract) === textKey(b.abstract) && textKey(a.abstract) !== '');
}

describe('first places', () => {
  it('are those that a map remembers', () => {
    const number = fc.oneof(
      fc.nat(20),
      fc.maxSafeNat(),
      fc.nat(3).map((each) => 2 ** 32 * each),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 60 }), (numbers) => {
        const places = new FirstPlaces(numbers.length);
        const found = numbers.map((each, i) => places.firstOf(each, i));
        expect(found).toEqual(numbers.map((each) => numbers.indexOf(each)));
      }),
    );
  });
});
