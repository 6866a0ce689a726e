/** The dataset worker's side of the conversation. */
import { LoadError } from '../load/fetch-json.ts';
import { loadDataset } from '../load/load-dataset.ts';
import type { LoadProgress } from '../load/read-text.ts';
import type { DatasetAnswer, LoadRequest } from './dataset-messages.ts';
import { sendDataset } from './dataset-pieces.ts';

/** Least time between two messages of progress while a file is read, ms. */
const PROGRESS_INTERVAL_MS = 100;

/** Sends an answer; the buffers are handed over rather than copied. */
export type PostDatasetAnswer = (answer: DatasetAnswer, transfer: ArrayBuffer[]) => void;

/** Answers a load with progress, then the dataset in pieces, or a fault. */
export async function answerLoad({ id, address, url }: LoadRequest, post: PostDatasetAnswer): Promise<void> {
  let nextMs = 0;
  const onProgress = (progress: LoadProgress) => {
    const now = performance.now();
    if (progress.phase === 'reading' && now < nextMs) return;
    nextMs = now + PROGRESS_INTERVAL_MS;
    post({ kind: 'progress', id, progress }, []);
  };
  try {
    sendDataset(await loadDataset(address, { url, onProgress }), id, post);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const advice = error instanceof LoadError ? error.advice : null;
    post({ kind: 'fault', id, message, advice }, []);
  }
}
