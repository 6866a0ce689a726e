/** Finds a text that stands twice in a column, without making the texts. */
import { fnv1a } from './fnv.ts';
import { isAt, type PackedTexts } from './packed-texts.ts';

/** The first position whose text stands earlier too, -1 where all are different. */
export function repeatedText({ bytes, start, length }: PackedTexts): number {
  // open addressing in a table at most half full; entries are positions, from 1
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * length + 2)));
  const mask = table.length - 1;
  for (let i = 0; i < length; i++) {
    const from = start[i]!;
    const end = start[i + 1]!;
    let slot = fnv1a(bytes, from, end) & mask;
    for (; table[slot] !== 0; slot = (slot + 1) & mask) {
      const other = table[slot]! - 1;
      if (start[other + 1]! - start[other]! === end - from && isAt(bytes, start[other]!, bytes, from, end))
        return i;
    }
    table[slot] = i + 1;
  }
  return -1;
}
