import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { handCounted, PERSON, PLACE, TOPIC } from '../../tests/filter/hand-counted.ts';
import { Explorer } from './explorer.svelte.ts';

describe('what reads the explorer', () => {
  /** Counts how often an effect runs. */
  function follow(read: () => unknown): { readonly runs: () => number; readonly stop: () => void } {
    let runs = 0;
    const stop = $effect.root(() => {
      $effect(() => {
        read();
        runs++;
      });
    });
    flushSync();
    return { runs: () => runs, stop };
  }

  it('is told of a new filter, and of nothing else where it reads counts', () => {
    const explorer = new Explorer(handCounted);
    const counts = follow(() => explorer.countsFor('geography').records);
    for (const change of [
      () => explorer.setRule('score'),
      () => explorer.focusOn('geography', PLACE.europe),
      () => explorer.hoverOver({ kind: 'record', record: 1 }),
      () => explorer.showTable('map', true),
      () => explorer.showRecord(2),
    ]) {
      change();
      flushSync();
      expect(counts.runs()).toBe(1);
    }
    explorer.toggleIncluded('technology', TOPIC.vision);
    flushSync();
    expect(counts.runs()).toBe(2);
    explorer.restore('');
    flushSync();
    expect(counts.runs()).toBe(3);
    counts.stop();
  });

  it('is told of a hovered thing and, while it is hovered, of a new filter', () => {
    const explorer = new Explorer(handCounted);
    const sizes: number[] = [];
    const linked = follow(() => sizes.push(explorer.linked?.records.size ?? -1));
    explorer.hoverOver({ kind: 'node', facet: 'geography', node: PLACE.germany });
    flushSync();
    explorer.toggleIncluded('author', PERSON.cy);
    flushSync();
    explorer.hoverOver(null);
    flushSync();
    expect(sizes).toEqual([-1, 3, 2, -1]);
    linked.stop();
  });

  it('is told of each change that a link holds, once', () => {
    const explorer = new Explorer(handCounted);
    const queries: string[] = [];
    const followed = follow(() => queries.push(`${explorer.revision} ${explorer.query('')}`));
    explorer.setRule('score');
    flushSync();
    explorer.showRecord(1);
    explorer.showRecord(1);
    flushSync();
    explorer.hoverOver({ kind: 'record', record: 1 });
    flushSync();
    expect(queries).toEqual(['0 ', '1 rule=score&v=1', '2 rule=score&record=r1&v=1']);
    followed.stop();
  });
});
