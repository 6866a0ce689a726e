/** Seeded abstracts of a natural length, for measures in which the amount and the mix of text count. */
import type { Dataset } from '../../src/model/dataset.ts';
import { uniform, zipf } from './seeded-random.ts';
import { packTexts } from '../../src/model/codec/pack-texts.ts';

/** Distinct made-up words; their frequencies follow Zipf's law, as those of a language do. */
const VOCABULARY = 60_000;
const SYLLABLES = 'ba ce di fo gu ka le mi no pu ra se ti vo xa ze the ing con pre ver ist net mod'.split(
  ' ',
);

/** The word of a rank: frequent ones are short; no two ranks share one. */
export function syntheticWord(rank: number): string {
  let word = '';
  for (let rest = rank; ; rest = Math.floor(rest / SYLLABLES.length) - 1) {
    word = SYLLABLES[rest % SYLLABLES.length]! + word;
    if (rest < SYLLABLES.length) return word;
  }
}

/**
 * The dataset with an abstract of 80 to 220 words for each record, about 1,000 characters, which begins with the
 * abstract that it had.
 * @param seed a whole number; the same dataset and seed give the same texts
 */
export function withLongAbstracts(dataset: Dataset, seed: number): Dataset {
  const random = uniform(seed);
  const draw = zipf(random, VOCABULARY, 1);
  const words = Array.from({ length: VOCABULARY }, (_, rank) => syntheticWord(rank));
  const abstracts = [...dataset.records.abstract].map((start) => {
    const drawn = Array.from({ length: 80 + Math.floor(140 * random()) }, () => words[draw()]!);
    return `${start} ${drawn.join(' ')}.`;
  });
  return { ...dataset, records: { ...dataset.records, abstract: packTexts(abstracts) } };
}
