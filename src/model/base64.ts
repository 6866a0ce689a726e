/** Bytes as base64 (RFC 4648, section 4), padded, and back; nothing else passes for it. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = '='.charCodeAt(0);

const CODE_OF = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));

/** By byte of a text: its six bits; negative for what is no letter of the alphabet. */
const BITS_OF = new Int8Array(256).fill(-1);
CODE_OF.forEach((code, bits) => (BITS_OF[code] = bits));

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
  const letters = asciiOf(text);
  if (!letters) return undefined;
  const bytes = new Uint8Array((text.length / 4) * GROUP - padding);
  const whole = padding === 0 ? letters.length : letters.length - 4;
  let wrong = 0;
  let to = 0;
  for (let i = 0; i < whole; i += 4) {
    const a = BITS_OF[letters[i]!]!;
    const b = BITS_OF[letters[i + 1]!]!;
    const c = BITS_OF[letters[i + 2]!]!;
    const d = BITS_OF[letters[i + 3]!]!;
    wrong |= a | b | c | d;
    bytes[to++] = (a << 2) | (b >> 4);
    bytes[to++] = (b << 4) | (c >> 2);
    bytes[to++] = (c << 6) | d;
  }
  if (padding > 0) {
    const a = BITS_OF[letters[whole]!]!;
    const b = BITS_OF[letters[whole + 1]!]!;
    const c = padding === 1 ? BITS_OF[letters[whole + 2]!]! : 0;
    const spare = padding === 1 ? c & 3 : b & 15;
    wrong |= a | b | c | -spare;
    bytes[to++] = (a << 2) | (b >> 4);
    if (padding === 1) bytes[to] = (b << 4) | (c >> 2);
  }
  return wrong < 0 ? undefined : bytes;
}

/** The text as one byte a letter; undefined where it has others than those of ASCII. */
function asciiOf(text: string): Uint8Array | undefined {
  const letters = new Uint8Array(text.length);
  const { read, written } = new TextEncoder().encodeInto(text, letters);
  // a letter beyond ASCII takes two bytes or more, so that not all fit
  return read === text.length && written === text.length ? letters : undefined;
}
