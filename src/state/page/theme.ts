/** The colour theme: the system's, unless this browser was told otherwise. */

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'whereabouts-theme';
const ORDER: readonly Theme[] = ['system', 'light', 'dark'];

export const THEME_WORDS: Readonly<Record<Theme, string>> = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
};

export function nextTheme(theme: Theme): Theme {
  return ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length]!;
}

/** What was chosen before; 'system' where nothing was or nothing can be stored. */
export function storedTheme(): Theme {
  try {
    return ORDER.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Shows a theme and remembers it where that is allowed. */
export function applyTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // storage is closed to us: the choice lasts as long as the page
  }
  showTheme(theme);
}

/** Sets the theme on the page; 'system' follows the system from now on. */
export function showTheme(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

/** Shows the stored theme and follows the system while none is chosen. */
export function startTheme(): void {
  showTheme(storedTheme());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => showTheme(storedTheme()));
}
