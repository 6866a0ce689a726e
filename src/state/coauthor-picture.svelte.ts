/** The co-author graph of the dataset and where its people stand, arranged in the background. */
import { buildCoauthorGraph, MAX_PAIR_AUTHORS, type CoauthorGraph } from '../layout/coauthor-graph.ts';
import { nodeRadii } from '../layout/coauthor-layout-parts.ts';
import type { LayoutPicture } from '../layout/coauthor-layout.ts';
import type { Dataset } from '../model/dataset.ts';
import { startLayout, type LayoutRun } from '../workers/layout-client.ts';

/** The picture that was made last of a dataset. */
const drawn = new WeakMap<Dataset, CoauthorPicture>();

/** The picture on the page, for files; undefined where the page never drew one. */
export function drawnPicture(dataset: Dataset): CoauthorPicture | undefined {
  return drawn.get(dataset);
}

export class CoauthorPicture {
  /** Of all records: a filter fades people and moves nobody. */
  readonly graph: CoauthorGraph;
  /** By node, layout units. */
  readonly radius: Float64Array;
  #positions: LayoutPicture | null = $state.raw(null);
  #share = $state(0);
  #fault = $state('');

  constructor(dataset: Dataset) {
    this.graph = buildCoauthorGraph(dataset.records, dataset.authors.family.length, MAX_PAIR_AUTHORS);
    this.radius = nodeRadii(this.graph);
    drawn.set(dataset, this);
  }

  /** The positions so far; null until there are any. */
  get positions(): LayoutPicture | null {
    return this.#positions;
  }
  /** How much of the arranging is done, 0 to 1. */
  get share(): number {
    return this.#share;
  }
  /** What went wrong, in words, or "". */
  get fault(): string {
    return this.#fault;
  }

  /**
   * Arranges the people for a panel.
   * @param aspect width by height, above 0
   * @returns the run, to be cancelled when nobody looks any more
   */
  arrange(aspect: number): LayoutRun {
    return startLayout(this.graph, aspect, {
      onProgress: (positions, share) => {
        this.#positions = positions;
        this.#share = share;
      },
      onResult: (positions) => {
        this.#positions = positions;
        this.#share = 1;
      },
      onError: (message) => (this.#fault = message),
    });
  }
}
