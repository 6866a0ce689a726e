/**
 * A layout begun before its panel is there, once the dataset is: the graph and where its forces start are worked out
 * while the other views are built. Not earlier: on two cores what loads and paints the other views would wait for it.
 */
import type { GraphQuestion, LayoutAnswer, LayoutQuestion, LayoutRequest } from './layout-messages.ts';

/** A worker that was asked for a graph, the panel left open. */
export interface HeadStart {
  readonly worker: Worker;
  readonly asked: LayoutRequest;
  /** What it answered until it was taken over, unread: reading a large graph takes a moment of the page's thread. */
  readonly heard: readonly MessageEvent<LayoutAnswer>[];
}

/** Id of a request that was asked ahead; the others count from 1. */
const AHEAD_ID = 0;

/** By the column of authors. */
const ahead = new WeakMap<Uint32Array, { readonly take: () => HeadStart | undefined }>();

/** A layout worker, its script under way; undefined where none can be had. */
export function openLayoutWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

/**
 * Posts a question, a graph's with columns of its own: of a column the whole memory is sent in which it lies, and those
 * of a dataset lie in its file's.
 */
export function postQuestion(worker: Worker, question: LayoutQuestion): void {
  if (question.kind !== 'layout') {
    worker.postMessage(question);
    return;
  }
  const authorOffset = question.bylines.authorOffset.slice();
  const author = question.bylines.author.slice();
  worker.postMessage({ ...question, bylines: { authorOffset, author } }, [
    authorOffset.buffer,
    author.buffer,
  ]);
}

/** Asks for a graph; whoever asks for one of the same bylines next takes over the worker. */
export function beginLayout(worker: Worker, question: Omit<GraphQuestion, 'aspect'>): void {
  const asked: LayoutRequest = { kind: 'layout', id: AHEAD_ID, ...question, aspect: null };
  const heard: MessageEvent<LayoutAnswer>[] = [];
  const listening = new AbortController();
  const { signal } = listening;
  let failed = false;
  worker.addEventListener('message', (event: MessageEvent<LayoutAnswer>) => heard.push(event), { signal });
  worker.addEventListener('error', () => (failed = true), { signal });
  postQuestion(worker, asked);
  const take = () => {
    listening.abort();
    if (!failed) return { worker, asked, heard };
    worker.terminate();
    return undefined;
  };
  ahead.set(asked.bylines.author, { take });
}

/** The worker that was asked ahead for a graph of these bylines, once; undefined where there is none, or it failed. */
export function takeHeadStart({
  bylines: { author },
}: Pick<GraphQuestion, 'bylines'>): HeadStart | undefined {
  const begun = ahead.get(author);
  ahead.delete(author);
  return begun?.take();
}

/** Whether what was asked ahead is what is asked now; the panel aside. */
export function isSameGraph(asked: GraphQuestion, now: GraphQuestion): boolean {
  return (
    asked.maxPairAuthors === now.maxPairAuthors &&
    asked.part.ego === now.part.ego &&
    asked.part.hideSingles === now.part.hideSingles &&
    (now.part.ego < 0 || asked.part.depth === now.part.depth)
  );
}
