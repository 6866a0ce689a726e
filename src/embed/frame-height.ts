/** How high an embed wants to be: from its width alone, never from the height of the frame around it. */
import type { EmbedView } from '../share/embed-options.ts';

/** At most so wide, a view has the layout of a phone: as the views' own styles have it, CSS px. */
export const PHONE_PX = 640;
/** Up to this width the four views stand two beside each other under the map, CSS px. */
const TABLET_PX = 1150;
export const GAP_PX = 12;

/** Bars of years are as high at any width, and may be pressed to what leaves room for their axis, CSS px. */
const TIME_PX = { usual: 170, least: 86 };

type ViewWithShape = Exclude<EmbedView, 'all' | 'time'>;

const PHONE_HEIGHT: Readonly<Record<ViewWithShape, number>> = {
  map: 470,
  topics: 490,
  coauthors: 420,
  records: 480,
};
/** Height to width, and the limits between which it holds, CSS px. */
const WIDE_SHAPE: Readonly<Record<ViewWithShape, { ratio: number; least: number; most: number }>> = {
  map: { ratio: 0.56, least: 400, most: 680 },
  topics: { ratio: 0.7, least: 430, most: 620 },
  coauthors: { ratio: 0.62, least: 400, most: 680 },
  records: { ratio: 0.6, least: 420, most: 560 },
};

/** The height at which the views of an embed are well drawn. @param widthPx above 0 */
export function viewHeightPx(view: EmbedView, widthPx: number): number {
  if (view === 'time') return TIME_PX.usual;
  if (view === 'all') {
    if (widthPx > TABLET_PX) return 760;
    const heights = widthPx > PHONE_PX ? [460, 490, 420] : Object.values(PHONE_HEIGHT);
    return heights.reduce((sum, height) => sum + height + GAP_PX, -GAP_PX);
  }
  if (widthPx <= PHONE_PX) return PHONE_HEIGHT[view];
  const { ratio, least, most } = WIDE_SHAPE[view];
  return Math.round(Math.min(most, Math.max(least, widthPx * ratio)));
}

/** On a phone a view has this share of its height at least: chips, notes and a long caption then fit into the frame too. */
const PHONE_LEAST = 0.75;
/** No view is pressed further, CSS px. */
const LEAST_PX = 320;

/** A frame of fixed height may press the views down to this; then it scrolls. */
export function leastViewHeightPx(view: EmbedView, widthPx: number): number {
  if (view === 'time') return TIME_PX.least;
  const natural = viewHeightPx(view, widthPx);
  if (view === 'all') return natural;
  return widthPx <= PHONE_PX
    ? Math.max(LEAST_PX, Math.round(natural * PHONE_LEAST))
    : Math.min(natural, LEAST_PX);
}

/** Smaller differences are not worth a message, CSS px. */
const TOLERANCE_PX = 2;
/** After so many heights to and fro between two values (a scrollbar that comes and goes) the larger stands. */
const SWINGS = 3;
/** Slower than this it is a person who changes something, ms. */
const SWING_MS = 500;

/** Decides which heights are told, so that a frame which follows them comes to rest. */
export class HeightStory {
  #told = 0;
  #before = 0;
  #swings = 0;
  #toldAtMs = -Infinity;

  /**
   * The height to tell, whole CSS px, or null for none.
   * @param px as measured
   * @param nowMs of any clock that does not go back
   */
  next(px: number, nowMs: number): number | null {
    const whole = Math.ceil(px);
    if (Math.abs(whole - this.#told) < TOLERANCE_PX) return null;
    const returns = Math.abs(whole - this.#before) < TOLERANCE_PX && nowMs - this.#toldAtMs < SWING_MS;
    this.#swings = returns ? this.#swings + 1 : 0;
    if (this.#swings >= SWINGS && whole < this.#told) {
      this.#toldAtMs = nowMs;
      return null;
    }
    this.#before = this.#told;
    this.#told = whole;
    this.#toldAtMs = nowMs;
    return whole;
  }
}
