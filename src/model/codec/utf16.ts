/**
 * Which UTF-16 a text of JSON or the like is saved as, told by its byte-order mark or by its first letter, which is one of
 * ASCII; undefined where it is none.
 */
export function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return 'utf-16be';
  return undefined;
}
