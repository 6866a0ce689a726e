/** The page's end of the dataset worker. */
import { bundledFile } from '../load/bundled-files.ts';
import { LoadError } from '../load/answer-for.ts';
import type { OnProgress } from '../load/load-progress.ts';
import { stoppable } from '../load/stoppable.ts';
import type { Dataset } from '../model/dataset.ts';
import type { DatasetAnswer, DatasetRequest, LoadAnswer, LoadRequest } from './dataset-messages.ts';
import { DatasetPieces } from './dataset-pieces.ts';
import { EARLY_ID, takeEarlyDataset } from './early-dataset.ts';

/** A dataset that is there, and the worker that can search its records. */
export interface LoadedDataset {
  readonly dataset: Dataset;
  /** What a SearchPort asks; undefined where no worker can be had. */
  readonly worker: Worker | undefined;
}

/** A dataset under way. */
export interface DatasetRun {
  /** Rejects with a {@link LoadError} for a fault of the file or of the way to it, and after `cancel`. */
  readonly loaded: Promise<LoadedDataset>;
  /** Gives it up. Without effect when it has ended. */
  cancel(): void;
}

let lastId = 0;

/** Where a dataset is: an address relative to the page, or a file of somebody's computer. */
export type DatasetPlace = string | File;

/** As messages name it. */
const nameOf = (place: DatasetPlace) => (typeof place === 'string' ? place : place.name);

/**
 * Fetches or reads, parses and checks the dataset in a worker, so that the page stays quick; the worker stays for
 * searches. Where no worker can be had (an older host, a page opened from a file, a strict policy) it is done here.
 */
export function openDataset(place: DatasetPlace, onProgress: OnProgress): DatasetRun {
  const stopping = new AbortController();
  const { signal } = stopping;
  const hear: OnProgress = (progress) => {
    if (!signal.aborted) onProgress(progress);
  };
  const loading = loadInWorker(place, hear, signal).then(
    (loaded) => loaded ?? loadOnThisThread(place, hear, signal),
  );
  const { loaded, stop } = stoppable(loading, nameOf(place), () => stopping.abort());
  return { loaded, cancel: stop };
}

async function loadOnThisThread(
  place: DatasetPlace,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<LoadedDataset> {
  const { loadDataset } = await import('../load/load-dataset.ts');
  const file = typeof place === 'string' ? {} : { file: place };
  const dataset = await loadDataset(nameOf(place), { ...file, onProgress, signal });
  return { dataset, worker: undefined };
}

/** Undefined where the worker can't be made, or has said nothing and will not: its script doesn't run here. */
async function loadInWorker(
  place: DatasetPlace,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<LoadedDataset | undefined> {
  const early = typeof place === 'string' ? takeEarlyDataset(place) : undefined;
  let worker: Worker;
  try {
    worker = early?.worker ?? new Worker(new URL('./dataset.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
  const id = early ? EARLY_ID : ++lastId;
  const end = () => worker.terminate();
  signal.addEventListener('abort', end);
  try {
    const answer = datasetFrom(worker, id, onProgress);
    if (early) early.heard.forEach((event) => worker.dispatchEvent(event));
    else askFor(worker, id, place);
    const dataset = await answer;
    // given up or not, the dataset is there: now the worker belongs to the searches
    signal.removeEventListener('abort', end);
    if (dataset) return { dataset, worker };
    end();
    return undefined;
  } catch (error) {
    end();
    throw error;
  }
}

function askFor(worker: Worker, id: number, place: DatasetPlace): void {
  const request = { kind: 'load', id, address: nameOf(place), ...sourceOf(place) } as const;
  worker.postMessage(request satisfies DatasetRequest);
}

/** A file is handed over as it is: its bytes are read in the worker. */
function sourceOf(place: DatasetPlace): Pick<LoadRequest, 'url' | 'text' | 'file'> {
  if (typeof place !== 'string') return { file: place };
  const url = new URL(place, document.baseURI).href;
  const text = bundledFile(place);
  return text === undefined ? { url } : { url, text };
}

function datasetFrom(worker: Worker, id: number, onProgress: OnProgress): Promise<Dataset | undefined> {
  const pieces = new DatasetPieces();
  let hasAnswered = false;
  const take = (answer: LoadAnswer, resolve: (dataset: Dataset) => void, reject: (e: Error) => void) => {
    if (answer.kind === 'progress') onProgress(answer.progress);
    else if (answer.kind === 'texts') pieces.add(answer);
    else if (answer.kind === 'dataset') resolve(pieces.join(answer));
    else {
      const { message, advice } = answer;
      reject(advice === null ? new Error(message) : new LoadError(message, advice));
    }
  };
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const { signal } = listening;
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<DatasetAnswer>) => {
        if (!isOfLoad(data) || data.id !== id) return;
        hasAnswered = true;
        if (data.kind === 'dataset' || data.kind === 'fault') listening.abort();
        take(data, resolve, reject);
      },
      { signal },
    );
    worker.addEventListener(
      'messageerror',
      () => reject(new Error('a message of the dataset worker could not be read')),
      { signal },
    );
    worker.addEventListener(
      'error',
      (event) => {
        if (hasAnswered) reject(new Error(event.message || 'the dataset worker stopped'));
        else resolve(undefined);
      },
      { signal },
    );
  });
}

function isOfLoad(answer: DatasetAnswer): answer is LoadAnswer {
  return ['progress', 'texts', 'dataset', 'fault'].includes(answer.kind);
}
