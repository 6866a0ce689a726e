/** The embed's end of the talk with the page around it. */
import { wrap } from './envelope.ts';
import type { FramedWindow, Talk } from './host-door.ts';
import {
  hearHost,
  type ErrorCode,
  type HostMessage,
  type MessageId,
  type Question,
  type StatePart,
  type ViewMessage,
} from './messages.ts';
import { faultOf } from '../model/fault-of.ts';

/** What the page around may do. */
export interface Commands {
  /** @param re what errors of it are an answer to */
  set(query: string, part: StatePart, re: MessageId | null): Promise<void>;
  /** The answer, made of plain values. */
  get(what: Question): Promise<unknown>;
}

/** Anybody may know a height, or that a dataset could not be loaded: no state is in it. */
const FOR_ALL: readonly ViewMessage['type'][] = ['ready', 'height', 'error'];

/** A page that goes on sending what cannot be obeyed is told so often. */
export const ERROR_LIMIT = 100;

/**
 * Speaks to the window around and to no other. What the reader does is told only after `hello`, and only to the
 * origin that said it; commands are obeyed only from that window and that origin. An origin "null" (a sandboxed page,
 * a file) cannot be addressed by name, so there the window alone is the addressee.
 */
export class HostPort implements Talk {
  readonly #parent: FramedWindow['parent'];
  readonly #commands: Commands;
  readonly #onhello: () => void;
  /** Origin of the page that said hello; null before. */
  #host: string | null = null;
  #id = '';
  #errorCount = 0;

  /** @param onhello called whenever the page around has said hello */
  constructor(parent: FramedWindow['parent'], commands: Commands, onhello: () => void) {
    this.#parent = parent;
    this.#commands = commands;
    this.#onhello = onhello;
  }

  /** Takes what any window says: all but the one around is ignored. */
  hear(event: MessageEvent): void {
    if (event.source !== this.#parent) return;
    const heard = hearHost(event.data);
    if (heard.kind === 'foreign') return;
    if (heard.kind === 'message' && heard.message.type === 'hello') {
      this.#host = event.origin;
      this.#id = heard.id;
      this.#onhello();
    } else if (this.#host === null || event.origin !== this.#host) {
      this.#answerStranger();
    } else if (heard.kind === 'malformed') {
      this.#tellError('bad-message', heard.why, heard.re);
    } else if (heard.message.type !== 'hello') void this.#obey(heard.message);
  }

  /** Tells the page around; what it may not know yet is not said. */
  tell(message: ViewMessage): void {
    const target = this.#host ?? (FOR_ALL.includes(message.type) ? '*' : null);
    if (target === null) return;
    this.#parent.postMessage(wrap(this.#id, message), target === 'null' ? '*' : target);
  }

  async #obey(message: Exclude<HostMessage, { type: 'hello' }>): Promise<void> {
    const { re } = message.data;
    try {
      if (message.type === 'set') await this.#commands.set(message.data.query, message.data.part, re);
      if (re === null) return;
      const answer = await this.#commands.get(message.type === 'get' ? message.data.what : 'state');
      this.tell({ type: 'reply', data: { re, data: answer } });
    } catch (error) {
      // a part of the page that could not be loaded
      this.#tellError('load', faultOf(error), re);
    }
  }

  #answerStranger(): void {
    if (this.#host === null) this.#tellError('hello-first', 'Say hello before anything else.', null);
  }
  #tellError(code: ErrorCode, message: string, re: MessageId | null): void {
    if ((this.#errorCount += 1) > ERROR_LIMIT) return;
    this.tell({ type: 'error', data: { code, message, re } });
  }
}
