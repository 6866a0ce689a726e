/** How the graph is zoomed: each scene of a talk begins with the whole, and the page has its own again after the talk. */
import type { CoauthorGraph } from '../../layout/coauthors/coauthor-graph.ts';
import { IDENTITY, type Magnification } from '../../layout/map/magnification.ts';
import { inOtherPanel, type GraphView } from './coauthor-view.ts';
import { Zooming } from '../parts/zoom.ts';

/** What a graph is drawn on. */
interface GraphPanel {
  readonly graph: CoauthorGraph;
  readonly width: number;
  readonly height: number;
}

/** What somebody zoomed to, on a panel as large as it was then. */
interface Seen extends GraphPanel {
  readonly magnification: Magnification;
}

const MAX_ZOOM = 30;

export class GraphZoom {
  #magnification = $state.raw(IDENTITY);
  #panel: GraphPanel | null = null;
  #fittedTo: (width: number, height: number) => GraphView = () => IDENTITY;
  /** Null for the whole. A panel of another size does not change it: the former size shows the same again. */
  #seen: Seen | null = null;
  /** What the page had when the talk began. */
  #ofPage: Seen | null = null;
  /** Whether the page's graph may still be on its way after a talk. */
  #isReturning = false;
  #slide: object | null = null;
  #isPlacing = false;
  readonly zooming = new Zooming({ maxZoom: MAX_ZOOM, onMagnify: (next) => this.#onMagnify(next) });

  get magnification(): Magnification {
    return this.#magnification;
  }

  /**
   * A graph is drawn on a panel: another graph is seen whole, and on another panel its middle stays in the middle.
   * @param fittedTo the whole graph in the middle of a panel
   */
  fit(panel: GraphPanel, fittedTo: (width: number, height: number) => GraphView): void {
    this.#panel = panel;
    this.#fittedTo = fittedTo;
    this.zooming.resize(panel.width, panel.height);
    if (this.#seen?.graph === panel.graph) this.#isReturning = false;
    else if (!this.#isReturning) this.#seen = null;
    this.#place();
  }

  /** Follows a talk. @param slide the scene on show, another object each time it is shown; null on the page */
  follow(slide: object | null): void {
    if (slide === this.#slide) return;
    if (this.#slide === null) this.#ofPage = this.#seen;
    this.#slide = slide;
    this.#seen = slide ? null : this.#ofPage;
    this.#isReturning = !slide;
    this.#place();
  }

  #onMagnify(next: Magnification): void {
    this.#magnification = next;
    if (this.#isPlacing || !this.#panel) return;
    this.#seen = next.k > 1 ? { ...this.#panel, magnification: next } : null;
    this.#isReturning = false;
  }

  /** Puts the drawing at once where it belongs. */
  #place(): void {
    const [seen, panel] = [this.#seen, this.#panel];
    const next =
      seen && seen.graph === panel?.graph
        ? inOtherPanel(seen.magnification, seen, panel, this.#fittedTo)
        : IDENTITY;
    if (next === IDENTITY && this.#magnification === IDENTITY) return;
    this.#isPlacing = true;
    this.zooming.place(next);
    this.#isPlacing = false;
  }
}
