import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { lastKnown } from './last-known.svelte.ts';

it('what stands there stays until the next is known', () => {
  let asked = $state('source');
  let isKnown = $state(false);
  const stop = $effect.root(() => {
    const shown = lastKnown(
      () => asked,
      () => isKnown,
      'first',
    );
    const seen: string[] = [];
    $effect(() => void seen.push(shown()));
    flushSync();
    isKnown = true;
    flushSync();
    isKnown = false;
    asked = 'title';
    flushSync();
    isKnown = true;
    flushSync();
    expect(seen).toEqual(['first', 'source', 'title']);
  });
  stop();
});
