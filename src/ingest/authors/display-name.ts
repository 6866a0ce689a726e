/** A name as it is spoken, "Ludwig van Beethoven", as family and given name. */
import { foldText, hasWord } from '../columns/text-keys.ts';
import type { ParsedAuthor } from '../parsed-author.ts';

/** What stands behind a family name and belongs to it. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** "Martin Luther King, Jr.": behind the comma stands no given name. */
const SUFFIX_AT_END = /^[^,]* [^,]*, *(?:jr|sr|ii|iii|iv)\.?$/i;
/** "van", "de la", "al-": what is written small before a family name belongs to it. */
const isParticle = (word: string) => word === word.toLowerCase() && word !== word.toUpperCase();

/**
 * "Family, Given" is taken as it stands; else the last word is the family name, with the small words before it and with
 * what follows it ("Jr."). One word alone, and a name without blanks, is a single name.
 * @returns undefined where the text has no letter and no digit
 */
export function authorOfDisplayName(text: string): ParsedAuthor | undefined {
  const name = foldText(text);
  if (!hasWord(name)) return undefined;
  const comma = SUFFIX_AT_END.test(name) ? -1 : name.indexOf(',');
  if (comma > 0 && hasWord(name.slice(0, comma)) && hasWord(name.slice(comma + 1))) {
    return { family: plain(name.slice(0, comma)), given: plain(name.slice(comma + 1)) };
  }
  const words = plain(name).split(' ');
  let first = words.length - 1;
  while (first > 1 && SUFFIX.test(words[first]!)) first--;
  while (first > 1 && isParticle(words[first - 1]!)) first--;
  if (first === 0) return { family: words.join(' '), given: null };
  return { family: words.slice(first).join(' '), given: words.slice(0, first).join(' ') };
}

/** A comma stands between the two names, and nowhere else. */
const plain = (part: string) => foldText(part.replaceAll(',', ' '));
