/** How often each strength of links occurs: for finding the strongest, and the steps of a slider. */

/** Strength by edge, at least 0: whole numbers of records together, or shares of them. */
export type StrengthByEdge = Uint16Array | Uint32Array | Float64Array;

/** The strengths above 0. */
export interface StrengthOccurrences {
  /** Each once, ascending. */
  readonly values: Float64Array;
  /** How many links have each of them. */
  readonly links: Uint32Array;
  /** Links of a strength above 0. */
  readonly total: number;
}

/** Whole strengths up to here are counted rather than compared. */
const COUNTED_LIMIT = 0xffff;

/**
 * Counts the strengths above 0. Numbers of records together are whole and mostly small, so that counting them in one
 * list takes a tenth of sorting them.
 */
export function strengthOccurrences(strength: StrengthByEdge): StrengthOccurrences {
  let total = 0;
  let most = 0;
  let isCounted = true;
  for (let edge = 0; edge < strength.length; edge++) {
    const value = strength[edge]!;
    if (value <= 0) continue;
    total++;
    if (value > most) most = value;
    if (value > COUNTED_LIMIT || value !== Math.floor(value)) isCounted = false;
  }
  return isCounted ? counted(strength, total, most) : compared(strength, total);
}

/** @param most the largest strength, a whole number as all others are */
function counted(strength: StrengthByEdge, total: number, most: number): StrengthOccurrences {
  const linksOf = new Uint32Array(most + 1);
  for (let edge = 0; edge < strength.length; edge++) linksOf[strength[edge]!]! += 1;
  const values: number[] = [];
  for (let value = 1; value <= most; value++) if (linksOf[value]! > 0) values.push(value);
  return {
    values: Float64Array.from(values),
    links: Uint32Array.from(values, (value) => linksOf[value]!),
    total,
  };
}

function compared(strength: StrengthByEdge, total: number): StrengthOccurrences {
  const sorted = new Float64Array(total);
  let length = 0;
  for (let edge = 0; edge < strength.length; edge++)
    if (strength[edge]! > 0) sorted[length++] = strength[edge]!;
  sorted.sort();
  const links: number[] = [];
  let distinct = 0;
  for (let i = 0; i < total; i++) {
    if (i > 0 && sorted[i] === sorted[distinct - 1]) links[distinct - 1]! += 1;
    else {
      sorted[distinct++] = sorted[i]!;
      links.push(1);
    }
  }
  return { values: sorted.slice(0, distinct), links: Uint32Array.from(links), total };
}
