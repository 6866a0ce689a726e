/** Texts made comparable, so that the same thing written twice is seen to be the same. */

/** Unicode NFC, white space folded to single blanks, none at the ends. */
export function foldText(text: string): string {
  return isFolded(text) ? text : text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

const BLANK = 0x20;

/** Whether folding surely changes nothing: most texts, told without a copy. False says nothing. */
function isFolded(text: string): boolean {
  let before = BLANK;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BLANK ? before === BLANK : !isPlain(unit)) return false;
    before = unit;
  }
  return before !== BLANK || text === '';
}

/** Units that are no white space, and that NFC leaves alone beside any other of them. */
function isPlain(unit: number): boolean {
  if (unit < 0x300) return unit > BLANK && unit !== 0xa0;
  // dashes and quotation marks, small Greek letters, Chinese characters
  return (
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0x3b1 && unit <= 0x3c9) ||
    (unit >= 0x4e00 && unit <= 0x9fa5)
  );
}

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
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Whether a text holds a letter or a digit of any script. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Order by UTF-16 code units: the same on every machine, whatever its locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
