/** The dataset worker's side of the conversation: it loads the dataset, keeps its texts, and searches them. */
import { LoadError } from '../load/answer-for.ts';
import { faultOf } from '../model/fault-of.ts';
import { loadDataset, type ReadResults } from '../load/load-dataset.ts';
import type { LoadProgress } from '../load/load-progress.ts';
import { recordTexts } from '../search/record-texts.ts';
import { SearchSession } from '../search/search-session.ts';
import type { DatasetAnswer, DatasetRequest, LoadRequest } from './dataset-messages.ts';
import { sendDataset } from './dataset-pieces.ts';

/** Least time between two messages of progress while a file is read, ms. */
const PROGRESS_INTERVAL_MS = 100;

/** How long the worker computes before it looks for a newer request, ms. */
const SLICE_MS = 40;

/** Sends an answer; the buffers are handed over rather than copied. */
export type PostDatasetAnswer = (answer: DatasetAnswer, transfer: ArrayBuffer[]) => void;

export class DatasetSession {
  readonly #post: PostDatasetAnswer;
  readonly #readResults: ReadResults | undefined;
  /** There once a dataset is loaded. */
  #search: SearchSession | undefined;

  /** @param readResults what makes a dataset of search results, if any does */
  constructor(post: PostDatasetAnswer, readResults?: ReadResults) {
    this.#post = post;
    this.#readResults = readResults;
  }

  /** Takes one message from the page. */
  receive(request: DatasetRequest): void {
    if (request.kind === 'load') void this.#load(request);
    else if (this.#search) this.#search.receive(request);
    else this.#post({ kind: 'search-fault', message: 'there is no dataset to search yet' }, []);
  }

  /** Answers with progress, then the dataset in pieces, or a fault. */
  async #load({ id, address, ...where }: LoadRequest): Promise<void> {
    let nextMs = 0;
    const onProgress = (progress: LoadProgress) => {
      const now = performance.now();
      if ('bytes' in progress && now < nextMs) return;
      nextMs = now + PROGRESS_INTERVAL_MS;
      this.#post({ kind: 'progress', id, progress }, []);
    };
    try {
      const dataset = await loadDataset(address, {
        ...where,
        ...(this.#readResults ? { readResults: this.#readResults } : {}),
        onProgress,
      });
      // before the number columns are handed over
      const texts = recordTexts(dataset);
      this.#search = new SearchSession(texts, (answer) => this.#post(answer, []), SLICE_MS);
      sendDataset(dataset, id, this.#post);
    } catch (error) {
      const message = faultOf(error);
      const advice = error instanceof LoadError ? error.advice : null;
      this.#post({ kind: 'fault', id, message, advice }, []);
    }
  }
}
