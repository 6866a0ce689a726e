/** Turning a globe by dragging, or by Shift and the arrow keys. */
import type { Attachment } from 'svelte/attachments';
import { dragRotation, type Rotation } from '../../layout/map/globe.ts';

export interface TurnOptions {
  /** Whether there is a globe to turn. */
  readonly isOn: () => boolean;
  readonly rotation: () => Rotation;
  /** Radius of the globe as it is drawn, px. */
  readonly radiusPx: () => number;
  readonly onturn: (next: Rotation) => void;
}

/** A movement below this is a click, px. */
const CLICK_PX = 4;
/** One press of an arrow key turns by so much, degrees. */
const KEY_STEP_DEG = 15;

const KEYS: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Attach to the element that holds the globe. */
export function turnGlobe(options: TurnOptions): Attachment<SVGElement> {
  return (element) => {
    const listen = new AbortController();
    const { signal } = listen;
    let from: { x: number; y: number; moved: boolean } | null = null;

    function onMove(event: PointerEvent): void {
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.moved && Math.hypot(dx, dy) < CLICK_PX) return;
      from = { x: event.clientX, y: event.clientY, moved: true };
      // the radius as it is seen: on the stage of a talk it is larger than it is laid out
      const seen = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      options.onturn(dragRotation(options.rotation(), dx, dy, options.radiusPx() * seen));
    }
    function onUp(): void {
      // the click that ends a drag chooses nothing
      if (from?.moved) addEventListener('click', stop, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', stop, { capture: true }), 0);
      from = null;
    }
    const stop = (event: Event) => event.stopPropagation();

    element.addEventListener(
      'pointerdown',
      (event) => {
        if (options.isOn() && event.button === 0 && event.isPrimary) {
          from = { x: event.clientX, y: event.clientY, moved: false };
        }
      },
      { signal },
    );
    addEventListener('pointermove', onMove, { signal });
    addEventListener('pointerup', onUp, { signal });
    addEventListener('pointercancel', () => (from = null), { signal });
    element.addEventListener(
      'keydown',
      (event) => {
        const way = KEYS[event.key];
        if (!way || !event.shiftKey || !options.isOn()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const [lambda, phi] = options.rotation();
        const turned = lambda + way[0] * KEY_STEP_DEG;
        options.onturn([
          ((((turned + 180) % 360) + 360) % 360) - 180,
          Math.min(90, Math.max(-90, phi + way[1] * KEY_STEP_DEG)),
        ]);
      },
      { signal },
    );
    return () => listen.abort();
  };
}
