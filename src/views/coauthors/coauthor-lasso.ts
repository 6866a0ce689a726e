/** Shift-drag draws a loop around people. */
import { pageScale } from '../parts/page-scale.ts';
import type { Attachment } from 'svelte/attachments';
import { isInside, type Point } from '../../layout/coauthors/lasso.ts';
import type { ArrangedGraph } from '../../state/coauthors/coauthor-picture.svelte.ts';
import { ACTIVE, HIDDEN } from '../../state/coauthors/drawn-coauthors.svelte.ts';
import type { GraphView } from './coauthor-view.ts';

/** A point this near to the last adds nothing, px. */
const STEP_PX = 3;
/** A shorter drag is a click, px. */
const LEAST_PX = 8;

export interface LassoOptions {
  /** The loop so far, px of the element; empty when there is none. */
  readonly onLoop: (loop: readonly Point[]) => void;
  /** A loop was closed by letting go. */
  readonly onEnd: (loop: readonly Point[]) => void;
}

/** Attach before the zooming, which would move the picture. Escape gives the loop up. */
export function lasso({ onLoop, onEnd }: LassoOptions): Attachment<HTMLElement> {
  return (element) => {
    const listen = new AbortController();
    const options = { signal: listen.signal, capture: true };
    let loop: Point[] = [];
    let isDrawing = false;
    let swallowClick = false;
    const pointOf = (event: MouseEvent): Point => {
      const box = element.getBoundingClientRect();
      const scale = pageScale(element);
      return [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
    };
    const stop = () => {
      isDrawing = false;
      loop = [];
      onLoop(loop);
    };
    const begins = (event: MouseEvent) => event.shiftKey && event.button === 0;
    element.addEventListener(
      'pointerdown',
      (event) => {
        swallowClick = false;
        if (!begins(event) || event.pointerType === 'touch') return;
        isDrawing = true;
        loop = [pointOf(event)];
        element.setPointerCapture(event.pointerId);
      },
      options,
    );
    // the zooming listens for the mouse
    element.addEventListener(
      'mousedown',
      (event) => begins(event) && event.stopImmediatePropagation(),
      options,
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        if (!isDrawing) return;
        event.stopImmediatePropagation();
        const point = pointOf(event);
        const last = loop.at(-1)!;
        if (Math.hypot(point[0] - last[0], point[1] - last[1]) < STEP_PX) return;
        loop = [...loop, point];
        onLoop(loop);
      },
      options,
    );
    element.addEventListener(
      'pointerup',
      () => {
        if (!isDrawing) return;
        const closed = loop;
        const [x, y] = closed[0]!;
        const isLoop = closed.some((point) => Math.hypot(point[0] - x, point[1] - y) > LEAST_PX);
        swallowClick = isLoop;
        stop();
        if (isLoop) onEnd(closed);
      },
      options,
    );
    element.addEventListener('pointercancel', stop, options);
    element.addEventListener(
      'click',
      (event) => {
        if (swallowClick) event.stopImmediatePropagation();
        swallowClick = false;
      },
      options,
    );
    addEventListener('keydown', (event) => isDrawing && event.key === 'Escape' && stop(), options);
    return () => listen.abort();
  };
}

/** The shown authors with an active record whose middle lies in the loop. */
export function authorsInside(
  loop: readonly Point[],
  { graph, positions }: ArrangedGraph,
  states: Uint8Array,
  view: GraphView,
): number[] {
  const authors: number[] = [];
  graph.authorOfNode.forEach((author, node) => {
    if (author < 0 || (states[node]! & (ACTIVE | HIDDEN)) !== ACTIVE) return;
    if (isInside(loop, positions.x[node]! * view.k + view.x, positions.y[node]! * view.k + view.y)) {
      authors.push(author);
    }
  });
  return authors;
}
