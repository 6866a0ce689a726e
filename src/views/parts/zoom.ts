/** Zoom and pan for one drawing, by wheel, drag, pinch and buttons. The first view does without the gestures. */
import type { Attachment } from 'svelte/attachments';
import { IDENTITY, type Magnification } from '../../layout/map/magnification.ts';
import { magnifyBox, ONE_FINGER_SCROLLS, type Box } from './magnification.ts';
import type { ZoomBehavior } from './zoom-behavior.ts';

/** Going to a mark stops here: what lies around it tells where it is. */
const BOX_ZOOM_LIMIT = 8;

/** The gestures are fetched when somebody is there to make one, anywhere on the page. */
const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'wheel', 'scroll', 'keydown'] as const;

export interface ZoomOptions {
  readonly maxZoom: number;
  readonly onMagnify: (next: Magnification) => void;
  /** Whether a drag moves the drawing; a globe turns instead. Yes when left out. */
  readonly pans?: () => boolean;
}

export class Zooming {
  readonly #options: ZoomOptions;
  #behavior: ZoomBehavior | null = null;
  #size: readonly [number, number] = [0, 0];
  /** Fetches the gestures, once. */
  #load: (() => void) | null = null;
  /** What was asked for before the gestures were loaded. */
  #waiting: ((behavior: ZoomBehavior) => void) | null = null;
  /** Where the drawing was put before they were. */
  #placed: Magnification = IDENTITY;

  constructor(options: ZoomOptions) {
    this.#options = options;
  }

  /** Attach to the element that takes the gestures. */
  readonly attach: Attachment<SVGSVGElement | HTMLElement> = (element) => {
    const attached = new AbortController();
    element.style.touchAction = ONE_FINGER_SCROLLS;
    let asked = false;
    this.#load = () => {
      if (asked) return;
      asked = true;
      // without the gestures the drawing still stands: nothing else depends on them
      void import('./zoom-behavior.ts').then(({ ZoomBehavior: Behavior }) => {
        if (attached.signal.aborted) return;
        this.#behavior = new Behavior(element, this.#options);
        this.#behavior.resize(...this.#size);
        if (this.#placed.k > 1) this.#behavior.place(this.#placed);
        this.#waiting?.(this.#behavior);
        this.#waiting = null;
      });
    };
    if (this.#waiting) this.#load();
    for (const type of SIGNS_OF_LIFE) {
      addEventListener(type, this.#load, { passive: true, signal: attached.signal });
    }
    return () => {
      attached.abort();
      this.#load = null;
      this.#behavior?.detach();
      this.#behavior = null;
      this.#placed = IDENTITY;
      this.#options.onMagnify(IDENTITY);
    };
  };

  /** Keeps the drawing inside its box: call when the size changes, px. */
  resize(width: number, height: number): void {
    this.#size = [width, height];
    this.#behavior?.resize(width, height);
  }

  /** Zooms about the middle by a factor. */
  by(factor: number): void {
    this.#do((behavior) => behavior.by(factor));
  }

  reset(): void {
    this.#do((behavior) => behavior.to(IDENTITY));
  }

  /** Goes there; at once where nobody has made a gesture yet, who could have seen it move. */
  to(next: Magnification): void {
    if (this.#behavior) this.#behavior.to(next);
    else this.place(next);
  }

  /** Puts the drawing there at once. */
  place(next: Magnification): void {
    if (this.#behavior) {
      this.#behavior.place(next);
      return;
    }
    this.#placed = next;
    this.#options.onMagnify(next);
  }

  /** Zooms so that a box fills most of the drawing. */
  toBox(box: Box): void {
    const [width, height] = this.#size;
    this.#do((behavior) => behavior.to(magnifyBox(box, width, height, BOX_ZOOM_LIMIT)));
  }

  #do(act: (behavior: ZoomBehavior) => void): void {
    if (this.#behavior) act(this.#behavior);
    else {
      this.#waiting = act;
      this.#load?.();
    }
  }
}
