/**
 * What Svelte has for pages that a server has drawn before is left out of the build: ours are drawn by the browser
 * alone. Svelte means its own flag to be found constant by the bundler where nothing hydrates; ours doesn't find that
 * by itself.
 */
import type { Plugin } from 'vite';

const HYDRATION = /\/svelte\/src\/internal\/client\/dom\/hydration\.js$/;

const FLAG = 'export let hydrating = false;';
const SETTER = /export function set_hydrating\(value\) \{\s*hydrating = value;\s*\}/;

/**
 * Svelte's hydration module with its flag fixed at false.
 * @throws {Error} when it is written in another way, by another version of Svelte
 */
export function neverHydrating(code: string): string {
  if (!code.includes(FLAG) || !SETTER.test(code)) {
    throw new Error('Svelte marks hydration in another way than scripts/mount-only.ts expects');
  }
  return code
    .replace(FLAG, FLAG.replace('let', 'const'))
    .replace(SETTER, 'export function set_hydrating(value) {}');
}

export const mountOnly: Plugin = {
  name: 'mount-only',
  apply: 'build',
  transform: (code, id) => (HYDRATION.test(id) ? { code: neverHydrating(code), map: null } : null),
};

/** Goes with it: constants are written where they are used, and steps over what a server has drawn are left out. */
export const MOUNT_ONLY_OPTIONS = {
  optimization: { inlineConst: { mode: 'all', pass: 3 } },
  treeshake: { manualPureFunctions: ['$.reset', '$.next'] },
} as const;
