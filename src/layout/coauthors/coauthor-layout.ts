/** From a co-author graph to positions: components one by one, packed together; in steps, so that it can be watched. */
import { layoutComponent, type ComponentLayout } from './coauthor-layout-component.ts';
import {
  boundsOf,
  cutIntoParts,
  nodeRadii,
  type GraphPart,
  type LayoutBounds,
  type LayoutGraph,
} from './coauthor-layout-parts.ts';
import { packComponents, type PackPart } from './pack-components.ts';

export { nodeRadii, type LayoutBounds, type LayoutGraph };

/**
 * Where everybody stands. The unit is the radius of an author with one record; see {@link nodeRadii}. y grows
 * downwards, (0, 0) is the middle of the bounds.
 */
export interface LayoutPicture {
  /** By node. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Holds all discs with their radii; all 0 for an empty graph. */
  readonly bounds: LayoutBounds;
}

/** Space between two components, layout units. */
const COMPONENT_GAP = 2;

/** Distance between two authors without a co-author in their block, by the radius of the row's largest. */
const SINGLE_STEP = 2.6;

/** The layout of a whole graph under way. The same graph and aspect always end in the same positions. */
export class CoauthorLayout {
  readonly #graph: LayoutGraph;
  #aspect = 1;
  readonly #parts: readonly GraphPart[];
  readonly #layouts: readonly ComponentLayout[];
  /** Nodes without a link. */
  readonly #singles: Uint32Array;
  readonly #radius: Float64Array;
  #at = 0;

  /** @param centre a node that stands in the middle where all wrote with all; -1 for none */
  constructor(graph: LayoutGraph, centre = -1) {
    this.#graph = graph;
    this.#radius = nodeRadii(graph);
    const parts = cutIntoParts(graph);
    this.#parts = parts.filter(({ node }) => node.length > 1);
    this.#singles = Uint32Array.from(
      parts.filter(({ node }) => node.length === 1),
      ({ node }) => node[0]!,
    );
    this.#layouts = this.#parts.map((part) => layoutComponent(part, part.node.indexOf(centre)));
  }

  /**
   * Says what the picture is for; before the first step, which is as soon as that must be known.
   * @param aspect width by height of the panel, above 0; very long panels are treated as 8 to 1
   */
  fit(aspect: number): this {
    this.#aspect = Math.min(8, Math.max(1 / 8, aspect));
    const largest = this.#parts[0];
    if (largest)
      this.#layouts[0]!.spread(stretched(this.#aspect, largest.node.length / this.#graph.nodeCount));
    return this;
  }

  /** How much is done, 0 to 1. */
  get share(): number {
    let done = 0;
    let all = 0;
    this.#layouts.forEach((layout, i) => {
      const size = this.#parts[i]!.node.length;
      done += layout.share * size;
      all += size;
    });
    return all === 0 ? 1 : done / all;
  }

  /**
   * Computes for about that long, ms; at least one small piece.
   * @returns whether the layout is done
   */
  step(budgetMs: number): boolean {
    const end = performance.now() + budgetMs;
    while (this.#at < this.#layouts.length) {
      const layout = this.#layouts[this.#at]!;
      if (layout.done) this.#at++;
      else {
        layout.step();
        if (performance.now() >= end) break;
      }
    }
    return this.#at >= this.#layouts.length;
  }

  /** The picture as it is now; arrays of its own. */
  picture(): LayoutPicture {
    const x = new Float32Array(this.#graph.nodeCount);
    const y = new Float32Array(this.#graph.nodeCount);
    const groups = this.#groups();
    const packing = packComponents(groups, this.#aspect, COMPONENT_GAP);
    groups.forEach((group, g) => {
      group.node.forEach((node, i) => {
        x[node] = group.x[i]! + packing.offsetX[g]!;
        y[node] = group.y[i]! + packing.offsetY[g]!;
      });
    });
    return centred(x, y, this.#radius);
  }

  /** Components, and the singles as one block, from the largest to the smallest. */
  #groups(): PackGroup[] {
    const groups: PackGroup[] = this.#parts.map(({ node, radius }, i) => {
      const { x, y } = this.#layouts[i]!;
      return { node, x, y, radius };
    });
    if (this.#singles.length > 0) groups.push(this.#singlesBlock());
    return groups.sort((a, b) => b.node.length - a.node.length);
  }

  /** Rows from the largest disc to the smallest; a row is as high as its largest. */
  #singlesBlock(): PackGroup {
    const node = this.#singles.slice().sort((a, b) => this.#radius[b]! - this.#radius[a]! || a - b);
    const radius = Float64Array.from(node, (each) => this.#radius[each]!);
    const area = radius.reduce((sum, r) => sum + (SINGLE_STEP * r) ** 2, 0);
    const width = Math.max(SINGLE_STEP * radius[0]!, Math.sqrt(area * this.#aspect));
    const x = new Float64Array(node.length);
    const y = new Float64Array(node.length);
    let column = 0;
    let rowY = 0;
    let step = SINGLE_STEP * radius[0]!;
    for (let i = 0; i < node.length; i++) {
      if (column * step >= width) {
        const nextStep = SINGLE_STEP * radius[i]!;
        rowY += (step + nextStep) / 2;
        step = nextStep;
        column = 0;
      }
      x[i] = (column + 0.5) * step;
      y[i] = rowY;
      column++;
    }
    return { node, radius, x, y };
  }
}

interface PackGroup extends PackPart {
  readonly node: Uint32Array;
}

/** The biggest component's form: what the panel leaves when the others have their share beside it; at most 2 to 1. */
function stretched(aspect: number, share: number): number {
  return aspect >= 1 ? Math.min(2, Math.max(1, aspect * share)) : Math.max(0.5, Math.min(1, aspect / share));
}

/** The whole layout at once. */
export function layoutCoauthors(graph: LayoutGraph, aspect: number): LayoutPicture {
  const layout = new CoauthorLayout(graph).fit(aspect);
  layout.step(Infinity);
  return layout.picture();
}

function centred(x: Float32Array, y: Float32Array, radius: Float64Array): LayoutPicture {
  if (x.length === 0) return { x, y, bounds: { x0: 0, y0: 0, x1: 0, y1: 0 } };
  const before = boundsOf(x, y, radius);
  const middleX = (before.x0 + before.x1) / 2;
  const middleY = (before.y0 + before.y1) / 2;
  for (let i = 0; i < x.length; i++) {
    x[i]! -= middleX;
    y[i]! -= middleY;
  }
  return { x, y, bounds: boundsOf(x, y, radius) };
}
