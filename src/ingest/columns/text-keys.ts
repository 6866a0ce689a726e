/** Texts made comparable, so that the same thing written twice is seen to be the same. */

/** Unicode NFC, white space folded to single blanks, none at the ends. */
export function foldText(text: string): string {
  return isFolded(text) ? text : text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** With a capital at the beginning, as a name of its own. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether folding surely changes nothing: most texts, told without a copy. False says nothing. */
function isFolded(text: string): boolean {
  if (text.startsWith(' ') || text.endsWith(' ')) return false;
  return !UNSURE.test(text) && !text.includes('  ');
}

/**
 * Units that may be white space other than a blank, or that NFC may change beside others. Left out are those below
 * U+0300, dashes and quotation marks, small Greek letters, Chinese characters.
 */
const UNSURE = /[^ -\u009f\u00a1-\u02ff\u2010-\u2027\u03b1-\u03c9\u4e00-\u9fa5]/;

/** For telling whether two texts say the same: NFKC, case folded, only letters, marks and digits kept. */
export function textKey(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** Whether a text has ASCII characters only. */
export function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** Whether a text holds a letter or a digit of any script. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Order by UTF-16 code units: the same on every machine, whatever its locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
