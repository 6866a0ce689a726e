/** Bytes as base64 (RFC 4648, section 4), padded, and back; nothing else passes for it. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = '='.charCodeAt(0);

const CODE_OF = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));

/** Letters that are read at once, whole groups: so few that they stay near at hand. */
const PART = 1 << 15;
const LETTERS = new Uint8Array(PART);
const LETTER_PAIRS = new Uint16Array(LETTERS.buffer);
const encoder = new TextEncoder();

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

/** The bytes of a text in base64; undefined where it is none, or where spare bits at its end are not 0. */
export function readBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * GROUP - padding);
  const whole = padding === 0 ? text.length : text.length - 4;
  for (let from = 0; from < whole; from += PART) {
    const part = text.slice(from, Math.min(from + PART, whole));
    if (!readGroups(part, bytes, (from / 4) * GROUP)) return undefined;
  }
  return padding === 0 || readLast(text.slice(whole), bytes, padding) ? bytes : undefined;
}

/** Reads groups of four letters; false where one is no letter of the alphabet. */
function readGroups(text: string, bytes: Uint8Array, to: number): boolean {
  const { read, written } = encoder.encodeInto(text, LETTERS);
  // a letter beyond ASCII takes two bytes or more, so that not all fit
  if (read !== text.length || written !== text.length) return false;
  let wrong = 0;
  for (let i = 0; i < text.length / 2; i += 2) {
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
function readLast(text: string, bytes: Uint8Array, padding: number): boolean {
  const group = new Uint8Array(GROUP);
  const rest = GROUP - padding;
  // no bits in place of the padding, and none that it leaves over
  const isRead = readGroups(text.slice(0, -padding).padEnd(4, ALPHABET[0]), group, 0);
  bytes.set(group.subarray(0, rest), bytes.length - rest);
  return isRead && group.subarray(rest).every((byte) => byte === 0);
}
