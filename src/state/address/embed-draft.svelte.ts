/** An embed that somebody puts together: which view, how it is shown, and the code that comes of it. */
import { bundledFile } from '../../load/bundled-files.ts';
import {
  embedAddress,
  embedCode,
  frameHeightPx,
  type EmbedCode,
  type EmbedSpec,
} from '../../share/embed-code.ts';
import {
  DEFAULT_EMBED,
  EMBED_THEMES,
  embedViewsOf,
  type EmbedSettings,
  type EmbedTheme,
  type EmbedView,
} from '../../share/embed-options.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { isLong, shortQuery } from './long-query.ts';

/** A page that is one file has no embed.html beside it. */
export const IS_ONE_FILE = bundledFile('dataset.json') !== undefined;

export type { EmbedTheme, EmbedView };
export { EMBED_THEMES, embedViewsOf };

export const EMBED_VIEW_LABEL: Readonly<Record<EmbedView, string>> = {
  map: 'Map',
  topics: 'Topics',
  coauthors: 'Co-authors',
  records: 'Records',
  time: 'Years',
  all: 'All four',
};

export class EmbedDraft {
  readonly #explorer: Explorer;
  /** The folder of this page. */
  readonly #home: string;
  #settings: EmbedSettings = $state.raw(DEFAULT_EMBED);
  /** The last long state, and what it is packed. */
  #packed = $state.raw({ query: '', short: '' });

  /** @param base the address of this page */
  constructor(explorer: Explorer, base: string) {
    this.#explorer = explorer;
    this.#home = new URL('./', base).href;
  }

  get settings(): EmbedSettings {
    return this.#settings;
  }
  /** The address that the preview shows and the code holds. */
  get address(): string {
    return embedAddress(this.#spec);
  }
  get code(): EmbedCode {
    return embedCode(this.#spec);
  }
  /** Height of a frame that no script adjusts, CSS px. */
  heightPx(widthPx: number): number {
    return frameHeightPx(this.#settings, widthPx);
  }
  /** Packs a long state, as the page's own link is; until then, and without a network, it stands as it is. */
  async pack(): Promise<void> {
    const query = this.#explorer.query('');
    if (isLong(query)) this.#packed = { query, short: await shortQuery(query) };
  }

  change(settings: Partial<EmbedSettings>): void {
    this.#settings = { ...this.#settings, ...settings };
  }

  get #spec(): EmbedSpec {
    const { dataset } = this.#explorer;
    const query = this.#explorer.query('');
    const label = EMBED_VIEW_LABEL[this.#settings.view];
    return {
      ...this.#settings,
      home: this.#home,
      query: this.#packed.query === query ? this.#packed.short : query,
      title: `${label} of ${dataset.title}, Whereabouts`,
    };
  }
}
