/** The page's end of the layout worker. */
import type { CoauthorGraph } from '../layout/coauthors/coauthor-graph.ts';
import type { LayoutPicture } from '../layout/coauthors/coauthor-layout.ts';
import type { Communities } from '../layout/coauthors/communities.ts';
import { isSameGraph, openLayoutWorker, postQuestion, takeHeadStart } from './layout-head-start.ts';
import type { LayoutAnswer, LayoutQuestion, LayoutRequest, PanelQuestion } from './layout-messages.ts';

/** What the page wants to hear. After `onResult` or `onError` nothing more is said. */
export interface LayoutHandlers {
  /** The graph, before any positions of its nodes. */
  readonly onGraph: (graph: CoauthorGraph) => void;
  /** Once, at the latest before the result. */
  readonly onCommunities: (communities: Communities) => void;
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
 * Makes a graph and lays it out in a worker, which ends with the answer or when cancelled. Where no worker can be
 * had (an older host, a foreign origin, a strict policy) all that runs here, the layout in short slices.
 */
export function startLayout(question: PanelQuestion, handlers: LayoutHandlers): LayoutRun {
  const begun = takeHeadStart(question);
  const isAhead = begun !== undefined && isSameGraph(begun.asked, question);
  const id = isAhead ? begun.asked.id : ++lastId;
  const request = { kind: 'layout', ...question, id } as const;
  let stop: (() => void) | undefined;
  let ended = false;
  const end = () => {
    ended = true;
    stop?.();
    stop = undefined;
  };
  const listen = (answer: LayoutAnswer) => {
    if (ended || (answer.id !== id && answer.id !== -1)) return;
    if (answer.kind === 'result' || answer.kind === 'fault') end();
    if (answer.kind === 'graph') handlers.onGraph(answer.graph);
    else if (answer.kind === 'communities') handlers.onCommunities(answer.communities);
    else if (answer.kind === 'progress') handlers.onProgress?.(answer.picture, answer.share);
    else if (answer.kind === 'result') handlers.onResult(answer.picture);
    else handlers.onError(answer.message);
  };
  const runHere = () => {
    if (ended) return;
    stop = runOnThisThread(request, listen);
  };
  const worker = begun?.worker ?? openLayoutWorker();
  if (worker) {
    const opening = isAhead ? ({ kind: 'aspect', id, aspect: question.aspect } as const) : request;
    stop = runInWorker(worker, opening, isAhead ? begun.heard : [], listen, runHere);
  } else runHere();
  return { cancel: end };
}

/**
 * @param opening the request; where it was asked ahead, its panel
 * @param heard what was answered ahead
 * @param onUnavailable called where its script turns out not to run
 */
function runInWorker(
  worker: Worker,
  opening: LayoutQuestion,
  heard: readonly MessageEvent<LayoutAnswer>[],
  listen: (answer: LayoutAnswer) => void,
  onUnavailable: () => void,
): () => void {
  let hasAnswered = false;
  const hear = (event: MessageEvent<LayoutAnswer>) => {
    hasAnswered = true;
    listen(event.data);
  };
  // never before the run is in its owner's hands
  queueMicrotask(() => heard.forEach(hear));
  worker.addEventListener('message', hear);
  worker.addEventListener('error', (event) => {
    worker.terminate();
    if (hasAnswered)
      listen({ kind: 'fault', id: opening.id, message: event.message || 'the layout stopped' });
    else onUnavailable();
  });
  postQuestion(worker, opening);
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
