/**
 * whereabouts-view.js: the element `<whereabouts-view>`. Its attributes are the keys of an embed's address; beside them
 * `src` (the folder of the page, else where this module is), `query` (further keys as in a link) and `group`.
 * What the embed says are its events: ready, height, state, select, error, reply; `detail` is their data.
 *
 * The view runs in an iframe within the shadow root, so neither page's styles nor scripts reach the other.
 */
import { fitHeight } from './fit-height.ts';
import { FramedView } from './framed-view.ts';
import type { MessageId } from '../messages.ts';

/** Attributes that are not keys of an address: this element's own, then those that any element may have. */
const OWN = (
  'src query group width height loading ' +
  'id class style title slot part hidden tabindex role lang dir inert translate nonce is popover draggable ' +
  'spellcheck contenteditable accesskey autofocus autocapitalize enterkeyhint inputmode exportparts'
).split(' ');
/** What scripts write for themselves begins so: data-*, aria-*, on*, those of templates and frameworks. */
const OTHERS = /^(?:on|_|(?:data|aria|item|ng|x|v|hx|wire)[-:]|[^a-z])/;
/** Keys that are yes or no. */
const FLAGS = ['controls', 'caption'];
/** Keys for which the view is loaded anew; the others it takes while it stands. */
const LOADED_ANEW = ['view', 'theme', 'controls', 'caption', 'lang', 'data'];

/** What an address says of the state, in one order. */
function stateIn(search: string): string {
  const keys = [...new URLSearchParams(search)].filter(([key]) => !LOADED_ANEW.includes(key));
  return keys.map(String).sort().join('&');
}

const isKey = (name: string) => !OWN.includes(name) && !OTHERS.test(name);

interface Setting {
  readonly query: string;
  readonly part: 'all' | 'filter';
  /** What the state is told as that it leads to; null where it is not sent yet. */
  readonly re: MessageId | null;
}

/** A whole state leaves nothing of those before it. */
const withSetting = (before: readonly Setting[], setting: Setting): Setting[] =>
  setting.part === 'all' ? [setting] : [...before, setting];

const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ':host{display:block;min-width:0;inline-size:100%}:host([hidden]){display:none}' +
    // no higher than a height that the page has given the element
    'iframe{display:block;width:100%;height:460px;max-height:100%;border:0}',
);

