/** An embed tells the page around what its reader does, and does what that page asks. */
import { AUTHOR_FACET } from '../model/dataset.ts';
import { clauseOf, type FilterState } from '../filter/passing/filter-state.ts';
import { plainQuery } from '../state/address/long-query.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import type { FramedWindow, Talk } from './host-door.ts';
import type { UnknownPart } from '../share/url-state.ts';
import { HostPort } from './host-port.ts';
import { StatesInTurn } from './states-in-turn.ts';
import type { MessageId, Question, StatePart, ViewMessage } from './messages.ts';

export class EmbedTalk implements Talk {
  readonly #explorer: Explorer;
  readonly #height: () => number;
  readonly #notUnderstood: readonly UnknownPart[];
  readonly #port: HostPort;
  /** What the page around knows of the state. */
  #query: string;
  #filter: FilterState;
  /** Who made it. */
  #cause: 'reader' | 'host';
  /** The `set` that it answers, null where it was no such. */
  #re: MessageId | null = null;
  readonly #states = new StatesInTurn();

  /**
   * Follows the explorer from then on, for the life of the page.
   * @param height what the embed wants to be, CSS px; 0 while that is not known
   * @param notUnderstood what the address says that is neither a part of the state nor an option
   */
  constructor(
    parent: FramedWindow['parent'],
    explorer: Explorer,
    ready: ViewMessage & { type: 'ready' },
    height: () => number,
    notUnderstood: readonly UnknownPart[],
  ) {
    this.#explorer = explorer;
    this.#notUnderstood = notUnderstood;
    this.#height = height;
    this.#query = explorer.query('');
    this.#filter = explorer.filter;
    // this code comes later than the view: a reader may have been quicker
    this.#cause = explorer.revision > 0 ? 'reader' : 'host';
    const commands = {
      set: (query: string, part: StatePart, re: MessageId | null) =>
        this.#states.set(part, Promise.resolve(plainQuery(query)), (plain) => this.#show(plain, part, re)),
      get: (what: Question) => this.#states.after(() => this.#get(what)),
    };
    this.#port = new HostPort(parent, commands, () => {
      this.#port.tell(ready);
      this.#introduce();
    });
    $effect.root(() => {
      $effect(() => {
        // a person's steps raise the revision, a host's do not
        if (explorer.revision > 0) this.#tellReader();
      });
    });
  }

  hear(event: MessageEvent): void {
    this.#port.hear(event);
  }
  tell(message: ViewMessage): void {
    this.#port.tell(message);
  }

  /** To a page that has just said hello: all that it missed. */
  #introduce(): void {
    const px = Math.ceil(this.#height());
    if (px > 0) this.tell({ type: 'height', data: { px } });
    this.#tellState();
    this.#tellUnknown(null);
  }

  #tellState(): void {
    this.#port.tell({ type: 'state', data: { query: this.#query, cause: this.#cause, re: this.#re } });
  }

  #tellReader(): void {
    const query = this.#explorer.query('');
    if (query === this.#query) return;
    this.#query = query;
    [this.#cause, this.#re] = ['reader', null];
    this.#tellState();
    const before = this.#filter;
    this.#filter = this.#explorer.filter;
    for (const facet of [...this.#explorer.dataset.facets.map(({ id }) => id), AUTHOR_FACET]) {
      const clause = clauseOf(this.#filter, facet);
      if (clause === clauseOf(before, facet)) continue;
      const keys = (nodes: ReadonlySet<number>) =>
        [...nodes].map((node) => this.#explorer.keyOf(facet, node));
      const [included, excluded] = [keys(clause.included), keys(clause.excluded)];
      const records = this.#explorer.activeCount;
      const { tagged = null } = clause;
      this.#port.tell({ type: 'select', data: { facet, included, excluded, tagged, records } });
    }
  }

  #show(plain: string, part: StatePart, re: MessageId | null): void {
    this.#explorer.restore(plain, part);
    this.#query = this.#explorer.query('');
    this.#filter = this.#explorer.filter;
    [this.#cause, this.#re] = ['host', re];
    this.#tellState();
    this.#tellUnknown(re);
  }

  #tellUnknown(re: MessageId | null): void {
    for (const [why, unknown] of [
      ['An embed knows no', this.#notUnderstood],
      ['This dataset does not have', this.#explorer.unknown],
    ] as const) {
      if (unknown.length === 0) continue;
      const parts = unknown.slice(0, 20).map(({ key, value }) => `${key}=${value.slice(0, 200)}`);
      const message = `${why} ${parts.join(', ')}${unknown.length > 20 ? ', …' : ''}.`;
      this.#port.tell({ type: 'error', data: { code: 'unknown-parts', message, re } });
    }
  }

  async #get(what: Question): Promise<unknown> {
    const explorer = this.#explorer;
    if (what === 'height') return { px: Math.ceil(this.#height()) };
    if (what === 'state') return { query: explorer.query('') };
    const { filterWords } = await import('../state/words/filter-words.ts');
    return {
      title: explorer.dataset.title,
      rule: explorer.rule,
      records: explorer.activeCount,
      ofRecords: explorer.dataset.recordCount,
      filter: filterWords(explorer),
    };
  }
}
