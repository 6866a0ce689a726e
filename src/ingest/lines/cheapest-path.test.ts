import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestPath, type Chain } from './cheapest-path.ts';

/** Every path with its cost, the slow way. */
function allPaths({ steps, states, at, between, start, end }: Chain): { path: number[]; cost: number }[] {
  let paths = [{ path: [] as number[], cost: 0 }];
  for (let step = 0; step < steps; step++) {
    paths = paths.flatMap(({ path, cost }) =>
      Array.from({ length: states }, (_, state) => ({
        path: [...path, state],
        cost: cost + at(step, state) + (step === 0 ? start(state) : between(step, path[step - 1]!, state)),
      })),
    );
  }
  return paths.map(({ path, cost }) => ({ path, cost: cost + (steps === 0 ? 0 : end(path[steps - 1]!)) }));
}

describe('cheapestPath', () => {
  it('agrees with trying every path', () => {
    const cost = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 9 }) }, fc.constant(Infinity));
    const costs = fc.array(cost, { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        costs,
        costs,
        (steps, states, a, b) => {
          const chain: Chain = {
            steps,
            states,
            at: (step, state) => a[step * states + state]!,
            between: (step, from, to) => b[(step * 9 + from * 3 + to) % 40]!,
            start: (state) => b[state]!,
            end: (state) => b[39 - state]!,
          };
          const paths = allPaths(chain);
          const found = cheapestPath(chain);
          expect(found.cost).toBe(Math.min(...paths.map((each) => each.cost)));
          expect(paths.find((each) => String(each.path) === String(found.path))!.cost).toBe(found.cost);
          for (let step = 0; step < steps; step++) {
            for (let state = 0; state < states; state++) {
              const through = paths.filter((each) => each.path[step] === state).map((each) => each.cost);
              expect(found.through(step, state)).toBe(Math.min(...through));
            }
          }
        },
      ),
    );
  });

  it('costs nothing where there is no step', () => {
    const nothing = () => 0;
    expect(
      cheapestPath({ steps: 0, states: 2, at: nothing, between: nothing, start: nothing, end: nothing }),
    ).toMatchObject({ cost: 0, path: [] });
  });
});
