import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSteps } from './stored-steps.ts';
import { Trail, TRAIL_LIMIT } from './trail.svelte.ts';

describe('the trail', () => {
  it('forgets what was undone when another step is taken, and refines in place', () => {
    const trail = new Trail('', 0);
    trail.push('a');
    trail.push('b');
    trail.replace('b2');
    expect([trail.queries, trail.position, trail.canUndo, trail.canRedo]).toEqual([
      ['', 'a', 'b2'],
      2,
      true,
      false,
    ]);
    expect(trail.goTo(0)).toBe('');
    expect([trail.canUndo, trail.canRedo, trail.present]).toEqual([false, true, '']);
    trail.push('c');
    expect(trail.queries).toEqual(['', 'c']);
    expect(trail.goTo(2)).toBeUndefined();
    expect(trail.at).toBe(1);
  });

  it('keeps as many steps as the browser does, under the same numbers', () => {
    const trail = new Trail('0', 0);
    for (let i = 1; i < 120; i++) trail.push(String(i));
    expect(trail.queries).toHaveLength(TRAIL_LIMIT);
    expect([trail.at, trail.present, trail.goTo(100), trail.goTo(3)]).toEqual([119, '119', '100', undefined]);
  });

  const stored = '{"first":0,"queries":["","a","b","c"]}';

  it('comes back after a reload, at the entry where the reload was', () => {
    const trail = new Trail('a', 1);
    const { first, queries } = readSteps(stored)!;
    trail.recall(first, queries);
    expect([trail.queries, trail.position, trail.canUndo, trail.canRedo]).toEqual([queries, 1, true, true]);
  });

  it('takes in no other page’s steps, and none after a step', () => {
    const other = new Trail('x', 1);
    other.recall(0, ['', 'a']);
    expect(other.queries).toEqual(['x']);
    const gone = new Trail('', 0);
    gone.push('a');
    gone.recall(0, ['', 'a', 'b']);
    expect(gone.queries).toEqual(['', 'a']);
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['queries that are no texts', '{"first":0,"queries":[1]}'],
    ['too many', JSON.stringify({ first: 0, queries: Array.from({ length: 51 }, () => '') })],
    ['no number', '{"first":"0","queries":[""]}'],
  ])('reads %s in the store as no steps', (_, text) => expect(readSteps(text)).toBeUndefined());

  it('is a list with a position in it, whatever is done', () => {
    const deed = fc.oneof(
      fc.record({ push: fc.string() }),
      fc.record({ replace: fc.string() }),
      fc.record({ goTo: fc.integer({ min: -3, max: 130 }) }),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 200, size: 'max' }), (deeds) => {
        const trail = new Trail('start', 0);
        // the browser's own list, which never forgets its first entries here
        let entries = ['start'];
        let at = 0;
        for (const it of deeds) {
          if ('push' in it) {
            trail.push(it.push);
            entries = [...entries.slice(0, at + 1), it.push];
            at += 1;
          } else if ('replace' in it) {
            trail.replace(it.replace);
            entries[at] = it.replace;
          } else {
            const known = it.goTo >= 0 && it.goTo < entries.length && it.goTo >= trail.at - trail.position;
            expect(trail.goTo(it.goTo)).toBe(known ? entries[it.goTo] : undefined);
            if (known) at = it.goTo;
          }
          expect([trail.at, trail.present]).toEqual([at, entries[at]]);
          expect(trail.queries).toEqual(entries.slice(at - trail.position));
        }
      }),
    );
  });
});
