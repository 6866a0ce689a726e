/** Seeded queries for measuring a search: words and beginnings of words of titles, names and abstracts, one to three of them. */
import { namesOf, type RecordTexts } from '../../src/search/record-texts.ts';
import { oneOf, uniform, zipf } from '../../tests/filter/seeded-random.ts';
import { syntheticWord } from '../../tests/filter/synthetic-texts.ts';

/**
 * Queries as one types them; half of them are not typed to their end.
 * @param texts of a synthetic dataset with long abstracts
 */
export function searchQueries(texts: RecordTexts, count: number, seed: number): string[] {
  const random = uniform(seed);
  const rank = zipf(random, 60_000, 0.7);
  const record = () => Math.floor(random() * texts.title.length);
  const sources = [
    () => oneOf(random, texts.title.at(record()).split(' ')),
    () => oneOf(random, oneOf(random, namesOf(texts, record())).split(' ')),
    () => syntheticWord(rank()),
  ];
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 1 + Math.floor(random() * 3) }, () => oneOf(random, sources)());
    const last = words.length - 1;
    if (random() < 0.5) words[last] = words[last]!.slice(0, 1 + Math.floor(random() * 4));
    return words.join(' ');
  });
}
