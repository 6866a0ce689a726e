/** What the bytes of one line tell without a text being made of them. Lines are well-formed UTF-8. */

/** The line is as folding leaves it: single blanks, none at the ends, no character that NFC may change. */
export const FOLDED = 1;
/** It has a quotation mark or a backslash, which JSON escapes. */
export const ESCAPED = 2;
/** It has a byte outside of ASCII. */
export const WIDE = 4;
/** It has a full stop, a question mark or an exclamation mark. */
export const STOP = 8;
/** It has a comma. */
export const COMMA = 16;
/** After a comma, with or without a blank between, stands "null". */
export const NULL = 32;

const BLANK = 0x20;
const COMMA_BYTE = 0x2c;
/** Bits of a byte's class: those above but {@link FOLDED}, {@link NULL}, and these. */
const IS_BLANK = 1;
const IS_CONTROL = 64;

const CLASS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === BLANK) return IS_BLANK;
  if (byte < BLANK) return IS_CONTROL;
  if (byte >= 0x80) return WIDE;
  if (byte === 0x22 || byte === 0x5c) return ESCAPED;
  if (byte === COMMA_BYTE) return COMMA;
  return byte === 0x2e || byte === 0x3f || byte === 0x21 ? STOP : 0;
});

/** Of two bytes that stand together: classes of either, and where there are blanks. Two at a time take half as long. */
const TWINS = 1;
const BEGINS_BLANK = 32;
const ENDS_BLANK = 128;

/** {@link TWINS} where a blank stands at the end of what is before, and at the beginning of what comes next. */
const twinBetween = (before: number, next: number) => ((before >> 2) & next & BEGINS_BLANK) >> 5;

const single = (byte: number) => {
  const kind = CLASS[byte]!;
  return kind === IS_BLANK ? BEGINS_BLANK | ENDS_BLANK : kind;
};

/** By two bytes as this machine reads them as one number. */
const PAIR_CLASS = (() => {
  const classes = new Uint8Array(1 << 16);
  const both = new Uint8Array(2);
  const number = new Uint16Array(both.buffer);
  for (let first = 0; first < 256; first++) {
    for (let second = 0; second < 256; second++) {
      both[0] = first;
      both[1] = second;
      const [a, b] = [single(first), single(second)];
      classes[number[0]!] = (a & ~ENDS_BLANK) | (b & ~BEGINS_BLANK) | twinBetween(a, b);
    }
  }
  return classes;
})();

/** The flags of the line from `from` (included) to `end` (excluded). */
export function scanLine(bytes: Uint8Array, from: number, end: number): number {
  const pairs = pairsOf(bytes);
  const shift = bytes.byteOffset;
  let seen = 0;
  let afterComma = 0;
  // as if a blank stood before, so that a blank at the beginning is a twin
  let before = ENDS_BLANK;
  let i = from;
  if (((shift + i) & 1) === 1 && i < end) {
    const kind = single(bytes[i]!);
    seen |= kind | twinBetween(before, kind);
    if ((kind & COMMA) !== 0) afterComma |= opensNull(bytes, i + 1, end);
    before = kind;
    i++;
  }
  // four bytes at a time
  const first = (shift + i) >> 1;
  const last = first + (((end - i) >> 2) << 1);
  for (let at = first; at < last; at += 2) {
    const kind = PAIR_CLASS[pairs[at]!]!;
    const next = PAIR_CLASS[pairs[at + 1]!]!;
    const both = kind | next;
    seen |= both | twinBetween(before, kind) | twinBetween(kind, next);
    before = next;
    if ((both & COMMA) !== 0) afterComma |= opensNullAfter(bytes, 2 * at - shift, end);
  }
  for (i += 2 * (last - first); i < end; i++) {
    const kind = single(bytes[i]!);
    seen |= kind | twinBetween(before, kind);
    if ((kind & COMMA) !== 0) afterComma |= opensNull(bytes, i + 1, end);
    before = kind;
  }
  const isUneven = (seen & (TWINS | IS_CONTROL)) !== 0 || (before & ENDS_BLANK) !== 0;
  const isFolded = !isUneven && ((seen & WIDE) === 0 || isPlainUtf8(bytes, from, end));
  return (seen & (ESCAPED | WIDE | STOP | COMMA)) | afterComma | (isFolded ? FOLDED : 0);
}

/** {@link NULL} where it stands after a comma among the four bytes from `at`. */
function opensNullAfter(bytes: Uint8Array, at: number, end: number): number {
  let found = 0;
  for (let i = at; i < at + 4; i++) if (bytes[i] === COMMA_BYTE) found |= opensNull(bytes, i + 1, end);
  return found;
}

let paired: Uint8Array = new Uint8Array(0);
let pairs: Uint16Array = new Uint16Array(paired.buffer);

/** The memory in which bytes stand, two by two from its beginning on: many lines in a row stand in the same piece. */
function pairsOf(bytes: Uint8Array): Uint16Array {
  if (bytes !== paired) {
    // asked for rarely: the engine is slow to tell it
    const { buffer } = bytes;
    if (buffer !== pairs.buffer) pairs = new Uint16Array(buffer, 0, buffer.byteLength >> 1);
    paired = bytes;
  }
  return pairs;
}

/** {@link NULL} where "null" begins at `at` or behind a blank there. */
function opensNull(bytes: Uint8Array, at: number, end: number): number {
  const from = bytes[at] === BLANK ? at + 1 : at;
  if (from + 4 > end || bytes[from] !== 0x6e) return 0;
  return bytes[from + 1] === 0x75 && bytes[from + 2] === 0x6c && bytes[from + 3] === 0x6c ? NULL : 0;
}

/**
 * Whether bytes are well-formed UTF-8 of characters that folding surely leaves alone: those of `foldText`'s quick
 * test. False says nothing.
 */
export function isPlainUtf8(bytes: Uint8Array, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const second = i + 1 < end ? bytes[i + 1]! : 0;
    if ((second & 0xc0) !== 0x80) return false;
    if (lead < 0xe0) {
      if (!isPlainPair(lead, second)) return false;
      i++;
      continue;
    }
    const third = i + 2 < end ? bytes[i + 2]! : 0;
    if ((third & 0xc0) !== 0x80 || !isPlainTriple(lead, second, third)) return false;
    i += 2;
  }
  return true;
}

/** U+0080 to U+02FF but the no-break space, and small Greek letters. */
function isPlainPair(lead: number, second: number): boolean {
  if (lead >= 0xc2 && lead <= 0xcb) return lead !== 0xc2 || second !== 0xa0;
  return (lead === 0xce && second >= 0xb1) || (lead === 0xcf && second <= 0x89);
}

/** U+2010 to U+2027, U+4E00 to U+9FA5. */
function isPlainTriple(lead: number, second: number, third: number): boolean {
  if (lead === 0xe2) return second === 0x80 && third >= 0x90 && third <= 0xa7;
  if (lead === 0xe4) return second >= 0xb8;
  if (lead === 0xe9) return second < 0xbe || (second === 0xbe && third <= 0xa5);
  return lead > 0xe4 && lead < 0xe9;
}
