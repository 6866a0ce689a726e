/** Lists on paper, where nothing scrolls: whole rows alone, and how many more there are. */
import { formatCount } from '../../layout/text/number-format.ts';

/** What is to be scrolled on the screen. */
const LISTS = '.panel :is(.list, .scroller)';
const ROWS = '[data-record], tbody > tr';
/** Room for the line that tells how many more there are, in a list's own pixels. */
const LINE_PX = 22;

/**
 * Cuts the lists of a copy where their last whole row ends.
 * @param from what is copied, laid out
 * @param copy of it, just made
 */
export function cutLists(from: Element, copy: Element): void {
  const copies = copy.querySelectorAll<HTMLElement>(LISTS);
  from.querySelectorAll<HTMLElement>(LISTS).forEach((list, i) => cutList(list, copies[i]!));
}

function cutList(list: HTMLElement, copy: HTMLElement): void {
  if (getComputedStyle(list).visibility === 'hidden') return; // another view is shown
  const { top, height } = list.getBoundingClientRect();
  // a talk enlarges its views
  const scale = height / list.offsetHeight;
  if (!(scale > 0)) return;
  const rows = list.querySelectorAll<HTMLElement>(ROWS);
  // a copy is not scrolled
  const bottoms = Array.from(
    rows,
    (row) => (row.getBoundingClientRect().bottom - top) / scale + list.scrollTop,
  );
  const total = rowCount(list) ?? rows.length;
  const shown = wholeRows(bottoms, list.clientHeight, total);
  if (shown.length === total) return;
  copy.querySelectorAll<HTMLElement>(ROWS).forEach((row, i) => {
    if (!shown.includes(i)) row.style.visibility = 'hidden';
  });
  const more = document.createElement('p');
  more.className = 'rows-more';
  more.textContent = `and ${formatCount(total - shown.length)} more`;
  const endPx = shown.length > 0 ? Math.max(...shown.map((row) => bottoms[row]!)) : 0;
  Object.assign(more.style, {
    position: 'absolute',
    top: `${endPx}px`,
    left: '16px',
    color: 'var(--ink-soft)',
    fontSize: '12px',
    lineHeight: `${LINE_PX}px`,
  });
  copy.append(more);
}

/**
 * The rows that a list of that height shows whole: all, or so many that a line below them has room.
 * @param bottoms where rows end, px; they need not stand in order
 * @param total how many rows the list has, drawn or not
 */
export function wholeRows(bottoms: readonly number[], heightPx: number, total: number): number[] {
  const within = (limitPx: number) => [...bottoms.keys()].filter((row) => bottoms[row]! <= limitPx + 0.5); // rows end between two pixels
  const whole = within(heightPx);
  return whole.length === total ? whole : within(heightPx - LINE_PX);
}

/** How many rows there are where not all of them stand in the document; undefined where all do. */
function rowCount(list: HTMLElement): number | undefined {
  const told = list.getAttribute('aria-rowcount');
  if (told !== null) return Number(told) - 1; // without the head
  const pager = list.parentElement?.querySelector('.pager [role="status"]')?.textContent ?? '';
  const count = /of ([\d,]+)/.exec(pager)?.[1];
  return count === undefined ? undefined : Number(count.replaceAll(',', ''));
}
