import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatesInTurn } from './states-in-turn.ts';
import type { StatePart } from './messages.ts';

interface Shown {
  all: string;
  filter: string;
}

/** What is shown after each is obeyed, whatever comes later. */
function obeyedOneByOne(sets: readonly { part: StatePart; query: string }[]): Shown {
  return sets.reduce<Shown>(
    (shown, { part, query }) =>
      part === 'all' ? { all: query, filter: query } : { ...shown, filter: query },
    { all: '', filter: '' },
  );
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('what a page sets', () => {
  it('leads to what obeying one after the other leads to, however fast it comes and whatever takes long', async () => {
    const set = fc.record({
      part: fc.constantFrom<StatePart>('all', 'filter'),
      query: fc.string({ maxLength: 3 }),
      madeMs: fc.integer({ min: 0, max: 3 }),
      pauseMs: fc.integer({ min: -4, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(set, { maxLength: 6 }), async (sets) => {
        const states = new StatesInTurn();
        let shown: Shown = { all: '', filter: '' };
        const all: Promise<void>[] = [];
        for (const { part, query, madeMs, pauseMs } of sets) {
          const made = later(madeMs).then(() => query);
          all.push(
            states.set(part, made, (state) => {
              shown = obeyedOneByOne([
                { part: 'all', query: shown.all },
                { part: 'filter', query: shown.filter },
                { part, query: state },
              ]);
            }),
          );
          if (pauseMs >= 0) await later(pauseMs);
        }
        await Promise.all(all);
        expect(shown).toEqual(obeyedOneByOne(sets));
      }),
      { numRuns: 60 },
    );
  });

  it('is not shown where a later state leaves nothing of it', async () => {
    const states = new StatesInTurn();
    const shown: string[] = [];
    const set = (part: StatePart, query: string) =>
      states.set(part, Promise.resolve(query), (state) => shown.push(state));
    await Promise.all([set('filter', 'a'), set('all', 'b'), set('filter', 'c'), set('filter', 'd')]);
    expect(shown).toEqual(['b', 'd']);
  });

  it('goes on after one that cannot be read, of which it tells', async () => {
    const states = new StatesInTurn();
    const shown: string[] = [];
    const broken = states.set('all', Promise.reject(new Error('packed badly')), () => shown.push('never'));
    const next = states.set('filter', Promise.resolve('b'), (state) => shown.push(state));
    await expect(broken).rejects.toThrow('packed badly');
    await next;
    expect(await states.after(() => Promise.resolve(shown.join()))).toBe('b');
  });
});