export class WhereaboutsView extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #frame = document.createElement('iframe');
  readonly #attributes = new MutationObserver(() => this.#follow());
  #view: FramedView | null = null;
  #query = '';
  /** Whether the view at this address has said its state. */
  #isTold = false;
  #group = '';
  /** What was set and the view has not told yet. */
  #untold: Setting[] = [];
  /** The state when it was taken out of the page, null where the view had not said it, and what was asked for then. */
  #left: { readonly asked: string; readonly query: string | null; readonly untold: Setting[] } | null = null;
  /** What was set while the element is in no page. */
  #early: Setting[] = [];
  /** What the attributes asked for last. */
  #asked = '';

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#frame.loading = 'lazy';
    this.#frame.allow = 'fullscreen; clipboard-write';
  }

  connectedCallback(): void {
    this.#attributes.observe(this, { attributes: true });
    this.#load();
    this.#root.append(this.#frame);
    this.#group = this.getAttribute('group') ?? '';
    this.#view = new FramedView(
      this.#frame,
      () => this.getAttribute('group') ?? '',
      (message) => {
        if (message.type === 'height') fitHeight(this.#frame, message.data.px);
        if (message.type === 'ready' && !this.hasAttribute('title')) this.#frame.title = message.data.title;
        if (message.type === 'state') {
          [this.#query, this.#isTold] = [message.data.query, true];
          const { re } = message.data;
          const told = re === null ? -1 : this.#untold.findIndex((setting) => setting.re === re);
          this.#untold = this.#untold.slice(told + 1);
        }
        this.dispatchEvent(new CustomEvent(message.type, { detail: message.data }));
      },
    );
    // put back, it goes on from where its reader was, unless another state is asked for
    if (this.#left?.asked === stateIn(this.#asked)) {
      if (this.#left.query !== null) this.#set(this.#left.query);
      this.#left.untold.forEach(({ query, part }) => this.#set(query, part));
    }
    this.#left = null;
    this.#early.splice(0).forEach(({ query, part }) => this.#set(query, part));
  }

  disconnectedCallback(): void {
    this.#attributes.disconnect();
    this.#view?.stop();
    this.#view = null;
    const query = this.#isTold ? this.#query : null;
    this.#left = { asked: stateIn(this.#asked), query, untold: this.#untold.splice(0) };
    this.#isTold = false;
    // put back with its old address it would begin to load that, and Chromium sometimes never loads the new one then
    this.#frame.remove();
  }

  /** The present state, as in a link; "" before the view is there. */
  get state(): string {
    return this.#query;
  }
  /** Replaces the state, or only its filter. */
  set(query: string, part: 'all' | 'filter' = 'all'): void {
    this.#followAtOnce();
    if (this.#view) this.#set(query, part);
    else this.#early = withSetting(this.#early, { query, part, re: null });
  }
  #set(query: string, part: 'all' | 'filter' = 'all'): void {
    const re = this.#view?.set(query, part) ?? null;
    this.#untold = withSetting(this.#untold, { query, part, re });
  }
  /** The state, the height or a summary of what is shown. */
  get(what: 'state' | 'height' | 'summary'): Promise<unknown> {
    this.#followAtOnce();
    return this.#view?.ask(what) ?? Promise.reject(new Error('the view is not in the page'));
  }

  /** The address that the attributes ask for. */
  get #address(): URL {
    const home = new URL(
      this.getAttribute('src') ?? './',
      this.hasAttribute('src') ? document.baseURI : import.meta.url,
    );
    const page = new URL('embed.html', home);
    // of a whole link what stands behind its "?"
    const keys = new URLSearchParams((this.getAttribute('query') ?? '').replace(/^[^=&]*\?|#.*/g, ''));
    for (const { name, value } of this.attributes) {
      // what merely stands there means yes, or nothing
      const said = value === '' && FLAGS.includes(name) ? '1' : value;
      if (isKey(name) && said !== '') keys.set(name, said);
    }
    page.search = keys.toString();
    return page;
  }

  #load(): void {
    const { href, search } = this.#address;
    this.#asked = search;
    this.#frame.title = this.getAttribute('title') ?? 'Whereabouts';
    if (this.#frame.src === href) return;
    this.#isTold = false;
    this.#view?.leave();
    this.#frame.src = href;
  }

  /** Attributes changed right before go first. */
  #followAtOnce(): void {
    if (this.#attributes.takeRecords().length > 0) this.#follow();
  }

  /** An attribute changed: what the standing view can take it takes. */
  #follow(): void {
    const asked = this.#address;
    const present = new URL(this.#frame.src);
    const frameKeys = (url: URL) =>
      url.origin +
      url.pathname +
      LOADED_ANEW.map((key) => `&${key}=${url.searchParams.get(key) ?? ''}`).join('');
    this.#frame.title = this.getAttribute('title') ?? this.#frame.title;
    const group = this.getAttribute('group') ?? '';
    if (group !== this.#group) {
      this.#group = group;
      this.#view?.regroup();
    }
    if (frameKeys(asked) !== frameKeys(present)) {
      // a change of theme, say: the reader's choice is taken along, unless another is asked for or the data are others
      const isSame = (key: string) => asked.searchParams.get(key) === present.searchParams.get(key);
      const keeps = this.#isTold && stateIn(asked.search) === stateIn(this.#asked) && isSame('data');
      const query = this.#query;
      const untold = this.#untold.splice(0);
      this.#load();
      if (keeps) {
        this.#set(query);
        untold.forEach((setting) => this.#set(setting.query, setting.part));
      }
    } else if (asked.search !== this.#asked) this.#set(asked.search.slice(1));
    this.#asked = asked.search;
  }
}

if (!customElements.get('whereabouts-view')) customElements.define('whereabouts-view', WhereaboutsView);
