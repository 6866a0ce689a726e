/** What a drawing cannot place: records with a counted tag of which none lies in one of the places drawn. */
import type { Hundredths } from '../../model/dataset.ts';
import type { FacetIndex } from '../index/facet-index.ts';
import { nearestAbove } from '../index/nearest-above.ts';

/** By concept, 1 where a tag at the concept shows one of the nodes: where it lies at one of them or below, else 0. */
export function conceptsWithin(index: FacetIndex, nodes: Iterable<number>): Uint8Array {
  return Uint8Array.from(nearestAbove(index, nodes), (node) => Number(node >= 0));
}

/** The records with a tag outside, whatever its score, ascending: no others can be {@link countUnplaced}. */
export function recordsBeyond(index: FacetIndex, within: Uint8Array): Uint32Array {
  const { tagOffset, tagConcept } = index;
  const records: number[] = [];
  for (let record = 0; record + 1 < tagOffset.length; record++) {
    if (someTag(tagOffset, record, (tag) => within[tagConcept[tag]!] === 0)) records.push(record);
  }
  return Uint32Array.from(records);
}

/**
 * How many of some records are tagged, but only outside.
 * @param within see {@link conceptsWithin}
 * @param minScore the facet's threshold
 * @param isConsidered whether a record passes the clauses of all other facets
 */
export function countUnplaced(
  { tagOffset, tagConcept, tagScore }: FacetIndex,
  records: Uint32Array,
  within: Uint8Array,
  minScore: Hundredths,
  isConsidered: (record: number) => boolean,
): number {
  const isCounted = (tag: number) => tagScore[tag]! >= minScore;
  const isInside = (tag: number) => isCounted(tag) && within[tagConcept[tag]!] === 1;
  let count = 0;
  for (const record of records) {
    if (!isConsidered(record) || !someTag(tagOffset, record, isCounted)) continue;
    if (!someTag(tagOffset, record, isInside)) count++;
  }
  return count;
}

function someTag(tagOffset: Uint32Array, record: number, is: (tag: number) => boolean): boolean {
  const end = tagOffset[record + 1] ?? 0;
  for (let tag = tagOffset[record] ?? 0; tag < end; tag++) if (is(tag)) return true;
  return false;
}
