import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { neverHydrating } from './mount-only.ts';

const own = readFileSync('node_modules/svelte/src/internal/client/dom/hydration.js', 'utf8');

test("the flag of the installed Svelte's hydration is fixed at false, and nothing else is changed", () => {
  const fixed = neverHydrating(own);
  expect(fixed).toContain('export const hydrating = false;');
  expect(fixed).not.toMatch(/\bhydrating = (?!false;)/);
  const exports = (code: string) => [...code.matchAll(/^export \w+ (\w+)/gm)].map(([, name]) => name);
  expect(exports(fixed)).toEqual(exports(own));
});

test('a module that is written in another way is refused', () => {
  expect(() => neverHydrating('export let hydrating = true;')).toThrow('in another way');
  expect(() => neverHydrating('export let hydrating = false;')).toThrow('in another way');
});
