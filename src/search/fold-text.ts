/** Texts as they are compared: no case, no diacritics. */

/** Letters that Unicode does not take apart, as one types them without their strokes. */
const PLAIN_LETTERS: Readonly<Partial<Record<string, string>>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

const ASCII = /^[\0-\x7f]*$/;

/** The text without case and diacritics. */
export function folded(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : foldedAny(text);
}

/** The same for any text, more slowly. */
export function foldedAny(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[øłđðħŧıßæœþ]/g, (letter) => PLAIN_LETTERS[letter]!);
}
