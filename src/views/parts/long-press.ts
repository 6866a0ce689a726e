/** A finger that is held: the menu of whoever has no right button. Not every browser makes a `contextmenu` of it. */

/** So long a finger is held, ms; browsers that have the gesture take as long. */
const HELD_MS = 500;
/** A finger that is still moves so far, px. */
const STILL_PX = 10;
/** A click that comes of lifting it comes within this, ms. */
const LIFTED_MS = 100;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Tells of a finger that is held on one place. A click that follows when it is lifted is nobody's: it would hit the menu.
 * @param onHeld hears what was touched, and where in the viewport
 * @param signal ends it
 */
export function onLongPress(
  root: HTMLElement | SVGElement,
  onHeld: (touched: PointerEvent) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let from: Place = { x: 0, y: 0 };
  let wasHeld = false;
  const stop = () => clearTimeout(waiting);
  const on = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, listener, { signal, capture: true });

  on('pointerdown', (event) => {
    stop();
    wasHeld = false;
    if (event.pointerType !== 'touch' || !event.isPrimary || !root.contains(event.target as Node)) return;
    from = { x: event.clientX, y: event.clientY };
    waiting = setTimeout(() => {
      wasHeld = true;
      onHeld(event);
    }, HELD_MS);
  });
  on('pointermove', ({ clientX, clientY }) => {
    if (Math.hypot(clientX - from.x, clientY - from.y) > STILL_PX) stop();
  });
  on('pointerup', () => {
    stop();
    if (wasHeld) setTimeout(() => (wasHeld = false), LIFTED_MS);
  });
  on('pointercancel', stop);
  // the browser has the gesture itself
  on('contextmenu', stop);
  on('click', (event) => {
    if (!wasHeld) return;
    wasHeld = false;
    event.preventDefault();
    event.stopPropagation();
  });
  signal.addEventListener('abort', stop);
}
