/** The page's end of the dataset worker. */
import { LoadError } from '../load/fetch-json.ts';
import type { OnProgress } from '../load/read-text.ts';
import type { Dataset } from '../model/dataset.ts';
import type { DatasetAnswer, LoadRequest } from './dataset-messages.ts';
import { DatasetPieces } from './dataset-pieces.ts';

/** A dataset under way. */
export interface DatasetRun {
  /** Rejects with a {@link LoadError} for a fault of the file or of the way to it, and after `cancel`. */
  readonly dataset: Promise<Dataset>;
  /** Gives it up. Without effect when it has ended. */
  cancel(): void;
}

/** The worker has said nothing and will not: its script doesn't run here. */
const NO_WORKER = Symbol('no worker');

let lastId = 0;

/**
 * Fetches, parses and checks the dataset in a worker, so that the page stays quick. Where no worker can be had (an
 * older host, a page opened from a file, a strict policy) it is done here.
 * @param address relative to the page
 */
export function openDataset(address: string, onProgress: OnProgress): DatasetRun {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = new Promise<never>((_, reject) => {
    const fault = new LoadError(`Loading ${address} was stopped.`, 'Reload this page to load it after all.');
    signal.addEventListener('abort', () => reject(fault));
  });
  const hear: OnProgress = (progress) => {
    if (!signal.aborted) onProgress(progress);
  };
  const loading = loadInWorker(address, hear, signal).then((found) =>
    found === NO_WORKER ? loadOnThisThread(address, hear, signal) : found,
  );
  return { dataset: Promise.race([loading, stopped]), cancel: () => stopping.abort() };
}

async function loadOnThisThread(
  address: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Dataset> {
  const { loadDataset } = await import('../load/load-dataset.ts');
  return loadDataset(address, { onProgress, signal });
}

function loadInWorker(
  address: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Dataset | typeof NO_WORKER> {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./dataset.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return Promise.resolve(NO_WORKER);
  }
  const id = ++lastId;
  const url = new URL(address, document.baseURI).href;
  const answer = listen(worker, id, onProgress);
  signal.addEventListener('abort', () => worker.terminate());
  worker.postMessage({ kind: 'load', id, address, url } satisfies LoadRequest);
  return answer.finally(() => worker.terminate());
}

function listen(worker: Worker, id: number, onProgress: OnProgress): Promise<Dataset | typeof NO_WORKER> {
  const pieces = new DatasetPieces();
  let hasAnswered = false;
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<DatasetAnswer>) => {
      if (data.id !== id) return;
      hasAnswered = true;
      if (data.kind === 'progress') onProgress(data.progress);
      else if (data.kind === 'texts') pieces.add(data);
      else if (data.kind === 'dataset') resolve(pieces.join(data));
      else reject(data.advice === null ? new Error(data.message) : new LoadError(data.message, data.advice));
    });
    worker.addEventListener('messageerror', () => {
      reject(new Error('a message of the dataset worker could not be read'));
    });
    worker.addEventListener('error', (event) => {
      if (hasAnswered) reject(new Error(event.message || 'the dataset worker stopped'));
      else resolve(NO_WORKER);
    });
  });
}
