/** How many records of the whole dataset show each node, whatever the filter. */
import type { FacetIndex } from './facet-index.ts';

const known = new WeakMap<FacetIndex, Uint32Array>();

/**
 * By concept, at threshold 0. Each node that a record shows lies on the way of exactly one of its tags: a way begins with
 * one more record and ends with one less, and all below a node sums up to what it has. Counted once for a facet.
 */
export function recordsInAll(index: FacetIndex): Uint32Array {
  let counts = known.get(index);
  if (!counts) known.set(index, (counts = count(index)));
  return counts;
}

function count({ conceptCount, nodeCount, parent, tagConcept, tagEnd, isFlat }: FacetIndex): Uint32Array {
  const sums = new Int32Array(nodeCount + 1);
  for (let tag = 0; tag < tagConcept.length; tag++) {
    sums[tagConcept[tag]!]!++;
    if (!isFlat) sums[tagEnd[tag]!]!--;
  }
  for (let node = conceptCount - 1; node >= 0; node--) {
    if (parent[node]! >= 0) sums[parent[node]!]! += sums[node]!;
  }
  return Uint32Array.from(sums.subarray(0, conceptCount));
}
