/** Dynamic programming over a chain of steps, each in one of a few states (Viterbi, forwards and backwards). */

/** Costs are whole numbers or Infinity, so that equal costs compare equal. */
export interface Chain {
  readonly steps: number;
  readonly states: number;
  readonly at: (step: number, state: number) => number;
  /** From the state at `step - 1` to the state at `step`. */
  readonly between: (step: number, from: number, to: number) => number;
  readonly start: (state: number) => number;
  readonly end: (state: number) => number;
}

/** The cheapest way through a chain, and how much dearer every other would be. */
export interface CheapestPath {
  readonly cost: number;
  /** One state a step; of equally cheap ones the lower. */
  readonly path: readonly number[];
  /** Cost of the cheapest path that stands in that state at that step. */
  readonly through: (step: number, state: number) => number;
}

/** Finds it in time linear in the steps. A chain without steps costs nothing. */
export function cheapestPath(chain: Chain): CheapestPath {
  const { steps, states } = chain;
  if (steps === 0) return { cost: 0, path: [], through: () => 0 };
  const toHere = forwardCosts(chain);
  const fromHere = backwardCosts(chain);
  const through = (step: number, state: number) =>
    toHere[step * states + state]! + fromHere[step * states + state]!;
  const path: number[] = [];
  for (let step = 0; step < steps; step++) {
    path.push(
      argMin(states, (state) =>
        step === 0
          ? through(0, state)
          : toHere[(step - 1) * states + path[step - 1]!]! +
            chain.between(step, path[step - 1]!, state) +
            chain.at(step, state) +
            fromHere[step * states + state]!,
      ),
    );
  }
  return { cost: through(0, path[0]!), path, through };
}

/** Cost of the cheapest beginning that ends in a state at a step, that step's own cost included. */
function forwardCosts({ steps, states, at, between, start }: Chain): Float64Array {
  const cost = new Float64Array(steps * states);
  for (let to = 0; to < states; to++) cost[to] = start(to) + at(0, to);
  for (let step = 1; step < steps; step++) {
    for (let to = 0; to < states; to++) {
      let least = Infinity;
      for (let from = 0; from < states; from++) {
        least = Math.min(least, cost[(step - 1) * states + from]! + between(step, from, to));
      }
      cost[step * states + to] = least + at(step, to);
    }
  }
  return cost;
}

/** Cost of the cheapest rest after a state at a step, that step's own cost left out. */
function backwardCosts({ steps, states, at, between, end }: Chain): Float64Array {
  const cost = new Float64Array(steps * states);
  for (let from = 0; from < states; from++) cost[(steps - 1) * states + from] = end(from);
  for (let step = steps - 1; step > 0; step--) {
    for (let from = 0; from < states; from++) {
      let least = Infinity;
      for (let to = 0; to < states; to++) {
        least = Math.min(least, between(step, from, to) + at(step, to) + cost[step * states + to]!);
      }
      cost[(step - 1) * states + from] = least;
    }
  }
  return cost;
}

function argMin(count: number, costOf: (index: number) => number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (costOf(i) < costOf(best)) best = i;
  return best;
}
