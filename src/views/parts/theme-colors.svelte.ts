/** The theme's colours for painting on canvas, where CSS variables don't reach. */

export class ThemeColors {
  /** Rises with every change of theme, so that a reader paints again. */
  #version = $state(0);
  readonly #known = new Map<string, string>();

  constructor() {
    $effect(() => {
      const observer = new MutationObserver(() => {
        this.#known.clear();
        this.#version += 1;
      });
      observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
      return () => observer.disconnect();
    });
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
