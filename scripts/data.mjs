// The dataset script (dataset/run.ts) with the arguments given here: packed, where what is packed is of the files as they
// are, so that nothing that reads TypeScript has to be loaded; else build-dataset.ts, which packs it.
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { keptEntry } from './packed/kept.mjs';

/** With more cores, the engine compiles on those that the script leaves idle. */
const FEW_CORES = 2;

/**
 * The script runs for seconds, and its two threads keep two cores busy: what the engine compiles in further threads it
 * takes from them. So it compiles what runs longer than usual, and with fewer copies of other functions inside. These
 * are V8's own options, which change with it: Node 22 and 24 do not know the first, and are as quick without.
 */
const COMPILE_LESS = ['--interrupt-budget=250000', '--max-inlined-bytecode-size-cumulative=200'];

if (availableParallelism() <= FEW_CORES && process.versions.node.startsWith('20.')) {
  for (const option of COMPILE_LESS) setFlagsFromString(option);
}
const entry = keptEntry();
if (entry === undefined) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./build-dataset.ts');
} else {
  const { run } = await import(entry.href);
  await run(process.argv.slice(2));
}
