import type { RecordColumns } from '../../model/dataset.ts';

/**
 * Each record's authors in the order of the byline, an author whom it names twice where it does so first: the dataset's
 * own columns where no byline repeats anybody, so that they are not held twice.
 */
export function bylinesAsSets(
  { authorOffset, author }: RecordColumns,
  authorCount: number,
): { readonly offset: Uint32Array; readonly author: Uint32Array } {
  // by author: the last record, from 1, that named them
  const named = new Uint32Array(authorCount);
  if (!namesTwice(authorOffset, author, named)) return { offset: authorOffset, author };
  named.fill(0);
  const offset = new Uint32Array(authorOffset.length);
  const distinct = new Uint32Array(author.length);
  let length = 0;
  for (let record = 1; record < authorOffset.length; record++) {
    const end = authorOffset[record]!;
    for (let i = authorOffset[record - 1]!; i < end; i++) {
      const each = author[i]!;
      if (named[each] === record) continue;
      named[each] = record;
      distinct[length++] = each;
    }
    offset[record] = length;
  }
  return { offset, author: distinct.slice(0, length) };
}

/** Whether some byline names somebody twice: most datasets need no columns of their own, whose memory would be new. */
function namesTwice(authorOffset: Uint32Array, author: Uint32Array, named: Uint32Array): boolean {
  for (let record = 1; record < authorOffset.length; record++) {
    const end = authorOffset[record]!;
    for (let i = authorOffset[record - 1]!; i < end; i++) {
      if (named[author[i]!] === record) return true;
      named[author[i]!] = record;
    }
  }
  return false;
}
