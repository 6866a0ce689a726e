/** Where rows of a list stand, px from its top. */
export interface RowSpan {
  readonly top: number;
  readonly height: number;
}

/**
 * The place in the list where a dragged row lands: behind all whose middle lies above its own.
 * @param from its place, from 0
 * @param by how far it was dragged, px; downwards is positive
 */
export function dropIndex(rows: readonly RowSpan[], from: number, by: number): number {
  const middleOf = ({ top, height }: RowSpan) => top + height / 2;
  const middle = middleOf(rows[from]!) + by;
  return rows.filter((row, i) => i !== from && middleOf(row) < middle).length;
}

/**
 * How far a row makes way for the dragged one, px.
 * @param to where the dragged row would land
 */
export function makesWay(rows: readonly RowSpan[], i: number, from: number, to: number): number {
  const { height } = rows[from]!;
  if (i > from && i <= to) return -height;
  return i < from && i >= to ? height : 0;
}
