import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoauthorWalk, type WalkStep } from './coauthor-walk.ts';

/** 0 wrote most with 1, then 2; 1 with 0, then 3; 4 alone. */
const LINKS = [[1, 2], [0, 3], [0], [1], []];
const walk = () => new CoauthorWalk((author) => LINKS[author]!);

describe('a walk along the links', () => {
  it('follows the strongest, goes to the next and round again, and back the way it came', () => {
    const one = walk();
    expect(one.go('follow', 0)).toBe(1);
    expect(one.go('next', 1)).toBe(2);
    expect(one.go('next', 2)).toBe(1);
    expect(one.go('follow', 1)).toBe(3); // not back to where it came from
    expect(one.go('follow', 3)).toBeNull();
    expect(one.go('back', 3)).toBe(1);
    expect(one.go('back', 1)).toBe(0);
    expect(one.go('back', 0)).toBeNull();
  });

  it('leads nowhere from somebody alone, and forgets a walk that was left', () => {
    expect(walk().go('follow', 4)).toBeNull();
    expect(walk().go('next', 0)).toBeNull();
    const left = walk();
    left.go('follow', 0);
    expect(left.go('back', 3)).toBeNull();
  });

  it('goes along links only, and as far back as it went', () => {
    const graph = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 7 }), { minLength: 8, maxLength: 8 });
    const steps = fc.array(fc.constantFrom<WalkStep>('follow', 'next', 'back'), { maxLength: 30 });
    fc.assert(
      fc.property(graph, steps, (links, taken) => {
        const one = new CoauthorWalk((author) => links[author]!);
        const way = [0];
        for (const step of taken) {
          const at = way.at(-1)!;
          const to = one.go(step, at);
          if (to === null) continue;
          if (step === 'follow') way.push(to);
          else way.pop();
          if (step === 'next') way.push(to);
          expect(way.at(-1)).toBe(to);
          way.slice(1).forEach((author, i) => expect(links[way[i]!]).toContain(author));
        }
        while (way.length > 1) {
          expect(one.go('back', way.pop()!)).toBe(way.at(-1));
        }
      }),
    );
  });
});
