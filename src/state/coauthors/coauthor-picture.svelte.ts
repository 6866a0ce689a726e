/** The co-author graph that is asked for, and where its people stand: made and arranged in the background. */
import type { CoauthorGraph } from '../../layout/coauthors/coauthor-graph.ts';
import { nodeRadii } from '../../layout/coauthors/coauthor-layout-parts.ts';
import type { LayoutPicture } from '../../layout/coauthors/coauthor-layout.ts';
import type { Communities } from '../../layout/coauthors/communities.ts';
import { storedPicture } from '../../layout/coauthors/stored-picture.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { CoauthorSettings } from '../../share/coauthor-settings.ts';
import { startLayout, type LayoutRun } from '../../workers/layout-client.ts';

/** A graph with places for its people. A filter fades people and moves nobody. */
export interface ArrangedGraph {
  readonly graph: CoauthorGraph;
  /** By node, layout units. */
  readonly radius: Float64Array;
  readonly positions: LayoutPicture;
  /** Null until they are found. */
  readonly communities: Communities | null;
}

/** What decides which graph is made; everything else is only drawn otherwise. */
export type GraphAsked = Pick<CoauthorSettings, 'around' | 'steps' | 'hideAlone' | 'maxPairAuthors'>;

const pictures = new WeakMap<Dataset, CoauthorPicture>();

/** The picture of a dataset that the page shows: one, so that a table's way back or a file need not arrange anew. */
export function pictureOf(dataset: Dataset): CoauthorPicture {
  let picture = pictures.get(dataset);
  if (!picture) {
    picture = new CoauthorPicture(dataset);
    pictures.set(dataset, picture);
  }
  return picture;
}

/** Steps count from somebody: of everybody there are none. */
const keyOf = ({ around, steps, hideAlone, maxPairAuthors }: GraphAsked) =>
  `${around === null ? '' : `${around}/${steps}`}/${hideAlone}/${maxPairAuthors}`;

/** Arranged graphs that are kept, so that Back and leaving a surrounding need not wait. */
const KEPT = 6;

export class CoauthorPicture {
  readonly #dataset: Dataset;
  #arranged: ArrangedGraph | null = $state.raw(null);
  #made: CoauthorGraph | null = $state.raw(null);
  #share = $state(0);
  #fault = $state('');
  #people = $state(0);
  readonly #kept = new Map<string, ArrangedGraph>();
  /** What each graph was made for. */
  readonly #askedOf = new WeakMap<CoauthorGraph, GraphAsked>();
  /** Runs that have not come to their end. */
  readonly #running = new Set<{ readonly key: string }>();

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** What was arranged last, also while something else is being arranged; null at first. */
  get arranged(): ArrangedGraph | null {
    return this.#arranged;
  }
  /** The graph of what was arranged last; at first the one that is being arranged, as soon as it is made. */
  get graph(): CoauthorGraph | null {
    return this.#arranged?.graph ?? this.#made;
  }
  /** What {@link graph} was made for: while another is arranged, that of the former settings. */
  get madeFor(): GraphAsked | undefined {
    return this.graph ? this.#askedOf.get(this.graph) : undefined;
  }
  /** How much of the arranging is done, 0 to 1. */
  get share(): number {
    return this.#share;
  }
  /** How many people and hubs are being arranged; 0 until that is known. */
  get people(): number {
    return this.#people;
  }
  /** What went wrong, in words, or "". */
  get fault(): string {
    return this.#fault;
  }

  /** Whether something is being arranged, or its communities are being found. */
  get isBusy(): boolean {
    return this.#running.size > 0;
  }

  /** Whether this graph is being arranged. */
  isArranging(asked: GraphAsked): boolean {
    return [...this.#running].some(({ key }) => key === keyOf(asked));
  }

  /** A graph that was arranged to its end, communities too, and is still kept. */
  arrangedAs(asked: GraphAsked): ArrangedGraph | undefined {
    const known = this.#kept.get(keyOf(asked));
    return known?.communities ? known : undefined;
  }

  /**
   * Makes and arranges a graph for a panel.
   * @param aspect width by height, above 0
   * @param watched whether pictures on the way are wanted, besides the result
   * @param onEnd told once all is there, communities too, or what went wrong
   * @returns the run, to be cancelled when something else is asked or nobody looks any more
   */
  arrange(
    asked: GraphAsked,
    aspect: number,
    watched = true,
    onEnd: (fault: string) => void = () => undefined,
  ): LayoutRun {
    const key = keyOf(asked);
    this.#fault = '';
    const known = this.#kept.get(key);
    if (known) {
      this.#arranged = known;
      this.#share = 1;
      onEnd('');
      return { cancel: () => undefined };
    }
    this.#share = 0;
    const running = { key };
    this.#running.add(running);
    const end = (fault: string) => {
      this.#running.delete(running);
      onEnd(fault);
    };
    let graph: CoauthorGraph | undefined;
    let radius: Float64Array = new Float64Array(0);
    let communities: Communities | null = null;
    /** The picture that the dataset brings along for this graph. */
    let stored: LayoutPicture | undefined;
    const show = (positions: LayoutPicture, share: number) => {
      if (!graph) return;
      this.#arranged = { graph, radius, positions, communities };
      this.#share = share;
    };
    const { records, authors, coauthorLayout } = this.#dataset;
    const isWhole = asked.around === null && !asked.hideAlone;
    const run = startLayout(
      {
        bylines: { authorOffset: records.authorOffset, author: records.author },
        authorCount: authors.family.length,
        maxPairAuthors: asked.maxPairAuthors,
        part: { ego: asked.around ?? -1, depth: asked.steps, hideSingles: asked.hideAlone },
        coloursFirst: isWhole && coauthorLayout?.maxPairAuthors === asked.maxPairAuthors,
        aspect,
      },
      {
        onGraph: (made) => {
          graph = made;
          this.#askedOf.set(made, asked);
          this.#made = made;
          radius = nodeRadii(made);
          this.#people = made.nodeCount;
          if (isWhole) stored = storedPicture(made, asked.maxPairAuthors, coauthorLayout);
          if (stored) show(stored, 1);
        },
        onCommunities: (found) => {
          communities = found;
          if (this.#arranged?.graph === graph && this.#arranged) {
            this.#arranged = { ...this.#arranged, communities };
          }
          if (!stored) return;
          this.#keep(key);
          run.cancel(); // nothing is left to be arranged
          end('');
        },
        onProgress: (positions, share) => {
          if (stored) return;
          if (watched) show(positions, share);
          else this.#share = share;
        },
        onResult: (positions) => {
          show(positions, 1);
          this.#keep(key);
          end('');
        },
        onError: (message) => {
          this.#fault = message;
          end(message);
        },
      },
    );
    return {
      cancel: () => {
        this.#running.delete(running);
        run.cancel();
      },
    };
  }

  #keep(key: string): void {
    if (!this.#arranged) return;
    if (this.#kept.size >= KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    this.#kept.set(key, this.#arranged);
  }
}
