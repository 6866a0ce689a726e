/** The words of an ASCII name, as `comparableName` finds them, without a text being made. */
import type { TextBytes } from '../columns/text-store.ts';

/** Names are hashed unit by unit, after FNV-1a. */
export const HASH_START = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;

const LONGEST = 120;
const BAR = 0x7c;
const APOSTROPHE = 0x27;
const BACKTICK = 0x60;

/** What of a byte is compared: the small form of a letter, or a digit; 1 for what parts words, 0 for what does not. */
const [PARTS, NOTHING] = [1, 0];
const LETTER = Uint8Array.from({ length: 128 }, (_, byte) => {
  if (byte >= 0x41 && byte <= 0x5a) return byte + 0x20;
  if ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39)) return byte;
  return byte === APOSTROPHE || byte === BACKTICK ? NOTHING : PARTS;
});

/** One name at a time; its parts are good until the next is read. */
export class NameWords {
  /** The letters and digits of the family name, then those of the given name. */
  readonly letters = new Uint8Array(2 * LONGEST);
  /** Where each word ends in {@link letters}; words of the family name come first. */
  readonly wordEnd = new Uint8Array(2 * LONGEST);
  familyWords = 0;
  wordCount = 0;
  suffix = '';
  /** Of "family|given" with the suffix where it stands. */
  wholeHash = 0;
  #length = 0;

  /** Reads a name; false where it is long or has a character outside of ASCII. */
  read(family: TextBytes, given: TextBytes | null): boolean {
    this.#length = this.wordCount = 0;
    if (!this.#addWords(family)) return false;
    this.familyWords = this.wordCount;
    const familyEnd = this.#length;
    if (given !== null) {
      if (isInitials(given) && hasSmallLetter(family)) this.#addInitials(given);
      else if (!this.#addWords(given)) return false;
    }
    this.#hashWhole(familyEnd);
    this.#takeSuffixes(familyEnd);
    return true;
  }

  #addWords({ bytes, from, end }: TextBytes): boolean {
    if (end - from > LONGEST) return false;
    let start = this.#length;
    for (let i = from; i < end; i++) {
      const byte = bytes[i]!;
      if (byte >= 0x80) return false;
      const letter = LETTER[byte]!;
      if (letter > PARTS) this.letters[this.#length++] = letter;
      else if (letter === PARTS) start = this.#endWord(start);
    }
    this.#endWord(start);
    return true;
  }

  #endWord(start: number): number {
    if (this.#length > start) this.wordEnd[this.wordCount++] = this.#length;
    return this.#length;
  }

  /** "XY" as "X Y". */
  #addInitials({ bytes, from, end }: TextBytes): void {
    for (let i = from; i < end; i++) {
      this.letters[this.#length++] = bytes[i]! + 0x20;
      this.wordEnd[this.wordCount++] = this.#length;
    }
  }

  #hashWhole(familyEnd: number): void {
    let hash = HASH_START;
    for (let i = 0; i <= this.#length; i++) {
      if (i === familyEnd) hash = Math.imul(hash ^ BAR, HASH_FACTOR);
      if (i < this.#length) hash = Math.imul(hash ^ this.letters[i]!, HASH_FACTOR);
    }
    this.wholeHash = hash;
  }

  /** Takes "Jr" and the like from the end of the family name or else of the given one, where words stand before. */
  #takeSuffixes(familyEnd: number): void {
    const { familyWords } = this;
    this.suffix = familyWords > 1 ? this.#suffixAt(familyWords - 1) : '';
    if (this.suffix !== '') {
      const { length } = this.suffix;
      this.letters.copyWithin(familyEnd - length, familyEnd, this.#length);
      for (let word = familyWords; word < this.wordCount; word++) {
        this.wordEnd[word - 1] = this.wordEnd[word]! - length;
      }
      this.familyWords--;
    } else if (this.wordCount - familyWords > 1) this.suffix = this.#suffixAt(this.wordCount - 1);
    if (this.suffix !== '') this.wordCount--;
  }

  #suffixAt(word: number): string {
    const from = word === 0 ? 0 : this.wordEnd[word - 1]!;
    const end = this.wordEnd[word]!;
    const [first, second] = [this.letters[from]!, this.letters[from + 1]!];
    if (end - from === 2) {
      if (second === R) return first === J ? 'jr' : first === S ? 'sr' : '';
      return first !== I ? '' : second === I ? 'ii' : second === V ? 'iv' : '';
    }
    const isThird = end - from === 3 && first === I && second === I && this.letters[from + 2] === I;
    return isThird ? 'iii' : '';
  }
}

const [I, J, R, S, V] = [0x69, 0x6a, 0x72, 0x73, 0x76];

/** Two or three capitals. */
function isInitials({ bytes, from, end }: TextBytes): boolean {
  if (end - from < 2 || end - from > 3) return false;
  for (let i = from; i < end; i++) if (bytes[i]! < 0x41 || bytes[i]! > 0x5a) return false;
  return true;
}

function hasSmallLetter({ bytes, from, end }: TextBytes): boolean {
  for (let i = from; i < end; i++) if (bytes[i]! >= 0x61 && bytes[i]! <= 0x7a) return true;
  return false;
}
