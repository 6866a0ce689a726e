/** An embed that somebody puts together: which view, how it is shown, and the code that comes of it. */
import {
  embedAddress,
  embedCode,
  FRAME_HEIGHT_PX,
  type EmbedCode,
  type EmbedSpec,
} from '../share/embed-code.ts';
import {
  DEFAULT_EMBED,
  EMBED_THEMES,
  EMBED_VIEWS,
  type EmbedSettings,
  type EmbedTheme,
  type EmbedView,
} from '../share/embed-options.ts';
import type { Explorer } from './explorer.svelte.ts';

export type { EmbedTheme, EmbedView };
export { EMBED_THEMES, EMBED_VIEWS };

export const EMBED_VIEW_LABEL: Readonly<Record<EmbedView, string>> = {
  map: 'Map',
  topics: 'Topics',
  coauthors: 'Co-authors',
  records: 'Records',
  all: 'All four',
};

export class EmbedDraft {
  readonly #explorer: Explorer;
  /** The folder of this page. */
  readonly #home: string;
  #settings: EmbedSettings = $state.raw(DEFAULT_EMBED);

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
  get heightPx(): number {
    return FRAME_HEIGHT_PX[this.#settings.view];
  }

  change(settings: Partial<EmbedSettings>): void {
    this.#settings = { ...this.#settings, ...settings };
  }

  get #spec(): EmbedSpec {
    const { dataset } = this.#explorer;
    const label = EMBED_VIEW_LABEL[this.#settings.view];
    return {
      ...this.#settings,
      home: this.#home,
      query: this.#explorer.query(''),
      title: `${label} of ${dataset.title}, Whereabouts`,
    };
  }
}
