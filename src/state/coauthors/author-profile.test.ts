import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handCounted, PERSON } from '../../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { coauthorPairs } from '../../filter/coauthors/coauthorship.ts';
import { AUTHOR_FACET } from '../../model/dataset.ts';
import { authorProfile } from './author-profile.ts';
import { Explorer } from '../explorer.svelte.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

describe('an author’s profile', { timeout: BUSY_MACHINE_MS }, () => {
  it('counted by hand: two records, with Bo twice and with Cy once', () => {
    const explorer = new Explorer(handCounted);
    const { records, recordCount, links } = authorProfile(explorer, PERSON.ada);
    expect([records, recordCount]).toEqual([[0, 1], 2]);
    expect(links).toEqual([
      { author: PERSON.bo, records: 2, fractional: 1.5 },
      { author: PERSON.cy, records: 1, fractional: 0.5 },
    ]);
  });

  it('does not change with the authors’ own clause, and does with any other', () => {
    const explorer = new Explorer(handCounted);
    const before = authorProfile(explorer, PERSON.ada);
    explorer.toggleIncluded(AUTHOR_FACET, PERSON.cy);
    expect(authorProfile(explorer, PERSON.ada)).toEqual(before);
    explorer.setCompleteOnly(true);
    const after = authorProfile(explorer, PERSON.ada);
    expect(after.recordCount).toBe(2);
    expect(after.records).toEqual(
      before.records.filter((record) => explorer.engine().passesElsewhere(AUTHOR_FACET)(record)),
    );
  });

  it('has the links that all pairs have, and tags that a plain count finds', () => {
    fc.assert(
      fc.property(oddDataset, fc.nat(20), fc.boolean(), (dataset, pick, completeOnly) => {
        if (dataset.authors.family.length === 0) return;
        const author = pick % dataset.authors.family.length;
        const explorer = new Explorer(dataset);
        explorer.setCompleteOnly(completeOnly);
        const profile = authorProfile(explorer, author);
        const pairs = coauthorPairs(dataset.records, explorer.engine().passesElsewhere(AUTHOR_FACET));
        const expected = pairs.filter(({ a, b }) => a === author || b === author);
        expect(profile.links.length).toBe(expected.length);
        for (const { a, b, records, strengthFractional } of expected) {
          const link = profile.links.find((other) => other.author === (a === author ? b : a))!;
          expect(link.records).toBe(records);
          expect(link.fractional).toBeCloseTo(strengthFractional, 9);
        }
        expect(profile.records.length).toBe(explorer.countsFor(AUTHOR_FACET).records[author]);
        for (const { facet, nodes } of profile.tags) {
          for (const { node, records } of nodes) {
            const shown = profile.records.filter(
              (record) => explorer.engine().shownAmong(facet.id, Uint32Array.of(record))[node] === 1,
            );
            expect(records).toBe(shown.length);
          }
        }
      }),
    );
  });
});
