/** Ends the program on Ctrl-C and on a request to end, and leaves no half-written file. */
import { removeUnfinished } from './write-file.ts';

/** As shells tell a program that Ctrl-C ended. */
const STOPPED = 130;

/**
 * From now on, SIGINT, SIGTERM and SIGHUP end the program with a message.
 * @param writtenFiles the files that are whole by then
 * @param clear takes away what stands on the terminal
 */
export function stopOnSignals(writtenFiles: () => readonly string[], clear: () => void): void {
  let isStopping = false;
  const stop = () => {
    // a terminal tells all that it runs, and npm tells its script once more
    if (isStopping) return;
    isStopping = true;
    removeUnfinished();
    clear();
    const written = writtenFiles();
    const what = written.length === 0 ? 'nothing was written' : `only ${written.join(', ')} was written`;
    process.stderr.write(`build-dataset: stopped; ${what}\n`, () => process.exit(STOPPED));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}
