/** The gestures of zooming, by d3-zoom: loaded after the first view, which needs none. */
import { select, type Selection } from 'd3-selection';
import 'd3-transition'; // gives selections their transitions
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior as D3Zoom } from 'd3-zoom';
import type { Magnification } from '../../layout/map/magnification.ts';
import { ONE_FINGER_SCROLLS } from './magnification.ts';
import { pageScale } from './page-scale.ts';

type Surface = SVGSVGElement | HTMLElement;

/** Whether motion is wanted. */
const motionMs = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 350);

/** In a frame, the page around may scroll, and one cannot see whether it does. */
const isFramed = window.parent !== window;

/**
 * A wheel turned over a chart scrolls the page where a page can scroll; then zooming takes Ctrl or ⌘.
 * One finger scrolls the page until the drawing is zoomed in, and in a frame always: two move and zoom it.
 */
function wanted(event: MouseEvent | TouchEvent | WheelEvent, zoomed: boolean, pans: boolean): boolean {
  if (event instanceof WheelEvent) {
    const pageScrolls =
      isFramed || document.documentElement.scrollHeight > document.documentElement.clientHeight + 1;
    return !pageScrolls || event.ctrlKey || event.metaKey;
  }
  if ('touches' in event) return event.touches.length > 1 || (zoomed && pans && !isFramed);
  if (!pans) return false;
  return event.button === 0 && !event.altKey;
}

interface BehaviorOptions {
  readonly maxZoom: number;
  readonly onMagnify: (next: Magnification) => void;
  readonly pans?: () => boolean;
}

/** Zooming of one element, as long as it is attached. */
export class ZoomBehavior {
  readonly #behavior: D3Zoom<Surface, unknown>;
  readonly #target: Selection<Surface, unknown, null, undefined>;
  readonly #element: Surface;
  #zoomed = false;
  /** d3-zoom knows how an SVG is scaled; of other elements it takes distances as the screen has them. */
  #scale = 1;

  constructor(element: Surface, { maxZoom, onMagnify, pans = () => true }: BehaviorOptions) {
    this.#element = element;
    this.#behavior = zoom<Surface, unknown>()
      .scaleExtent([1, maxZoom])
      .clickDistance(4)
      .filter((event: MouseEvent | TouchEvent | WheelEvent) => wanted(event, this.#zoomed, pans()))
      .on('zoom', ({ transform: { k, x, y } }: D3ZoomEvent<Surface, unknown>) => {
        this.#zoomed = k > 1;
        onMagnify({ k, x: x / this.#scale, y: y / this.#scale });
      });
    this.#target = select<Surface, unknown>(element);
    this.#target.call(this.#behavior).on('dblclick.zoom', null);
    element.style.touchAction = ONE_FINGER_SCROLLS; // d3-zoom would take all touches
  }

  detach(): void {
    this.#target.on('.zoom', null);
  }

  /** Keeps the drawing inside its box. */
  resize(width: number, height: number): void {
    this.#scale = this.#element instanceof HTMLElement ? pageScale(this.#element) : 1;
    const extent: [[number, number], [number, number]] = [
      [0, 0],
      [width * this.#scale, height * this.#scale],
    ];
    this.#behavior.extent(extent).translateExtent(extent);
  }

  by(factor: number): void {
    this.#target
      .transition()
      .duration(motionMs())
      .call((target) => this.#behavior.scaleBy(target, factor));
  }

  to(next: Magnification): void {
    this.#target
      .transition()
      .duration(motionMs())
      .call((target) => this.#behavior.transform(target, this.#transform(next)));
  }

  /** At once. */
  place(next: Magnification): void {
    this.#target.interrupt().call((target) => this.#behavior.transform(target, this.#transform(next)));
  }

  #transform({ k, x, y }: Magnification) {
    return zoomIdentity.translate(x * this.#scale, y * this.#scale).scale(k);
  }
}
