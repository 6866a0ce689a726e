/** Rows of a list moved by pointer: one is dragged, the others make way. */
import { dropIndex, makesWay, type RowSpan } from './drop-index.ts';

/** So near to the edge of what scrolls the list is scrolled, px, and so far a frame. */
const EDGE_PX = 40;
const SCROLL_PX = 9;

interface Drag {
  readonly from: number;
  readonly to: number;
  /** How far the row was dragged, px. */
  readonly by: number;
  readonly rows: readonly RowSpan[];
}

export class RowDrag {
  #drag = $state.raw<Drag | null>(null);

  /** The place of the row that is dragged, from 0; -1 while none is. */
  get from(): number {
    return this.#drag?.from ?? -1;
  }

  /** How far a row is drawn from its place, px. */
  shiftOf(i: number): number {
    if (!this.#drag) return 0;
    const { rows, from, to, by } = this.#drag;
    return i === from ? by : makesWay(rows, i, from, to);
  }

  /**
   * Begins with a pointer that was pressed on a row.
   * @param onend is told where the row lands, unless Escape or the browser ends it
   */
  begin(event: PointerEvent, list: HTMLElement, from: number, onend: (to: number) => void): void {
    if (event.button !== 0 || this.#drag) return;
    event.preventDefault();
    const listTop = () => list.getBoundingClientRect().top;
    const rows = [...list.children].map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return { top: top - listTop(), height };
    });
    // from the list's top, not from the window's: the list may be scrolled meanwhile
    const startY = event.clientY - listTop();
    let { clientY } = event;
    let isGivenUp = false;
    const follow = () => {
      if (isGivenUp) return;
      const by = clientY - listTop() - startY;
      this.#drag = { rows, from, by, to: dropIndex(rows, from, by) };
    };
    follow();
    const listening = new AbortController();
    const { signal } = listening;
    const end = (isDropped: boolean) => {
      listening.abort();
      const to = this.#drag?.to ?? from;
      this.#drag = null;
      if (isDropped && to !== from) onend(to);
    };
    const ours = (move: PointerEvent) => move.pointerId === event.pointerId;
    addEventListener(
      'pointermove',
      (move) => {
        if (!ours(move)) return;
        ({ clientY } = move);
        follow();
      },
      { signal },
    );
    addEventListener('pointerup', (up) => ours(up) && end(true), { signal });
    addEventListener('pointercancel', (lost) => ours(lost) && end(false), { signal });
    // until the pointer is up, Escape is ours: the list stays open
    const give = (escape: Event) => {
      escape.preventDefault();
      escape.stopPropagation();
      isGivenUp = true;
      this.#drag = null;
    };
    addEventListener('keydown', (key) => key.key === 'Escape' && give(key), { signal, capture: true });
    addEventListener('cancel', give, { signal, capture: true });
    scrollAtEdges(scrollerOf(list), () => clientY, follow, signal);
  }
}

/** The nearest part of the page that scrolls around an element. */
function scrollerOf(element: HTMLElement): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}

function scrollAtEdges(
  scroller: Element,
  clientY: () => number,
  onscroll: () => void,
  signal: AbortSignal,
): void {
  const step = () => {
    if (signal.aborted) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const before = scroller.scrollTop;
    if (clientY() < top + EDGE_PX) scroller.scrollTop -= SCROLL_PX;
    else if (clientY() > bottom - EDGE_PX) scroller.scrollTop += SCROLL_PX;
    if (scroller.scrollTop !== before) onscroll();
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
