/** The one way from a dataset to the page that shows it: the dataset that lies beside the page, or a file that was opened. */
import type { CrossFilter } from './filter/cross-filter.ts';
import { openFilter } from './filter/open-filter.ts';
import { World } from './layout/map/world.ts';
import type { OnProgress } from './load/load-progress.ts';
import { loadWorld } from './load/load-world.ts';
import { stoppable, type Stoppable } from './load/stoppable.ts';
import type { WorldTopology } from './model/boundary-files.ts';
import type { Dataset } from './model/dataset.ts';
import { DEFAULT_COAUTHORS } from './share/coauthor-settings.ts';
import { AT_ONCE_AUTHORSHIPS } from './state/page/after-paint.svelte.ts';
import { readEntry, type OpenedFile } from './state/address/history-entry.ts';
import { plainQuery } from './state/address/long-query.ts';
import { nextTask } from './state/page/next-task.ts';
import { openDataset } from './workers/dataset-client.ts';
import { beginLayout, openLayoutWorker, takeHeadStart } from './workers/layout-head-start.ts';
import { SearchPort } from './workers/search-port.ts';

/** The page's own dataset, relative to the page. */
export const OWN_DATASET = 'dataset.json';

/** All that the dashboard is made from; nothing of it is shared with that of another dataset but the boundaries. */
export interface OpenedPage {
  readonly file: OpenedFile | null;
  readonly dataset: Dataset;
  /** Over the dataset, without a filter. */
  readonly engine: CrossFilter;
  readonly world: World;
  readonly search: SearchPort;
  /** What the browser's present entry asks for, unpacked. */
  readonly query: string;
  /** Ends its workers, once another dataset is shown. */
  readonly end: () => void;
}

/**
 * Loads a dataset and makes it ready.
 * @param file null for the page's own
 */
export function openPage(file: OpenedFile | null, onProgress: OnProgress): Stoppable<OpenedPage> {
  const run = openDataset(file?.file ?? OWN_DATASET, onProgress);
  const ending = new AbortController();
  const { signal } = ending;
  const everything = Promise.all([
    run.loaded.then((loaded) => {
      if (!isWorldThere) onProgress({ phase: 'boundaries' });
      signal.addEventListener('abort', () => loaded.worker?.terminate());
      return loaded;
    }),
    theWorld(),
    queryOf(file),
  ]).then(async ([{ dataset, worker }, world]) => {
    signal.throwIfAborted();
    performance.mark('dataset loaded');
    arrangeAhead(dataset, signal);
    // indexes, counts and views are made in tasks of their own
    await nextTask();
    const engine = await openFilter(dataset, nextTask);
    await nextTask();
    const search = new SearchPort(dataset, worker);
    // Back may have been pressed meanwhile
    const query = await queryOf(file);
    return { file, dataset, engine, world, search, query, end: () => ending.abort() };
  });
  // without a world the dataset is of no use
  return stoppable(everything, file?.file.name ?? OWN_DATASET, () => {
    run.cancel();
    ending.abort();
  });
}

/** What the page shows of the dataset at first: nothing is asked of a file that was just opened. */
const queryOf = (file: OpenedFile | null): string | Promise<string> =>
  file ? (readEntry(file)?.query ?? '') : plainQuery(location.search);

/** The same for all datasets. */
let world: Promise<World> | undefined;
let isWorldThere = false;

function theWorld(): Promise<World> {
  world ??= loadWorld('geo/world.topo.json').then(unpackAhead);
  // a failure is not kept: the next dataset tries again
  world.catch(() => (world = undefined));
  return world;
}

/** The world as most pages draw it, while the dataset is still on its way. */
function unpackAhead(file: WorldTopology): World {
  isWorldThere = true;
  const made = new World(file);
  setTimeout(() => made.onPlane('equal-earth', false));
  return made;
}

/** The graph of co-authors as most pages open with it; that of a large dataset leaves every core to the other views. */
function arrangeAhead({ records, authors, coauthorLayout }: Dataset, signal: AbortSignal): void {
  const { length } = records.author;
  const worker = length > 0 && length <= AT_ONCE_AUTHORSHIPS ? openLayoutWorker() : undefined;
  if (!worker) return;
  const { maxPairAuthors } = DEFAULT_COAUTHORS;
  const question = {
    bylines: { authorOffset: records.authorOffset, author: records.author },
    authorCount: authors.family.length,
    maxPairAuthors,
    part: { ego: -1, depth: 1, hideSingles: false },
    coloursFirst: coauthorLayout?.maxPairAuthors === maxPairAuthors,
  } as const;
  beginLayout(worker, question);
  // where no panel has taken it over
  signal.addEventListener('abort', () => takeHeadStart(question)?.worker.terminate());
}
