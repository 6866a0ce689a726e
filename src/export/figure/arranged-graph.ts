/** The graph for a file: as the page has arranged it, or is arranging it; where nobody looks at it, arranged for files. */
import type { Dataset } from '../../model/dataset.ts';
import {
  CoauthorPicture,
  pictureOf,
  type ArrangedGraph,
  type GraphAsked,
} from '../../state/coauthors/coauthor-picture.svelte.ts';
import type { Asker } from './pace.ts';

/** Width by height of a graph that the page has not drawn. */
const GRAPH_ASPECT = 1.5;
/** How often it is asked how far the arranging is, ms. */
const ASKED_EVERY_MS = 100;

const ARRANGING = 'Arranging the graph…';

/** Beside the page's pictures, which a file's graph must not replace on the page. */
const forFiles = new WeakMap<Dataset, CoauthorPicture>();

function fileGraphs(dataset: Dataset): CoauthorPicture {
  let picture = forFiles.get(dataset);
  if (!picture) {
    picture = new CoauthorPicture(dataset);
    forFiles.set(dataset, picture);
  }
  return picture;
}

/**
 * A graph with places and communities; one that is under way is waited for, so that nothing is arranged twice.
 * @returns null where the dataset names no author
 * @throws {Error} when it cannot be arranged
 * @throws {DOMException} an AbortError when the file is given up
 */
export async function arrangedAs(
  dataset: Dataset,
  asked: GraphAsked,
  { signal, tell }: Asker,
): Promise<ArrangedGraph | null> {
  if (dataset.records.author.length === 0) return null;
  const own = fileGraphs(dataset);
  const pictures = [pictureOf(dataset), own];
  for (;;) {
    for (const picture of pictures) {
      const known = picture.arrangedAs(asked);
      if (known) return known;
    }
    const busy = pictures.find((picture) => picture.isArranging(asked));
    if (busy) {
      tell(ARRANGING, busy.share);
      await pause(signal);
    } else await arrange(own, asked, { signal, tell });
  }
}

/** Arranges a graph that nobody else is about to. */
async function arrange(picture: CoauthorPicture, asked: GraphAsked, { signal, tell }: Asker): Promise<void> {
  let fault: string | undefined;
  const ended = new AbortController();
  const run = picture.arrange(asked, GRAPH_ASPECT, false, (said) => {
    fault = said;
    ended.abort();
  });
  try {
    while (fault === undefined) {
      tell(ARRANGING, picture.share);
      await pause(signal, ended.signal);
    }
  } catch (error) {
    run.cancel();
    throw error;
  }
  if (fault !== '') throw new Error(`the graph could not be arranged: ${fault}`);
}

/**
 * Waits until it is time to ask again.
 * @param ended aborted where there is nothing to wait for any more
 * @throws {DOMException} an AbortError, at once, when the file is given up
 */
async function pause(signal: AbortSignal, ended?: AbortSignal): Promise<void> {
  const stops = [signal, ...(ended ? [ended] : [])];
  await new Promise<void>((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      for (const each of stops) each.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(stop, ASKED_EVERY_MS);
    for (const each of stops) each.addEventListener('abort', stop);
    if (stops.some(({ aborted }) => aborted)) stop();
  });
  signal.throwIfAborted();
}
