/** Which records a facet's clause turns away. */
import type { Hundredths } from '../model/dataset.ts';
import type { FacetIndex } from './facet-index.ts';
import { isEmptyClause, type Clause } from './filter-state.ts';

const INCLUDED = 1;
const EXCLUDED = 2;

/**
 * By record, 1 where the clause turns it away, else 0. A node id that the facet doesn't have is shown by no
 * record: excluding it changes nothing, and including nothing else lets nothing pass.
 * @param minScore lowest score that counts, inclusive, 0 to 100
 * @returns null for an empty clause, which lets everything pass
 */
export function failingRecords(
  index: FacetIndex,
  clause: Clause,
  minScore: Hundredths,
): Uint8Array<ArrayBuffer> | null {
  if (isEmptyClause(clause)) return null;
  const roles = rolesOf(index, clause);
  const needed = neededHits(clause);
  const { reachOffset, reachNode, reachScore } = index;
  const recordCount = reachOffset.length - 1;
  const failing = new Uint8Array(recordCount);
  for (let record = 0; record < recordCount; record++) {
    const end = reachOffset[record + 1]!;
    let hits = 0;
    let excluded = false;
    for (let i = reachOffset[record]!; i < end; i++) {
      const role = roles[reachNode[i]!]!;
      if (role === 0 || reachScore[i]! < minScore) continue;
      if ((role & EXCLUDED) !== 0) {
        excluded = true;
        break;
      }
      hits++;
    }
    if (excluded || hits < needed) failing[record] = 1;
  }
  return failing;
}

function rolesOf(index: FacetIndex, clause: Clause): Uint8Array {
  const roles = new Uint8Array(index.nodeCount);
  // a typed array ignores writes outside its range
  for (const node of clause.included) roles[node] = INCLUDED;
  for (const node of clause.excluded) roles[node] = EXCLUDED;
  return roles;
}

/** How many of the included nodes a record must show. */
function neededHits({ included, mode }: Clause): number {
  return mode === 'all' ? included.size : Math.min(1, included.size);
}
