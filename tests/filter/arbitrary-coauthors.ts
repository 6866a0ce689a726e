/** Anything that can be asked of a co-author graph, for tests. */
import fc from 'fast-check';
import {
  PAIR_AUTHORS_LEAST,
  PAIR_AUTHORS_MOST,
  type CoauthorSettings,
} from '../../src/share/coauthor-settings.ts';

/** Settings over a dataset with so many authors. */
export function arbitraryCoauthors(authorCount: number): fc.Arbitrary<CoauthorSettings> {
  return fc.record({
    around: authorCount === 0 ? fc.constant(null) : fc.option(fc.nat(authorCount - 1)),
    steps: fc.constantFrom(1, 2),
    strength: fc.constantFrom('full', 'fractional'),
    minStrength: fc.oneof(
      fc.nat(100_000),
      fc.nat(1_000_000).map((thousandths) => thousandths / 1000),
    ),
    hideAlone: fc.boolean(),
    maxPairAuthors: fc.integer({ min: PAIR_AUTHORS_LEAST, max: PAIR_AUTHORS_MOST }),
    color: fc.constantFrom('community', 'place', 'topic'),
  });
}
