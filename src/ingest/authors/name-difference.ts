/** In what two spellings of one name differ, in words. */

/** "accents", "capitals and hyphens, stops or blanks"; of names that are alike but for these. */
export function differenceInWords(a: string, b: string): string {
  const [lettersA, lettersB] = [lettersOf(a), lettersOf(b)];
  const found: string[] = [];
  if (lettersA.toLowerCase() !== lettersB.toLowerCase()) found.push('accents');
  else if (lettersA !== lettersB) found.push('capitals');
  if (signsOf(a) !== signsOf(b)) found.push('hyphens, stops or blanks');
  return found.length === 0 ? 'letters that look alike' : found.join(' and ');
}

const LETTERS = /[\p{L}\p{M}\p{N}]+/gu;
const lettersOf = (text: string) => (text.normalize('NFC').match(LETTERS) ?? []).join('');
const signsOf = (text: string) => text.replace(LETTERS, '');
