/**
 * The theme's colours for painting on canvas, where CSS variables don't reach. A dark page is printed in the light
 * theme: its canvases are painted in it before the browser takes the page.
 */
import { flushSync } from 'svelte';

export class ThemeColors {
  /** Rises with every change of theme, so that a reader paints again. */
  #version = $state(0);
  #isPrinting = $state(false);
  readonly #known = new Map<string, string>();

  constructor() {
    $effect(() => {
      const root = document.documentElement;
      const changed = () => {
        this.#known.clear();
        this.#version += 1;
      };
      const observer = new MutationObserver(changed);
      observer.observe(root, { attributeFilter: ['data-theme'] });
      let theme: string | undefined;
      const beforePrint = () => {
        // a talk is printed as copies, which stay as they are
        if (this.#isPrinting || root.dataset['theme'] !== 'dark' || 'sheets' in root.dataset) return;
        theme = root.dataset['theme'];
        root.dataset['theme'] = 'light';
        this.#isPrinting = true;
        changed();
        flushSync();
      };
      const afterPrint = () => {
        if (!this.#isPrinting) return;
        root.dataset['theme'] = theme;
        this.#isPrinting = false;
        changed();
      };
      addEventListener('beforeprint', beforePrint);
      addEventListener('afterprint', afterPrint);
      return () => {
        observer.disconnect();
        removeEventListener('beforeprint', beforePrint);
        removeEventListener('afterprint', afterPrint);
      };
    });
  }

  /** Whether what is painted must be there at once: no frame comes any more before the page is printed. */
  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  /** The value of a CSS variable, for example `--accent`. */
  get(variable: string): string {
    let value = this.#version < 0 ? undefined : this.#known.get(variable);
    if (value === undefined) {
      value = getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
      this.#known.set(variable, value);
    }
    return value;
  }
}
