// Starts the dataset script (build-dataset.ts) with the arguments given here, and ends as it ends.
import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('build-dataset.ts', import.meta.url));

/** With more cores, the engine compiles on those that the script leaves idle. */
const FEW_CORES = 2;

/**
 * The script runs for seconds, and its two threads keep two cores busy: what the engine compiles in further threads it
 * takes from them. So it compiles what runs longer than usual, and with fewer copies of other functions inside.
 */
const COMPILE_LESS = ['--interrupt-budget=250000', '--max-inlined-bytecode-size-cumulative=200'];

/**
 * These are V8's own, which change with it: what this Node does not know would keep it from starting. Node 22 and 24 do
 * not know the first, and are as quick without.
 */
const isKnown = (options) => spawnSync(process.execPath, [...options, '--version']).status === 0;

const options = availableParallelism() <= FEW_CORES && isKnown(COMPILE_LESS) ? COMPILE_LESS : [];
const script = spawn(process.execPath, [...options, '--import', 'tsx', SCRIPT, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => script.kill(signal));
script.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
