/** A page's end of the talk with one embed in an iframe. No dependencies: it runs in other people's pages. */
import { wrap } from '../envelope.ts';
import { hearView, type HostMessage, type MessageId, type ViewMessage } from '../messages.ts';
import { joinGroup, leaveGroup, shareFilter } from './groups.ts';

let made = 0;

/** An answer that does not come is not waited for, ms. */
const REPLY_MS = 10_000;

export class FramedView {
  readonly frame: HTMLIFrameElement;
  /** Embeds with the same group follow each other's filter; "" for none. */
  readonly group: () => string;
  readonly #id: string;
  readonly #hear: (message: ViewMessage) => void;
  readonly #listening = new AbortController();
  readonly #waiting = new Map<MessageId, { answer: (data: unknown) => void; refuse: (why: Error) => void }>();
  #lastRe = 0;
  #isGreeted = false;
  /** What the embed is told once it is there, which may be long: one below the fold is loaded when it is scrolled to. */
  #unsaid: HostMessage[] = [];

  /** @param onmessage hears all that the embed says */
  constructor(frame: HTMLIFrameElement, group: () => string, onmessage: (message: ViewMessage) => void) {
    this.frame = frame;
    this.group = group;
    this.#hear = onmessage;
    this.#id = `view-${(made += 1)}`;
    joinGroup(this);
    addEventListener('message', (event) => this.#take(event), { signal: this.#listening.signal });
    this.#greet(); // it may be there already; one that comes later says "ready"
  }

  /**
   * Replaces the state of the embed, or only its filter; one that is not there yet takes the last that was set.
   * @returns the `re` of the state that the embed tells then
   */
  set(query: string, part: 'all' | 'filter'): MessageId {
    this.#unsaid = this.#unsaid.filter(
      ({ type, data }) => type !== 'set' || (part === 'filter' && data.part === 'all'),
    );
    const re = (this.#lastRe += 1);
    this.#say({ type: 'set', data: { query, part, re } });
    return re;
  }

  /** The frame is sent to another address, which says all that was set. */
  leave(): void {
    this.#isGreeted = false;
    this.#unsaid = this.#unsaid.filter(({ type }) => type !== 'set');
  }

  /** Follows another group from then on, from where that is. */
  regroup(): void {
    joinGroup(this);
  }

  /** Asks the embed. @throws {Error} (rejects) when it refuses, or no answer comes */
  ask(what: 'state' | 'height' | 'summary'): Promise<unknown> {
    const re = (this.#lastRe += 1);
    const question: HostMessage = { type: 'get', data: { what, re } };
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(re, { answer: resolve, refuse: reject });
      setTimeout(() => {
        this.#unsaid = this.#unsaid.filter((message) => message !== question);
        if (this.#waiting.delete(re)) reject(new Error(`the view did not answer “${what}”`));
      }, REPLY_MS);
    });
    this.#say(question);
    return answer;
  }

  /** Hears nothing from then on. */
  stop(): void {
    this.#listening.abort();
    leaveGroup(this);
  }

  /** The origin that the embed speaks from: "null" in a sandbox that gives it none of its own. */
  get #origin(): string {
    const { sandbox, src } = this.frame;
    if (this.frame.hasAttribute('sandbox') && !sandbox.contains('allow-same-origin')) return 'null';
    return new URL(src, document.baseURI).origin;
  }

  /** Says nothing that others may not hear: the frame may still show another page. */
  #greet(): void {
    this.frame.contentWindow?.postMessage(wrap(this.#id, { type: 'hello', data: {} }), '*');
  }

  #say(message: HostMessage): void {
    if (!this.#isGreeted) {
      this.#unsaid.push(message);
      return;
    }
    const origin = this.#origin;
    this.frame.contentWindow?.postMessage(wrap(this.#id, message), origin === 'null' ? '*' : origin);
  }

  #take(event: MessageEvent): void {
    if (event.source !== this.frame.contentWindow || event.origin !== this.#origin) return;
    const heard = hearView(event.data);
    if (heard.kind !== 'message') return;
    const { message } = heard;
    // an embed without an id has heard no hello yet, from nobody: only then it is greeted, or two scripts would for ever
    if (heard.id === '') {
      this.#isGreeted = false;
      if (message.type === 'ready') this.#greet();
      if (message.type !== 'error') return;
    } else if (!this.#isGreeted && message.type !== 'ready') return; // from the page that the frame leaves
    if (message.type === 'ready') {
      this.#isGreeted = true;
      for (const unsaid of this.#unsaid.splice(0)) this.#say(unsaid);
      joinGroup(this);
    } else if (message.type === 'state') shareFilter(this, message.data);
    else if (message.type === 'reply') {
      const waiting = this.#settle(message.data.re);
      // to what was set here: the state that it led to says more
      if (!waiting && Number(message.data.re) <= this.#lastRe) return;
      waiting?.answer(message.data.data);
    } else if (message.type === 'error' && message.data.re !== null) {
      this.#settle(message.data.re)?.refuse(new Error(message.data.message));
    }
    this.#hear(message);
  }

  /** What waits for that answer, and waits no more. */
  #settle(re: MessageId) {
    const waiting = this.#waiting.get(re);
    this.#waiting.delete(re);
    return waiting;
  }
}
