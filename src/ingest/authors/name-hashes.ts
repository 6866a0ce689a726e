/**
 * Hashes of what names are compared by: equal keys have equal hashes, so that names whose hashes meet no other's are
 * like no other name. Most names are hashed from their bytes.
 */
import type { AuthorNames } from './author-names.ts';
import { comparableName } from './author-likeness.ts';
import { Int32Column, Uint32Column } from '../columns/columns.ts';
import { HASH_FACTOR, HASH_START, NameWords } from './name-words.ts';

const BAR = 0x7c;

/** Stands for the hash of a name of too few words. */
export const NO_WORDS = 0;

/** By author. The keys are those of `ComparableName`. */
export class NameHashes {
  readonly spelling: Int32Array;
  readonly writtenOut: Int32Array;
  /** Of the words in any order; {@link NO_WORDS} where they are too few. */
  readonly words: Int32Array;
  /** Of the family name and the suffix, for {@link givenHash} to go on from. */
  readonly family: Int32Array;
  /** The words of author a's given name: in both columns from `givenStart[a]` up to (not with) `givenStart[a + 1]`. */
  readonly givenStart: Uint32Column;
  readonly givenWord = new Int32Column();
  readonly givenInitial = new Int32Column();
  readonly #parts = new NameWords();

  constructor(names: AuthorNames) {
    const { length } = names;
    this.spelling = new Int32Array(length);
    this.writtenOut = new Int32Array(length);
    this.words = new Int32Array(length);
    this.family = new Int32Array(length);
    this.givenStart = new Uint32Column(length + 1);
    this.givenStart.push(0);
    for (let author = 0; author < length; author++) {
      const bytes = names.bytes(author);
      if (bytes === undefined || !this.#parts.read(...bytes)) this.#addText(names, author);
      else this.#addWords(author, this.#parts);
      this.givenStart.push(this.givenWord.length);
    }
  }

  #addText(names: AuthorNames, author: number): void {
    const { family, given, suffix, spelling, writtenOut, words } = comparableName(
      names.family(author),
      names.given(author),
    );
    this.spelling[author] = hashText(HASH_START, spelling);
    this.writtenOut[author] = hashText(hashText(HASH_START, writtenOut), `|${suffix}`);
    if (words !== '') this.words[author] = wordsHash(words) || 1;
    this.family[author] = hashText(HASH_START, `${family}|${suffix}`);
    for (const word of given) {
      this.givenWord.push(hashText(HASH_START, word));
      this.givenInitial.push(hashText(HASH_START, String.fromCodePoint(word.codePointAt(0)!)));
    }
  }

  #addWords(author: number, parts: NameWords): void {
    const { letters, wordEnd, familyWords, wordCount, suffix } = parts;
    const familyEnd = familyWords === 0 ? 0 : wordEnd[familyWords - 1]!;
    const givenEnd = wordCount === 0 ? 0 : wordEnd[wordCount - 1]!;
    const family = hashBytes(HASH_START, letters, 0, familyEnd);
    const spelling = hashBytes(hashUnit(family, BAR), letters, familyEnd, givenEnd);
    const end = `|${suffix}`;
    this.spelling[author] = hashText(spelling, end);
    this.writtenOut[author] = hashText(parts.wholeHash, end);
    this.family[author] = hashText(family, end);
    let sum = 0;
    let long = 0;
    for (let word = 0; word < wordCount; word++) {
      const from = word === 0 ? 0 : wordEnd[word - 1]!;
      const hash = hashBytes(HASH_START, letters, from, wordEnd[word]!);
      if (wordEnd[word]! - from > 1) long++;
      sum = (sum + mixed(hash)) | 0;
      if (word < familyWords) continue;
      this.givenWord.push(hash);
      this.givenInitial.push(hashUnit(HASH_START, letters[from]!));
    }
    if (long > 1) this.words[author] = hashText(sum, end) || 1;
  }
}

/** The hash of a name whose given name so far has the hash `before`, and this word next. */
export const givenHash = (before: number, word: number) => mixed(Math.imul(before ^ word, HASH_FACTOR));

/** Of "word word|suffix". */
function wordsHash(words: string): number {
  const bar = words.indexOf('|');
  let sum = 0;
  for (const word of words.slice(0, bar).split(' ')) sum = (sum + mixed(hashText(HASH_START, word))) | 0;
  return hashText(sum, words.slice(bar));
}

const hashUnit = (hash: number, unit: number) => Math.imul(hash ^ unit, HASH_FACTOR);

function hashText(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = hashUnit(hash, text.charCodeAt(i));
  return hash;
}

function hashBytes(hash: number, bytes: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end; i++) hash = hashUnit(hash, bytes[i]!);
  return hash;
}

/** Spreads what differs in few bits. */
function mixed(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return spread ^ (spread >>> 12);
}
