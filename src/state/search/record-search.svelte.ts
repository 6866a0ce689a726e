/** The search over records as the page sees it: what was asked last, and what is known of it. */
import type { RecordHit } from '../../search/excerpt.ts';
import type { SearchAnswer, SearchRequest } from '../../search/search-messages.ts';
import type { SearchPort } from '../../workers/search-port.ts';
import type { TextSearch } from './text-search.ts';

/** What is known of the present query. */
export type RecordSearchState =
  | { readonly kind: 'idle' }
  /** The share of the index that is built, 0 to 1; 1 when only the search itself is awaited. */
  | { readonly kind: 'searching'; readonly query: string; readonly share: number }
  | {
      readonly kind: 'found';
      readonly query: string;
      /** How many records match. */
      readonly found: number;
      /** The best of them, best first. */
      readonly hits: readonly RecordHit[];
    }
  | { readonly kind: 'fault'; readonly query: string; readonly message: string };

/** Who waits for an answer. */
interface Waiting {
  readonly resolve: (numbers: Uint32Array) => void;
  readonly reject: (fault: Error) => void;
}

export class RecordSearch implements TextSearch {
  readonly #port: SearchPort;
  readonly #limit: number;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  /** The request that the state is about. */
  #findId = 0;
  #share = $state(1);
  #state: RecordSearchState = $state.raw({ kind: 'idle' });

  /** @param limit how many hits are shown */
  constructor(port: SearchPort, limit: number) {
    this.#port = port;
    this.#limit = limit;
    port.onanswer = (answer) => this.#take(answer);
  }

  get state(): RecordSearchState {
    return this.#state;
  }

  /** The share of the index that is built, 0 to 1; 1 also before it is begun. */
  get share(): number {
    return this.#share;
  }

  /** Has the index built, so that the first search need not wait for it. */
  prepare(): void {
    this.#port.ask({ kind: 'prepare', id: ++this.#lastId });
  }

  /** Searches; a blank query ends the search. Answers to earlier queries are dropped. */
  find(query: string): void {
    this.#findId = ++this.#lastId;
    if (query.trim() === '') {
      this.#state = { kind: 'idle' };
      return;
    }
    this.#state = { kind: 'searching', query, share: this.#share };
    this.#port.ask({ kind: 'find', id: this.#findId, query, limit: this.#limit });
  }

  /** All records that match, in dataset order: what a filter by text would keep. Rejects where none can be had. */
  matching(query: string): Promise<Uint32Array> {
    return this.#ask((id) => ({ kind: 'match', id, query }));
  }

  /** Each record's position by its title. Rejects where nobody answers. */
  titleRanks(): Promise<Uint32Array> {
    return this.#ask((id) => ({ kind: 'rank-titles', id }));
  }

  #ask(request: (id: number) => SearchRequest): Promise<Uint32Array> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#port.ask(request(id));
    });
  }

  #take(answer: SearchAnswer): void {
    const state = this.#state;
    if (answer.kind === 'ranked') this.#settle(answer.id, answer.ranks);
    else if (answer.kind === 'matched') {
      this.#share = 1;
      this.#settle(answer.id, answer.records);
    } else if (answer.kind === 'indexing') {
      this.#share = answer.share;
      if (state.kind === 'searching') this.#state = { ...state, share: answer.share };
    } else if (answer.kind === 'search-fault') {
      for (const { reject } of this.#waiting.values()) reject(new Error(answer.message));
      this.#waiting.clear();
      if (state.kind === 'searching') {
        this.#state = { kind: 'fault', query: state.query, message: answer.message };
      }
    } else if (state.kind === 'searching' && answer.id === this.#findId) {
      this.#share = 1;
      this.#state = { kind: 'found', query: state.query, found: answer.found, hits: answer.hits };
    }
  }

  #settle(id: number, numbers: Uint32Array): void {
    this.#waiting.get(id)?.resolve(numbers);
    this.#waiting.delete(id);
  }
}
