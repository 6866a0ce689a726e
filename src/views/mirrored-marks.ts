/** What stands in the place of a painted person or hub for keyboard and screen reader. */
export interface MirroredMark {
  /** Of the graph. */
  readonly node: number;
  /** Its middle, and its diameter, layout units. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The accessible name. */
  readonly name: string;
  /** Whether it is in the filter; of a hub never. */
  readonly isIncluded: boolean;
  /** Whether Tab leads here. */
  readonly isEntry: boolean;
}

/** The marks, those that are as before being the same objects: what stays as it is, costs the page nothing. */
export function keepEqual<Mark extends MirroredMark>(
  marks: readonly Mark[],
  before: readonly Mark[],
): readonly Mark[] {
  const known = new Map(before.map((mark) => [mark.node, mark]));
  return marks.map((mark) => {
    const same = known.get(mark.node);
    return same && isEqual(mark, same) ? same : mark;
  });
}

function isEqual(a: MirroredMark, b: MirroredMark): boolean {
  return (
    a.node === b.node &&
    a.x === b.x &&
    a.y === b.y &&
    a.size === b.size &&
    a.name === b.name &&
    a.isIncluded === b.isIncluded &&
    a.isEntry === b.isEntry
  );
}
