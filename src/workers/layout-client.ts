/** The page's end of the layout worker. */
import type { LayoutGraph, LayoutPicture } from '../layout/coauthor-layout.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-messages.ts';

/** What the page wants to hear. After `onResult` or `onError` nothing more is said. */
export interface LayoutHandlers {
  /**
   * Positions on the way, at most ten times a second; small graphs give a result at once and no progress.
   * @param share how much is done, 0 to 1
   */
  readonly onProgress?: (picture: LayoutPicture, share: number) => void;
  readonly onResult: (picture: LayoutPicture) => void;
  /** In words, for a person. */
  readonly onError: (message: string) => void;
}

/** A layout under way. */
export interface LayoutRun {
  /** Stops it; no handler is called any more. Without effect when it has ended. */
  cancel(): void;
}

/** How long the page's own thread may be held at once where there is no worker, ms. */
const MAIN_THREAD_SLICE_MS = 8;

let lastId = 0;

/**
 * Lays the graph out in a worker, which ends with the answer or when cancelled. Where no worker can be had
 * (an older host, a foreign origin, a strict policy) the layout runs here in short slices.
 * @param aspect width by height of the panel, above 0
 */
export function startLayout(graph: LayoutGraph, aspect: number, handlers: LayoutHandlers): LayoutRun {
  const request: LayoutRequest = { kind: 'layout', id: ++lastId, graph: layoutPartOf(graph), aspect };
  let stop: (() => void) | undefined;
  let ended = false;
  const end = () => {
    ended = true;
    stop?.();
    stop = undefined;
  };
  const listen = (answer: LayoutAnswer) => {
    if (ended || (answer.id !== request.id && answer.id !== -1)) return;
    if (answer.kind === 'progress') {
      handlers.onProgress?.(answer.picture, answer.share);
      return;
    }
    end();
    if (answer.kind === 'result') handlers.onResult(answer.picture);
    else handlers.onError(answer.message);
  };
  const runHere = () => {
    if (ended) return;
    stop = runOnThisThread(request, listen);
  };
  stop = runInWorker(request, listen, runHere);
  if (stop === undefined) runHere();
  return { cancel: end };
}

/** The arrays that the layout reads; a whole co-author graph would carry its record lists to the worker. */
function layoutPartOf(graph: LayoutGraph): LayoutGraph {
  const { nodeCount, edgeSource, edgeTarget, edgeWeight } = graph;
  const { recordCountOfNode, component, componentCount, hubCount } = graph;
  return {
    nodeCount,
    edgeSource,
    edgeTarget,
    edgeWeight,
    recordCountOfNode,
    component,
    componentCount,
    hubCount,
  };
}

/** Starts the worker; undefined where it can't be made, `onUnavailable` where its script turns out not to run. */
function runInWorker(
  request: LayoutRequest,
  listen: (answer: LayoutAnswer) => void,
  onUnavailable: () => void,
): (() => void) | undefined {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
  let hasAnswered = false;
  worker.addEventListener('message', (event: MessageEvent<LayoutAnswer>) => {
    hasAnswered = true;
    listen(event.data);
  });
  worker.addEventListener('error', (event) => {
    worker.terminate();
    if (hasAnswered)
      listen({ kind: 'fault', id: request.id, message: event.message || 'the layout stopped' });
    else onUnavailable();
  });
  worker.postMessage(request);
  return () => worker.terminate();
}

function runOnThisThread(request: LayoutRequest, listen: (answer: LayoutAnswer) => void): () => void {
  let cancel: (() => void) | undefined;
  let cancelled = false;
  import('./layout-session.ts').then(
    ({ LayoutSession }) => {
      if (cancelled) return;
      const session = new LayoutSession((answer) => listen(answer), MAIN_THREAD_SLICE_MS);
      cancel = () => session.receive({ kind: 'cancel', id: request.id });
      session.receive(request);
    },
    () => listen({ kind: 'fault', id: request.id, message: 'the layout could not be loaded' }),
  );
  return () => {
    cancelled = true;
    cancel?.();
  };
}
