/** Whether two names may be one person's, by the names alone. */
import { byCodeUnits, isAscii } from '../columns/text-keys.ts';

/** A name as it is compared. */
export interface ComparableName {
  /** Family name without case, marks, blanks and punctuation. */
  readonly family: string;
  /** The words of the given name, folded; initials are words of one letter. Empty for a group or a single name. */
  readonly given: readonly string[];
  /** "jr", "sr", "ii", "iii", "iv" or "". */
  readonly suffix: string;
  /** Family and given name and suffix, each without blanks and punctuation: "muller|jeanpierre|". */
  readonly spelling: string;
  /** The same with umlauts written out: ü as ue. */
  readonly writtenOut: string;
  /** All words of the name in order of code units; "" for fewer than two, or where none but one is longer than a letter. */
  readonly words: string;
}

/**
 * What two names have in common: all but case, marks and punctuation; all but an umlaut written out; the same words in
 * another order; a middle name that one leaves out or shortens; initials against a fuller name.
 */
export type Likeness = 'spelling' | 'umlaut' | 'order' | 'middle' | 'initials';

/** Letters that Unicode does not take apart, as one types them. */
const PLAIN: Readonly<Partial<Record<string, string>>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const WRITTEN_OUT: Readonly<Partial<Record<string, string>>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
};
const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** Given names of more words are compared by their spelling and their words only. */
export const MOST_GIVEN = 4;

/** Makes a name comparable. */
export function comparableName(family: string, given: string | null): ComparableName {
  const familyWords = wordsOf(family);
  const givenWords = given === null ? [] : wordsOf(spacedInitials(given, family));
  const suffix = takeSuffix(familyWords) || takeSuffix(givenWords);
  const words = [...familyWords, ...givenWords].sort(byCodeUnits);
  return {
    family: familyWords.join(''),
    given: givenWords,
    suffix,
    spelling: `${familyWords.join('')}|${givenWords.join('')}|${suffix}`,
    writtenOut: `${wordsOf(writtenOut(family)).join('')}|${wordsOf(writtenOut(given ?? '')).join('')}`,
    words:
      words.length > 1 && words.filter((word) => word.length > 1).length > 1
        ? `${words.join(' ')}|${suffix}`
        : '',
  };
}

/** Words without case, marks and punctuation; an apostrophe does not part words. */
function wordsOf(text: string): string[] {
  if (isAscii(text))
    return (
      text
        .toLowerCase()
        .replace(/['`]/g, '')
        .match(/[a-z0-9]+/g) ?? []
    );
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʻʼ`´]/gu, '')
    .toLowerCase()
    .replace(/[øłđðħıßæœþ]/g, (letter) => PLAIN[letter]!);
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** "XY" as "X Y" where it stands for initials: two or three capitals beside a family name that has small letters. */
function spacedInitials(given: string, family: string): string {
  return /^\p{Lu}{2,3}$/u.test(given) && /\p{Ll}/u.test(family) ? Array.from(given).join(' ') : given;
}

/** Takes "Jr" and the like from the end of a name of several words; "" where there is none. */
function takeSuffix(words: string[]): string {
  const last = words.at(-1);
  if (words.length < 2 || last === undefined || !SUFFIXES.has(last)) return '';
  words.pop();
  return last;
}

function writtenOut(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/g, (letter) => WRITTEN_OUT[letter]!);
}

/** What two names have in common that speaks for one person, or undefined. The order of the two does not matter. */
export function likenessOf(a: ComparableName, b: ComparableName): Likeness | undefined {
  if (a.family === '' || b.family === '') return undefined;
  if (a.spelling === b.spelling) return 'spelling';
  // father and son
  if (a.suffix !== b.suffix) return undefined;
  if (a.writtenOut === b.writtenOut) return 'umlaut';
  if (a.words !== '' && a.words === b.words) return 'order';
  if (a.family !== b.family) return undefined;
  if (isShortFor(a.given, b.given) || isShortFor(b.given, a.given)) {
    const first = [a.given[0]!, b.given[0]!];
    return first[0] === first[1] && first[0]!.length > 1 ? 'middle' : 'initials';
  }
  return undefined;
}

/** Whether each word of the shorter given name, from the first on, is the other's word or its initial. */
export function isShortFor(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 0 || short.length > long.length || long.length > MOST_GIVEN) return false;
  return short.every((word, i) => word === long[i] || word === initialOf(long[i]!));
}

/** The first character of a word. */
function initialOf(word: string): string {
  return String.fromCodePoint(word.codePointAt(0)!);
}

/** Every given name that is short for this one, itself left out: what {@link isShortFor} would say yes to. */
export function shortenings(given: readonly string[]): string[][] {
  if (given.length === 0 || given.length > MOST_GIVEN) return [];
  const found: string[][] = [];
  let begun: string[][] = [[]];
  for (const word of given) {
    const initial = initialOf(word);
    const choices = initial === word ? [word] : [word, initial];
    begun = begun.flatMap((start) => choices.map((choice) => [...start, choice]));
    found.push(...begun);
  }
  const whole = given.join(' ');
  return found.filter((each) => each.join(' ') !== whole);
}
