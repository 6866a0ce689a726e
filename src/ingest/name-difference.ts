/** In what two spellings of one name differ, in words. */
import { wordsOf } from './author-likeness.ts';

/** "accents", "capitals and hyphens or blanks"; of names that are alike but for these. */
export function differenceInWords(a: string, b: string): string {
  const [lettersA, lettersB] = [lettersOf(a), lettersOf(b)];
  const found: string[] = [];
  if (lettersA.toLowerCase() !== lettersB.toLowerCase()) found.push('accents');
  else if (lettersA !== lettersB) found.push('capitals');
  if (wordsOf(a).join(' ') !== wordsOf(b).join(' ')) found.push('hyphens or blanks');
  return found.length === 0 ? 'punctuation' : found.join(' and ');
}

const lettersOf = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
