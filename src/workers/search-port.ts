/** The page's end of a search: to the worker that has the texts, or to a session here where there is none. */
import type { Dataset } from '../model/dataset.ts';
import type { SearchAnswer, SearchRequest } from '../search/search-messages.ts';

/** How long the page's own thread may be held at once where there is no worker, ms. */
const MAIN_THREAD_SLICE_MS = 8;

export class SearchPort {
  /** Hears the answers. */
  onanswer: (answer: SearchAnswer) => void = () => undefined;
  readonly #dataset: Dataset;
  #send: (request: SearchRequest) => void;
  /** What is not answered yet: asked again here when the worker stops. */
  readonly #unanswered = new Map<number, SearchRequest>();

  /** @param worker the dataset worker, once it has loaded this dataset */
  constructor(dataset: Dataset, worker?: Worker | undefined) {
    this.#dataset = dataset;
    this.#send = worker ? (request) => worker.postMessage(request) : this.#sendHere();
    if (!worker) return;
    worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => this.#hear(data));
    worker.addEventListener('error', () => {
      worker.terminate();
      this.#send = this.#sendHere();
      for (const request of this.#unanswered.values()) this.#send(request);
    });
  }

  /** Asks; answers to `find` and `match` carry the request's id, and a newer `find` replaces one that waits. */
  ask(request: SearchRequest): void {
    if (request.kind === 'find') {
      for (const [id, { kind }] of this.#unanswered) if (kind === 'find') this.#unanswered.delete(id);
    }
    if (request.kind !== 'prepare') this.#unanswered.set(request.id, request);
    this.#send(request);
  }

  #hear(answer: SearchAnswer): void {
    if (answer.kind === 'search-fault') this.#unanswered.clear();
    else if (answer.kind !== 'indexing') this.#unanswered.delete(answer.id);
    this.onanswer(answer);
  }

  /** Sends to a session on this thread, made at the first request. */
  #sendHere(): (request: SearchRequest) => void {
    const start = async () => {
      const [{ SearchSession }, { recordTexts }] = await Promise.all([
        import('../search/search-session.ts'),
        import('../search/record-texts.ts'),
      ]);
      const texts = recordTexts(this.#dataset);
      return new SearchSession(texts, (answer) => this.#hear(answer), MAIN_THREAD_SLICE_MS);
    };
    let session: ReturnType<typeof start> | undefined;
    return (request) => {
      session ??= start();
      session.then(
        (ready) => ready.receive(request),
        () => {
          session = undefined;
          this.#hear({ kind: 'search-fault', message: 'the search could not be loaded' });
        },
      );
    };
  }
}
