/** Shift takes all rows from the last one chosen to this one, as lists of files do. */

/**
 * For the clicks on a list's marks, before they are heard by these.
 * @param rows the nodes in the order of the list, at the time of a click
 * @param take is told the nodes from the last one chosen to this one, both included
 */
export function shiftRange(
  rows: () => Uint32Array | readonly number[],
  take: (nodes: number[]) => void,
): (event: MouseEvent) => void {
  let anchor: number | null = null;
  return (event) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-node]')?.dataset['node'];
    if (at === undefined) return;
    const node = Number(at);
    const from = anchor;
    anchor = node;
    if (!event.shiftKey || event.altKey || from === null || from === node) return;
    const listed = rows();
    const [start, end] = [listed.indexOf(from), listed.indexOf(node)];
    if (start < 0 || end < 0) return;
    event.stopPropagation();
    getSelection()?.removeAllRanges(); // the browser takes Shift for marking text
    take([...listed.slice(Math.min(start, end), Math.max(start, end) + 1)]);
  };
}
