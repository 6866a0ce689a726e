/** The colours of the page's style sheet, by theme; those of who asks for more contrast stand over the others. */
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const [usual = '', more = ''] = css.split('@media (prefers-contrast: more)');

export type ThemeName = 'light' | 'dark';

/**
 * A token's colour, "#rrggbb".
 * @param isMore for who asks for more contrast
 * @throws {Error} where the theme has no such colour
 */
export function token(theme: ThemeName, name: string, isMore = false): string {
  const at = theme === 'light' ? 0 : 1;
  const parts = [...(isMore ? [more] : []), usual].map((sheet) => sheet.split("[data-theme='dark']")[at]);
  for (const part of parts) {
    const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(part ?? '');
    if (found) return found[1]!;
  }
  throw new Error(`no colour --${name}`);
}
