/** The order of titles, worked out in small steps. */
import { readersCollator, wordsOf } from '../model/sort-by-name.ts';
import { eachOf, part, sorting, type Work } from '../model/work.ts';
import type { RecordTexts } from './record-texts.ts';

/** Reading so many titles takes about a millisecond. */
const TITLES_A_STEP = 512;
/** Of all the time, reading takes about so much. */
const READING = 0.3;

/** Each record's position by its title: the same as `alphabeticalRanks` of the titles. */
export function* rankingTitles({ title }: RecordTexts): Work<Uint32Array> {
  const keys = new Array<string>(title.length);
  const records = Uint32Array.from(keys.keys());
  yield* part(
    eachOf(records, TITLES_A_STEP, (record) => (keys[record] = wordsOf(title.at(record)))),
    0,
    READING,
  );
  const collator = readersCollator();
  const compare = (a: number, b: number) => collator.compare(keys[a]!, keys[b]!);
  const order = yield* part(sorting([...records], compare), READING, 1);
  const ranks = new Uint32Array(order.length);
  order.forEach((record, rank) => (ranks[record] = rank));
  return ranks;
}
