// @vitest-environment ./tests/state/page-runes.ts
import { expect, it } from 'vitest';
import { flushSync } from 'svelte';
import { Explorer } from './explorer.svelte.ts';
import { handCounted } from '../../tests/filter/hand-counted.ts';
it('works', async () => { console.log(Explorer.toString().slice(0,300), flushSync.toString().slice(0,100), import.meta.env.SSR);
  const e = new Explorer(handCounted);
  const seen: number[] = [];
  const stop = $effect.root(() => { $effect(() => { seen.push(e.activeCount); }); });
  flushSync();
  e.toggleIncluded('geography', 5);
  flushSync();
  e.setRule('score');
  flushSync();
  stop();
  expect(seen).toEqual([5, 3]);
});
