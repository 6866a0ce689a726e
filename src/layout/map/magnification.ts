/** How a drawing is enlarged and moved: px on the screen = k * px of the drawing + (x, y). */
export interface Magnification {
  /** 1 or more. */
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const IDENTITY: Magnification = { k: 1, x: 0, y: 0 };
