/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** The hash of some bytes, a whole number of 32 bits with a sign. */
export function fnv1a(bytes: Uint8Array, from = 0, end = bytes.length): number {
  let hash = START;
  for (let i = from; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, PRIME);
  return hash;
}
