/** Bytes as base64 (RFC 4648, section 4), padded, and back; nothing else passes for it. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = '='.charCodeAt(0);

const CODE_OF = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));

/** Letters that are read at once, whole groups: so few that they stay near at hand. */
const PART = 1 << 15;
const LETTERS = new Uint8Array(PART);
const LETTER_PAIRS = new Uint16Array(LETTERS.buffer);

/** By two letters as they stand in memory: their twelve bits; negative for what is no letter of the alphabet. */
const BITS_OF_TWO = new Int16Array(0x1_0000).fill(-1);
for (let bits = 0; bits < BITS_OF_TWO.length / 16; bits++) {
  LETTERS.set([CODE_OF[bits >> 6]!, CODE_OF[bits & 63]!]);
  BITS_OF_TWO[LETTER_PAIRS[0]!] = bits;
}

/** Bytes that become four letters. */
export const GROUP = 3;

/** How many letters so many bytes become. */
export function base64Length(byteCount: number): number {
  return 4 * Math.ceil(byteCount / GROUP);
}

/**
 * Writes bytes as letters in ASCII.
 * @param letters overwritten from its beginning
 * @returns how many letters were written
 */
export function writeBase64(bytes: Uint8Array, letters: Uint8Array): number {
  const whole = bytes.length - (bytes.length % GROUP);
  let to = 0;
  for (let i = 0; i < whole; i += GROUP) {
    const group = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!;
    letters[to++] = CODE_OF[group >> 18]!;
    letters[to++] = CODE_OF[(group >> 12) & 63]!;
    letters[to++] = CODE_OF[(group >> 6) & 63]!;
    letters[to++] = CODE_OF[group & 63]!;
  }
  if (whole === bytes.length) return to;
  const [first, second] = [bytes[whole]!, bytes[whole + 1] ?? 0];
  letters[to++] = CODE_OF[first >> 2]!;
  letters[to++] = CODE_OF[((first & 3) << 4) | (second >> 4)]!;
  letters[to++] = whole + 1 < bytes.length ? CODE_OF[(second & 15) << 2]! : PAD;
  letters[to++] = PAD;
  return to;
}

/**
 * The bytes that letters in ASCII stand for, written over these: from a multiple of four bytes on, so that numbers may be
 * read from there.
 * @returns undefined where they are no base64, or where spare bits at their end are not 0
 */
export function readBase64(letters: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  if (letters.length % 4 !== 0) return undefined;
  const padding = letters.at(-1) !== PAD ? 0 : letters.at(-2) !== PAD ? 1 : 2;
  const byteCount = (letters.length / 4) * GROUP - padding;
  const isRoom = byteCount + aligning(letters) <= letters.length;
  const own = isRoom ? letters : letters.slice();
  const bytes = new Uint8Array(own.buffer, own.byteOffset + aligning(own), byteCount);
  const whole = padding === 0 ? own.length : own.length - 4;
  const last = own.slice(whole);
  for (let from = 0; from < whole; from += PART) {
    if (!readGroups(own.subarray(from, Math.min(from + PART, whole)), bytes, (from / 4) * GROUP))
      return undefined;
  }
  return padding === 0 || readLast(last, bytes, padding) ? bytes : undefined;
}

/** So many bytes further on lies a multiple of four. */
function aligning({ byteOffset }: Uint8Array): number {
  return -byteOffset & 3;
}

/** Reads groups of four letters; false where one is no letter of the alphabet. */
function readGroups(letters: Uint8Array, bytes: Uint8Array, to: number): boolean {
  LETTERS.set(letters);
  let wrong = 0;
  for (let i = 0; i < letters.length / 2; i += 2) {
    const first = BITS_OF_TWO[LETTER_PAIRS[i]!]!;
    const second = BITS_OF_TWO[LETTER_PAIRS[i + 1]!]!;
    wrong |= first | second;
    bytes[to] = first >> 4;
    bytes[to + 1] = (first << 4) | (second >> 8);
    bytes[to + 2] = second;
    to += GROUP;
  }
  return wrong >= 0;
}

/** Reads the last four letters, of which one or two are padding; false where they are not as they should be. */
function readLast(letters: Uint8Array, bytes: Uint8Array, padding: number): boolean {
  const group = new Uint8Array(GROUP);
  const rest = GROUP - padding;
  // no bits in place of the padding, and none that it leaves over
  const isRead = readGroups(letters.fill(CODE_OF[0]!, -padding), group, 0);
  bytes.set(group.subarray(0, rest), bytes.length - rest);
  return isRead && group.subarray(rest).every((byte) => byte === 0);
}
