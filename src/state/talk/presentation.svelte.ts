/** A talk under way: which scene is on, where Back leads, and what the window with the notes is told. */
import type { Scene } from '../../model/scene.ts';
import { channelName, readNotesMessage, type Move, type NotesMessage } from '../../share/notes-message.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { entryAt, keptQuery, readEntry, writeEntry, type OpenedFile } from '../address/history-entry.ts';
import { keepInTab, keptInTab } from '../page/tab-storage.ts';
import { trailOf } from '../address/trail.svelte.ts';

/** Stands in the address while a talk is on: "#present=2" is the second scene. */
const HASH = /^#present=(\d{1,4})$/;

/** The scene that the address asks for, from 0; null where it asks for none. */
function sceneInAddress(hash: string): number | null {
  const number = HASH.exec(hash)?.[1];
  return number === undefined || Number(number) === 0 ? null : Number(number) - 1;
}

/** The scene that the browser's present entry asks for, from 0; null where it asks for none. */
export const sceneInEntry = ({ file }: Explorer): number | null =>
  sceneInAddress(readEntry(file)?.hash ?? '');

/** Under which the tab keeps where its talk on this page began, for a reload in the middle of it. */
const beganAt = () => `whereabouts.talk-began-at ${location.pathname}`;

/** The views that were left for the talks of this visit, and the entries at which these began. */
const beginnings: { readonly file: OpenedFile | null; readonly at: number; readonly query: string }[] = [];

/**
 * The view that was left for the talk of the present entry, as a query; "" for a talk that somebody came to by a link, and
 * for one of a tab that keeps nothing. After a reload only the page's own dataset is there.
 */
function beginning(file: OpenedFile | null): string {
  const known = beginnings.findLast((begun) => begun.file === file && begun.at <= entryAt());
  if (known || file) return known?.query ?? '';
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return visit?.type === 'reload' ? (keptInTab(beganAt()) ?? '') : '';
}

export interface PresentationHooks {
  /** Draws a change, perhaps with a transition. `apply` must be called once, soon. */
  readonly onchange: (before: Scene | null, after: Scene, apply: () => void) => void;
  /** A scene is on show, perhaps the same anew. */
  readonly onshow: () => void;
  /** The talk is over; the address and the view are as they were. */
  readonly onleave: () => void;
}

export class Presentation {
  readonly #explorer: Explorer;
  readonly #scenes: readonly Scene[];
  readonly #hooks: PresentationHooks;
  /** The view that a person left for the talk, as a query. */
  readonly #before: string;
  readonly #startedMs = Date.now();
  readonly #listening = new AbortController();
  readonly #id = newId();
  #channel: BroadcastChannel | null = null;
  #index = $state(0);
  #isBlank = $state(false);
  #hasNotes = $state(false);

  /**
   * Begins the talk.
   * @param scenes at least one
   * @param start from 0; beyond the last scene it is the last
   */
  constructor(explorer: Explorer, scenes: readonly Scene[], start: number, hooks: PresentationHooks) {
    this.#explorer = explorer;
    this.#scenes = scenes;
    this.#hooks = hooks;
    this.#index = Math.min(Math.max(0, start), scenes.length - 1);
    const { file } = explorer;
    const isResumed = sceneInEntry(explorer) !== null;
    if (isResumed) this.#before = beginning(file);
    else {
      this.#before = explorer.query(keptQuery(file));
      if (!file) keepInTab(beganAt(), this.#before);
      this.#write('push', this.#before, this.#index);
      beginnings.push({ file, at: entryAt(), query: this.#before });
    }
    const { signal } = this.#listening;
    addEventListener('popstate', () => this.#onBack(), { signal });
    addEventListener('pagehide', () => this.#say({ kind: 'over' }), { signal });
    hooks.onchange(null, this.scene, () => this.#show());
  }

  get scene(): Scene {
    return this.#scenes[this.#index]!;
  }
  get index(): number {
    return this.#index;
  }
  get count(): number {
    return this.#scenes.length;
  }
  get next(): Scene | undefined {
    return this.#scenes[this.#index + 1];
  }
  get isBlank(): boolean {
    return this.#isBlank;
  }
  /** Whether a window with the notes has answered. */
  get hasNotes(): boolean {
    return this.#hasNotes;
  }

  /** Does what a key, a clicker or the notes ask for. */
  move(move: Move): void {
    if (move === 'leave') this.leave();
    else if (move === 'blank') this.#blank(!this.#isBlank);
    else if (this.#isBlank && move === 'next') this.#blank(false);
    else
      this.goTo({ next: this.#index + 1, previous: this.#index - 1, first: 0, last: this.count - 1 }[move]);
  }

  /** Shows a scene, from 0; none beyond the ends. The scene on show is shown anew, without what was clicked since. */
  goTo(index: number): void {
    if (index < 0 || index >= this.count) return;
    const before = this.scene;
    this.#isBlank = false;
    this.#hooks.onchange(before, this.#scenes[index]!, () => {
      this.#index = index;
      this.#show();
    });
  }

  /** Ends the talk where it began. */
  leave(): void {
    this.#end();
    this.#explorer.restore(this.#before);
    this.#write('replace', this.#before, null);
    this.#hooks.onleave();
  }

  /** Opens the window with the notes; false where the browser does not let us. */
  openNotes(): boolean {
    this.#listen();
    const address = `${location.href.split('#')[0]!.split('?')[0]!}#notes=${this.#id}`;
    return open(address, `whereabouts-notes-${this.#id}`, 'popup,width=760,height=620') !== null;
  }

  /** Ends without touching the view: the page goes on. */
  destroy(): void {
    this.#end();
  }

  #listen(): void {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel(channelName(this.#id));
    this.#channel.onmessage = ({ data }) => {
      const message = readNotesMessage(data);
      if (message?.kind === 'move') this.move(message.move);
      if (message?.kind !== 'hello') return;
      this.#hasNotes = true;
      this.#tell();
    };
  }

  #end(): void {
    this.#say({ kind: 'over' });
    this.#channel?.close();
    this.#channel = null;
    this.#listening.abort();
  }

  #blank(isBlank: boolean): void {
    this.#isBlank = isBlank;
    this.#tell();
  }

  #show(): void {
    this.#hooks.onshow();
    this.#explorer.hoverOver(null);
    this.#explorer.restore(this.scene.query);
    this.#write('replace', this.scene.query, this.#index);
    this.#tell();
  }

  /** Back leads out of the talk, or to what was on show before something was clicked. */
  #onBack(): void {
    const index = sceneInEntry(this.#explorer);
    if (index === null) {
      this.#end();
      this.#hooks.onleave();
    } else if (index < this.count) {
      this.#index = index;
      this.#hooks.onshow();
      this.#tell();
    }
  }

  #tell(): void {
    const { title, text, notes } = this.scene;
    const next = this.next?.title ?? null;
    const at = { index: this.#index, count: this.count, startedMs: this.#startedMs, isBlank: this.#isBlank };
    this.#say({ kind: 'state', ...at, title, text, notes, next });
  }

  /** @param index of the scene on show, from 0; null for none */
  #write(step: 'push' | 'replace', query: string, index: number | null): void {
    const { file } = this.#explorer;
    const hash = index === null ? '' : `#present=${index + 1}`;
    trailOf(file).visit(this.#explorer.query(keptQuery(file)), writeEntry(step, file, query, hash));
  }

  #say(message: NotesMessage): void {
    this.#channel?.postMessage(message);
  }
}

function newId(): string {
  const [a, b] = crypto.getRandomValues(new Uint32Array(2));
  return `${a!.toString(36)}-${b!.toString(36)}`;
}
