import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedSteps } from './listed-steps.ts';
import { readSteps, recalled } from './stored-steps.ts';
import { forgetUndone, Trail, TRAIL_LIMIT, trailOf, type Step } from './trail.svelte.ts';

/** A step each, from an entry on. */
const stepsFrom = (first: number, ...queries: string[]): Step[] =>
  queries.map((query, i) => ({ at: first + i, query }));

/** A trail that stands at its last step. */
function walked(...steps: readonly Step[]): Trail {
  const trail = new Trail();
  for (const { query, at } of steps) trail.visit(query, at);
  return trail;
}
const queriesOf = (trail: Trail) => listedSteps(trail).map(({ query }) => query);
/** How far undo and redo go. */
const reach = (trail: Trail) => [trail.entriesTo(-1), trail.entriesTo(1)];

describe('the trail', () => {
  it('refines in place, follows the browser, and forgets what was undone', () => {
    const trail = walked(...stepsFrom(0, '', 'a', 'b'));
    trail.visit('b2', 2);
    expect([trail.steps, trail.present, reach(trail)]).toEqual([stepsFrom(0, '', 'a', 'b2'), 'b2', [-1, 0]]);
    trail.follow('', 0);
    expect([trail.steps.length, reach(trail)]).toEqual([3, [0, 1]]);
    trail.forget(1);
    trail.visit('c', 1);
    expect([trail.steps, trail.at]).toEqual([stepsFrom(0, '', 'c'), 1]);
  });

  it('takes in an entry that it does not know, and begins anew at one that the page did not write', () => {
    const trail = walked(...stepsFrom(5, 'a', 'b'));
    trail.follow('before', 3);
    expect([trail.steps.map(({ at }) => at), reach(trail)]).toEqual([
      [3, 5, 6],
      [0, 2],
    ]);
    trail.follow('typed', 0);
    expect(trail.steps).toEqual(stepsFrom(0, 'typed'));
  });

  it('goes past entries of other datasets, and past those that show the same', () => {
    const trail = walked(...stepsFrom(0, '', 'a'), { at: 4, query: 'a' }, { at: 5, query: 'b' });
    expect([queriesOf(trail), reach(trail)]).toEqual([
      ['', 'a', 'b'],
      [-1, 0],
    ]);
    trail.follow('a', 4);
    expect([listedSteps(trail).map(({ entries }) => entries), reach(trail)]).toEqual([
      [-4, 0, 1],
      [-4, 1],
    ]);
    trail.follow('', 0);
    expect([listedSteps(trail).map(({ entries }) => entries), reach(trail)]).toEqual([
      [0, 1, 5],
      [0, 1],
    ]);
  });

  it('is kept for each dataset, and loses the entries that another dataset’s step takes the place of', () => {
    const file = {};
    for (const { query, at } of stepsFrom(0, '', 'a')) trailOf(null).visit(query, at);
    for (const { query, at } of stepsFrom(2, '', 'f')) trailOf(file).visit(query, at);
    expect(trailOf(null).steps).toEqual(stepsFrom(0, '', 'a'));
    forgetUndone(1);
    expect([trailOf(null).steps, trailOf(file).steps]).toEqual([stepsFrom(0, ''), []]);
  });

  it('keeps as many steps as the browser does, under the same numbers', () => {
    const trail = walked(...Array.from({ length: 120 }, (_, at) => ({ at, query: String(at) })));
    expect(trail.steps).toHaveLength(TRAIL_LIMIT);
    expect([trail.at, trail.present, trail.steps[0]!.at]).toEqual([119, '119', 70]);
  });

  it('is a list with a position in it, whatever is done', () => {
    const deed = fc.oneof(
      fc.record({ push: fc.string({ maxLength: 2 }) }),
      fc.record({ replace: fc.string({ maxLength: 2 }) }),
      fc.record({ goTo: fc.integer({ min: 1, max: 49 }) }),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 49, size: 'max' }), (deeds) => {
        const trail = walked({ at: 1, query: 'start' });
        // the browser's own list
        let entries = ['none', 'start'];
        let at = 1;
        for (const it of deeds) {
          if ('push' in it) {
            entries = [...entries.slice(0, ++at), it.push];
            trail.forget(at);
            trail.visit(it.push, at);
          } else if ('replace' in it) {
            entries[at] = it.replace;
            trail.visit(it.replace, at);
          } else if (it.goTo < entries.length) {
            at = it.goTo;
            trail.follow(entries[at]!, at);
          }
          expect(trail.steps).toEqual(stepsFrom(1, ...entries.slice(1)));
          const [back, on] = [trail.entriesTo(-1), trail.entriesTo(1)];
          const isOther = (query: string) => query !== entries[at];
          expect(at + back).toBe(back === 0 ? at : entries.slice(0, at).findLastIndex(isOther));
          expect(back === 0).toBe(!entries.slice(1, at).some(isOther));
          expect(at + on).toBe(on === 0 ? at : at + entries.slice(at).findIndex(isOther));
          const listed = listedSteps(trail);
          expect(listed.filter(({ entries }) => entries === 0)).toHaveLength(1);
          expect(listed.every(({ query, entries: by }) => entries[at + by] === query)).toBe(true);
        }
      }),
    );
  });
});

describe('steps that a tab kept', () => {
  const before = stepsFrom(0, '', 'a', 'b', 'c');

  it('come back after a reload, at the entry where the reload was', () => {
    expect(recalled(before, stepsFrom(1, 'a'))).toEqual(before);
  });

  it('come back at an entry of a file that is lost, which shows the page’s own dataset as it was left', () => {
    const now = [{ at: 6, query: 'c' }];
    expect(recalled(before, now)).toEqual([...before, ...now]);
  });

  it('come back without what was undone, once another step was taken', () => {
    expect(recalled(before, stepsFrom(1, 'a', 'x'))).toEqual(stepsFrom(0, '', 'a', 'x'));
  });

  it('are not those of another page', () => {
    expect(recalled(before, stepsFrom(1, 'x'))).toEqual(stepsFrom(1, 'x'));
  });

  it('are read as they were stored', () => {
    expect(readSteps(JSON.stringify(before))).toEqual(before);
  });

  it.each([
    ['nothing', null],
    ['no JSON', '['],
    ['null', 'null'],
    ['no list', '{"first":0,"queries":[""]}'],
    ['null for a step', '[null]'],
    ['queries that are no texts', '[{"at":0,"query":1}]'],
    ['too many', JSON.stringify(stepsFrom(0, ...Array.from({ length: 51 }, () => '')))],
    ['no number', '[{"at":"0","query":""}]'],
    ['a number below none', '[{"at":-1,"query":""}]'],
    ['numbers that do not rise', '[{"at":1,"query":""},{"at":1,"query":"a"}]'],
  ])('that are %s are none', (_, text) => expect(readSteps(text)).toEqual([]));
});
