/** Ids that stay the same when a dataset is rebuilt, so that a link to a record survives. */
import { authorKeyOf, type ParsedAuthor } from '../parsed-author.ts';
import { FirstPlaces } from '../columns/first-places.ts';
import { Hash53 } from '../columns/hash53.ts';
import { TextColumn, TextStore } from '../columns/text-store.ts';
import { addTitleKey } from '../columns/title-key.ts';

const ID_LENGTH = 10;
const ID_COUNT = 36 ** ID_LENGTH;
const COMMA = 0x2c;
/** Stands before each author. */
export const NEWLINE = 10;

/** Ten characters of base 36, from the normalised title and the byline. */
export function recordId(title: string, authors: readonly ParsedAuthor[]): string {
  return idText(recordIdNumber(title, authors));
}

/** The number that {@link recordId} writes. */
export function recordIdNumber(title: string, authors: readonly ParsedAuthor[]): number {
  const hash = new Hash53();
  addTitleKey(hash, title);
  for (const author of authors) {
    hash.addUnit(NEWLINE);
    hash.addText(authorKeyOf(author));
  }
  return idNumber(hash);
}

/** Adds an author's key to a hash, of "Family, Given" or "Family" in well-formed UTF-8. */
export function addAuthorBytes(hash: Hash53, bytes: Uint8Array, from: number, end: number): void {
  let comma = from;
  while (comma < end && bytes[comma] !== COMMA) comma++;
  hash.addUtf8(bytes, from, comma);
  if (comma === end) return;
  hash.addUnit(0);
  hash.addUtf8(bytes, comma + 2, end);
}

/** The number that an id writes; whole, from 0. */
export const idNumber = (hash: Hash53) => hash.value() % ID_COUNT;

/** An id as it is written. */
export const idText = (number: number) => number.toString(36).padStart(ID_LENGTH, '0');

/** Gives equal ids a suffix "-2", "-3", … in their order. */
export function distinctIds(ids: readonly string[]): string[] {
  const countById = new Map<string, number>();
  return ids.map((id) => {
    const count = (countById.get(id) ?? 0) + 1;
    countById.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}

/** The ids of these numbers as {@link idText} and {@link distinctIds} give them. */
export function packIds(numbers: Float64Array): TextColumn {
  const store = new TextStore({ layout: 'lines', capacity: numbers.length });
  const places = new FirstPlaces(numbers.length);
  const countByFirst = new Map<number, number>();
  const bytes = new Uint8Array(ID_LENGTH);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    const first = places.firstOf(number, i);
    if (first === i) {
      writeId(number, bytes);
      store.addPlain(bytes, 0, ID_LENGTH);
      continue;
    }
    const count = (countByFirst.get(first) ?? 1) + 1;
    countByFirst.set(first, count);
    store.addText(`${idText(number)}-${count}`);
  }
  return new TextColumn(store);
}

const HALF = 36 ** (ID_LENGTH / 2);

/** Both halves fit whole numbers of 32 bits. */
function writeId(number: number, bytes: Uint8Array): void {
  const high = Math.floor(number / HALF);
  writeHalf(high, bytes, 0);
  writeHalf(number - high * HALF, bytes, ID_LENGTH / 2);
}

function writeHalf(half: number, bytes: Uint8Array, from: number): void {
  let rest = half;
  for (let at = from + ID_LENGTH / 2 - 1; at >= from; at--) {
    const next = Math.floor(rest / 36);
    const digit = rest - 36 * next;
    bytes[at] = digit < 10 ? 0x30 + digit : 0x57 + digit;
    rest = next;
  }
}

/** The hash of a whole text. */
export function hash53(text: string): number {
  const hash = new Hash53();
  hash.addText(text);
  return hash.value();
}
