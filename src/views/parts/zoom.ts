/** Zoom and pan for one drawing, by wheel, drag, pinch and buttons. The gestures load after the first view. */
import type { Attachment } from 'svelte/attachments';
import type { ZoomBehavior } from './zoom-behavior.ts';

/** How the drawing is enlarged: px on the screen = k * px of the drawing + (x, y). */
export interface Magnification {
  /** 1 or more. */
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const IDENTITY: Magnification = { k: 1, x: 0, y: 0 };

/** [[left, top], [right, bottom]] in the drawing's own pixels. */
export type Box = readonly [readonly [number, number], readonly [number, number]];

export interface ZoomOptions {
  readonly maxZoom: number;
  readonly onMagnify: (next: Magnification) => void;
}

/** The magnification at which a box fills 60 % of the drawing, centred. */
export function magnifyBox(box: Box, width: number, height: number, maxZoom: number): Magnification {
  const [[left, top], [right, bottom]] = box;
  const exact = 0.6 * Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top));
  const k = Math.min(maxZoom, Math.max(1, exact));
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 };
}

export class Zooming {
  readonly #options: ZoomOptions;
  #behavior: ZoomBehavior | null = null;
  #size: readonly [number, number] = [0, 0];
  /** What was asked for before the gestures were loaded. */
  #waiting: ((behavior: ZoomBehavior) => void) | null = null;

  constructor(options: ZoomOptions) {
    this.#options = options;
  }

  /** Attach to the element that takes the gestures. */
  readonly attach: Attachment<SVGSVGElement | HTMLElement> = (element) => {
    let detached = false;
    // without the gestures the drawing still stands: nothing else depends on them
    void import('./zoom-behavior.ts').then(({ ZoomBehavior: Behavior }) => {
      if (detached) return;
      this.#behavior = new Behavior(element, this.#options.maxZoom, this.#options.onMagnify);
      this.#behavior.resize(...this.#size);
      this.#waiting?.(this.#behavior);
      this.#waiting = null;
    });
    return () => {
      detached = true;
      this.#behavior?.detach();
      this.#behavior = null;
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

  /** Zooms so that a box fills most of the drawing. */
  toBox(box: Box): void {
    const [width, height] = this.#size;
    this.#do((behavior) => behavior.to(magnifyBox(box, width, height, this.#options.maxZoom)));
  }

  #do(act: (behavior: ZoomBehavior) => void): void {
    if (this.#behavior) act(this.#behavior);
    else this.#waiting = act;
  }
}
