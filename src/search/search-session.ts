/** Answers searches; builds the index at the first, in slices of time, so that newer requests get through. */
import { IndexBuilder } from './build-index.ts';
import { recordHit } from './excerpt.ts';
import { rankingTitles } from './rank-titles.ts';
import type { RecordTexts } from './record-texts.ts';
import type { FindRequest, MatchRequest, SearchAnswer, SearchRequest } from './search-messages.ts';
import type { TextIndex } from './text-index.ts';
import { faultOf } from '../model/fault-of.ts';

/** Least time between two messages of progress, ms. */
const PROGRESS_INTERVAL_MS = 100;

/** One end of the conversation: in the worker, or on the page where there is none. */
export class SearchSession {
  readonly #texts: RecordTexts;
  readonly #post: (answer: SearchAnswer) => void;
  readonly #sliceMs: number;
  #index: TextIndex | undefined;
  #isBuilding = false;
  /** What to answer once the index is there: the newest find, and every match. */
  #waiting: (FindRequest | MatchRequest)[] = [];

  /** @param sliceMs how long to compute before letting other events through, ms */
  constructor(texts: RecordTexts, post: (answer: SearchAnswer) => void, sliceMs: number) {
    this.#texts = texts;
    this.#post = post;
    this.#sliceMs = sliceMs;
  }

  receive(request: SearchRequest): void {
    if (request.kind === 'rank-titles') {
      this.#rankTitles(request.id);
      return;
    }
    if (request.kind !== 'prepare') {
      if (request.kind === 'find') this.#waiting = this.#waiting.filter(({ kind }) => kind !== 'find');
      this.#waiting.push(request);
    }
    if (this.#index) this.#answer(this.#index);
    else if (!this.#isBuilding) this.#build();
  }

  #rankTitles(id: number): void {
    const work = rankingTitles(this.#texts);
    const slice = () => {
      const endMs = performance.now() + this.#sliceMs;
      do {
        const step = work.next();
        if (step.done === true) {
          this.#post({ kind: 'ranked', id, ranks: step.value });
          return;
        }
      } while (performance.now() < endMs);
      setTimeout(slice);
    };
    setTimeout(slice);
  }

  #build(): void {
    this.#isBuilding = true;
    const builder = new IndexBuilder(this.#texts);
    let nextMs = performance.now() + PROGRESS_INTERVAL_MS;
    const slice = () => {
      try {
        if (builder.step(this.#sliceMs)) {
          this.#index = builder.finish();
          this.#isBuilding = false;
          this.#answer(this.#index);
          return;
        }
        if (performance.now() >= nextMs) {
          this.#post({ kind: 'indexing', share: builder.share });
          nextMs = performance.now() + PROGRESS_INTERVAL_MS;
        }
        setTimeout(slice);
      } catch (error) {
        // the next request tries again
        this.#isBuilding = false;
        this.#waiting = [];
        this.#post({ kind: 'search-fault', message: faultOf(error) });
      }
    };
    setTimeout(slice);
  }

  #answer(index: TextIndex): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const request of waiting) {
      const { id, query } = request;
      if (request.kind === 'match') this.#post({ kind: 'matched', id, records: index.matches(query) });
      else {
        const { found, best } = index.find(query, request.limit);
        const hits = best.map((record) => recordHit(this.#texts, record, query));
        this.#post({ kind: 'found', id, found, hits });
      }
    }
  }
}
