/**
 * The embed's door to the page around it: says that the embed is there and how high it is, which anybody may know.
 * What listens and obeys is loaded when that page first speaks: around a plain iframe it never does.
 */
import { SOURCE, wrap } from './envelope.ts';
import type { ViewMessage } from './messages.ts';
import { faultOf } from '../model/fault-of.ts';

/** The part of a window that is needed, so that a test can make one up. */
export interface FramedWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** What hears the page around, once it is loaded. */
export interface Talk {
  hear(event: MessageEvent): void;
  tell(message: ViewMessage): void;
}

/** More messages than that, sent while the talk is loaded, are not kept. */
export const WAITING_LIMIT = 100;

export class HostDoor {
  readonly #window: FramedWindow;
  readonly #load: () => Promise<Talk>;
  #talk: Talk | null = null;
  /** What was said while the talk is loaded, in its order. */
  #waiting: MessageEvent[] = [];

  /** @param load called when the page around first speaks, and again where it could not be loaded */
  constructor(window: FramedWindow, load: () => Promise<Talk>) {
    this.#window = window;
    this.#load = load;
  }

  /** Says that the embed is there, and listens to the window around and to no other. */
  open(ready: ViewMessage & { type: 'ready' }): void {
    this.#window.addEventListener('message', (event) => {
      if (event.source !== this.#window.parent || !isOurs(event.data)) return;
      if (this.#talk) this.#talk.hear(event);
      else if (this.#waiting.length < WAITING_LIMIT && this.#waiting.push(event) === 1) void this.#begin();
    });
    this.tell(ready);
  }

  /** Tells the page around. Before it has spoken, only what anybody may know goes through here. */
  tell(message: ViewMessage & { type: 'ready' | 'height' | 'error' }): void {
    if (this.#talk) this.#talk.tell(message);
    else this.#window.parent.postMessage(wrap('', message), '*');
  }

  async #begin(): Promise<void> {
    try {
      this.#talk = await this.#load();
    } catch (error) {
      const message = faultOf(error);
      this.#waiting = [];
      this.tell({ type: 'error', data: { code: 'load', message, re: null } });
      return;
    }
    for (const event of this.#waiting.splice(0)) this.#talk.hear(event);
  }
}

/** Whether a message may be for an embed: all else about it is checked by messages.ts. */
const isOurs = (data: unknown): boolean =>
  (data as { readonly source?: unknown } | null | undefined)?.source === SOURCE;
