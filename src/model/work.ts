/**
 * Long work in small steps: whoever does it may pause between two, tell how far it is, and give it up. A step takes a
 * millisecond or two at most; its value is the share that is done, 0 to 1, never less than the one before.
 */
export type Work<T> = Generator<number, T, void>;

/** All of the work at once. */
export function finished<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Work as a part of other work, from one share of it to another. */
export function* part<T>(work: Work<T>, from: number, to: number): Work<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Goes through a list, so many items a step. */
export function* eachOf<T>(
  items: ArrayLike<T>,
  itemsAStep: number,
  act: (item: T, i: number) => void,
): Work<void> {
  for (let i = 0; i < items.length; i++) {
    act(items[i]!, i);
    if ((i + 1) % itemsAStep === 0) yield (i + 1) / items.length;
  }
}

/** Sorted by the language at once: longer runs are merged. */
const RUN = 64;
/** A merge goes on for so many items before it pauses. */
const MERGED_A_STEP = 512;

/** A sorted copy; equal items keep their order. */
export function* sorting<T>(items: readonly T[], compare: (a: T, b: T) => number): Work<T[]> {
  let runs = Array.from({ length: Math.ceil(items.length / RUN) }, (_, i) => i * RUN);
  let from = items.slice();
  const rounds = 1 + Math.ceil(Math.log2(Math.max(1, runs.length)));
  yield* part(
    eachOf(runs, MERGED_A_STEP / RUN, (start) => {
      const run = from.slice(start, start + RUN).sort(compare);
      for (let i = 0; i < run.length; i++) from[start + i] = run[i]!;
    }),
    0,
    1 / rounds,
  );
  let into = from.slice();
  for (let round = 1; runs.length > 1; round++) {
    const kept: number[] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [start, middle = items.length, end = items.length] = runs.slice(i, i + 3);
      kept.push(start!);
      const merge = merging(from, into, [start!, middle, end], compare);
      for (const at of merge) yield (round + at / items.length) / rounds;
    }
    runs = kept;
    [from, into] = [into, from];
  }
  return from;
}

/** Merges two sorted runs that lie side by side; tells where it is. */
function* merging<T>(
  from: readonly T[],
  into: T[],
  [start, middle, end]: readonly [start: number, middle: number, end: number],
  compare: (a: T, b: T) => number,
): Generator<number, void, void> {
  let [left, right] = [start, middle];
  for (let at = start; at < end; at++) {
    const isLeft = right >= end || (left < middle && compare(from[left]!, from[right]!) <= 0);
    into[at] = isLeft ? from[left++]! : from[right++]!;
    if ((at + 1) % MERGED_A_STEP === 0) yield at + 1;
  }
}
